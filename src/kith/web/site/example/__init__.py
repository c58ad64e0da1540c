"""Fills the example partnership by running the real actions with their historic times."""
