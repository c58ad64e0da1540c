"""One page each: the wall, one return, its sending, its judging, and what is owed."""
