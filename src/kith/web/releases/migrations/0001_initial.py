import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kith.domain.rules.states.information_requests
import kith.domain.rules.states.questions
import kith.domain.rules.states.releases


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0002_marks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Build",
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
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("edition", models.CharField(max_length=64)),
                ("is_provisional", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waits to be built"),
                            ("RUNNING", "Being built"),
                            ("BUILT", "Built"),
                            ("STOPPED", "Stopped by what was found"),
                            ("FAILED", "Could not be built"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("outcome", models.JSONField(default=dict)),
                ("fault", models.CharField(blank=True, max_length=300)),
                ("asked_at", models.DateTimeField()),
                (
                    "areas",
                    models.ManyToManyField(related_name="+", to="organisations.area"),
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
            name="Question",
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
                ("measure", models.CharField(max_length=80)),
                ("edition", models.CharField(max_length=64)),
                ("words", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ASKED", "Asked, to be answered"),
                            ("ANSWERED", "Answered in public"),
                            ("SET_ASIDE", "Set aside"),
                        ],
                        max_length=10,
                    ),
                ),
                ("shown_words", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True)),
                ("is_correction", models.BooleanField(default=False)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Asker",
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
                ("email", models.EmailField(max_length=254)),
                (
                    "question",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asker",
                        to="releases.question",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Release",
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
                ("title", models.CharField(max_length=150)),
                ("options", models.JSONField(default=list)),
                ("asked", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ASKED", "Being judged"),
                            ("PROPOSED", "May be approved"),
                            ("REFUSED", "Refused by the ledger"),
                            ("APPROVED", "Approved, going out"),
                            ("RELEASED", "Released"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("FAILED", "Could not be judged"),
                            ("DROPPED", "Dropped"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ledger", models.CharField(blank=True, max_length=12)),
                ("rule_set", models.CharField(blank=True, max_length=20)),
                ("figures", models.PositiveIntegerField(default=0)),
                ("answer", models.JSONField(default=dict)),
                ("table", models.JSONField(default=list)),
                ("titles", models.JSONField(default=dict)),
                ("fault", models.CharField(blank=True, max_length=300)),
                ("proposed_at", models.DateTimeField()),
                ("approver", models.CharField(blank=True, max_length=100)),
                ("approved_at", models.DateTimeField(null=True)),
                ("released_on", models.DateField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                ("is_taken_down", models.BooleanField(default=False)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(related_name="+", to="organisations.area"),
                ),
                (
                    "build",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="releases.build",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="releases.release",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
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
            name="FigureRequest",
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
                ("received_on", models.DateField()),
                ("due_on", models.DateField()),
                ("words", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("RECEIVED", "Received, to be answered"),
                            ("ANSWERED", "Answered"),
                        ],
                        max_length=10,
                    ),
                ),
                ("kept_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.area",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="releases.release",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Erratum",
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
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errata",
                        to="releases.release",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReleaseStep",
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
                            ("ASKED", "Being judged"),
                            ("PROPOSED", "May be approved"),
                            ("REFUSED", "Refused by the ledger"),
                            ("APPROVED", "Approved, going out"),
                            ("RELEASED", "Released"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("FAILED", "Could not be judged"),
                            ("DROPPED", "Dropped"),
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
                        to="releases.release",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="build",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gt", models.F("first_on"))),
                name="an_edition_is_about_some_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_at__isnull", True), ("answered_by__isnull", True)
                    ),
                    models.Q(
                        ("answered_at__isnull", False), ("answered_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_question_is_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state",
                            kith.domain.rules.states.questions.QuestionState[
                                "ANSWERED"
                            ],
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        models.Q(("shown_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_answered_question_has_an_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="a_release_is_approved_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_at__isnull", True), ("approved_by__isnull", True)
                    ),
                    models.Q(
                        ("approved_at__isnull", False), ("approved_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_release_is_approved_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                    ),
                    models.Q(
                        ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_release_is_withdrawn_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state",
                            kith.domain.rules.states.releases.ReleaseState["WITHDRAWN"],
                        ),
                        _negated=True,
                    ),
                    models.Q(("withdrawn_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_release_is_withdrawn_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            kith.domain.rules.states.releases.ReleaseState["APPROVED"],
                            "RELEASED",
                            "WITHDRAWN",
                        ],
                    )
                ),
                fields=("ledger",),
                name="a_public_address_is_one_releases",
            ),
        ),
        migrations.AddConstraint(
            model_name="figurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_at__isnull", True),
                        ("answered_by__isnull", True),
                        (
                            "state",
                            kith.domain.rules.states.information_requests.InformationState[
                                "RECEIVED"
                            ],
                        ),
                    ),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        (
                            "state",
                            kith.domain.rules.states.information_requests.InformationState[
                                "ANSWERED"
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="a_request_is_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="releasestep",
            constraint=models.UniqueConstraint(
                fields=("of", "number"), name="a_releases_steps_are_numbered"
            ),
        ),
    ]
