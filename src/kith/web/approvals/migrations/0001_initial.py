import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Approval",
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
                ("noun", models.CharField(max_length=40)),
                ("key", models.UUIDField()),
                ("slot", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=300)),
                ("url", models.CharField(blank=True, max_length=200)),
                ("office", models.CharField(max_length=200)),
                ("area", models.CharField(blank=True, max_length=9)),
                ("body", models.UUIDField(null=True)),
                ("due_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ASKED", "Asked for"),
                            ("RECORDED", "Recorded, to be confirmed"),
                            ("GIVEN", "Given"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                        ],
                        default="ASKED",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("approved_on", models.DateField(null=True)),
                ("how", models.CharField(blank=True, max_length=300)),
                ("evidence", models.UUIDField(null=True)),
                ("recorded_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["noun", "key"], name="approvals_of_a_record")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["ASKED", "RECORDED", "GIVEN"])
                        ),
                        fields=("noun", "key", "slot"),
                        name="one_standing_approval_a_slot",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["ASKED", "RECORDED", "GIVEN"])
                        ),
                        fields=("noun", "key", "asked_of"),
                        name="nobody_signs_a_record_twice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by__isnull", True),
                            models.Q(
                                ("recorded_by__isnull", False),
                                models.Q(
                                    ("confirmed_by", models.F("recorded_by")),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="an_approval_is_confirmed_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("recorded_at__isnull", True),
                                ("recorded_by__isnull", True),
                            ),
                            models.Q(
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_approval_is_recorded_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", True),
                                ("confirmed_by__isnull", True),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_approval_has_who_confirmed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApprovalStep",
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
                ("move", models.CharField(max_length=30)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ASKED", "Asked for"),
                            ("RECORDED", "Recorded, to be confirmed"),
                            ("GIVEN", "Given"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "approval",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="approvals.approval",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
