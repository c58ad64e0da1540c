"""Settings of the tests."""

SECRET_KEY = "only-for-tests"  # noqa: S105 - a throwaway key
USE_TZ = True
