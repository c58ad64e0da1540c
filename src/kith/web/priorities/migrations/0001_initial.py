import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("actions", "0001_initial"),
        ("bodies", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
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
                ("title", models.CharField(max_length=200)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("AGREED", "Agreed"),
                            ("ENDED", "Ended"),
                        ],
                        default="DRAFT",
                        max_length=8,
                    ),
                ),
                ("drafted_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gt", models.F("first_on"))),
                        name="a_plan_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("body", "title"), name="a_body_names_a_plan_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Priority",
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
                ("title", models.CharField(max_length=200)),
                ("outcome", models.TextField()),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("NOT_STARTED", "Not started"),
                            ("LITTLE_OR_NONE", "Little or no progress"),
                            ("SOME", "Some progress"),
                            ("GOOD", "Good progress"),
                            ("ACHIEVED", "Achieved"),
                        ],
                        default="NOT_STARTED",
                        max_length=15,
                    ),
                ),
                ("analysis", models.TextField(blank=True)),
                ("is_published", models.BooleanField(default=False)),
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
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="organisations.area",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="priorities.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "number"), name="one_priority_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("progress", "LITTLE_OR_NONE"), _negated=True),
                            models.Q(("analysis", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="little_progress_is_analysed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityAction",
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
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="actions.action",
                    ),
                ),
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
                        related_name="linked",
                        to="priorities.priority",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "action"),
                        name="an_action_serves_a_priority_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityMeasure",
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
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="priorities.priority",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "measure"), name="a_measure_is_chosen_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityNarrative",
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
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("words", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narratives",
                        to="priorities.priority",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "number"), name="one_narrative_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gte", models.F("first_on"))),
                        name="a_narrative_covers_a_period",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityNote",
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
                ("noted_on", models.DateField()),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("NOT_STARTED", "Not started"),
                            ("LITTLE_OR_NONE", "Little or no progress"),
                            ("SOME", "Some progress"),
                            ("GOOD", "Good progress"),
                            ("ACHIEVED", "Achieved"),
                        ],
                        max_length=15,
                    ),
                ),
                ("words", models.TextField()),
                ("analysis", models.TextField(blank=True)),
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
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="priorities.priority",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["priority", "noted_on"], name="notes_by_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "number"), name="one_note_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("progress", "LITTLE_OR_NONE"), _negated=True),
                            models.Q(("analysis", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_note_of_little_progress_is_analysed",
                    ),
                ],
            },
        ),
    ]
