"""Word forms: questions beside empty cells, over boxes and in tables, each with its place."""

import pytest
from word_made import control, docx, field, item, level, numbering, paragraph, row, run, table

from bidwriter.desk.making_round import make_round
from bidwriter.doubts import Doubt
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.found import FoundForm, FoundQuestion
from bidwriter.fund_forms.opening import OpenedForm, open_form
from bidwriter.fund_forms.pack.making import Named
from bidwriter.rounds.linting.lint import faults

PROMPT = "Click or tap here to enter text."


def opened(*blocks: str, numbered: str = "") -> OpenedForm:
    return open_form(docx(*blocks, numbered=numbered), "the-form.docx")


def read(*blocks: str, numbered: str = "") -> tuple[FoundForm, tuple[Doubt, ...]]:
    return opened(*blocks, numbered=numbered).found({})


def by_wording(form: FoundForm) -> dict[str, FoundQuestion]:
    return {question.wording: question for question in form.questions}


def test_two_columns_with_bars_and_rows_over_the_whole_width() -> None:
    form, _ = read(
        paragraph("Halls Fund 2027: application form", style="Title"),
        paragraph("Part one", style="heading 1"),
        table(
            ("About you",),
            ("Name of organisation", ""),
            ("1.2", "Email address", control("text", PROMPT, id_=77, is_prompt=True)),
            ("Describe the work in no more than 300 words",),
            ("",),
            ("Is it new?", "☐ Yes ☐ No"),
        ),
    )
    found = by_wording(form)
    assert form.name == "Halls Fund 2027: application form"
    assert [(q.wording, q.kind, q.place) for q in form.questions] == [
        ("Name of organisation", "short-text", "table/1/2/2"),
        ("Email address", "short-text", "control/77"),
        ("Describe the work", "rich-text", "table/1/5/1"),
        ("Is it new?", "yes-no", found["Is it new?"].place),
    ]
    assert found["Email address"].number == "1.2"
    assert dict(found["Describe the work"].more) == {"limit": {"words": 300}}


def test_a_question_over_a_box() -> None:
    form, doubts = read(
        paragraph("Section A", style="heading 1"),
        paragraph("What problem will you solve?", style="heading 2"),
        paragraph("Maximum 250 words. Tell us how you know."),
        table((control("rich", paragraph(run(PROMPT)), id_=5, is_prompt=True),)),
        paragraph("How will you work with partners?"),
        table(("",)),
    )
    assert [(q.wording, q.kind, q.place, q.hint) for q in form.questions] == [
        ("What problem will you solve?", "rich-text", "control/5", "Maximum 250 words. Tell us how you know."),
        ("How will you work with partners?", "rich-text", "table/2/1/1", ""),
    ]  # fmt: skip
    assert doubts == ()


def test_boxes_to_tick_and_lists_to_choose_from() -> None:
    form, doubts = read(
        paragraph("Which areas will it serve? Select all that apply", style="heading 2"),
        *(paragraph(control("tick", id_=at), f" {name}") for at, name in enumerate(["North", "South"], 10)),
        paragraph("What is your region? ", control("choice", "Choose an item.", id_=20, choices=["East", "West"],
                                                   is_prompt=True)),
        paragraph("Start date: ", control("date", "Click to enter a date.", id_=21, is_prompt=True)),
        paragraph("Is it a charity? ", field("FORMCHECKBOX", form='<w:name w:val="Check1"/><w:checkBox/>'), " Yes ",
                  field("FORMCHECKBOX", form='<w:name w:val="Check2"/><w:checkBox/>'), " No"),
        paragraph("Its number: ", field("FORMTEXT", "     ", form='<w:name w:val="Text1"/><w:textInput/>')),
    )  # fmt: skip
    told = [(q.wording, q.kind, [o.label for o in q.options]) for q in form.questions]
    assert told == [
        ("Which areas will it serve?", "choose-several", ["North", "South"]),
        ("What is your region?", "choose-one", ["East", "West"]),
        ("Start date", "date", []),
        ("Is it a charity?", "yes-no", []),
        ("Its number", "short-text", []),
    ]
    assert [q.place for q in form.questions[1:3]] == ["control/20", "control/21"]
    assert form.questions[4].place == "bookmark/Text1"
    assert doubts == ()


def test_tables_that_ask_for_rows() -> None:
    form, doubts = read(
        paragraph("Plan", style="heading 1"),
        paragraph("List your milestones"),
        table(("Milestone", "Start date", "Done?"), ("", "", control("choice", "Choose", choices=["Yes", "No"])),
              ("", "", "")),
        paragraph("What will you spend each year?"),
        table(("", "Capital (£)", "Revenue (£)"), ("2027/28", "", ""), ("2028/29", "", "")),
        paragraph("Costs"),
        table(("Item", "Cost (£)", "Match funding"), ("", "", "")),
    )  # fmt: skip
    milestones, spend, costs = form.questions
    assert [(c.label, c.kind) for c in milestones.columns] == [
        ("Milestone", "short-text"), ("Start date", "date"), ("Done?", "choose-one"),
    ]  # fmt: skip
    assert [o.label for o in milestones.columns[2].options] == ["Yes", "No"]
    assert (spend.rows, [c.kind for c in spend.columns]) == (
        ("2027/28", "2028/29"),
        ["money", "money"],
    )
    assert costs.kind == "cost-lines"
    assert [doubt.id.partition(":")[0] for doubt in doubts] == ["kind", "match"]


def test_numbers_that_word_makes_are_the_questions_numbers() -> None:
    listed = numbering(level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter"))
    form, _ = read(
        item("About you"), item("What is your name?", level=1), item("Who are you?", level=1),
        item("The work"), item("Describe it (50 words)", level=1), item("now", level=2), item("later", level=2),
        numbered=listed,
    )  # fmt: skip
    assert [section.title for section in form.sections] == ["About you", "The work"]
    assert [(q.number, q.wording) for q in form.questions] == [
        ("1.1", "What is your name?"), ("1.2", "Who are you?"), ("2.1", "Describe it"),
    ]  # fmt: skip


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    bold = "<w:b/>"
    form, _ = read(
        paragraph(run("About you", looks=bold)),
        paragraph("Name of organisation ………………………………"),
        paragraph(run("Your project", looks=bold)),
        paragraph("Project title ____________________"),
    )
    told = [
        (section.title, [q.wording for p in section.pages for q in p.questions])
        for section in form.sections
    ]
    assert told == [("About you", ["Name of organisation"]), ("Your project", ["Project title"])]


def test_what_is_only_told_is_passed_over_and_said() -> None:
    form, _ = read(
        paragraph("Is it new?"),
        table(("Score", "What it means"), ("0", "Not met"), ("1", "Met")),
    )
    assert [question.wording for question in form.questions] == ["Is it new?"]
    assert form.passed == ("Table 1, which has nothing to fill in: “Score”",)


def test_what_is_made_of_it_can_be_used() -> None:
    made = make_round(
        opened(
            paragraph("Halls Fund", style="heading 1"),
            table(("Project title", ""), ("Describe the work (max 300 words)", "")),
            table(("Item", "2027/28", "2028/29"), ("", "", "")),
            "Applications close at 5pm on 31 March 2028. Grants of up to £25,000 are made.",
        ),
        Named(),
        {},
    )
    assert faults(made.findings) == ()
    text = made.files["round.toml"].decode()
    assert 'kind = "docx"' in text
    assert 'max = "25000.00"' in text
    assert 'place = "table/1/1/2"' in made.files["questions.toml"].decode()


@pytest.mark.parametrize("data", [b"PK\x03\x04", docx("x")[:200], docx("")])
def test_bad_word_files_are_refused(data: bytes) -> None:
    with pytest.raises(FileTroubleError):
        make_round(open_form(data, "form.docx"), Named(), {})


def test_strange_tables_do_no_harm() -> None:
    inner = table(("a", "", "b"), ("", "", ""))
    read(
        table((inner, inner)),
        table(row()),
        table(("", "", "")),
        table(("x",)),
        table(*[("",)] * 50),
    )
