"""One page each: organisations, the arrangements, requests for information."""
