import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("bodies", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Risk",
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
                ("reference", models.CharField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=150)),
                ("cause", models.TextField()),
                ("event", models.TextField()),
                ("effect", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "Open"),
                            ("RAISED", "Raised, reply due"),
                            ("ACCEPTED", "Accepted by the higher group"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "before_likelihood",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rare"),
                            (2, "Unlikely"),
                            (3, "Possible"),
                            (4, "Likely"),
                            (5, "Almost certain"),
                        ]
                    ),
                ),
                (
                    "before_impact",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Slight"),
                            (2, "Minor"),
                            (3, "Moderate"),
                            (4, "Major"),
                            (5, "Severe"),
                        ]
                    ),
                ),
                (
                    "now_likelihood",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rare"),
                            (2, "Unlikely"),
                            (3, "Possible"),
                            (4, "Likely"),
                            (5, "Almost certain"),
                        ]
                    ),
                ),
                (
                    "now_impact",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Slight"),
                            (2, "Minor"),
                            (3, "Moderate"),
                            (4, "Major"),
                            (5, "Severe"),
                        ]
                    ),
                ),
                (
                    "target_likelihood",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rare"),
                            (2, "Unlikely"),
                            (3, "Possible"),
                            (4, "Likely"),
                            (5, "Almost certain"),
                        ]
                    ),
                ),
                (
                    "target_impact",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Slight"),
                            (2, "Minor"),
                            (3, "Moderate"),
                            (4, "Major"),
                            (5, "Severe"),
                        ]
                    ),
                ),
                ("review_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to="bodies.body",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner_organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_risks",
                        to="bodies.body",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state"], name="risks_of_body"),
                    models.Index(fields=["tier", "state"], name="risks_of_tier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("before_likelihood__gte", 1),
                            ("before_likelihood__lte", 5),
                            ("before_impact__gte", 1),
                            ("before_impact__lte", 5),
                            ("now_likelihood__gte", 1),
                            ("now_likelihood__lte", 5),
                            ("now_impact__gte", 1),
                            ("now_impact__lte", 5),
                            ("target_likelihood__gte", 1),
                            ("target_likelihood__lte", 5),
                            ("target_impact__gte", 1),
                            ("target_impact__lte", 5),
                        ),
                        name="marks_lie_in_the_matrix",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                ("on", models.DateField()),
                (
                    "likelihood",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rare"),
                            (2, "Unlikely"),
                            (3, "Possible"),
                            (4, "Likely"),
                            (5, "Almost certain"),
                        ]
                    ),
                ),
                (
                    "impact",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Slight"),
                            (2, "Minor"),
                            (3, "Moderate"),
                            (4, "Major"),
                            (5, "Severe"),
                        ]
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("reviewed_at", models.DateTimeField()),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="risks.risk",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("likelihood__gte", 1),
                            ("likelihood__lte", 5),
                            ("impact__gte", 1),
                            ("impact__lte", 5),
                        ),
                        name="a_review_lies_in_the_matrix",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Raising",
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
                ("reason", models.TextField()),
                ("reply_due_on", models.DateField()),
                ("raised_at", models.DateTimeField()),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ACCEPTED", "Accepted here"),
                            ("SENT_BACK", "Sent back with advice"),
                            ("RAISED_ON", "Raised on"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reply_words", models.TextField(blank=True)),
                ("replied_at", models.DateTimeField(null=True)),
                (
                    "from_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks_raised_here",
                        to="bodies.body",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raisings",
                        to="risks.risk",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reply", "")),
                        fields=("risk",),
                        name="one_reply_is_due_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("replied_at__isnull", True),
                                ("replied_by__isnull", True),
                                ("reply", ""),
                            ),
                            models.Q(
                                models.Q(("reply", ""), _negated=True),
                                models.Q(("reply_words", ""), _negated=True),
                                ("replied_at__isnull", False),
                                ("replied_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_reply_is_given_by_somebody_with_reasons",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                ("measure", models.CharField(blank=True, max_length=80)),
                ("document", models.UUIDField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="risks.risk",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Control",
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
                ("wording", models.TextField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("IN_PLACE", "In place"),
                            ("PLANNED", "Planned"),
                            ("GIVEN_UP", "Given up"),
                        ],
                        max_length=10,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risk_controls",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="controls",
                        to="risks.risk",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RiskStep",
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
                ("move", models.CharField(max_length=30)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "Open"),
                            ("RAISED", "Raised, reply due"),
                            ("ACCEPTED", "Accepted by the higher group"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="risks.risk",
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
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seen",
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
                ("seen_at", models.DateTimeField()),
                (
                    "raising",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seen",
                        to="risks.raising",
                    ),
                ),
                (
                    "seen_by",
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
                        fields=("raising", "seen_by"), name="first_seen_once_a_person"
                    )
                ],
            },
        ),
    ]
