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
            name="Budget",
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
                ("first_year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("TO_SIGN", "With the partners, to be signed"),
                            ("AGREED", "Agreed"),
                        ],
                        default="DRAFT",
                        max_length=8,
                    ),
                ),
                ("value_note", models.TextField(blank=True)),
                ("drafted_at", models.DateTimeField()),
                ("agreed_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
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
                    models.UniqueConstraint(
                        fields=("body", "first_year"), name="one_budget_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_on__isnull", False), ("state", "AGREED")),
                            models.Q(
                                models.Q(("state", "AGREED"), _negated=True),
                                ("agreed_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="an_agreed_budget_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BudgetStep",
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
                ("move", models.CharField(max_length=30)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("TO_SIGN", "With the partners, to be signed"),
                            ("AGREED", "Agreed"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="budgets.budget",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("budget", "number"), name="one_budget_step_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
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
                        choices=[("CASH", "Cash"), ("IN_KIND", "In kind")], max_length=8
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=200)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="budgets.budget",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("budget", "organisation", "kind", "what"),
                        name="a_contribution_is_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0)),
                        name="a_contribution_is_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "IN_KIND"), _negated=True),
                            models.Q(("what", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_given_in_kind_is_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spend",
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
                ("heading", models.CharField(max_length=120)),
                ("planned", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "spent",
                    models.DecimalField(decimal_places=2, max_digits=12, null=True),
                ),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spends",
                        to="budgets.budget",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("budget", "heading"), name="a_heading_stands_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("planned__gte", 0)),
                        name="nothing_negative_is_planned",
                    ),
                ],
            },
        ),
    ]
