"""The engine, what it reads beside the returns, and the files of a release."""
