"""Headers of the Annex A lists as a council's workbook really has them, untidy.

The doubled bracket, the curly quotes, the trailing space and "Age of Child (Years)"
are of the wild, and are kept.
"""

OPEN, CLOSE = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"

CHILD = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age")
DISABLED = "Does the Child have a Disability"
STAFF = ("Allocated Team", "Allocated Worker")

LIST_1 = (*CHILD, "Date of Contact", "Contact Source")
LIST_2 = (*CHILD, "Assessment start date", "Assessment completion date",
          "Organisation completing assessment")  # fmt: skip
LIST_3 = (*CHILD, "Date of Referral", "Referral Source", "Referral NFA?",
          "Number of Referrals in Last 12 Months", *STAFF, "Electoral Ward")  # fmt: skip
LIST_4 = (
    *CHILD,
    DISABLED,
    "Continuous Assessment Start Date",
    "Child Seen During Continuous Assessment",
    "Continuous Assessment Date of Authorisation",
    f"Was the child assessed as requiring LA children{CLOSE}s social care support?",
    *STAFF,
)
LIST_5 = (
    *CHILD,
    DISABLED,
    "Strategy discussion initiating Section 47 Enquiry Start Date",
    "Was an Initial Child Protection Conference deemed unnecessary?",
    "Date of Initial Child Protection Conference",
    "Did the Initial Child Protection Conference Result in a Child Protection Plan",
    "Number of Section 47 Enquiries in the last 12 months",
    "Number of ICPCs in the last 12 months",
    *STAFF,
)
LIST_6 = (*CHILD, DISABLED, "CIN Start Date", "Primary Need Code",
          "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure",
          "Case Status", *STAFF)  # fmt: skip
LIST_7 = (
    *CHILD,
    DISABLED,
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    (
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last "
        "Six Months (Y/N)"
    ),
    "Number of Previous Child Protection Plans",
    *STAFF,
)
LIST_8 = (
    *CHILD,
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
    DISABLED,
    "Date Started to be Looked After",
    "Child's Category of Need",
    (
        "Is this a second or subsequent period of being a Looked After Child within the "
        "last 12 months (Y/N)"
    ),
    "Start date of current legal status",
    "Child's Legal Status",
    "Date of Latest Statutory Review",
    "Date of Last Social Work Visit",
    "What is the permanence plan for this child?",
    "Date of Last IRO Visit / Contact to the Child",
    "Date of Last Health Assessment",
    "Date of Last Dental Check",
    "Number of Placements in the Last 12 months",
    "Date Ceased to be Looked After",
    "Reason Ceased to be Looked After",
    "Start Date of Most Recent Placement",
    "Placement Type",
    "Placement Provider",
    "Placement postcode",
    "URN of Placement",
    "Placement Location",
    "LA of Placement",
    (
        f"Number of Episodes the Child has been {OPEN}Missing{CLOSE} from their Placement in the last "
        "12 months"
    ),
    (
        f"Number of Episodes the Child has been {OPEN}Absent{CLOSE} from their Placement in the last "
        "12 months"
    ),
    "Was the child offered a Return Interview after their last missing episode (Y/N)?",
    "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    *STAFF,
)
LIST_9 = (*CHILD, DISABLED, *STAFF, "Eligibility Category", "LA in Touch",
          "Type of Accommodation", "Suitability of Accommodation",
          "Activity Status")  # fmt: skip
LIST_10 = (
    "Child Unique ID",
    "Family identifier",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    DISABLED,
    "Date the Child Entered Care",
    "Date of Decision that Child Should be Placed for Adoption",
    "Date of Placement Order",
    "Date of Matching Child and Prospective Adopters",
    "Date Placed for Adoption",
    "Date of Adoption Order ",
    "Date of Decision that Child Should No Longer be Placed for Adoption",
    "Reason Why Child No Longer Placed for Adoption",
    "Date the child was placed for fostering in FFA or concurrent planning placement",
)
LIST_11 = (
    "Individual adopter identifier",
    "Family identifier",
    "Gender",
    "Ethnicity",
    "Disability",
    "Is the (prospective) adopter fostering for adoption?",
    "Date enquiry received",
    "Date Stage 1 started",
    "Date Stage 1 ended",
    "Date Stage 2 started",
    "Date Stage 2 ended",
    "Date application submitted",
    "Date application approved",
    "Date adopter matched with child(ren)",
    "Date child/children placed with adopter(s)",
    "No. of children placed",
    "Date of Adoption Order",
    "Date of leaving adoption process",
    "Reason for leaving adoption process",
)
