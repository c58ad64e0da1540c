"""Calendar feeds: a person's meetings in their own calendar, at a secret address."""
