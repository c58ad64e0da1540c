import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Challenge",
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
                ("what", models.TextField()),
                ("wanted", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("AWAITING", "Reply due"),
                            ("ANSWERED", "Answered"),
                            ("RESOLVED", "Resolved, learning to be written"),
                            ("WITHDRAWN", "Withdrawn, learning to be written"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rung",
                    models.CharField(
                        choices=[
                            ("PRACTITIONER", "Practitioner to practitioner"),
                            ("LINE_MANAGER", "Line managers"),
                            (
                                "SAFEGUARDING_LEAD",
                                "Safeguarding leads and named professionals",
                            ),
                            ("HEAD_OF_SERVICE", "Heads of service"),
                            ("DELEGATED_PARTNERS", "Delegated safeguarding partners"),
                            ("SCRUTINEER", "Independent scrutineer's advice"),
                        ],
                        max_length=20,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("resolution", models.TextField(blank=True)),
                ("learning", models.TextField(blank=True)),
                (
                    "about_organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges_about",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="organisations.area",
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
                    "raised_by_organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges_raised",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["area", "state"], name="challenges_of_area")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("raised_by_organisation", models.F("about_organisation")),
                            _negated=True,
                        ),
                        name="a_challenge_is_between_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "CLOSED"), _negated=True),
                            models.Q(("learning", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_closed_challenge_says_what_was_learnt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeRung",
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
                    "rung",
                    models.CharField(
                        choices=[
                            ("PRACTITIONER", "Practitioner to practitioner"),
                            ("LINE_MANAGER", "Line managers"),
                            (
                                "SAFEGUARDING_LEAD",
                                "Safeguarding leads and named professionals",
                            ),
                            ("HEAD_OF_SERVICE", "Heads of service"),
                            ("DELEGATED_PARTNERS", "Delegated safeguarding partners"),
                            ("SCRUTINEER", "Independent scrutineer's advice"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("due_on", models.DateField()),
                ("reached_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AGREED", "Agreed, and will change it"),
                            ("REFUSED", "Does not agree, with reasons"),
                            ("ADVICE", "Advice given"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer_words", models.TextField(blank=True)),
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
                    "asked",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rungs",
                        to="challenges.challenge",
                    ),
                ),
                (
                    "reached_by",
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
                        fields=("challenge", "rung"), name="each_rung_is_reached_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answer_words", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_has_its_reasons",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeStep",
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
                            ("AWAITING", "Reply due"),
                            ("ANSWERED", "Answered"),
                            ("RESOLVED", "Resolved, learning to be written"),
                            ("WITHDRAWN", "Withdrawn, learning to be written"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rung",
                    models.CharField(
                        choices=[
                            ("PRACTITIONER", "Practitioner to practitioner"),
                            ("LINE_MANAGER", "Line managers"),
                            (
                                "SAFEGUARDING_LEAD",
                                "Safeguarding leads and named professionals",
                            ),
                            ("HEAD_OF_SERVICE", "Heads of service"),
                            ("DELEGATED_PARTNERS", "Delegated safeguarding partners"),
                            ("SCRUTINEER", "Independent scrutineer's advice"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="challenges.challenge",
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
            name="Confirmation",
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
                ("signs", models.JSONField(default=list)),
                ("confirmed_at", models.DateTimeField()),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmations",
                        to="challenges.challenge",
                    ),
                ),
                (
                    "confirmed_by",
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
    ]
