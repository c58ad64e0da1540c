"""The Standard Safeguarding Dataset (SSD): tables as CSV or Parquet.

Source: the SSD specification of the Data to Insight programme, edition 1.4.5.
Columns keep the specification's own names. Who works with a child, names, national
numbers and free text are left out on purpose: no measure needs them.
"""

from kith.contracts.feeds.feed import Feed, FileFormat
from kith.contracts.feeds.ssd import care, education, protection, social_care


FEED = Feed(
    code="ssd",
    title="Standard Safeguarding Dataset",
    owner="the council's performance team",
    lawful_basis=(
        "Children Act 1989 s17, s47; Children Act 2004 s10, s11, s16E; "
        "UK GDPR Art 6(1)(e), 9(2)(g)"
    ),
    child_level=True,
    source="Data to Insight, Standard Safeguarding Dataset 1.4.5",
    formats=(FileFormat.CSV, FileFormat.PARQUET, FileFormat.XLSX),
    tables=(
        *social_care.TABLES,
        *protection.TABLES,
        *care.TABLES,
        *education.TABLES,
    ),
)
