"""One page each: the lists, one action, a new one, and each step."""
