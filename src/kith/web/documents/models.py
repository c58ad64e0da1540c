"""Documents and their versions: what was kept, how it was checked, who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.vocabulary import markings
from kith.domain.vocabulary.markings import Marking
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import MARKING_READ
from kith.web.audit.append_only import AppendOnly


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


MARKING_CHOICES = [(one.value, words) for one, words in markings.WORDS.items()]


class FileKind(models.TextChoices):
    """What a file is, as its content says; its name is never asked."""

    PDF = "PDF", "PDF"
    DOCX = "DOCX", "Word document"
    XLSX = "XLSX", "Excel workbook"
    PPTX = "PPTX", "PowerPoint presentation"
    ODT = "ODT", "OpenDocument text"
    CSV = "CSV", "Table of values (CSV)"
    TXT = "TXT", "Plain text"
    PNG = "PNG", "Picture (PNG)"
    JPEG = "JPEG", "Picture (JPEG)"


class Scan(models.TextChoices):
    """What the virus scanner said; what it finds is never kept, so that is no choice."""

    NOT_SCANNED = "NOT_SCANNED", "Not scanned for viruses: no scanner was there"
    CLEAN = "CLEAN", "Scanned, and no virus was found"


class Documents(models.QuerySet["Document"]):
    """Documents by who may see them, and by the day."""

    def visible_to(self, viewer: Viewer) -> Documents:
        """Those of the viewer's bodies and areas, in markings they may read there.

        A document of a body is asked for by its body, and by its area only where it
        has none.
        """
        readable = self._where(viewer, P.DOCUMENT_SEE, Marking.PUBLIC)
        for marking, needed in MARKING_READ.items():
            readable |= self._where(viewer, needed, marking)
        seen = Q(body__in=viewer.bodies(P.DOCUMENT_SEE)) | Q(
            body__isnull=True, area__in=viewer.areas(P.DOCUMENT_SEE)
        )
        named = Q(pk__in=viewer.cases("documents", P.DOCUMENT_SEE))
        return self.filter(readable & seen | named).exclude(
            pk__in=viewer.blocked_keys("documents")
        )

    @staticmethod
    def _where(viewer: Viewer, permission: P, marking: Marking) -> Q:
        return Q(marking=marking) & (
            Q(body__in=viewer.bodies(permission))
            | Q(body__isnull=True, area__in=viewer.areas(permission))
        )

    def standing(self) -> Documents:
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def to_review_by(self, day: date) -> Documents:
        """Standing, and due to be looked at again on or before the day."""
        return self.standing().filter(review_on__lte=day)


class Document(models.Model):
    """Something written that the partnership keeps, in one or more versions.

    ``area`` is an ONS code and ``body`` a body's key: bodies stand above documents, so
    there is no foreign key. ``dated_on`` is the day on the document itself, for what
    was brought in from before. ``version_number`` names the version that stands.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    area = models.CharField(max_length=9, blank=True)
    body = models.UUIDField(null=True)
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="documents"
    )
    dated_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    version_number = models.PositiveIntegerField(default=0)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = Documents.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False) | ~Q(area=""),
                name="a_document_belongs_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True,
                    withdrawn_by__isnull=True,
                    withdrawn_because="",
                )
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_because=""),
                name="a_document_is_withdrawn_by_somebody_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "marking"], name="documents_of_a_body"),
            models.Index(fields=["area", "marking"], name="documents_of_an_area"),
            models.Index(fields=["owner", "review_on"], name="documents_to_review"),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentVersion(AppendOnly):
    """One file of a document: where it is kept, what it is, how it was checked.

    ``file`` is a random key below ``KITH_HOME/files``; the name that somebody's machine
    gave the file is not kept. ``words`` say what is new.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    file = models.UUIDField(unique=True)
    kind = models.CharField(max_length=5, choices=FileKind.choices)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=12, choices=Scan.choices)
    scanned_with = models.CharField(max_length=100, blank=True)
    words = models.CharField(max_length=300, blank=True)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="one_file_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.document_id}"


class DocumentStep(AppendOnly):
    """One step of a document's story: added, a new version, reviewed, withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="steps"
    )
    move = models.CharField(max_length=30)
    words = models.CharField(max_length=300, blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.document_id}"
