"""Children looked after, their placements, and care leavers."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import spell


CARE_SPELLS = spell(
    "care_spells",
    "a period of being looked after, from entering to leaving care",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("legal_status", ColumnType.CODE, "latest legal status, 903 code"),
        Column("primary_need", ColumnType.CODE, "N1 to N8"),
        Column("ceased_reason", ColumnType.CODE, "903 code"),
        Column("is_unaccompanied", ColumnType.BOOLEAN, "unaccompanied asylum seeker"),
    ),
)

PLACEMENTS = spell(
    "placements",
    "a placement during a period of care",
    told_by=("ssd", "annex_a"),
    columns=(
        Column("placement_type", ColumnType.CODE, "903 code such as U6"),
        Column("provider", ColumnType.CODE, "PR0 to PR5"),
    ),
)

CARE_LEAVERS = spell(
    "care_leavers",
    "a young person served as a care leaver during the days a return reports",
    told_by=("ssd", "annex_a"),
    columns=(
        Column(
            "eligibility",
            ColumnType.CODE,
            "category",
            codes=(
                "relevant",
                "former_relevant",
                "qualifying",
                "eligible",
                "not_known",
            ),
        ),
        Column("in_touch", ColumnType.BOOLEAN, "the council is in touch"),
        Column(
            "accommodation_suitable", ColumnType.BOOLEAN, "accommodation is suitable"
        ),
    ),
)

TABLES = (CARE_SPELLS, PLACEMENTS, CARE_LEAVERS)
