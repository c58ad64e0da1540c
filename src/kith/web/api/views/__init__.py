"""Pages about tokens, and each operation of the API."""
