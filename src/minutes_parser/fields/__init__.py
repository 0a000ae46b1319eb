"""What a few lines mean, in the same way for every layout; `record.read_minutes` turns an outline into the record."""
