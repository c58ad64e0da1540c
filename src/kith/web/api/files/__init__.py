"""Files that the API makes of what programs send."""
