"""The finance summary: every figure from its home, changes from a chosen version, one page."""

import json
from pathlib import Path

import pypdfium2
import pytest
from making import bid_with, copy_of_sample, sample

from bidwriter.bids.costs.totals import totals
from bidwriter.bids.telling.finance import FinanceSummary, Section, Since, finance_summary
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
    assert ("No VAT", "£33,250") in section(summary, "VAT").rows
    worth = ("Net value over 12 years", "Low £1.03m, central £2.88m, high £4.54m")
    assert worth in section(summary, "Where the money").rows


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


def test_it_is_one_page_and_the_same_each_time() -> None:
    now = set_typed(sample(), "cost-lines/cost000001/quantity", "46")
    data = finance_pdf(now, Since("the draft", sample()))
    assert data == finance_pdf(now, Since("the draft", sample()))
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    document.close()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy_of_sample(tmp_path)
    assert run(["finance", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["finding"].startswith("The bid asks the fund for")
    assert run(["finance", str(path), "--pdf", str(tmp_path / "f.pdf")]) == 0
    assert (tmp_path / "f.pdf").read_bytes().startswith(b"%PDF")
    assert run(["finance", str(path), "--since", "no such version"]) == 2
    assert "See: bidwriter history" in capsys.readouterr().err
