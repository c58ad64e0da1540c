import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kith.domain.rules.states.meetings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("actions", "0001_initial"),
        ("bodies", "0001_initial"),
        ("documents", "0001_initial"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
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
                ("title", models.CharField(max_length=200)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("DECIDE", "To decide"),
                            ("ASSURE", "To be assured"),
                            ("DISCUSS", "To discuss"),
                            ("NOTE", "To note"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                ("cover", models.TextField(blank=True)),
                ("minutes_allowed", models.PositiveSmallIntegerField(default=10)),
                ("is_withdrawn", models.BooleanField(default=False)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                ("is_unfinished", models.BooleanField(default=False)),
                ("notes_version", models.PositiveIntegerField(default=0)),
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
                    "carried_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "paper_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers_owed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sponsor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items_sponsored",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sponsor_organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Circulation",
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
                ("proposal", models.TextField()),
                ("background", models.TextField(blank=True)),
                ("options", models.TextField(blank=True)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("MAJORITY", "More for than against"),
                            ("UNANIMOUS", "Nobody against"),
                        ],
                        max_length=10,
                    ),
                ),
                ("closes_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("OPEN", "Open for votes"),
                            ("CARRIED", "Carried"),
                            ("NOT_CARRIED", "Not carried"),
                            ("NO_QUORUM", "No quorum: nothing is decided"),
                            (
                                "TO_A_MEETING",
                                "Goes to a meeting: a voter asked to discuss it",
                            ),
                        ],
                        max_length=15,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="circulations",
                        to="bodies.body",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("wording", models.TextField()),
                ("options", models.TextField(blank=True)),
                ("reasons", models.TextField(blank=True)),
                ("decided_by", models.CharField(max_length=300)),
                ("decided_on", models.DateField()),
                ("had_quorum", models.BooleanField(null=True)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                ("review_on", models.DateField(null=True)),
                ("is_publishable", models.BooleanField(default=False)),
                ("wording_for_all", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="bodies.body",
                    ),
                ),
                (
                    "circulation",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision",
                        to="groups.circulation",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "published_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DecisionReview",
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
                ("again_on", models.DateField(null=True)),
                ("reviewed_at", models.DateTimeField()),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="groups.decision",
                    ),
                ),
                (
                    "reviewed_by",
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
            name="Dissent",
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
                ("who", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissents",
                        to="groups.decision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=300)),
                ("link", models.URLField(blank=True, max_length=500)),
                ("is_hybrid", models.BooleanField(default=False)),
                ("papers_due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("PLANNED", "Planned"),
                            ("PAPERS_OUT", "Papers out"),
                            ("HELD", "Held, no minutes yet"),
                            ("MINUTES_DRAFT", "Minutes in draft"),
                            ("MINUTES_AGREED", "Minutes agreed"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                ("cancelled_because", models.CharField(blank=True, max_length=300)),
                ("planned_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="bodies.body",
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
            ],
        ),
        migrations.CreateModel(
            name="Guest",
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
                ("name", models.CharField(max_length=200)),
                ("comes_from", models.CharField(blank=True, max_length=200)),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("ROOM", "In the room"),
                            ("ONLINE", "Online"),
                            ("APOLOGY", "Apology"),
                            ("ABSENT", "Absent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guests",
                        to="groups.meeting",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="decision",
            name="meeting",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="groups.meeting",
            ),
        ),
        migrations.AddField(
            model_name="circulation",
            name="reported_in",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="circulations",
                to="groups.meeting",
            ),
        ),
        migrations.CreateModel(
            name="Attendance",
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
                    "presence",
                    models.CharField(
                        choices=[
                            ("ROOM", "In the room"),
                            ("ONLINE", "Online"),
                            ("APOLOGY", "Apology"),
                            ("ABSENT", "Absent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("substitute_name", models.CharField(blank=True, max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="bodies.seat",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="groups.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgendaPlacing",
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
                ("sequence", models.PositiveSmallIntegerField()),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placings",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placings",
                        to="groups.meeting",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="groups.meeting",
            ),
        ),
        migrations.CreateModel(
            name="MeetingHabit",
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
                ("papers_working_days", models.PositiveSmallIntegerField(default=5)),
                ("publishes_papers", models.BooleanField(default=False)),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting_habit",
                        to="bodies.body",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeetingSeries",
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
                ("words", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="groups.meetingseries",
            ),
        ),
        migrations.CreateModel(
            name="MeetingStep",
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
                            ("PLANNED", "Planned"),
                            ("PAPERS_OUT", "Papers out"),
                            ("HELD", "Held, no minutes yet"),
                            ("MINUTES_DRAFT", "Minutes in draft"),
                            ("MINUTES_AGREED", "Minutes agreed"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="groups.meeting",
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
            name="Minutes",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("WRITING", "Being written"),
                            ("WITH_CHAIR", "With the chair"),
                            ("CLEARED", "Draft cleared by the chair"),
                            ("AGREED", "Agreed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("started_at", models.DateTimeField()),
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
                    "agreed_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_agreed",
                        to="groups.meeting",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="groups.meeting",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Correction",
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
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "noted_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections_noted",
                        to="groups.meeting",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="groups.minutes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MinutesComment",
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
                ("said_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="groups.minutes",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MinutesStep",
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
                            ("WRITING", "Being written"),
                            ("WITH_CHAIR", "With the chair"),
                            ("CLEARED", "Draft cleared by the chair"),
                            ("AGREED", "Agreed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="groups.minutes",
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
            name="PlannedItem",
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
                ("month", models.DateField()),
                ("title", models.CharField(max_length=200)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("DECIDE", "To decide"),
                            ("ASSURE", "To be assured"),
                            ("DISCUSS", "To discuss"),
                            ("NOTE", "To note"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_dropped", models.BooleanField(default=False)),
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
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_items",
                        to="bodies.body",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="planned_item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="groups.planneditem",
            ),
        ),
        migrations.CreateModel(
            name="StandingItem",
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
                ("title", models.CharField(max_length=200)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("DECIDE", "To decide"),
                            ("ASSURE", "To be assured"),
                            ("DISCUSS", "To discuss"),
                            ("NOTE", "To note"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("PUBLIC", "Public"),
                            ("PARTNER", "Partners: Official"),
                            ("EXECUTIVE", "Executive: Official"),
                            ("RESTRICTED", "Restricted: Official-Sensitive"),
                        ],
                        max_length=12,
                    ),
                ),
                ("minutes_allowed", models.PositiveSmallIntegerField(default=5)),
                ("added_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standing_items",
                        to="bodies.body",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="standing_item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="groups.standingitem",
            ),
        ),
        migrations.CreateModel(
            name="CalendarFeed",
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
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("person",),
                        name="one_standing_feed_a_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CirculatedVote",
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
                    "choice",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FOR", "For"),
                            ("AGAINST", "Against"),
                            ("ABSTAIN", "Abstain"),
                            ("DISCUSS", "I want this discussed at a meeting"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("voted_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="circulated_votes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.seat",
                    ),
                ),
                (
                    "voted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "circulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="groups.circulation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("circulation", "seat"), name="one_vote_a_seat"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("choice", ""),
                                ("voted_at__isnull", True),
                                ("voted_by__isnull", True),
                            ),
                            models.Q(
                                models.Q(("choice", ""), _negated=True),
                                ("voted_at__isnull", False),
                                ("voted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_vote_is_given_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemAction",
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
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="item_links",
                        to="actions.action",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_links",
                        to="groups.agendaitem",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "action"),
                        name="an_action_comes_once_from_an_item",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemNote",
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
                ("version", models.PositiveIntegerField()),
                ("words", models.TextField(blank=True)),
                ("written_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="groups.agendaitem",
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
                        fields=("item", "version"), name="one_note_a_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemPaper",
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
                ("is_late", models.BooleanField(default=False)),
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tabled",
                        to="documents.document",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="groups.agendaitem",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "document"),
                        name="a_paper_is_tabled_once_for_an_item",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Interest",
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
                    "nature",
                    models.CharField(
                        choices=[
                            ("PERSONAL", "Personal or family"),
                            (
                                "PROFESSIONAL",
                                "Professional, as part of the work concerned",
                            ),
                            ("FINANCIAL", "Financial"),
                            ("OTHER", "Another"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("STAYED", "Stayed and took part"),
                            ("NO_VOTE", "Stayed, took no part in the decision"),
                            ("LEFT", "Left for the item"),
                        ],
                        max_length=10,
                    ),
                ),
                ("declared_at", models.DateTimeField()),
                (
                    "declared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to="groups.agendaitem",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to="groups.meeting",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("item__isnull", False)),
                        fields=("meeting", "item", "person"),
                        name="one_interest_a_person_and_item",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                fields=["body", "decided_on"], name="decisions_of_a_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", True), ("published_by__isnull", True)
                    ),
                    models.Q(
                        ("published_at__isnull", False), ("published_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_decision_is_published_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_at__isnull", True),
                    ("is_publishable", True),
                    _connector="OR",
                ),
                name="only_the_publishable_is_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="circulation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_circulation_is_ended_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("meeting", "seat"), name="one_attendance_a_seat"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaplacing",
            constraint=models.UniqueConstraint(
                fields=("meeting", "sequence"), name="one_placing_at_a_place"
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["body", "starts"], name="meetings_of_a_body"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))),
                name="meeting_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state",
                            kith.domain.rules.states.meetings.MeetingState["CANCELLED"],
                        ),
                        models.Q(("cancelled_because", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "state",
                                kith.domain.rules.states.meetings.MeetingState[
                                    "CANCELLED"
                                ],
                            ),
                            _negated=True,
                        ),
                        ("cancelled_because", ""),
                    ),
                    _connector="OR",
                ),
                name="a_meeting_is_cancelled_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                    models.Q(
                        ("agreed_at__isnull", False), ("agreed_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="minutes_are_agreed_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="planneditem",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__day", 1)),
                name="a_work_plan_counts_in_whole_months",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_standing_item_is_ended_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("is_withdrawn", False), ("withdrawn_because", "")),
                    models.Q(
                        ("is_withdrawn", True),
                        models.Q(("withdrawn_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_item_is_withdrawn_for_a_reason",
            ),
        ),
    ]
