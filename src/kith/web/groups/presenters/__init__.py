"""Meetings, minutes and decisions in words, tags and next steps."""
