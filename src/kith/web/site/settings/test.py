"""Tests: the example's settings, and nothing kept on disk."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kith.web.site.settings.databases import database
from kith.web.site.settings.example import *  # noqa: F403 - Django's way to extend
from kith.web.site.settings.example import WEB
from kith.web.site.settings.table import said


ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEBUG = False
KITH_STORE = WEB / "no-store"
# Gone with the process: files that tests upload are kept nowhere.
_home = TemporaryDirectory(prefix="kith-test-")
KITH_HOME = Path(said("KITH_HOME") or _home.name)
DATABASES = {"default": database(said("KITH_DATABASE_URL") or "sqlite://:memory:")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The trail of a test is no continuation of one that a site in this folder kept.
KITH_AUDIT_HEADS = KITH_HOME / "no-audit-heads.txt"
