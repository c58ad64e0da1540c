"""Indicators: what agencies only ever send as counts, defined here and versioned."""
