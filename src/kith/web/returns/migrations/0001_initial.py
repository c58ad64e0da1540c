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
            name="Duty",
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
                ("feed", models.CharField(max_length=40)),
                ("measures", models.JSONField(default=list)),
                (
                    "cadence",
                    models.CharField(
                        choices=[
                            ("MONTHLY", "Every month"),
                            ("QUARTERLY", "Every quarter"),
                            ("HALF_YEARLY", "Every half year"),
                            ("YEARLY", "Every year"),
                        ],
                        max_length=12,
                    ),
                ),
                ("first_on", models.DateField()),
                ("last_on", models.DateField(null=True)),
                ("days_to_send", models.PositiveSmallIntegerField(default=15)),
                ("planned_at", models.DateTimeField()),
                ("ended_because", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="organisations.area",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "steward",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RememberedShape",
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
                ("feed", models.CharField(max_length=40)),
                ("headings", models.JSONField(default=dict)),
                ("meanings", models.JSONField(default=dict)),
                ("remembered_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
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
        ),
        migrations.CreateModel(
            name="Return",
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
                ("reference", models.CharField(max_length=80, unique=True)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DUE", "Due"),
                            ("SUBMITTED", "Sent, to be checked"),
                            ("RETURNED", "Sent back"),
                            ("CHECKED", "Checked, to be signed off"),
                            ("SIGNED", "Signed off, to be locked"),
                            ("LOCKED", "Locked"),
                            ("REOPENED", "To be restated"),
                        ],
                        default="DUE",
                        max_length=10,
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="returns.duty",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Submission",
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
                ("number", models.PositiveSmallIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("FILES", "Files"),
                            ("TYPED", "Typed into the form"),
                            ("NIL", "Nothing to report"),
                        ],
                        max_length=6,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("ground", models.CharField(blank=True, max_length=12)),
                ("prepared_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("locked_at", models.DateTimeField(null=True)),
                (
                    "check_state",
                    models.CharField(
                        choices=[
                            ("NONE", "Not asked for"),
                            ("WAITING", "Waits to be read"),
                            ("RUNNING", "Being read"),
                            ("DONE", "Read"),
                            ("FAILED", "Could not be read"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        default="NONE",
                        max_length=10,
                    ),
                ),
                ("report", models.JSONField(default=dict)),
                (
                    "locked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="returns.return",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReturnStep",
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
                ("number", models.PositiveSmallIntegerField()),
                ("move", models.CharField(max_length=12)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DUE", "Due"),
                            ("SUBMITTED", "Sent, to be checked"),
                            ("RETURNED", "Sent back"),
                            ("CHECKED", "Checked, to be signed off"),
                            ("SIGNED", "Signed off, to be locked"),
                            ("LOCKED", "Locked"),
                            ("REOPENED", "To be restated"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="returns.return",
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
                (
                    "submission",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="returns.submission",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubmittedFigure",
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
                ("measure", models.CharField(max_length=80)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("numerator", models.BigIntegerField(null=True)),
                ("denominator", models.BigIntegerField(null=True)),
                ("row", models.PositiveIntegerField(null=True)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="returns.submission",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SubmittedFile",
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
                ("file", models.UUIDField()),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("scan", models.CharField(max_length=12)),
                ("scanned_with", models.CharField(blank=True, max_length=100)),
                ("sheet", models.CharField(blank=True, max_length=100)),
                ("header_row", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(default=dict)),
                ("meanings", models.JSONField(default=dict)),
                ("is_own_layout", models.BooleanField(default=False)),
                ("gone_on", models.DateField(null=True)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="returns.submission",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("last_on__isnull", True)),
                fields=("area", "organisation", "feed"),
                name="a_feed_is_owed_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_on__day", 1)),
                name="a_duty_starts_with_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="rememberedshape",
            constraint=models.UniqueConstraint(
                fields=("organisation", "feed"), name="one_memory_an_agency_and_feed"
            ),
        ),
        migrations.AddIndex(
            model_name="return",
            index=models.Index(fields=["state", "due_on"], name="returns_by_due_day"),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.UniqueConstraint(
                fields=("duty", "first_on"), name="a_period_is_owed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gt", models.F("first_on"))),
                name="a_return_is_about_some_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                fields=("of", "number"), name="submissions_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sent_at__isnull", True)),
                fields=("of",),
                name="one_draft_a_return",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at__isnull", True), ("sent_by__isnull", True)),
                    models.Q(("sent_at__isnull", False), ("sent_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_return_is_sent_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("locked_at__isnull", True),
                    ("sent_at__isnull", False),
                    _connector="OR",
                ),
                name="only_what_was_sent_is_locked",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfigure",
            constraint=models.UniqueConstraint(
                fields=("submission", "measure", "first_on", "last_on"),
                name="a_figure_stands_once_a_submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("numerator__isnull", True), ("numerator__gte", 0), _connector="OR"
                ),
                name="a_figure_is_no_less_than_nought",
            ),
        ),
    ]
