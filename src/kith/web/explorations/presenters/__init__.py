"""Answers and rows, in words."""
