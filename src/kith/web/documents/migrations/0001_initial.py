import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                ("area", models.CharField(blank=True, max_length=9)),
                ("body", models.UUIDField(null=True)),
                ("dated_on", models.DateField(null=True)),
                ("review_on", models.DateField(null=True)),
                ("version_number", models.PositiveIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
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
                        related_name="documents",
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
            options={
                "indexes": [
                    models.Index(
                        fields=["body", "marking"], name="documents_of_a_body"
                    ),
                    models.Index(
                        fields=["area", "marking"], name="documents_of_an_area"
                    ),
                    models.Index(
                        fields=["owner", "review_on"], name="documents_to_review"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("body__isnull", False),
                            models.Q(("area", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_document_belongs_somewhere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_because", ""),
                                ("withdrawn_by__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_document_is_withdrawn_by_somebody_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentStep",
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
                ("words", models.CharField(blank=True, max_length=300)),
                ("taken_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="documents.document",
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
            name="DocumentVersion",
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
                ("file", models.UUIDField(unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("PDF", "PDF"),
                            ("DOCX", "Word document"),
                            ("XLSX", "Excel workbook"),
                            ("PPTX", "PowerPoint presentation"),
                            ("ODT", "OpenDocument text"),
                            ("CSV", "Table of values (CSV)"),
                            ("TXT", "Plain text"),
                            ("PNG", "Picture (PNG)"),
                            ("JPEG", "Picture (JPEG)"),
                        ],
                        max_length=5,
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            (
                                "NOT_SCANNED",
                                "Not scanned for viruses: no scanner was there",
                            ),
                            ("CLEAN", "Scanned, and no virus was found"),
                        ],
                        max_length=12,
                    ),
                ),
                ("scanned_with", models.CharField(blank=True, max_length=100)),
                ("words", models.CharField(blank=True, max_length=300)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="documents.document",
                    ),
                ),
                (
                    "uploaded_by",
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
                        fields=("document", "number"), name="one_file_a_version"
                    )
                ],
            },
        ),
    ]
