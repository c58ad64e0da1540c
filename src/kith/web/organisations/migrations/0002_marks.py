"""A change of an area or an organisation makes a new mark: choices carry their names."""

from __future__ import annotations

from django.db import migrations

from kith.web.access.marks import watched


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial"), ("access", "0002_marks")]
    operations = [watched("organisations_area", "organisations_organisation")]
