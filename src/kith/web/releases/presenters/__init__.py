"""Releases in words, and their tables."""
