"""Bids to print: the sample and what officers might make of it, with what the tests look for."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import pypdfium2
from making import NOW, bid_with, round_1, sample

from bidwriter.bids.bid import Attachment, Bid, rebuilt
from bidwriter.bids.editing import add_rows, attach, new_bid, set_evidence
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.typed.setting import set_typed
from bidwriter.councils.register import councils
from bidwriter.exports.package import Wanted, record_for
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.sheet import Audience, Status
from bidwriter.exports.public import without_attachments
from bidwriter.files.disk import strict_json
from bidwriter.rounds.library import find
from bidwriter.rounds.round import data_of, read_round

HOSTILE = '<b>&amp; & </para> {{figure:grant}} %s \\ ]]> "q" \U0001f600 שלום e\u0301 \u2011 ✓'
PRINTED = "<b>&amp; & </para> {{figure:grant}} %s \\ ]]>"
LONG_WORD = "w" * 300


def with_councils(many: int) -> Bid:
    """The sample with partners up to so many councils."""
    bid = sample()
    have = {partner.key for partner in bid.partners}
    offered = [c.code for c in councils().values() if c.existed_on(date(2018, 11, 15))]
    codes = [code for code in offered if code not in have][: many - len(have)]
    rows: tuple[dict[str, object], ...] = tuple(
        {"council": code, "signed": True, "signed-on": "2018-10-01"} for code in codes
    )
    return add_rows(bid, "partners", rows)


def hostile() -> Bid:
    """Everything that can be typed holds odd characters; the costs are 200 lines."""
    bid = set_typed(bid_with({}), "phase", "discovery")
    for place in ("title", "contact-name", "services", "approach", "summary", "support"):
        bid = set_typed(bid, place, f"{HOSTILE} {LONG_WORD}")
    bid = set_typed(
        bid,
        "benefits",
        f"## {HOSTILE}\n\n- {HOSTILE}\n- [{HOSTILE}](https://x.y/?a&b)"
        f"\n  - {HOSTILE}\n\n7. {HOSTILE}\n   1. x<sup>{HOSTILE}</sup>\n\n1) {HOSTILE}",
    )
    bid = add_rows(bid, "partners", ({"council": "E07000164", "lead": True, "part": HOSTILE},))
    bid = add_rows(bid, "partners", ({"council": f"{LONG_WORD[:90]} (parish or town, Scotland)"},))
    bid = add_rows(bid, "outputs", ({"output": LONG_WORD, "action": HOSTILE, "when": HOSTILE},))
    lines: tuple[dict[str, object], ...] = tuple(
        {
            "what": f"{HOSTILE} {number}",
            "quantity": "1.5",
            "unit": "days",
            "unit-cost": f"{number}.25",
            "payer": ("fund", "in-kind", "cash")[number % 3],
            "councils": ("all",) if number % 2 else ("E07000164",),
            "principle": number % 5 + 1,
            "note": HOSTILE,
            "stage": ("2019-01", "2018-11/2019-02", "sprint-3")[number % 3],
            "category": ("supplier", "of-old")[number % 2],
            "vat": HOSTILE,
            "source": HOSTILE,
        }
        for number in range(200)
    )
    bid = add_rows(bid, "cost-lines", lines)
    said: dict[str, object] = {"name": HOSTILE, "source": HOSTILE, "method": LONG_WORD}
    inputs = tuple(
        {"input": name, "whose": ("lead", "other"), "amount": "9999999999.99", **said,
         "uncertainty": "10", "years": ("2020=-5",)}
        for name in ("fixed-benefit", "variable-benefit", "fixed-cost", "development")
    )  # fmt: skip
    bid = add_rows(bid, "appraisal", inputs)
    return set_evidence(bid, "approach", 1, "strong", reason=HOSTILE)


def long() -> Bid:
    """Twenty thousand words in rich text of every form."""
    chunk = "\n\n".join(
        f"## Part {n}\n\n{'We will map each step of it. ' * 30}\n\n- {'an item of it ' * 12}\n- two"
        for n in range(24)
    )
    bid = sample()
    for place in ("summary", "approach", "benefits", "relevance"):
        bid = set_typed(bid, place, chunk)
    return bid


def endless() -> Bid:
    """Every field that people type holds thousands of characters."""
    words = "word " * 2000 + "w" * 3000
    bid = set_typed(sample(), "services", words)
    for place in ("title", "contact-name", "contact-role"):
        bid = set_typed(bid, place, words)
    row: dict[str, object] = {"output": words, "action": words, "when": words}
    bid = add_rows(bid, "outputs", (row,))
    bid = add_rows(
        bid, "partners", ({"council": f"{words[:300]} (council, Wales)", "part": words},)
    )
    line: dict[str, object] = {"what": words, "quantity-words": words, "note": words}
    bid = add_rows(bid, "cost-lines", ({**line, "total": "9999999999.99", "payer": "fund"},))
    file = Attachment(sha256="ab" * 32, name="n" * 255, type="t" * 120, size=1, about=words)
    return set_evidence(attach(bid, file), "summary", 1, "strong", reason=words)


def over_cap() -> Bid:
    line: dict[str, object] = {"what": "A year of work", "total": "123456.78", "payer": "fund"}
    return add_rows(
        sample(),
        "cost-lines",
        (line, {"what": "Not costed yet"}, {"what": "No payer", "total": "500.00"}),
    )


def with_file() -> Bid:
    file = Attachment(
        sha256="0123456789abcdef" * 4, name="Log.csv", type="text/csv", size=123_456, about="Calls"
    )
    return attach(sample(), file)


def commitment() -> Bid:
    bid = new_bid(find("local-digital-declaration-commitment").round)
    for place, words in (
        ("title", "Forms"),
        ("mission", "We will."),
        ("delivered-by", "2019-06-30"),
    ):
        bid = set_typed(bid, place, words)
    return bid


def bare() -> Bid:
    """A round without phases, costs, principles, closing time or anything assumed."""
    data = {
        "format": 1,
        "id": "bare",
        "version": "1",
        "fund": "A fund",
        "name": "A round",
        "short-name": "B",
        "cover": {"title": "title"},
        "sections": [
            {"id": "s", "title": "S", "tasks": [{"id": "t", "label": "T", "questions": ["title"]}]}
        ],
        "questions": [{"id": "title", "kind": "short-text", "wording": "Title"}],
    }
    return new_bid(read_round(data))


def many_principles() -> Bid:
    """The round with nine principles."""
    data = data_of(round_1())
    extra = [{"number": n, "name": f"Principle {n}", "text": "Words."} for n in range(6, 10)]
    bid = new_bid(read_round({**data, "principles": [*data["principles"], *extra]}))
    return set_evidence(set_typed(bid, "approach", "Words"), "approach", 9, "some")


def personal_everywhere() -> Bid:
    """The sample where the fund's pack marks every question as personal."""
    data = data_of(round_1())
    questions = [{**question, "personal": True} for question in data["questions"]]
    return rebuilt(sample(), round=read_round({**data, "questions": questions}))


BIDS: dict[str, Callable[[], Bid]] = {
    "sample": sample,
    "empty": lambda: new_bid(round_1()),
    "alpha": lambda: set_typed(sample(), "phase", "alpha"),
    "14 councils": lambda: with_councils(14),
    "40 councils": lambda: with_councils(40),
    "over cap": over_cap,
    "with a file": with_file,
    "commitment": commitment,
    "bare round": bare,
    "nine principles": many_principles,
    "long title": lambda: set_typed(sample(), "title", "A very long title " * 900),
    "long sub-heading": lambda: set_typed(sample(), "approach", "## " + "many words " * 2000),
    "hostile": hostile,
    "endless": endless,
    "20,000 words": long,
    "all personal": personal_everywhere,
}


def data(bid: Bid, status: Status = "final", audience: Audience = "full") -> bytes:
    """The `bid.json` that goes with a copy."""
    return strict_json.dumps(record_for(bid, Wanted(status, audience)))


@lru_cache(maxsize=32)
def printed(name: str, status: Status = "final", audience: Audience = "full") -> bytes:
    """The PDF of a bid with its data inside."""
    bid = BIDS[name]()
    inside = data(bid, status, audience)
    if audience == "public":
        bid = without_attachments(bid, frozenset())
    return bid_pdf(bid, status, audience, inside)


def pages(pdf: bytes) -> list[str]:
    """The text of each page as extracted, runs of white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


def stamped(bid: Bid) -> Bid:
    """`bid` as changed by a person with a name of their own."""
    who = Person(id="p1", name="Quentin Zebedee", council="E07000164")
    return rebuilt(bid, changed=Stamp(who=who, when=NOW))
