"""Lists 10 and 11: read, checked and accounted for; no measure reads them."""

from kith.contracts.feeds.annex_a.columns import (
    LEFT_OUT,
    adopter,
    child,
    code,
    day,
    disability,
    family,
    number,
    yes_no,
)
from kith.contracts.feeds.feed import FeedTable, area_column


LIST_10 = FeedTable(
    "list_10",
    "children with a decision for adoption in the last 12 months",
    (
        *child(),
        family(),
        disability(),
        day("entered_care_on", "day care began", "Date the Child Entered Care"),
        day(
            "decided_on",
            "day the agency decided",
            "Date of Decision that Child Should be Placed for Adoption",
        ),
        day("placement_order_on", "placement order", "Date of Placement Order"),
        day(
            "matched_on",
            "day of the match",
            "Date of Matching Child and Prospective Adopters",
        ),
        day("placed_on", "day placed", "Date Placed for Adoption"),
        day("adopted_on", "adoption order", "Date of Adoption Order"),
        day(
            "reversed_on",
            "day the decision was reversed",
            "Date of Decision that Child Should No Longer be Placed for Adoption",
        ),
        code(
            "reversed_reason",
            "why it was reversed",
            "Reason Why Child No Longer Placed for Adoption",
            codes=("RD1", "RD2", "RD3", "RD4"),
        ),
        day(
            "fostered_on",
            "day placed to foster for adoption",
            "Date the child was placed for fostering in FFA or concurrent planning "
            "placement",
        ),
        area_column(),
    ),
    key=("child_id",),
    file_names=("list 10", "annex a list 10"),
    left_out=LEFT_OUT,
)

LIST_11 = FeedTable(
    "list_11",
    "prospective adopters in the last 12 months",
    (
        *adopter(),
        disability(),
        yes_no(
            "fosters_for_adoption",
            "fostering for adoption",
            "Is the (prospective) adopter fostering for adoption?",
        ),
        day("enquired_on", "enquiry received", "Date enquiry received"),
        day("stage_1_from", "stage 1 began", "Date Stage 1 started"),
        day("stage_1_to", "stage 1 ended", "Date Stage 1 ended"),
        day("stage_2_from", "stage 2 began", "Date Stage 2 started"),
        day("stage_2_to", "stage 2 ended", "Date Stage 2 ended"),
        day("applied_on", "application submitted", "Date application submitted"),
        day("approved_on", "application approved", "Date application approved"),
        day("matched_on", "match", "Date adopter matched with child(ren)"),
        day("placed_on", "placement", "Date child/children placed with adopter(s)"),
        number("children_placed", "children placed", "No. of children placed"),
        day("adopted_on", "adoption order", "Date of Adoption Order"),
        day("left_on", "left the process", "Date of leaving adoption process"),
        code(
            "left_reason",
            "why they left",
            "Reason for leaving adoption process",
            codes=("1", "2", "3"),
            values=(
                ("adopter withdrew from process", "1"),
                ("process put on hold", "2"),
                ("application refused", "3"),
            ),
        ),
        area_column(),
    ),
    key=("adopter_id",),
    file_names=("list 11", "annex a list 11"),
    left_out=LEFT_OUT,
)

LISTS = (LIST_10, LIST_11)
