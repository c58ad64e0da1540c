import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("bodies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ACTIONS", "Action log"),
                            ("RISKS", "Risk register"),
                            ("MEMBERS", "Member list"),
                            ("MEETINGS", "Meeting dates"),
                        ],
                        max_length=10,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("sheet", models.CharField(blank=True, max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("READ", "Read, columns to be matched"),
                            ("MATCHED", "Columns matched, nothing written yet"),
                            ("APPLIED", "Brought in"),
                            ("UNDONE", "Taken back"),
                            ("DROPPED", "Given up"),
                        ],
                        max_length=10,
                    ),
                ),
                ("cells", models.JSONField(default=list)),
                ("header_row", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(default=dict)),
                ("choices", models.JSONField(default=dict)),
                ("uploaded_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "applied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="bodies.body",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("applied_at__isnull", True),
                                ("applied_by__isnull", True),
                            ),
                            models.Q(
                                ("applied_at__isnull", False),
                                ("applied_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_import_is_applied_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("undone_at__isnull", True), ("undone_by__isnull", True)
                            ),
                            models.Q(
                                ("undone_at__isnull", False),
                                ("undone_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_import_is_undone_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ArrivalRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("NEW", "New"),
                            ("CHANGED", "Changed"),
                            ("SAME", "Already here"),
                            ("CANNOT", "Cannot be brought in"),
                            ("LEFT_OUT", "Left out"),
                        ],
                        max_length=10,
                    ),
                ),
                ("noun", models.CharField(blank=True, max_length=40)),
                ("record", models.UUIDField(null=True)),
                ("source_reference", models.CharField(blank=True, max_length=80)),
                ("fingerprint", models.CharField(max_length=64)),
                ("before", models.JSONField(default=dict)),
                ("stood", models.CharField(blank=True, max_length=200)),
                (
                    "arrival",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="arrivals.arrival",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["fingerprint"], name="rows_by_fingerprint")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("arrival", "number"), name="a_row_comes_once_a_batch"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RememberedColumns",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ACTIONS", "Action log"),
                            ("RISKS", "Risk register"),
                            ("MEMBERS", "Member list"),
                            ("MEETINGS", "Meeting dates"),
                        ],
                        max_length=10,
                    ),
                ),
                ("headings", models.JSONField(default=dict)),
                ("remembered_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "remembered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "body"), name="one_memory_a_kind_and_body"
                    )
                ],
            },
        ),
    ]
