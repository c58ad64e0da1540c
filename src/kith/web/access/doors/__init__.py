"""The doors of the site, a module a noun."""
