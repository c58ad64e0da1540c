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
            name="Benchmark",
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
                ("indicator", models.CharField(max_length=200)),
                ("filters", models.JSONField(default=dict)),
                ("measure", models.CharField(max_length=80)),
                (
                    "definition",
                    models.CharField(
                        choices=[
                            ("AGREED", "The same definition"),
                            ("DIFFERS", "Differs"),
                            ("NOT_HELD", "Not held"),
                        ],
                        max_length=10,
                    ),
                ),
                ("how", models.TextField(blank=True)),
                (
                    "population",
                    models.CharField(
                        choices=[
                            ("NONE", "It is no rate of population"),
                            (
                                "LATEST",
                                "The latest mid-year at or before the last day of its period",
                            ),
                            ("YEAR_BEFORE", "The mid-year before that"),
                        ],
                        default="NONE",
                        max_length=12,
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(default=0)),
                ("rows_left_out", models.PositiveIntegerField(default=0)),
                ("set_at", models.DateTimeField()),
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
            name="NeighbourList",
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
                ("source", models.CharField(max_length=300)),
                ("published_on", models.DateField()),
                ("first_on", models.DateField()),
                ("file", models.UUIDField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("brought_at", models.DateTimeField()),
                (
                    "brought_by",
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
            name="PublishedNumber",
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
                ("level", models.CharField(max_length=20)),
                ("code", models.CharField(max_length=12)),
                ("name", models.CharField(max_length=200)),
                ("region", models.CharField(blank=True, max_length=12)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                (
                    "value",
                    models.DecimalField(decimal_places=6, max_digits=20, null=True),
                ),
                (
                    "symbol",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("c", "hidden by the publisher"),
                            ("z", "does not apply"),
                            ("x", "not available"),
                            ("k", "rounds to nought, and is not nought"),
                            ("u", "not reliable enough to print"),
                        ],
                        max_length=1,
                    ),
                ),
                ("population_year", models.PositiveSmallIntegerField(null=True)),
                (
                    "benchmark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="benchmarks.benchmark",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DifferenceReason",
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
                ("order", models.PositiveSmallIntegerField()),
                ("ours", models.DecimalField(decimal_places=6, max_digits=20)),
                ("edition", models.CharField(max_length=80)),
                ("reason", models.TextField()),
                ("said_at", models.DateTimeField()),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "number",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="benchmarks.publishednumber",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StatisticsRelease",
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
                ("publisher", models.CharField(max_length=200)),
                ("published_on", models.DateField()),
                ("address", models.URLField(blank=True, max_length=500)),
                ("file", models.UUIDField()),
                ("layout", models.JSONField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("brought_at", models.DateTimeField()),
                (
                    "brought_by",
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
        migrations.AddField(
            model_name="benchmark",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="benchmarks",
                to="benchmarks.statisticsrelease",
            ),
        ),
        migrations.CreateModel(
            name="ConsentAsk",
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
                ("why", models.TextField()),
                ("after", models.PositiveIntegerField()),
                ("asked_at", models.DateTimeField()),
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
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["area"], name="asked_of_an_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="who_asks_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureConsent",
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
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("GIVEN", "Yes, they may be shown beside others"),
                            ("REFUSED", "No"),
                            ("WITHDRAWN", "No longer"),
                        ],
                        max_length=10,
                    ),
                ),
                ("first_on", models.DateField()),
                ("last_on", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.area",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "said_by",
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
                        fields=("area", "number"), name="one_answer_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_on__isnull", True),
                            ("last_on__gte", models.F("first_on")),
                            _connector="OR",
                        ),
                        name="consent_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "GIVEN"),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_no_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureNote",
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
                    "definition",
                    models.CharField(
                        choices=[
                            ("AGREED", "The same definition"),
                            ("DIFFERS", "Differs"),
                            ("NOT_HELD", "Not held"),
                        ],
                        max_length=10,
                    ),
                ),
                ("how", models.TextField(blank=True)),
                ("footprint", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.area",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["area", "measure"], name="notes_of_a_measure")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("definition", "AGREED"),
                            models.Q(("how", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_differs_or_is_not_held_says_how",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Neighbour",
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
                ("area", models.CharField(max_length=12)),
                ("rank", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=12)),
                ("name", models.CharField(max_length=200)),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neighbours",
                        to="benchmarks.neighbourlist",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("list", "area", "rank"), name="one_neighbour_a_rank"
                    ),
                    models.UniqueConstraint(
                        fields=("list", "area", "code"), name="a_neighbour_once_an_area"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="publishednumber",
            index=models.Index(fields=["code"], name="numbers_of_a_place"),
        ),
        migrations.AddConstraint(
            model_name="publishednumber",
            constraint=models.UniqueConstraint(
                fields=("benchmark", "code", "first_on", "last_on"),
                name="one_number_a_place_and_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishednumber",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value__isnull", True), ("symbol", ""), _connector="XOR"
                ),
                name="a_number_or_why_there_is_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="differencereason",
            constraint=models.UniqueConstraint(
                fields=("number", "order"), name="one_reason_an_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="differencereason",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="a_reason_is_said",
            ),
        ),
        migrations.AddConstraint(
            model_name="benchmark",
            constraint=models.UniqueConstraint(
                fields=("release", "measure"),
                name="one_benchmark_a_release_and_measure",
            ),
        ),
        migrations.AddConstraint(
            model_name="benchmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("definition", "DIFFERS"), _negated=True),
                    models.Q(("how", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_difference_is_said",
            ),
        ),
    ]
