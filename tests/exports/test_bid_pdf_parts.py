"""The parts of the printed bid that can be tried by themselves."""

from decimal import Decimal

import pytest
from asking_round import question, round_of
from making import plain_sample, sample
from pdf_bids import BIDS
from reportlab.graphics.shapes import Rect, String

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.pdf import charts, style
from bidwriter.exports.pdf.assumed import grouped_facts
from bidwriter.exports.pdf.cover_facts import against_cap
from bidwriter.exports.pdf.glance import contact_lines
from bidwriter.exports.pdf.icons import icon
from bidwriter.exports.pdf.sheet import make_sheet
from bidwriter.exports.pdf.sums import sum_blocks
from bidwriter.exports.pdf.svg_paths import steps
from bidwriter.exports.pdf.words import (
    all_in_words,
    first_lines,
    grouped,
    in_words,
    listed,
    size,
    spoken,
)
from bidwriter.exports.tagged import Beside, Heading
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.cost_lines import CostLine, told_beneath
from bidwriter.kinds.values import money
from bidwriter.kinds.values.body import Body


def test_first_lines_end_with_a_sentence() -> None:
    short, long = "One two three. ", "word " * 200
    assert first_lines("## Not this\n\nFirst. Second!\n\n- nor this") == "First. Second!"
    assert first_lines(short * 40).endswith("three.")
    assert 55 <= len(first_lines(short * 40).split()) <= 75
    assert first_lines(f"Begin. {long}") == "Begin."
    assert first_lines(long).endswith("…") and len(first_lines(long).split()) == 60
    assert first_lines("") == ""


@pytest.mark.parametrize(
    ("requested", "words", "colour"),
    [
        ("79999.99", "under the £80,000 cap", ""),
        ("80000", "at the £80,000 cap", ""),
        ("80000.01", "£0.01 over the £80,000 cap", style.BAD),
    ],
)
def test_against_cap(requested: str, words: str, colour: str) -> None:
    assert against_cap(Decimal(requested), Decimal(80_000)) == (words, colour)
    assert against_cap(Decimal(requested), None) == ("", "")


def test_small_words() -> None:
    assert [in_words(n) for n in (0, 4, 10, 11, 1400)] == ["no", "four", "ten", "11", "1,400"]
    assert [all_in_words(n) for n in (2, 3, 14)] == ["Both", "All three", "All 14"]
    assert listed(["a"]) == "a" and listed(["a", "b", "c"]) == "a, b and c" and listed([]) == ""
    assert grouped("0123456789abcdef", 16) == "0123 4567 89ab cdef"
    assert [size(n) for n in (999, 1000, 123_456, 999_500, 2_340_000)] == [
        "999 bytes", "1 KB", "123 KB", "1.0 MB", "2.3 MB",
    ]  # fmt: skip


def test_councils_in_running_text() -> None:
    assert spoken(Body(code="E07000164")) == "Hambleton district"
    assert spoken(Body(code="E06000023")) == "City of Bristol unitary"
    assert spoken(None) == "a council not named yet"


def test_assumed_facts_are_grouped_by_note() -> None:
    rows = grouped_facts(make_sheet(sample(), "final", "full"))
    names = [name for name, _, _ in rows]
    assert "Limits: questions 1, 2, 4, 6, 8, 9 and 10" in names
    assert "Declarations: the wording of four" in names and "Date: closing time" in names
    assert len({note for _, _, note in rows}) == len(rows)
    assert [assumed for _, assumed, _ in rows] == sorted((a for _, a, _ in rows), reverse=True)
    assert not any("discovery" in name for name in names)
    alpha = grouped_facts(make_sheet(BIDS["alpha"](), "final", "full"))
    assert "Question: 7 Point to the discovery" in [name for name, _, _ in alpha]


def test_bars_are_in_proportion_from_nought() -> None:
    amounts = [Decimal(100), Decimal(25), Decimal(0)]
    drawing = charts.bars([charts.Bar(str(a), a, style.INK) for a in amounts], money.show)
    rects = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    assert rects[0].width == pytest.approx(4 * rects[1].width) and len(rects) == 2
    assert rects[0].x == rects[1].x
    labels = [shape.text for shape in drawing.contents if isinstance(shape, String)]
    assert labels == ["100 ", "£100 ", "25 ", "£25 ", "0 ", "£0 "]


def test_findings_say_what_the_charts_show() -> None:
    assert charts.payers_finding(Decimal(75), Decimal(25)) == (
        "The project costs £100: £75 asked of the fund and £25 given by the applicants, "
        "25% of the whole."
    )
    assert "all of the £75" in charts.payers_finding(Decimal(75), Decimal(0))
    assert "applicants give all" in charts.payers_finding(Decimal(0), Decimal(75))
    assert charts.grant_finding([("A", Decimal(2)), ("B", Decimal(1))], Decimal(5)) == (
        "The largest part of the grant, £2 of £5, mainly serves “A”."
    )
    assert "No line" in charts.grant_finding([("A", Decimal(0))], Decimal(5))


def test_path_data() -> None:
    assert [step.kind for step in steps("M1 2h3v4l-1-1z")] == [
        "move", "line", "line", "line", "close",
    ]  # fmt: skip
    assert steps("m1 2 3 4")[1].points == (4, 6)
    half = steps("M0 0a5 5 0 0 1 10 0")
    assert half == steps("M0 0a5 5 0 01 10 0") == steps("M0 0A5 5 0 0 1 10 0")
    assert half[1].points[-2:] == pytest.approx((5, -5)) and len(half) == 3
    assert half[2].points[-2:] == pytest.approx((10, 0))
    assert steps("M0 0C0 1 1 2 2 2s2 1 2 2")[2].points[:2] == (3, 2)


@pytest.mark.parametrize("principle", sample().round.principles)
def test_every_principle_has_its_icon(principle: object) -> None:
    drawing = icon(principle.icon, "#000000", 12)  # type: ignore[attr-defined]
    assert drawing is not None
    left, foot, right, top = drawing.contents[0].getBounds()
    assert -0.5 <= left < right <= 12.5 and -0.5 <= foot < top <= 12.5


@pytest.mark.parametrize("name", ["../../etc/passwd", "no-such-icon", "", "app-icon"])
def test_an_unknown_icon_is_left_out(name: str) -> None:
    assert icon(name, "#000000", 12) is None


def test_principles_beyond_five_are_ink() -> None:
    assert style.look(7).colour == style.look(0).colour == style.INK


def test_sums_by_category_and_month_are_printed_where_lines_name_them() -> None:
    def heads(bid: Bid) -> list[str]:
        blocks = sum_blocks(make_sheet(bid, "final", "full"))
        stacks = [block.blocks if isinstance(block, Beside) else (block,) for block in blocks]
        flat = [block for stack in stacks for block in stack]
        return [block.bookmark for block in flat if isinstance(block, Heading)]

    bid = plain_sample()
    assert "By month" not in heads(bid)
    bid = set_typed(bid, "cost-lines/cost000001/stage", "Jan to Mar 2019")
    assert "By month" in heads(bid) and "By category" not in heads(bid)
    bid = set_typed(bid, "cost-lines/cost000001/category", "supplier")
    assert heads(bid)[2:4] == ["By category", "By month"]


def test_what_is_told_beneath_a_line() -> None:
    line = CostLine(
        id="aaaa", category="supplier", stage="2019-01", vat="No VAT", note="Two", source="Quote"
    )
    around = Around(sample())
    assert told_beneath(line, around) == ("Supplier, Jan 2019", "Two", "No VAT", "Source: Quote")
    assert told_beneath(CostLine(id="aaaa", vat="20%"), around) == ("VAT: 20%",)


def test_a_contact_is_told_by_job_title_at_a_glance() -> None:
    round_ = round_of(question("who", "contact"), question("lead", "partners"))
    bid = set_typed(new_bid(round_), "who/post", "Head of Digital")
    bid = set_typed(bid, "lead/+", '{"council": "E06000014", "lead": "yes"}')
    full, public = (dict(contact_lines(make_sheet(bid, "draft", a))) for a in ("full", "public"))
    assert full == {"Contact": "Head of Digital · York, unitary"}
    assert public == {"Contact": "Withheld"}
