"""Rulebooks: laws and guidance as dated editions.

"Working Together" is never one text. A clock belongs to editions, and a case keeps
the edition in force on its trigger date, whatever is published afterwards. An
edition whose text or date is not certain says so, and so does every answer from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


class UnknownRulebook(LookupError):  # noqa: N818 (says what has happened)
    """No edition is held under this code."""


@dataclass(frozen=True)
class Rulebook:
    """One edition, in force from its first day to its last, both included."""

    code: str
    family: str
    title: str
    valid_from: date
    valid_to: date | None
    source: str
    doubt: str = ""

    def is_in_force(self, day: date) -> bool:
        """Whether the edition held on that day."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class _Edition:
    code: str
    title: str
    valid_from: date
    source: str
    doubt: str = ""


def _family(family: str, *editions: _Edition) -> tuple[Rulebook, ...]:
    """Editions of one text: each ends the day before the next begins."""
    ends = [later.valid_from - timedelta(days=1) for later in editions[1:]]
    return tuple(
        Rulebook(
            code=edition.code,
            family=family,
            title=edition.title,
            valid_from=edition.valid_from,
            valid_to=end,
            source=edition.source,
            doubt=edition.doubt,
        )
        for edition, end in zip(editions, [*ends, None], strict=True)
    )


WORKING_TOGETHER = _family(
    "working-together",
    _Edition(
        "wt-2018",
        "Working Together to Safeguard Children 2018",
        date(2018, 7, 4),
        "HM Government, July 2018, under Children Act 2004 s16K",
    ),
    _Edition(
        "wt-2023",
        "Working Together to Safeguard Children 2023",
        date(2023, 12, 15),
        "HM Government, December 2023, under Children Act 2004 s16K",
    ),
    _Edition(
        "wt-2026",
        "Working Together to Safeguard Children 2026",
        date(2026, 3, 1),
        "HM Government, 2026, under Children Act 2004 s16K",
        "The 2026 edition's month (March) is inferred, and its text has not been "
        "checked for a change to this clock.",
    ),
)

KCSIE = _family(
    "kcsie",
    *(
        _Edition(
            f"kcsie-{year}",
            f"Keeping Children Safe in Education {year}",
            date(year, 9, 1),
            f"Department for Education, in force from September {year}",
        )
        for year in range(2018, 2026)
    ),
    _Edition(
        "kcsie-2026",
        "Keeping Children Safe in Education 2026",
        date(2026, 9, 1),
        "Department for Education, planned for September 2026",
        "The 2026 edition was consulted on in early 2026; its final text has not "
        "been checked.",
    ),
)

GUIDANCE = (
    *_family(
        "child-death-review",
        _Edition(
            "cdr-2018",
            "Child Death Review Statutory and Operational Guidance 2018",
            date(2018, 10, 1),
            "HM Government, October 2018, under Children Act 2004 s16Q",
        ),
    ),
    *_family(
        "missing-children",
        _Edition(
            "missing-2014",
            "Children who run away or go missing from home or care 2014",
            date(2014, 1, 1),
            "Department for Education statutory guidance, January 2014",
        ),
    ),
    *_family(
        "panel",
        _Edition(
            "panel-2025",
            "Child Safeguarding Practice Review Panel: guidance for partners 2025",
            date(2025, 6, 1),
            "Child Safeguarding Practice Review Panel, June 2025",
        ),
    ),
    *_family(
        "looked-after-health",
        _Edition(
            "looked-after-health-2015",
            "Promoting the health and well-being of looked-after children 2015",
            date(2015, 3, 1),
            "Departments for Education and of Health, March 2015",
        ),
    ),
    *_family(
        "early-years",
        _Edition(
            "eyfs",
            "Early years foundation stage statutory framework",
            date(2012, 9, 1),
            "Department for Education; the wording has stood through its editions",
        ),
    ),
    *_family(
        "health-competences",
        _Edition(
            "intercollegiate-2019",
            "Safeguarding Children and Young People: Roles and Competencies 2019",
            date(2019, 1, 1),
            "Intercollegiate document of the royal colleges, January 2019",
        ),
    ),
    *_family(
        "cin-census",
        _Edition(
            "cin-census",
            "Children in need census guide",
            date(2010, 4, 1),
            "Department for Education, yearly; the counting has stood through them",
        ),
    ),
)

LAW = (
    *_family(
        "children-act",
        _Edition(
            "children-act-1989",
            "Children Act 1989",
            date(1991, 10, 14),
            "Children Act 1989, in force from October 1991",
        ),
    ),
    *_family(
        "care-planning",
        _Edition(
            "care-planning-2010",
            "Care Planning, Placement and Case Review (England) Regulations 2010",
            date(2011, 4, 1),
            "S.I. 2010/959, in force from April 2011",
        ),
    ),
    *_family(
        "reviews-regulations",
        _Edition(
            "reviews-2018",
            "Child Safeguarding Practice Review and Relevant Agency (England) "
            "Regulations 2018",
            date(2018, 6, 29),
            "S.I. 2018/789",
        ),
    ),
    *_family(
        "send",
        _Edition(
            "send-2014",
            "Special Educational Needs and Disability Regulations 2014",
            date(2014, 9, 1),
            "S.I. 2014/1530",
        ),
    ),
    *_family(
        "pupil-registration",
        _Edition(
            "pupil-registration-2006",
            "Education (Pupil Registration) (England) Regulations 2006",
            date(2006, 9, 1),
            "S.I. 2006/1751",
        ),
        _Edition(
            "school-attendance-2024",
            "School Attendance (Pupil Registration) (England) Regulations 2024",
            date(2024, 8, 19),
            "S.I. 2024/208",
        ),
    ),
    *_family(
        "freedom-of-information",
        _Edition(
            "foi-2000",
            "Freedom of Information Act 2000",
            date(2005, 1, 1),
            "Freedom of Information Act 2000, in force from January 2005",
        ),
    ),
    *_family(
        "data-protection",
        _Edition(
            "ico",
            "UK GDPR, as the Information Commissioner applies it",
            date(2018, 5, 25),
            "UK GDPR and Data Protection Act 2018",
        ),
    ),
)

INSPECTION = (
    *_family(
        "ilacs",
        _Edition(
            "ilacs",
            "Inspecting local authority children's services (ILACS)",
            date(2018, 1, 1),
            "Ofsted framework under Education and Inspections Act 2006",
        ),
    ),
    *_family(
        "jtai",
        _Edition(
            "jtai",
            "Joint targeted area inspection framework (JTAI)",
            date(2016, 1, 1),
            "Ofsted, CQC, HMICFRS and HMI Probation, under Children Act 2004 s20",
        ),
    ),
)

LOCAL = _family(
    "local",
    _Edition(
        "local",
        "Local practice",
        date(2010, 1, 1),
        "What partnerships set for themselves: a target, never law",
    ),
)

RULEBOOKS = (*WORKING_TOGETHER, *KCSIE, *GUIDANCE, *LAW, *INSPECTION, *LOCAL)

_BY_CODE = {rulebook.code: rulebook for rulebook in RULEBOOKS}


def rulebook(code: str) -> Rulebook:
    """The edition of this code."""
    try:
        return _BY_CODE[code]
    except KeyError as absent:
        raise UnknownRulebook(code) from absent


def in_force(family: str, day: date) -> Rulebook | None:
    """The edition of a family in force on a day; none before the first one held."""
    return next(
        (each for each in RULEBOOKS if each.family == family and each.is_in_force(day)),
        None,
    )
