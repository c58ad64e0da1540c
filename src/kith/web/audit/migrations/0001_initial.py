import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, primary_key=True, serialize=False
                    ),
                ),
                ("sequence", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="LookedInto",
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
                ("alert", models.CharField(db_index=True, max_length=64)),
                ("person", models.UUIDField()),
                ("words", models.TextField()),
                ("by", models.UUIDField()),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                ("sequence", models.PositiveBigIntegerField(unique=True)),
                ("at", models.DateTimeField()),
                ("actor_person", models.UUIDField(null=True)),
                ("actor_name", models.CharField(max_length=200)),
                ("acting_for", models.CharField(blank=True, max_length=200)),
                ("origin", models.CharField(blank=True, max_length=100)),
                ("verb", models.CharField(max_length=80)),
                ("noun", models.CharField(blank=True, max_length=40)),
                ("key", models.UUIDField(null=True)),
                ("area", models.CharField(blank=True, max_length=9)),
                ("body", models.UUIDField(null=True)),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("details", models.JSONField(default=dict)),
                ("digest_before", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["noun", "key"], name="event_of_a_record"),
                    models.Index(
                        fields=["actor_person", "at"], name="event_of_a_person"
                    ),
                    models.Index(fields=["area", "at"], name="event_of_an_area"),
                    models.Index(fields=["body", "at"], name="event_of_a_body"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Touched",
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
                ("noun", models.CharField(max_length=40)),
                ("key", models.UUIDField()),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="touched",
                        to="audit.event",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["noun", "key"], name="touched_record")
                ],
            },
        ),
    ]
