"""Who a child is, as far as the returns say."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form


PEOPLE = FactTable(
    "people",
    "one row a child and agency: the attributes that breakdowns use",
    Form.ATTRIBUTE,
    key=("child",),
    date="extracted_on",
    told_by=(
        "ssd",
        "annex_a",
        "missing_and_return_interviews",
        "strategy_discussions",
        "early_help",
        "ehc_plans",
        "home_education",
        "police",
    ),
    columns=(
        Column("died_on", ColumnType.DATE, "date of death", personal=True),
        Column("has_disability", ColumnType.BOOLEAN, "recorded as disabled"),
    ),
)

POPULATION = FactTable(
    "population",
    "how many people live in an area: summed over age, sex and area, never over time",
    Form.ATTRIBUTE,
    key=("area", "year", "age", "sex", "ethnicity"),
    date="estimate_on",
    told_by=("population",),
    columns=(
        Column(
            "estimate_on",
            ColumnType.DATE,
            "30 June for mid-year, census day",
            required=True,
        ),
        Column("year", ColumnType.INTEGER, "year of the estimate", required=True),
        Column(
            "basis",
            ColumnType.CODE,
            "which series",
            required=True,
            codes=("mid_year", "census"),
        ),
        Column("age", ColumnType.INTEGER, "single year of age", required=True),
        Column("sex", ColumnType.CODE, "female, male, or persons"),
        Column("ethnicity", ColumnType.CODE, "group; 'all' in mid-year rows"),
        Column("persons", ColumnType.INTEGER, "the weight", required=True),
    ),
    about_a_child=False,
)

TABLES = (PEOPLE, POPULATION)
