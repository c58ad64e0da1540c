"""Population: the office for national statistics' estimates, in a plain layout."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import Feed, FeedTable, FileFormat, column


FEED = Feed(
    code="population",
    title="Population estimates",
    owner="Office for National Statistics",
    lawful_basis="published statistics; no personal data",
    child_level=False,
    source="ONS mid-year population estimates; census by ethnic group",
    formats=(FileFormat.CSV, FileFormat.XLSX, FileFormat.PARQUET),
    tables=(
        FeedTable(
            "mid_year",
            "persons by area, year, single year of age and sex",
            (
                column(
                    "area",
                    T.CODE,
                    "ONS code",
                    required=True,
                    headers=("ladcode", "geography code"),
                ),
                column(
                    "year", T.INTEGER, "year of the mid-year estimate", required=True
                ),
                column("age", T.INTEGER, "single year of age", required=True),
                column(
                    "sex",
                    T.CODE,
                    "sex",
                    required=True,
                    codes=("female", "male", "persons"),
                    values=(
                        ("f", "female"),
                        ("m", "male"),
                        ("2", "female"),
                        ("1", "male"),
                    ),
                ),
                column(
                    "persons",
                    T.INTEGER,
                    "how many people",
                    required=True,
                    headers=("population", "count"),
                ),
            ),
            key=("area", "year", "age", "sex"),
            file_names=("mid_year", "population"),
            facts=("population",),
        ),
        FeedTable(
            "census",
            "persons by area, census year, single year of age and ethnic group",
            (
                column("area", T.CODE, "ONS code", required=True),
                column("year", T.INTEGER, "census year", required=True),
                column("age", T.INTEGER, "single year of age", required=True),
                column(
                    "ethnicity",
                    T.CODE,
                    "one of the five groups",
                    required=True,
                    codes=("asian", "black", "mixed", "white", "other"),
                ),
                column("persons", T.INTEGER, "how many people", required=True),
            ),
            key=("area", "year", "age", "ethnicity"),
            file_names=("census",),
            facts=("population",),
        ),
    ),
)
