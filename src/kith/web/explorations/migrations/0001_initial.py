import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0002_marks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Exploration",
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
                ("reference", models.CharField(max_length=60, unique=True)),
                ("measure", models.CharField(max_length=100)),
                ("title", models.CharField(max_length=300)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("by", models.JSONField(default=list)),
                (
                    "rules",
                    models.CharField(
                        choices=[
                            ("public", "Public rules: small numbers are hidden"),
                            (
                                "internal",
                                "Internal rules: every number as it was counted",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                ("build", models.CharField(blank=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waits to be counted"),
                            ("RUNNING", "Being counted"),
                            ("ANSWERED", "Answered"),
                            ("TOO_LARGE", "Too large"),
                            ("FAILED", "Could not be counted"),
                            ("CANCELLED", "Called off"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("cells", models.JSONField(default=list)),
                ("fault", models.CharField(blank=True, max_length=300)),
                ("asked_at", models.DateTimeField()),
                ("kept_until", models.DateField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.area",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RowOpening",
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
                ("purpose", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("WAITING", "Wait to be fetched"),
                            ("OPEN", "Open"),
                            ("TOO_MANY", "Too many"),
                            ("FAILED", "Could not be fetched"),
                            ("CLOSED", "Closed"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("rows", models.PositiveIntegerField(default=0)),
                ("fault", models.CharField(blank=True, max_length=300)),
                ("asked_at", models.DateTimeField()),
                ("open_until", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="openings",
                        to="explorations.exploration",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="exploration",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gte", models.F("first_on"))),
                name="an_exploration_is_about_some_days",
            ),
        ),
    ]
