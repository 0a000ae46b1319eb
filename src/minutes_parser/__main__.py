"""`python -m minutes_parser` is the `minutes` command."""

from minutes_parser.cli import main

if __name__ == "__main__":
    main()
