import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IndicatorVersion",
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
                ("code", models.CharField(max_length=80)),
                ("number", models.PositiveIntegerField()),
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=150)),
                ("definition", models.TextField()),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("children", "children"),
                            ("episodes", "episodes"),
                            ("events", "events"),
                            ("plans", "plans"),
                            ("referrals", "referrals"),
                            ("contacts", "contacts"),
                            ("assessments", "assessments"),
                            ("discussions", "discussions"),
                            ("enquiries", "enquiries"),
                            ("conferences", "conferences"),
                            ("notifications", "notifications"),
                            ("interviews", "interviews"),
                            ("allegations", "allegations"),
                            ("people", "people"),
                            ("per 10,000", "per 10,000"),
                            ("per 100,000", "per 100,000"),
                            ("per cent", "per cent"),
                            ("working days", "working days"),
                            ("days", "days"),
                            ("pounds", "pounds"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("flow in period", "Counted as it happens in the period"),
                            (
                                "ever in period",
                                "Children or people, each once in the period",
                            ),
                            (
                                "snapshot at the last day",
                                "As it stands on the last day",
                            ),
                            ("ratio", "A share: one count of another"),
                            ("rate", "A rate: a count by population"),
                            ("timeliness", "A share that was on time"),
                            ("duration", "A length of time"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("help", "Who needed help?"),
                            ("protection", "Who was protected?"),
                            ("care", "Who was in care, or leaving it?"),
                            ("missing", "Who went missing?"),
                            ("home", "Who lived with domestic abuse?"),
                            ("education", "Who needed more from education?"),
                            ("workforce", "Were adults who work with children safe?"),
                            ("health", "How healthy were children?"),
                            ("exploitation", "Who was exploited?"),
                            ("justice", "Who met the justice system?"),
                            ("partnership", "Did partners do what they promised?"),
                            ("people", "Who lives here?"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("council", "The council"),
                            ("health", "Health"),
                            ("marac", "MARAC"),
                            ("ons", "Office for National Statistics"),
                            ("platform", "This platform"),
                            ("police", "The police"),
                            ("schools", "Schools"),
                            ("youth_justice", "Youth justice"),
                        ],
                        max_length=40,
                    ),
                ),
                ("numerator", models.CharField(max_length=500)),
                ("denominator", models.CharField(blank=True, max_length=500)),
                ("authority", models.CharField(max_length=500)),
                (
                    "polarity",
                    models.CharField(
                        choices=[
                            ("higher", "Higher is better"),
                            ("lower", "Lower is better"),
                            ("neither", "Neither, or it cannot be said"),
                        ],
                        max_length=10,
                    ),
                ),
                ("doubt", models.TextField(blank=True)),
                ("is_process", models.BooleanField(default=False)),
                ("valid_from", models.DateField()),
                ("counts_anew", models.BooleanField()),
                ("because", models.TextField()),
                ("said_at", models.DateTimeField()),
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
                        fields=("code", "number"), name="an_indicator_changes_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True),
                        name="a_change_of_definition_says_why",
                    ),
                ],
            },
        ),
    ]
