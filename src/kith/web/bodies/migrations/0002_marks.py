"""A change of a body, its areas, its seats or their substitutes makes a new mark."""

from __future__ import annotations

from django.db import migrations

from kith.web.access.marks import watched


class Migration(migrations.Migration):
    dependencies = [("bodies", "0001_initial"), ("access", "0002_marks")]
    operations = [
        watched(
            "bodies_body", "bodies_body_areas", "bodies_seat", "bodies_substitution"
        )
    ]
