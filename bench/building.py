"""How long checking and building take, beside bare DuckDB that only copies the files.

Invents a council's and a police force's returns, then times `kith evidence check` and
`kith evidence build` as anybody runs them, and a program that reads the same files as
text and writes them as Parquet. Each is a program of its own, its start included.

    python bench/building.py --rows 100000 --rows 1000000
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb


AREA = "E06000024"
PARTNERSHIP = f"""name = "Bench"
from = 2019-11-01
to = 2020-12-31
rule_set = "dfe"
invented = true
stands_on = 2021-01-15

[areas]
{AREA} = "North Somerset"

[agencies]
council = "A council"
police = "A police force"
"""
RETURN = f"""feed = "{{feed}}"
agency = "{{agency}}"
area = "{AREA}"
from = 2019-11-01
to = 2020-12-31
extracted_on = 2021-01-04
agreement = "Invented for a benchmark"
"""

_START = (
    "(DATE '2019-11-01' + CAST(200 * (i // people) + (i % people) * 7919 % 90 AS INT))"
)
"""A child's first case begins in the first ninety days, the next 200 days later."""
_WHO = "'P' || (i % people)"
_BORN = "DATE '2005-01-01' + CAST((i % people) * 31 % 5000 AS INT)"

SSD = {
    "person": (
        10,
        (
            f"{_WHO} AS pers_person_id, ['female', 'male'][1 + i % 2] AS pers_sex, "
            "['WBRI', 'MWBC', 'AIND', 'BAFR'][1 + i % 4] AS pers_ethnicity, "
            f"{_BORN} AS pers_dob"
        ),
    ),
    "contacts": (
        25,
        (
            f"'C' || i AS cont_contact_id, {_WHO} AS cont_person_id, "
            f"{_START} AS cont_contact_date, '1A' AS cont_contact_source_code"
        ),
    ),
    "cin_episodes": (
        20,
        (
            f"'R' || i AS cine_referral_id, {_WHO} AS cine_person_id, {_START} "
            "AS cine_referral_date, 'N1' AS cine_cin_primary_need_code, '1A' "
            "AS cine_referral_source_code, 'false' AS cine_referral_nfa, 'RC1' "
            f"AS cine_close_reason, {_START} + 100 AS cine_close_date"
        ),
    ),
    "cin_assessments": (
        15,
        (
            f"'A' || i AS cina_assessment_id, {_WHO} AS cina_person_id, 'R' || i "
            f"AS cina_referral_id, {_START} + 1 AS cina_assessment_start_date, 'true' "
            f"AS cina_assessment_child_seen, {_START} + 1 + CAST(i % 60 AS INT) AS "
            "cina_assessment_auth_date, 'false' AS cina_assessment_outcome_nfa"
        ),
    ),
    "s47_enquiry": (
        5,
        (
            f"'S' || i AS s47e_s47_enquiry_id, 'R' || i AS s47e_referral_id, {_WHO} AS "
            f"s47e_person_id, {_START} + 3 AS s47e_s47_start_date, {_START} + 8 AS "
            "s47e_s47_end_date, 'false' AS s47e_s47_nfa"
        ),
    ),
    "initial_cp_conference": (
        4,
        (
            "'I' || i AS icpc_icpc_id, 'S' || i AS icpc_s47_enquiry_id, "
            f"{_WHO} AS icpc_person_id, 'L' || i AS icpc_cp_plan_id, 'R' || i AS "
            f"icpc_referral_id, 'false' AS icpc_icpc_transfer_in, {_START} + 10 AS "
            "icpc_icpc_date, 'true' AS icpc_icpc_outcome_cp_flag"
        ),
    ),
    "cp_plans": (
        3,
        (
            "'L' || i AS cppl_cp_plan_id, 'R' || i AS cppl_referral_id, 'I' || i AS "
            f"cppl_icpc_id, {_WHO} AS cppl_person_id, {_START} + 10 AS "
            f"cppl_cp_plan_start_date, {_START} + 90 AS cppl_cp_plan_end_date, 'NEG' "
            "AS cppl_cp_plan_initial_category, 'NEG' AS cppl_cp_plan_latest_category"
        ),
    ),
    "cin_plans": (
        8,
        (
            "'N' || i AS cinp_cin_plan_id, 'R' || i AS cinp_referral_id, "
            f"{_WHO} AS cinp_person_id, {_START} + 20 AS cinp_cin_plan_start_date, "
            f"{_START} + 95 AS cinp_cin_plan_end_date"
        ),
    ),
}
"""How many in a hundred rows each table gets, and what stands in them."""
POLICE = {
    "domestic_abuse_notifications": (
        10,
        (
            f"'D' || i AS notification_id, 'Q' || i AS incident_id, {_WHO} AS child_id, "
            "['female', 'male'][1 + i % 2] AS sex, 'WBRI' AS ethnicity_code, "
            f"{_BORN} AS dob, {_START} AS notified_on, 'medium' AS risk"
        ),
    )
}


@dataclass(frozen=True)
class Run:
    """What a program took: seconds, and the most memory it held."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:>9.1f}{self.megabytes:>7,.0f}"


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, action="append")
    parser.add_argument("--copy", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.copy:
        _copy(args.copy)
        return 0
    print(
        f"{'rows':>12}{'check, s':>9}{'MB':>7}{'build, s':>9}{'MB':>7}"
        f"{'bare, s':>9}{'MB':>7}{'ratio':>8}"
    )
    sizes = sorted(args.rows or [100_000, 1_000_000])
    took = [_of_size(rows) for rows in sizes]
    for (fewer, before), (more, after) in pairwise(zip(sizes, took, strict=True)):
        grown = (after - before) / (more - fewer) * 1_000_000
        print(f"{fewer:,} to {more:,} rows: {grown:.1f} s more for a million more")
    return 0


def _of_size(rows: int) -> float:
    """Prints one size's row; the seconds of check and build together."""
    folder = Path(tempfile.mkdtemp(prefix="kith-bench-"))
    try:
        _invent(folder / "returns", rows)
        check, build = _check(folder), _build(folder)
        bare = _run([sys.executable, __file__, "--copy", str(folder)])
    finally:
        shutil.rmtree(folder)
    kith = check.seconds + build.seconds
    ratio = kith / bare.seconds
    print(f"{rows:>12,}{check}{build}{bare}{ratio:>8.1f}", flush=True)
    return kith


def _invent(returns: Path, rows: int) -> None:
    con = duckdb.connect()
    for feed, agency, tables in (
        ("ssd", "council", SSD),
        ("police", "police", POLICE),
    ):
        folder = returns / feed
        folder.mkdir(parents=True)
        (folder / "return.toml").write_text(RETURN.format(feed=feed, agency=agency))
        for name, (share, columns) in tables.items():
            con.execute(
                f"COPY (SELECT {columns} FROM range({rows * share // 100}) t(i), "
                f"(SELECT {rows // 10} AS people)) TO '{folder / name}.csv' (HEADER)"
            )
    (returns / "partnership.toml").write_text(PARTNERSHIP)


def _check(folder: Path) -> Run:
    runs = [
        _kith(
            "check",
            *sorted(map(str, (folder / "returns" / feed).glob("*.csv"))),
            "--as",
            feed,
            "--area",
            AREA,
        )
        for feed in ("ssd", "police")
    ]
    return Run(sum(r.seconds for r in runs), max(r.megabytes for r in runs))


def _build(folder: Path) -> Run:
    return _kith("build", str(folder / "returns"), "--out", str(folder / "store"))


def _kith(*words: str) -> Run:
    return _run([sys.executable, "-m", "kith.cli", "evidence", *words])


def _run(command: list[str]) -> Run:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command[:5])} … ended with {child.returncode}")
    return Run(time.perf_counter() - start, used.ru_maxrss / 1024)


def _copy(folder: Path) -> None:
    con = duckdb.connect()
    for file in sorted((folder / "returns").glob("*/*.csv")):
        con.execute(
            f"COPY (FROM read_csv('{file}', all_varchar = true)) "
            f"TO '{folder / file.stem}.parquet' (FORMAT parquet)"
        )


if __name__ == "__main__":
    sys.exit(main())
