"""The rows behind an answer, while they are open."""
