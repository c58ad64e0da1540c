"""Actions in words, tags and next steps."""
