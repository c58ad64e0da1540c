import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("benchmarks", "0001_initial"),
        ("bodies", "0002_marks"),
        ("organisations", "0002_marks"),
        ("priorities", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Scorecard",
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
                ("reference", models.CharField(max_length=100, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("AGREED", "Agreed"),
                            ("SUPERSEDED", "Followed by a later version"),
                        ],
                        default="DRAFT",
                        max_length=10,
                    ),
                ),
                ("edition", models.CharField(blank=True, max_length=80)),
                ("stands_on", models.DateField(null=True)),
                ("rule_set", models.CharField(blank=True, max_length=20)),
                ("is_invented", models.BooleanField(default=False)),
                ("drafted_at", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(null=True)),
                (
                    "agreed_by",
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
                        related_name="scorecards",
                        to="organisations.area",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scorecards",
                        to="bodies.body",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "follows",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="scorecards.scorecard",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ScorecardPriority",
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
                ("linked_at", models.DateTimeField()),
                (
                    "linked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scorecards",
                        to="priorities.priority",
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked_priorities",
                        to="scorecards.scorecard",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ScorecardQuestion",
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
                ("words", models.CharField(max_length=300)),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="scorecards.scorecard",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ScorecardMeasure",
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
                ("measure", models.CharField(max_length=80)),
                ("shown", models.JSONField(null=True)),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="scorecards.scorecard",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="scorecards.scorecardquestion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CommentaryAsk",
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
                ("measure", models.CharField(blank=True, max_length=80)),
                ("wanted_on", models.DateField()),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="scorecards.scorecard",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="scorecards.scorecardquestion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Commentary",
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
                ("measure", models.CharField(blank=True, max_length=80)),
                ("what", models.TextField()),
                ("so_what", models.TextField()),
                ("now_what", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commentary",
                        to="scorecards.scorecard",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commentary",
                        to="scorecards.scorecardquestion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ScorecardStep",
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
                ("move", models.CharField(max_length=20)),
                ("words", models.CharField(blank=True, max_length=300)),
                ("taken_at", models.DateTimeField()),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="scorecards.scorecard",
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
        migrations.CreateModel(
            name="ScorecardTarget",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("STATUTORY", "Statutory target"),
                            ("LOCAL", "Local target"),
                            ("NEIGHBOURS", "Statistical neighbours"),
                            ("REGION", "Region"),
                            ("ENGLAND", "England"),
                        ],
                        max_length=10,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=6, max_digits=20)),
                ("source", models.CharField(max_length=1500)),
                ("stands_on", models.DateField()),
                ("set_at", models.DateTimeField()),
                (
                    "benchmark",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="benchmarks.benchmark",
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="scorecards.scorecard",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StepChange",
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
                ("measure", models.CharField(blank=True, max_length=80)),
                ("month", models.DateField()),
                ("words", models.CharField(max_length=60)),
                ("restarts", models.BooleanField(default=False)),
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
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="step_changes",
                        to="scorecards.scorecard",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="scorecard",
            index=models.Index(fields=["body", "-last_on"], name="scorecards_by_body"),
        ),
        migrations.AddConstraint(
            model_name="scorecard",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gte", models.F("first_on"))),
                name="a_scorecard_covers_a_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed_at__isnull", True),
                        ("agreed_by__isnull", True),
                        ("edition", ""),
                        ("stands_on__isnull", True),
                        ("state", "DRAFT"),
                    ),
                    models.Q(
                        models.Q(("state", "DRAFT"), _negated=True),
                        ("agreed_at__isnull", False),
                        ("agreed_by__isnull", False),
                        ("stands_on__isnull", False),
                        models.Q(("edition", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_agreed_scorecard_names_its_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardpriority",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "priority"), name="a_priority_once_a_scorecard"
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardmeasure",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "measure"), name="a_measure_once_a_scorecard"
            ),
        ),
        migrations.AddConstraint(
            model_name="commentaryask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("question__isnull", True), ("measure", ""), _connector="XOR"
                ),
                name="commentary_is_asked_about_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="commentaryask",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "number"), name="one_ask_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="commentary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("question__isnull", True), ("measure", ""), _connector="XOR"
                ),
                name="commentary_is_about_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="commentary",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "number"), name="one_commentary_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardstep",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "number"), name="one_scorecard_step_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardtarget",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "measure", "kind"),
                name="a_measure_has_one_target_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="stepchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__day", 1)),
                name="a_step_change_is_of_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="stepchange",
            constraint=models.UniqueConstraint(
                fields=("scorecard", "measure", "month"), name="one_step_change_a_month"
            ),
        ),
    ]
