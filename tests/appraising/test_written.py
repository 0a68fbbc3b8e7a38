"""What leaves: the workbook, the drawings, the command."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from appraised import EXAMPLE, bid_of, inputs, worked_out
from making import copy_of_sample, sample
from openpyxl import load_workbook

from bidwriter.bids.typed.setting import set_typed
from bidwriter.cli import run
from bidwriter.exports.drawings.benefits_chart import benefits_chart
from bidwriter.exports.drawings.scale import scale_for
from bidwriter.exports.drawings.tornado import Moved, tornado
from bidwriter.exports.workbook.appraisal import appraisal_workbook


def test_every_result_is_a_formula_and_words_stay_words() -> None:
    bid = set_typed(sample(), "appraisal/apprrun001/source", "=HYPERLINK(1)")
    book = load_workbook(io.BytesIO(appraisal_workbook(bid)))
    results = book["Results"]
    shown = [results.cell(row, column) for row in range(8, 19) for column in (2, 3, 4)]
    assert all(cell.data_type == "f" for cell in shown)
    words = [cell for row in book["Inputs"].iter_rows() for cell in row if cell.value is not None]
    assert "=HYPERLINK(1)" in [cell.value for cell in words if cell.data_type == "s"]


def test_the_same_bid_gives_the_same_workbook() -> None:
    assert appraisal_workbook(sample()) == appraisal_workbook(sample())


@pytest.mark.parametrize(
    "amounts", [("0",), ("5",), ("-3", "4"), ("-400000", "2883286.12"), ("0.01",), ("-7", "-2")]
)
def test_a_scale_has_few_round_marks_with_nought(amounts: tuple[str, ...]) -> None:
    scale = scale_for(Decimal(amount) for amount in amounts)
    assert 0 in scale.marks
    assert len(scale.marks) <= 6
    assert all(scale.least <= Decimal(amount) <= scale.most for amount in amounts)


def test_the_chart_reads_every_year_and_stays_in_its_frame() -> None:
    found = inputs(EXAMPLE)
    drawing = benefits_chart(found, worked_out(EXAMPLE)[1], 480, 210)
    assert [reading.words[:5] for reading in drawing.readings][::11] == ["19/20", "30/31"]
    assert "£2.88m added up" in drawing.readings[-1].words
    assert all(0 <= reading.x <= 480 for reading in drawing.readings)


def test_a_tornado_reads_what_it_shows() -> None:
    moved = [Moved("Calls", Decimal(1), Decimal(9)), Moved("Build", Decimal(6), Decimal(4))]
    readings = tornado(moved, Decimal(5), 400).readings
    assert [reading.words for reading in readings] == ["Calls: £1 to £9", "Build: £4 to £6"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy_of_sample(tmp_path)
    assert run(["appraise", str(path), "--workbook", str(tmp_path / "out.xlsx")]) == 0
    said = capsys.readouterr().out
    assert "Benefits £4,933,403.14, costs £2,050,117.02" in said
    assert run(["appraise", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["results"]["scenarios"][2]["net-present-value"] == "16576692.04"
    assert run(["appraise", str(path), "--workbook", str(tmp_path / "out.xlsx")]) == 2


def test_an_empty_appraisal_has_no_figures() -> None:
    from bidwriter.bids.appraising.figures import appraisal_figures

    assert appraisal_figures(bid_of([])) is None
