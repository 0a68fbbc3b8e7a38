"""What the bundled fonts cannot print is said before export, wherever it was typed."""

from collections.abc import Callable

import pytest
from making import sample

from bidwriter.bids.bid import Attachment, Bid
from bidwriter.bids.editing import add_rows, attach, set_evidence
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.printing import check_printing

HEBREW = "שלום"
BODY = f"{HEBREW} (parish or town, England)"
PART = f"partners/{sample().partners[1].id}/part"
LINE = {"what": "A line", "total": "10.00", "payer": "fund"}


def with_file(**changes: str) -> Bid:
    given = {"name": "log.csv", "type": "text/csv", "about": "", **changes}
    return attach(sample(), Attachment(sha256="ab" * 32, size=1, **given))


TYPED: dict[str, Callable[[], Bid]] = {
    "a partner's name": lambda: add_rows(sample(), "partners", ({"council": BODY},)),
    "a partner's part": lambda: set_typed(sample(), PART, HEBREW),
    "whose a cost line is": lambda: add_rows(
        sample(), "cost-lines", ({**LINE, "councils": (BODY,)},)
    ),
    "a cost line's unit": lambda: set_typed(sample(), "cost-lines/cost000001/unit", HEBREW),
    "a person's name": lambda: set_typed(sample(), "contact-name", HEBREW),
    "the title": lambda: set_typed(sample(), "title", HEBREW),
    "a service of one's own": lambda: set_typed(sample(), "services", HEBREW),
    "a file's name": lambda: with_file(name=f"{HEBREW}.pdf"),
    "a file's kind": lambda: with_file(type=HEBREW),
    "what a file is": lambda: with_file(about=HEBREW),
    "a reason": lambda: set_evidence(sample(), "approach", 1, "strong", reason=HEBREW),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_cannot_be_printed_is_said(name: str) -> None:
    found = [one for one in check_printing(TYPED[name]()) if one.check == "characters"]
    assert [one.stops for one in found] == [True]
    assert "“ש” (U+05E9)" in found[0].words
    assert found[0].detail == "A draft prints each as its code in brackets"


def test_years_are_not_taken_for_personal_data() -> None:
    row: dict[str, object] = {"input": "fixed-cost", "whose": ("lead",), "amount": "1.00"}
    years = tuple(f"{year}=1234" for year in range(2020, 2030))
    bid = add_rows(sample(), "appraisal", ({**row, "years": years},))
    before = [one.key for one in check_printing(sample())]
    assert [one.key for one in check_printing(bid)] == before
