"""Kith: the working platform of a safeguarding children partnership."""
