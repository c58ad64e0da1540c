"""A slow, obvious version of every measure, over lists of rows."""
