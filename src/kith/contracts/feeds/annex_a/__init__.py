"""Ofsted's Annex A: the workbook of child-level lists that councils keep ready.

Source: annex A of the framework for inspecting local authority children's services
(ILACS), lists 1 to 11. Headers vary between councils, so matching is tolerant.
"""

from kith.contracts.feeds.annex_a import adoption, care, front_door, plans
from kith.contracts.feeds.feed import Feed, FileFormat


FEED = Feed(
    code="annex_a",
    title="Annex A workbook, lists 1 to 11",
    owner="the council's performance team",
    lawful_basis=(
        "Children Act 1989 s17, s47; Children Act 2004 s10, s11, s16E; "
        "UK GDPR Art 6(1)(e), 9(2)(g)"
    ),
    child_level=True,
    source="Ofsted, inspecting local authority children's services (ILACS), annex A",
    formats=(FileFormat.XLSX, FileFormat.CSV, FileFormat.PARQUET),
    tables=(*front_door.LISTS, *plans.LISTS, *care.LISTS, *adoption.LISTS),
)
