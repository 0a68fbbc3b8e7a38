"""The finance summary: every figure from its home, changes from a chosen version, one page."""

import json
from pathlib import Path

import pypdfium2
import pytest
from making import bid_with, copy_of_sample, sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.telling.finance import FinanceSummary, Since, finance_summary
from bidwriter.bids.telling.finance_section import Section
from bidwriter.bids.typed.setting import set_typed
from bidwriter.cli import run
from bidwriter.exports.pdf.finance import finance_pdf
from bidwriter.kinds.values.money import show


def section(summary: FinanceSummary, title: str) -> Section:
    return next(one for one in summary.sections if one.title.startswith(title))


def test_years_add_up_to_the_whole_project() -> None:
    rows = section(finance_summary(sample()), "What it costs").rows
    sums = totals(sample())
    assert [row[0] for row in rows] == ["18/19", "19/20", "Whole project"]
    assert rows[-1][1:] == tuple(map(show, (sums.fund, sums.in_kind, sums.cash, sums.whole)))


def test_months_before_april_belong_to_the_year_before() -> None:
    line: dict[str, object] = {
        "what": "A",
        "total": "10",
        "payer": "cash",
        "councils": "all",
        "stage": "Mar 2019",
    }
    later: dict[str, object] = {**line, "stage": "Apr 2019"}
    bid = bid_with({"cost-lines/+#1": line, "cost-lines/+#2": later, "cost-lines/+#3":
                    {key: cell for key, cell in line.items() if key != "stage"}})  # fmt: skip
    rows = section(finance_summary(bid), "What it costs").rows
    assert [row[0] for row in rows] == ["18/19", "19/20", "No month given", "Whole project"]


def test_what_recurs_vat_and_doubts() -> None:
    summary = finance_summary(sample())
    recurring = section(summary, "What goes on").rows
    assert ("Renew", "every council", "£100,000", "From 25/26, every 5 years") in recurring
    assert ("No VAT", "£33,250", "£0") in section(summary, "VAT").rows
    worth = ("Net present value over 12 years", "Low £1.03m, central £2.88m, high £4.54m")
    assert worth in section(summary, "Where the money").rows


def costed(*lines: dict[str, object]) -> Bid:
    """A bid for £1,000 with these lines: each of the fund, for the lead, unless it says more."""
    lead: dict[str, object] = {"council": "Hambleton", "lead": "yes"}
    usual = {"what": "Work", "total": "1000", "payer": "fund", "councils": "Hambleton"}
    rows = {f"cost-lines/+#{at}": {**usual, **line} for at, line in enumerate(lines)}
    return bid_with({"partners/+": lead, **rows})


def test_who_pays_if_it_costs_more() -> None:
    found = section(finance_summary(costed({})), "Who pays")
    assert found.rows[1:] == (
        ("No cost line is a contingency", "£0"),
        ("For example, 10% more than the whole project", "£100"),
    )
    assert "Hambleton would carry" in found.note
    assert "assumed" in found.note
    aside = costed({}, {"what": "Contingency, 5%", "total": "50"}, {"note": "no contingency"})
    rows = section(finance_summary(aside), "Who pays").rows
    assert ("Contingency in the cost lines (1)", "£50") in rows


@pytest.mark.parametrize(
    ("kind", "words"),
    [("cash-releasing", "could fall by what releases cash"), ("non-cash-releasing", "No benefit"),
     ("", "No benefit")],
)  # fmt: skip
def test_whether_benefits_release_cash(kind: str, words: str) -> None:
    gain = {"input": "fixed-benefit", "whose": "all", "amount": "100", "last": "19/20"}
    bid = bid_with({"appraisal/+": {**gain, "benefit-class": kind} if kind else dict(gain)})
    found = section(finance_summary(bid), "Whether")
    assert words in found.note
    assert ("Releases cash", "£100" if kind == "cash-releasing" else "£0") in found.rows
    assert (("Of no kind said", "£100") in found.rows) is (not kind)
    assert "no benefits in money yet" in section(finance_summary(bid_with({})), "Whether").note


def test_who_carries_the_grant_until_it_comes() -> None:
    note = section(finance_summary(costed({"stage": "Feb 2019 to May 2019"})), "What it").note
    assert note.endswith("Hambleton would carry up to £1,000 until then "
                         "(£500 in 18/19, £500 in 19/20)")  # fmt: skip
    own = section(finance_summary(costed({"payer": "cash"})), "What it").note
    assert own == ""


def test_the_grant_by_council() -> None:
    rows = section(finance_summary(sample()), "Grant and match").rows
    assert rows[0] == ("Hambleton", "£65,750", "£14,915", "£0")


def test_what_recurs_is_summed_for_the_lead() -> None:
    rows = section(finance_summary(sample()), "What goes on").rows
    assert rows[-1] == ("All of it, 19/20 to 30/31", "Hambleton", "£437,000",
                        "Most in 25/26: £126,000")  # fmt: skip


def test_vat_has_its_states_and_what_is_at_risk() -> None:
    bid = costed({"vat": "No VAT"}, {"vat": "VAT left out: we recover it"},
                 {"vat": "VAT included: we cannot recover it"}, {"vat": "Partly exempt"}, {})  # fmt: skip
    assert section(finance_summary(bid), "VAT").rows == (
        ("No VAT", "£1,000", "£0"), ("Partly exempt", "£1,000", ""),
        ("VAT included: we cannot recover it", "£1,000", "£0"),
        ("VAT left out: we recover it", "£1,000", "£200"),
        ("Nothing said about VAT", "£1,000", "£200"),
    )  # fmt: skip


def test_changes_since_a_version() -> None:
    now = set_typed(sample(), "cost-lines/cost000001/quantity", "46")
    rows = section(finance_summary(now, Since("the draft", sample())), "What changed").rows
    assert ("Asked of the fund", "£78,400", "£79,120") in rows
    assert any("45 to 46 days" in row[0] for row in rows)
    same = section(finance_summary(now, Since("today", now)), "What changed")
    assert (same.rows, same.note) == ((), "Nothing about the money has changed")


def test_an_empty_bid_says_so() -> None:
    summary = finance_summary(bid_with({}))
    assert summary.finding == "Nothing has been costed yet"
    assert section(summary, "What goes on").note.startswith("The appraisal names no cost")


def test_it_is_two_pages_at_the_most_and_the_same_each_time() -> None:
    now = set_typed(sample(), "cost-lines/cost000001/quantity", "46")
    data = finance_pdf(now, Since("the draft", sample()))
    assert data == finance_pdf(now, Since("the draft", sample()))
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 2
    document.close()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy_of_sample(tmp_path)
    assert run(["finance", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["finding"].startswith("The bid asks the fund for")
    assert run(["finance", str(path), "--pdf", str(tmp_path / "f.pdf")]) == 0
    assert (tmp_path / "f.pdf").read_bytes().startswith(b"%PDF")
    assert run(["finance", str(path), "--since", "no such version"]) == 2
    assert "See: bidwriter history" in capsys.readouterr().err


def test_whose_benefits_they_are_stands_above_them() -> None:
    found = section(finance_summary(sample()), "Whether")
    assert found.header == ("Benefits, present value", "Hambleton alone", "With 3 partners")
    assert len(section(finance_summary(costed({})), "Whether").header) == 0
