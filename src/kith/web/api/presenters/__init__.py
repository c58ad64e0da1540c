"""What the API answers: shapes with their descriptions, made of values."""
