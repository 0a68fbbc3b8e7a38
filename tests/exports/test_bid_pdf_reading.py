"""What a reader of the printed bid finds: every answer, in order, whole, and figures that agree."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
import tagged_sample
from making import sample
from pdf_bids import BIDS, LONG_WORD, PRINTED, data, over_cap, pages, printed

from bidwriter.bids.cells import rows_of
from bidwriter.bids.printing.printed import printed_text
from bidwriter.bids.record.figures import figures
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.rich_text import rich_text_blocks
from bidwriter.exports.pdf.sheet import make_sheet
from bidwriter.exports.tagged import Heading
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.values import money
from bidwriter.prose.glyphs import pieces


def everything(name: str) -> str:
    return " ".join(pages(printed(name)))


@pytest.fixture(scope="module")
def heard() -> str:
    """The sample as a screen reader says it."""
    return tagged_sample.structure(printed("sample"))


SOME = ("sample", "over cap", "14 councils")


def said(heard: str) -> list[str]:
    return re.findall(r'^ *"(.*)"$', heard, re.MULTILINE)


def test_every_answer_is_read_whole_and_in_order(heard: str) -> None:
    words = "".join(said(heard)).split()
    at = words.index("Contents")
    bid = sample()
    for question in bid.asked:
        if question.kind in ("partners", "cost-lines"):
            continue
        for wanted in (question.wording, *printed_text(bid, question).split("\n")):
            parts = wanted.split()
            at = next(
                place
                for place in range(at, len(words))
                if words[place : place + len(parts)] == parts
            )


def test_headings_do_not_skip_and_tables_have_headers(heard: str) -> None:
    levels = [int(n) for n in re.findall(r"^ *H(\d) ", heard, re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    for table in heard.split("Table (block)")[1:]:
        assert "/Scope" in table


def test_every_cost_line_and_partner_is_printed() -> None:
    printed_words = everything("sample")
    bid = sample()
    for line in rows_of(bid, "cost-lines"):
        assert isinstance(line, CostLine) and line.amount is not None
        assert line.title in printed_words and money.show(line.amount) in printed_words
    for partner in bid.partners:
        assert partner.title in printed_words


@pytest.mark.parametrize("name", [*SOME, pytest.param("hostile", marks=pytest.mark.proof)])
def test_printed_sums_are_the_bids_figures(name: str) -> None:
    sums, found = figures(BIDS[name]()), everything(name)
    council_sums = [amount for one in sums.by_council for amount in (one.fund, one.in_kind)]
    principle_sums = [amount for one in sums.by_principle for amount in (one.fund, one.whole)]
    whole = (sums.requested, sums.contributed_in_kind, sums.contributed_in_cash, sums.whole_project)
    for amount in (*whole, *council_sums, *principle_sums):
        assert not amount or re.search(
            rf"(?<![\d,]){re.escape(money.show(amount))}(?![\d,])", found
        )
    assert f"Whole project {money.show(sums.whole_project)}" in found
    for shown in sums.principles_shown:
        assert f"{shown.word}: {shown.strong} strongly, {shown.some} in part" in found


def test_first_page_says_how_the_request_stands_to_the_cap() -> None:
    first = pages(printed("sample"))[0]
    assert "We ask the fund for £78,400 under the £80,000 cap" in first
    over = figures(over_cap()).requested - Decimal(80_000)
    assert f"{money.show(over)} over the £80,000 cap" in pages(printed("over cap"))[0]
    assert "£78,400 under the £100,000 cap" in pages(printed("alpha"))[0]


@pytest.mark.parametrize("name", ["sample", "14 councils", "40 councils", "empty", "over cap"])
def test_first_page_holds_all_its_facts(name: str) -> None:
    first, second = pages(printed(name))[:2]
    for words in ("At a glance", "Round closes", "Thu 15 Nov 2018, 23:59", "Bid last changed"):
        assert words in first
    assert "Contents" in second


def test_a_first_page_that_cannot_fit_flows_on() -> None:
    joined = everything("long title")
    assert joined.count("A very long title") >= 900
    assert "At a glance" in joined


def test_nothing_has_no_answer_yet() -> None:
    found = everything("empty")
    bid = BIDS["empty"]()
    assert found.count("No answer yet") >= len(bid.asked) - 1
    assert found.count("Not agreed") == 4
    assert "A bid with no title yet" in found


def test_alpha_asks_its_own_questions() -> None:
    assert "What did the earlier discovery find?" in everything("alpha")
    assert "What did the earlier discovery find?" not in everything("sample")


def test_counts_and_assumed_limits_are_printed() -> None:
    found = everything("sample")
    assert "255 of 300 words, limit assumed" in found
    assert "162 of 300 words, table included, limit assumed" in found
    assert "too many" in everything("20,000 words")


def test_declarations_are_statements_not_signatures() -> None:
    assert "a statement by the officer who made this bid, not a signature" in everything("sample")


def test_attachments_are_listed() -> None:
    assert "Log.csv Calls text/csv 123 KB 0123 4567 89ab cdef" in everything("with a file")


def test_charts_are_described_and_their_labels_stay_apart(heard: str) -> None:
    assert '"Fund £78,400 In kind £21,550 "' in heard
    options = ("--qdf", "--object-streams=disable")
    plain = tagged_sample.run_bytes("qpdf", printed("sample"), *options, after=("-",)).lower()
    wide = "Bar chart. The project costs £99,950".encode("utf-16-be")
    assert wide.hex().encode() in plain or wide.lower() in plain


def test_all_that_can_show_a_principle_is_told_once(heard: str) -> None:
    cells = [cell.strip() for cell in said(heard)]
    start = len(cells) - cells[::-1].index("How the bid shows the principles")
    places = [item.title for item in make_sheet(sample(), "final", "full").items]
    shown = " ".join(cells[start:])
    assert all(title in shown for title in places)
    assert "Benefits: Residents’ time saved." in shown and "All items against" not in shown
    at = cells.index("4 Make it relevant to others", start)
    assert cells[at + 1 : at + 4] == [
        "Strongly",
        "Open address standard and a published data standard, free of any product",
        "Keeps the commitment: Drive the reuse of code and common components (in our own words)",
    ]


def test_what_people_type_prints_as_typed() -> None:
    found = everything("hostile")
    assert PRINTED in found and "[U+1F600]" in found and LONG_WORD in found.replace(" ", "")
    shown = "".join(piece.text for piece in pieces("e\u0301 \u2011 ✓"))
    assert shown in found


def test_live_figures_print_as_their_values() -> None:
    text = "We ask for **{{figure:requested}}** by {{figure:closes}}. {{figure:nought}}"
    bid = set_typed(set_typed(sample(), "approach", text), "summary", "## {{figure:lead}}\n\nx")
    read = " ".join(pages(bid_pdf(bid, "draft", "full", data(bid, "draft"))))
    assert "We ask for £78,400 by Thu 15 Nov 2018. [no figure called nought]" in read
    assert "figure:" not in read


def test_lists_of_two_levels_print_their_numbers_and_nest_in_the_structure() -> None:
    text = "3. costs\n   - staff\n   - travel\n4. time\n\n1) CO₂ on the 1<sup>st</sup>"
    title = Heading(1, "Title", tagged_sample.H1)
    heard = tagged_sample.structure(tagged_sample.build([title, *rich_text_blocks(text)]))
    assert [words.strip() for words in said(heard)[1:]] == [
        "3.", "costs", "–", "staff", "–", "travel", "4.", "time", "1.", "CO₂ on the 1st"
    ]  # fmt: skip
    depths = [len(line) - len(line.lstrip()) for line in heard.split("\n") if " L (" in line]
    outer, inner, after = depths
    assert outer == after < inner


def test_headers_name_the_questions_on_the_page() -> None:
    for page in pages(printed("sample"))[2:]:
        asked = re.findall(r"(?<!\d )\b(\d+) (?:What|How|Who) .*?\?", page)
        header = re.search(r"Questions? ([\d, and]+)", page[-260:])
        for number in asked:
            if re.search(rf"\b{number} (What|How|Who) [a-z]", page) and header:
                assert number in re.findall(r"\d+", header[1])


def test_no_heading_stands_alone_at_the_foot() -> None:
    for name in ("sample", "14 councils", "20,000 words"):
        pdf = printed(name)
        layout = tagged_sample.run("pdftotext", pdf, "-layout", after=("-",)).split("\f")
        wordings = {question.wording.split()[-1] for question in sample().asked}
        for page in layout[2:-1]:
            lines = [line for line in page.splitlines() if line.strip()][:-1]
            last = lines[-1].split()[-1]
            assert last not in {word for word in wordings if word.endswith("?")}
