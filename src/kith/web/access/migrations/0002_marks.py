"""A change of people, roles, conflicts, emergencies or deputies makes a new mark."""

from __future__ import annotations

from django.db import migrations

from kith.web.access.marks import watched


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [
        watched(
            "access_person",
            "access_roleholding",
            "access_conflictblock",
            "access_brokenglass",
            "access_delegation",
        )
    ]
