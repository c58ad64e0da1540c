"""A spreadsheet from bytes to typed values; nothing here knows the database."""
