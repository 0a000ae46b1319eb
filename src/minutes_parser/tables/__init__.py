"""From records to flat tables: CSV, JSON Lines and SQLite.

KINDS (in `kinds`) says what tables there are and which columns they have; `sources` reads what they are made of;
`csv_`, `jsonl` and `sqlite_` write them.
"""
