"""Forms that come as workbooks and CSV: lists of questions, XLSForms, forms laid out in cells."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from bidwriter.desk.making_round import make_round
from bidwriter.doubts import Doubt
from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.opening import OpenedForm, open_form
from bidwriter.fund_forms.pack.making import Named, pack_of
from bidwriter.rounds.asking import Asking
from bidwriter.rounds.linting.lint import faults
from bidwriter.rounds.round import read_round

Rows = Sequence[Sequence[Any]]


def workbook(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def opened(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> OpenedForm:
    return open_form(workbook(sheets, hidden), "questions.xlsx")


def read(
    sheets: Mapping[str, Rows], hidden: Sequence[str] = ()
) -> tuple[FoundForm, tuple[Doubt, ...]]:
    return opened(sheets, hidden).found({})


LIST: Rows = [
    ["Fund for halls"],
    ["Ref", "Section", "Question", "Answer type", "Word limit", "Options", "Mandatory?", "Guidance", "Condition", "Owner"],
    ["1", "You", "Organisation name", "Short text", None, None, "Yes", None, None, "AB"],
    ["2", "You", "Are you a charity?", "Yes/No", None, None, "Yes", None, None, None],
    ["3", None, "Charity number", "Text", None, None, "Yes", "Eight figures", "2 = Yes", None],
    ["4", "Need", "Describe the need", "Long text", 300, None, "Yes", "Be brief", None, None],
    ["5", None, "Which areas?", "Multi-select", None, "North; South; East", "No", None, None, None],
    ["6", None, "Which is the main one?", "Drop-down", None, "North\nSouth\nEast", "Yes", None, None, None],
    ["7", None, "Cost of the work", "Currency", None, None, "Yes", None, None, None],
    ["8", None, "Your plan", "File upload", None, None, "Yes", None, None, None],
    ["9", None, "Your plan", "Hologram", None, None, "Yes", None, None, None],
    [None, None, None, "Text"],
]  # fmt: skip


def test_a_list_of_questions_under_near_names() -> None:
    form, doubts = read({"Questions": LIST})
    told = [
        (q.number, q.wording, q.kind, q.optional, q.more.get("limit")) for q in form.questions[:8]
    ]
    assert told == [
        ("1", "Organisation name", "short-text", False, None),
        ("2", "Are you a charity?", "yes-no", False, None),
        ("3", "Charity number", "short-text", False, None),
        ("4", "Describe the need", "rich-text", False, {"words": 300}),
        ("5", "Which areas?", "choose-several", True, None),
        ("6", "Which is the main one?", "choose-one", False, None),
        ("7", "Cost of the work", "money", False, None),
        ("8", "Your plan", "file", False, None),
    ]
    assert [s.title for s in form.sections] == ["You", "Need"]
    assert form.questions[2].asked_when[0].is_ == ("yes",)
    assert [o.label for o in form.questions[5].options] == ["North", "South", "East"]
    assert form.questions[3].place == "Questions!C6"
    assert [(doubt.id, doubt.words) for doubt in doubts] == [("kind:Questions!C11", "Hologram")]
    assert form.passed == (
        "Column “Owner” of sheet “Questions”", "Row 12 of sheet “Questions” asks nothing",
    )  # fmt: skip


def test_columns_in_any_order_and_as_csv() -> None:
    text = "Options;Question;Max words\nYes/No;Is it new?;\n;Describe it;250\n"
    opened_csv = open_form(text.encode(), "list.csv")
    form, doubts = opened_csv.found({})
    assert [(q.wording, q.kind) for q in form.questions] == [
        ("Is it new?", "yes-no"),
        ("Describe it", "rich-text"),
    ]
    assert (doubts, opened_csv.source.kind) == ((), "csv")


def test_what_is_made_of_a_list_can_be_used() -> None:
    made = make_round(opened({"Questions": LIST}), Named(), {})
    assert faults(made.findings) == ()


# --- XLSForm ---------------------------------------------------------------------------------

SURVEY: Rows = [
    ["type", "name", "label", "hint", "required", "relevant", "constraint", "calculation"],
    ["start", "start", None, None, None, None, None, None],
    ["note", "n", "Read this first", None, None, None, None, None],
    ["begin group", "you", "About you", None, None, None, None, None],
    ["text", "name", "Name of the hall", "As on the deed", "yes", None, None, None],
    ["select_one yn", "open", "Is it open?", None, "yes", None, None, None],
    ["select_one area", "area", "Which area?", None, "yes", "${open} = 'yes'", None, None],
    ["select_multiple area", "more", "Any others?", None, None, "${area} != 'n' and ${open}='yes'", None, None],
    ["integer", "people", "How many people?", None, "yes", "selected(${more}, 's')", ". > 0 and . <= 500", None],
    ["end group", None, None, None, None, None, None, None],
    ["begin repeat", "work", "Works", None, None, "${people} >= 10", None, None],
    ["text", "what", "What", None, "yes", None, None, None],
    ["decimal", "cost", "Cost", None, None, None, None, None],
    ["end repeat", None, None, None, None, None, None, None],
    ["geopoint", "where", "Where is it?", None, None, None, None, None],
    ["date", "when", "When?", None, "yes", "${open} = 'yes' or ${area} = 'n'", None, None],
]  # fmt: skip
CHOICES: Rows = [
    ["list_name", "name", "label"],
    ["yn", "yes", "Yes"], ["yn", "no", "No"],
    ["area", "n", "North"], ["area", "s", "South"], ["area", "none", "None of these"],
]  # fmt: skip


def test_an_xlsform() -> None:
    made = opened({"survey": SURVEY, "choices": CHOICES, "settings": [["form_title"], ["Halls"]]})
    form, doubts = made.found({})
    assert made.source.kind == "xlsform"
    assert [(q.key, q.kind, q.optional) for q in form.questions] == [
        ("name", "short-text", False), ("open", "yes-no", False), ("area", "choose-one", False),
        ("more", "choose-several", True), ("people", "number", False), ("work", "table", False),
        ("where", "short-text", True), ("when", "date", False),
    ]  # fmt: skip
    terms = {
        q.key: [(t.question, t.is_, t.is_not, t.at_least) for t in q.asked_when]
        for q in form.questions
    }
    assert terms["area"] == [("open", ("yes",), (), "")]
    assert terms["more"] == [("area", ("s", "none"), (), "")]  # that it is open goes without saying
    assert terms["people"] == [("more", ("s",), (), "")]
    assert terms["work"] == [("people", (), (), "10")]
    assert dict(form.questions[4].more) == {"min": "0", "max": "500", "whole": True}
    assert [option.alone for option in form.questions[3].options] == [False, False, True]
    assert form.questions[0].text == "Read this first"
    assert [(c.label, c.kind, dict(c.more)) for c in form.questions[5].columns] == [
        ("What", "short-text", {}), ("Cost", "number", {"optional": True}),
    ]  # fmt: skip
    assert [doubt.id for doubt in doubts] == ["kind:survey!B15", "asked-when:survey!B16"]
    assert "Column “calculation” of sheet survey" in form.passed
    round_ = read_round(pack_of(form, made.source, Named()).data)
    by_place = {question.place: question.id for question in round_.questions}
    asked = Asking(round_, {by_place["survey!B6"]: False}).questions
    assert [question.place for question in asked if question.place] == [
        "survey!B5", "survey!B6", "survey!B15", "survey!B16",
    ]  # fmt: skip


def test_what_a_survey_has_beyond_that_is_named() -> None:
    rows = [SURVEY[0], ["select_one gone", "a", "A?", None, None, None, None, None],
            ["text", "b", "B", None, None, "jr:thing(1)", "count(${a}) < 3", None]]  # fmt: skip
    form, doubts = read({"survey": rows, "choices": CHOICES})
    assert [question.kind for question in form.questions] == ["short-text", "short-text"]
    assert [doubt.id for doubt in doubts] == ["asked-when:survey!B3"]
    assert any("no list “gone”" in words for words in form.passed)
    assert any("is not checked" in words for words in form.passed)


# --- laid out --------------------------------------------------------------------------------


def test_a_form_laid_out_in_cells() -> None:
    form, _ = read(
        {
            "Instructions": [["Please fill in the white cells."]],
            "Form": [
                ["Application form: Halls Fund"],
                [],
                ["1. About you"],
                ["1.1", "Name of organisation", ""],
                ["1.2", "Is it a charity? Yes / No", ""],
                ["2. The work"],
                ["2.1", "Describe the work (max 200 words)", "", ""],
                [],
                ["Milestone", "Start date", "Cost (£)"],
                ["", "", ""],
            ],
            "Lists": [["a", "b"]],
        },
        hidden=["Lists"],
    )
    found = {question.wording: question for question in form.questions}
    assert found["Name of organisation"].number == "1.1"
    assert found["Name of organisation"].place == "Form!C4"
    assert found["Is it a charity?"].kind == "yes-no"
    assert dict(found["Describe the work"].more) == {"limit": {"words": 200}}
    table = next(question for question in form.questions if question.kind == "table")
    assert [column.kind for column in table.columns] == ["short-text", "date", "money"]
    assert "Sheet “Lists”, which is hidden" in form.passed


FILES = Path(__file__).parents[1] / "table_files"


@pytest.mark.parametrize("name", ["form.ods", "form.xlsx"])
def test_lists_that_cells_drop_down_are_options(name: str) -> None:
    form, _ = open_form((FILES / name).read_bytes(), name).found({})
    found = {question.wording: question for question in form.questions}
    offered = {words: [o.label for o in found[words].options] for words in found}
    assert offered["Which area?"] == ["North", "South"]  # "Please select" is no words of the form
    assert offered["Which theme?"] == ["Medium", "Large"]  # by a name of the workbook
    assert offered["Which size?"] == ["Small", "Medium", "Large"]  # of a sheet that is hidden
    assert found["Which size?"].place == "Form!B6"
    assert found["Is it leasehold?"].kind == "yes-no"


def test_a_list_of_another_file_is_passed_over_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Which area?", "North"])
    for formula, cell in (("[1]Lists!$A$1:$A$9", "B1"), ("INDIRECT(A1)", "B2")):
        listed = DataValidation(type="list", formula1=formula)
        listed.add(cell)
        sheet.add_data_validation(listed)
    made = io.BytesIO()
    book.save(made)
    form, _ = open_form(made.getvalue(), "a.xlsx").found({})
    said = "The list that Sheet!{} drops down, which could not be read"
    assert form.passed == (said.format("B1"), said.format("B2"))


def test_rows_beyond_those_that_are_read_are_said() -> None:
    rows: Rows = [["Is it new?"], *[[]] * 3_000, ["Is it old?"]]
    form, _ = read({"Form": rows})
    assert [one.wording for one in form.questions] == ["Is it new?"]
    assert form.passed == ("All of sheet “Form” beyond row 3,000 or column 60",)


@pytest.mark.parametrize("rows", [[], [[]], [["x" * 5000]], [["?"] * 200] * 50])
def test_strange_sheets_do_no_harm(rows: Rows) -> None:
    read({"Sheet": rows, "Other": [["Is it new?"]]})
