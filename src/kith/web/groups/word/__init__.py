"""Agendas and minutes out to Word, and an edited copy in again, accepted item by item."""
