"""One page each: bodies, seats, handovers, terms of reference."""
