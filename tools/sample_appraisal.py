"""The sample bid's appraisal: made up, but its sums are those of MHCLG's public worked example, so
that anybody can check them with a calculator."""

from bidwriter.kinds.frozen import Leaf

LEAD, PARTNER, OTHER = "lead", "partner", "other"
ALL = (LEAD, PARTNER, OTHER)
JOINING = (PARTNER, OTHER)

# id, cells
INPUTS: list[tuple[str, dict[str, Leaf]]] = [
    ("apprbuild1", {
        "input": "development", "whose": (LEAD,), "amount": "200000.00", "stage": "beta",
        "source": "Question 11 plus a beta", "confidence": "medium", "uncertainty": "20",
        "method": "This discovery at £78,400, then an alpha and a beta of the usual size",
    }),
    ("apprbuild2", {
        "input": "development", "whose": JOINING, "amount": "200000.00", "shared-by": 3,
        "source": "Question 11 plus a beta", "confidence": "low", "uncertainty": "30",
        "method": "The same cost shared by three councils, because the outputs are reused",
    }),
    ("apprrun001", {
        "input": "fixed-cost", "whose": ALL, "amount": "10000.00", "first": 2020,
        "source": "IT budget 2018/19", "confidence": "high",
        "method": "Hosting and a fifth of a post",
    }),
    ("apprrunvr1", {
        "input": "variable-cost", "whose": (LEAD,), "amount": "16000.00",
        "source": "IT budget 2018/19", "confidence": "medium",
        "method": "Text messages at 6p, at full use",
    }),
    ("apprrunvr2", {
        "input": "variable-cost", "whose": JOINING, "amount": "32000.00",
        "source": "Ryedale’s rates for text messages", "confidence": "medium",
        "method": "Text messages at 12p, at full use",
    }),
    ("apprrenew1", {
        "input": "renewal", "whose": ALL, "amount": "100000.00", "first": 2025, "every": 5,
    }),
    ("apprsave01", {
        "input": "variable-benefit", "whose": (LEAD,), "amount": "320000.00",
        "name": "Calls and letters no longer needed", "benefit-class": "non-cash-releasing",
        "source": "Contact centre log, Oct 2018", "confidence": "medium", "uncertainty": "30",
        "method": "Calls about moves, minutes each, at the cost of an adviser’s time",
    }),
    ("apprsave02", {
        "input": "variable-benefit", "whose": JOINING, "amount": "160000.00",
        "name": "Calls and letters no longer needed", "benefit-class": "non-cash-releasing",
        "source": "Contact centre logs of three partners", "confidence": "low",
        "uncertainty": "30", "method": "Half of the lead’s volume, at the same cost",
    }),
    ("appraidres", {
        "input": "variable-benefit", "whose": ALL, "number": "12000", "unit": "hours",
        "name": "Residents’ time saved", "benefit-class": "quantified", "citizens": True,
        "source": "Sample of 200 moves, Sept 2018", "confidence": "low",
        "method": "Nine forms become one, at 20 minutes each",
    }),
    ("takeupleadpartnerother", {
        "input": "take-up", "whose": ALL, "number": "100",
        "years": ("2019=0", "2020=6.25", "2021=12.5", "2022=25", "2023=50"),
        "source": "Hambleton’s council tax online, 2013 to 2018", "confidence": "medium",
        "uncertainty": "10", "method": "Use of the last online service, doubled each year",
    }),
    ("confidencefactor", {
        "input": "confidence-factor", "number": "100",
        "source": "Finance partners of the four councils", "confidence": "medium",
    }),
    ("councilsadopting", {
        "input": "councils-adopting", "number": "10", "first": 2020, "last": 2024,
        "source": "Replies to our poll, Sept 2018", "confidence": "low", "uncertainty": "50",
        "method": "50 of the 171 bodies that showed interest in the fund",
    }),
    ("councilspossible", {
        "input": "councils-possible", "number": "201",
        "source": "Register of English councils, Nov 2018", "confidence": "high",
        "method": "Every district collects council tax",
    }),
]  # fmt: skip

EVIDENCE = [
    ("appraisal/apprsave01", 1, "some", "Residents tell us once instead of nine times", ""),
    ("appraisal/apprsave02", 4, "some", "Three heads of service have agreed the figures", ""),
]
