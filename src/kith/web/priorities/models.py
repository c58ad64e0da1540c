"""Tables of priorities."""
