"""Pasted lists of questions: what they ask is read from their words, and what is not sure is asked
about."""

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.desk.making_round import MadeRound, make_round
from bidwriter.doubts import Doubt
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.found import FoundForm, FoundQuestion
from bidwriter.fund_forms.opening import OpenedForm, open_form
from bidwriter.fund_forms.pack.making import Named, pack_of
from bidwriter.fund_forms.words.rules import closing_in, rules_in
from bidwriter.rounds.linting.lint import faults
from bidwriter.rounds.round import read_round


def opened(text: str) -> OpenedForm:
    return open_form(text.encode(), "the-form.txt")


def read(text: str) -> tuple[FoundForm, tuple[Doubt, ...]]:
    return opened(text).found({})


def first(text: str) -> FoundQuestion:
    """The first question of a form."""
    return read(text)[0].questions[0]


def made_of(text: str) -> MadeRound:
    return make_round(opened(text), Named(), {})


def told(question: FoundQuestion) -> tuple[Any, ...]:
    """What matters of a question."""
    options = [option.label for option in question.options] or list(question.statements)
    return (question.number, question.wording, question.kind, dict(question.more), options)


def test_the_form_of_the_picture() -> None:
    form, doubts = read(
        """Section B: Your project
Project title (no more than 80 characters)
B1. What problem will you solve, and for whom? (max 300 words)
Tell us how you know. We score this question out of 25.
B2. How will you work with your partners? 250 words
B3. Have you signed the Local Digital Declaration? ☐ Yes ☐ No
If yes, on what date did you sign?
Section C: Costs
Item | 2026/27 | 2027/28 | Match funding | Total
You may ask for £50,000 to £150,000 a year, and must give at least 10% in cash.
C2. Upload a project plan (no more than 3 pages, PDF)
"""
    )
    assert [section.title for section in form.sections] == [
        "Section B: Your project",
        "Section C: Costs",
    ]
    assert [told(question) for question in form.questions] == [
        ("", "Project title", "short-text", {"limit": {"characters": 80}}, []),
        (
            "B1",
            "What problem will you solve, and for whom?",
            "rich-text",
            {"limit": {"words": 300}},
            [],
        ),
        ("B2", "How will you work with your partners?", "rich-text", {"limit": {"words": 250}}, []),
        ("B3", "Have you signed the Local Digital Declaration?", "yes-no", {}, []),
        ("", "On what date did you sign?", "date", {}, []),
        ("", "Costs", "cost-lines", {"by-year": True}, []),
        ("C2", "Upload a project plan", "file", {"types": ["pdf"], "most-pages": 3}, []),
    ]
    assert form.questions[1].weight == 25
    assert form.questions[4].asked_when[0].is_ == ("yes",)
    assert [(rule.check, dict(rule.params)) for rule in form.rules] == [
        ("contribution-share", {"min-percent": 10, "cash-only": True}),
        ("cost-between", {"payer": "fund", "year": "each", "min": "50000.00", "max": "150000.00"}),
    ]
    assert [doubt.id for doubt in doubts] == ["kind:paragraph/9", "match:paragraph/9"]


GREEN = """Community Green Spaces Fund 2027 – Application form

Applications close at 12 noon on Friday 14 May 2027.

1. About your organisation
1.1 Name of organisation
1.2 What type of organisation are you? Choose one
- Charity
- Parish or town council
- Other
1.3 If you selected Other, please describe your organisation (max. 50 words)
1.4 Main contact
1.5 Email address

2. Your project
2.1 Project title
2.2 Which of these outcomes will your project support? (select all that apply)
• Better health
• None of the above
2.3 Please list your project milestones
Milestone	Start date	Cost (£)
2.4 How much funding are you applying for? £
You can apply for between £5,000 and £25,000. You must provide at least 20% match funding.
2.5 Please complete the budget below
Item	Cost (£)	Funding requested (£)
2.6 Attach two quotes (optional)

3. Declaration
3.1 Please confirm that you agree to the following:
☐ I confirm that the information in this form is correct
☐ I understand that the grant may be reclaimed
"""


def test_a_numbered_form() -> None:
    form, doubts = read(GREEN)
    assert form.name == "Community Green Spaces Fund 2027 – Application form"
    assert form.closes[:2] == ("2027-05-14", "12:00")
    assert [section.title for section in form.sections] == [
        "About your organisation", "Your project", "Declaration",
    ]  # fmt: skip
    assert [question.kind for question in form.questions] == [
        "short-text", "choose-one", "rich-text", "short-text", "short-text", "short-text",
        "choose-several", "table", "money", "cost-lines", "file", "declarations",
    ]  # fmt: skip
    assert form.questions[2].wording == "Describe your organisation"
    assert form.questions[2].asked_when[0].is_ == ("Other",)
    assert [option.alone for option in form.questions[6].options] == [False, True]
    assert [(c.label, c.kind) for c in form.questions[7].columns] == [
        ("Milestone", "short-text"), ("Start date", "date"), ("Cost (£)", "money"),
    ]  # fmt: skip
    assert form.questions[10].optional
    assert len(form.questions[11].statements) == 2
    assert [doubt.id.partition(":")[0] for doubt in doubts] == ["kind"]  # costs, or a table


def test_what_is_made_of_it_can_be_used() -> None:
    made = made_of(GREEN)
    assert faults(made.findings) == ()
    assert sorted(made.files) == ["questions.toml", "round.toml"]
    assert b'day = "2027-05-14"' in made.files["round.toml"]
    assert b'quote = "You must provide at least 20% match funding."' in made.files["round.toml"]


@pytest.mark.parametrize(
    ("line", "words", "limit"),
    [
        ("Describe it (250 words)", "Describe it", {"words": 250}),
        ("Describe it (max 1,500 characters)", "Describe it", {"characters": 1500}),
        ("Describe it. Maximum of 750 words.", "Describe it.", {"words": 750}),
        ("Describe it in no more than 300 words", "Describe it", {"words": 300}),
        ("In up to 250 words, tell us why", "Tell us why", {"words": 250}),
        ("Describe it – 500 words max", "Describe it", {"words": 500}),
        ("Describe it (between 100 and 400 words)", "Describe it", {"words": 400}),
        ("Describe it [word limit: 200]", "Describe it", {"words": 200}),
        ("Describe it. Your answer should be no longer than 2,000 characters including spaces.",
         "Describe it.", {"characters": 2000}),
        ("Describe it in 3 words that count", "Describe it in 3 words that count", None),
        ("Describe it (at least 100 words)", "Describe it (at least 100 words)", None),
        ("How many words are in it?", "How many words are in it?", None),
    ],
)  # fmt: skip
def test_limits(line: str, words: str, limit: dict[str, int] | None) -> None:
    found = first(line)
    assert (found.wording, found.more.get("limit")) == (words, limit)


def test_a_limit_stands_below_too() -> None:
    for below in ("Word limit: 200", "(Maximum 200 words)", "200 words max", "Max words: 200"):
        form, _ = read(f"What have you tried?\n{below}\nAnything else?")
        assert form.questions[0].more["limit"] == {"words": 200}, below
        assert len(form.questions) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Email address", "short-text"), ("Postal address", "address"), ("What is your name?", "short-text"),
        ("Is it new?", "yes-no"), ("Are you applying jointly? Yes / No", "yes-no"),
        ("How many homes will it build?", "number"), ("How much funding do you need?", "money"),
        ("Date of incorporation", "date"), ("Month and year of completion", "month"),
        ("Explain the risks", "rich-text"), ("How will you measure success?", "rich-text"),
        ("Upload your accounts", "file"), ("I confirm that this is right.", "declarations"),
        ("Charity number", "short-text"), ("What percentage is match funding?", "number"),
    ],
)  # fmt: skip
def test_kinds_that_are_sure(line: str, kind: str) -> None:
    form, doubts = read(line)
    assert (form.questions[0].kind, doubts) == (kind, ())


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Total project cost", ["money", "number", "short-text"]),
        ("When will it start?", ["date", "month", "rich-text"]),
        ("Lead council", ["council", "short-text"]),
        ("Who will lead it?", ["rich-text", "short-text", "yes-no"]),
        ("Which area is it in?\n- North\n- South", ["choose-one", "choose-several", "declarations"]),
    ],
)  # fmt: skip
def test_kinds_that_are_asked_about(line: str, kinds: list[str]) -> None:
    _, (doubt,) = read(line)
    assert [reading.way.typed for reading in doubt.readings] == kinds
    for reading in doubt.readings:
        form, left = opened(line).found({doubt.id: reading.way})
        assert (form.questions[0].kind, left) == (reading.way.typed, ())


def test_conditions_name_the_question_before_or_one_by_its_number() -> None:
    form, doubts = read(
        "B1. Is it new?\nB2. If no, since when has it run? (20 words)\nIf no, who runs it? (20 words)\n"
        "B3. If you answered yes to B1, why now? (50 words)\nIf it is large, say so (9 words)"
    )
    assert [q.asked_when[0].is_ if q.asked_when else () for q in form.questions] == [
        (), ("no",), ("no",), ("yes",), (),
    ]  # fmt: skip
    assert {q.asked_when[0].question for q in form.questions if q.asked_when} == {"paragraph/1"}
    assert [doubt.id for doubt in doubts] == ["asked-when:paragraph/5"]


def test_a_condition_on_nothing_is_asked_about() -> None:
    form, (doubt,) = read("Describe it (50 words)\nIf yes, why? (50 words)")
    assert doubt.id == "asked-when:paragraph/2"
    assert form.questions[1].asked_when == ()


@pytest.mark.parametrize(
    ("sentence", "check", "params"),
    [
        ("Grants of up to £1.5m are available.", "cost-cap", {"max": "1500000.00"}),
        ("You can bid for £50k to £100k", "cost-between", None),
        ("The minimum grant is £5,000.", "cost-minimum", {"min": "5000.00"}),
        ("Applicants must contribute at least 25 per cent.", "contribution-share", {"min-percent": 25}),
        ("At least 10% match funding in cash is needed.", "contribution-share",
         {"min-percent": 10, "cash-only": True}),
        ("The hall costs £500 to heat.", "", None),
        ("At least 10% of homes are old.", "", None),
    ],
)  # fmt: skip
def test_rules_keep_their_sentence(sentence: str, check: str, params: Any) -> None:
    found = list(rules_in(sentence))
    if not check:
        assert found == []
    elif params is None:
        assert [dict(rule.params) for rule in found] == [{"min": "50000.00"}, {"max": "100000.00"}]
    else:
        assert [(rule.check, dict(rule.params), rule.quote) for rule in found] == [
            (check, params, sentence)
        ]


@pytest.mark.parametrize(
    ("sentence", "day", "time"),
    [
        ("The fund closes at 5pm on Friday 31 March 2028.", "2028-03-31", "17:00"),
        ("Deadline: 30/09/2027, 17:30", "2027-09-30", "17:30"),
        ("Applications must be received by midday on 1st May 2027", "2027-05-01", "12:00"),
        ("No later than 11:59pm, 2 June 2027.", "2027-06-02", "23:59"),
        ("The closing date is 3 July 2027.", "2027-07-03", ""),
    ],
)  # fmt: skip
def test_when_it_closes(sentence: str, day: str, time: str) -> None:
    assert closing_in(sentence) == (day, time, sentence)


@pytest.mark.parametrize(
    "sentence", ["The hall opened on 3 May 2020.", "It closes on 31 June 2027.", "Closing soon"]
)
def test_what_is_no_closing_day(sentence: str) -> None:
    assert closing_in(sentence) is None


def test_sections_of_all_kinds() -> None:
    for heading in (
        "PART A – ELIGIBILITY",
        "# Eligibility",
        "ELIGIBILITY",
        "Section 1: Eligibility",
    ):
        form, _ = read(f"{heading}\nIs it new?\n\nSection 2\nIs it old?")
        assert len(form.sections) == 2, heading
        assert "ligibility" in form.sections[0].title.lower()


WORDS = st.sampled_from(
    ["Describe", "your", "project", "what", "cost", "£5,000", "(optional)", "250 words", "If yes,", "☐ Yes",
     "☐ No", "- one", "1.", "B2)", "?", "|", "\t", "closes", "31 March 2027", "a)", "#", "Section 1", "Total"]
)  # fmt: skip


@given(st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=12).map("\n".join))
def test_any_list_makes_a_round_that_can_be_read(text: str) -> None:
    if not text.strip():
        return
    form, _ = read(text)
    if form.questions:
        data = pack_of(form, opened(text).source, Named()).data
        assert read_round(json.loads(json.dumps(data))).questions


@given(
    st.lists(
        st.from_regex(r"[A-Z][a-z]{2,9} [a-z]{2,9} [a-z]{2,9}[.?]?", fullmatch=True),
        min_size=1,
        max_size=9,
    )
)
def test_no_line_is_lost(lines: list[str]) -> None:
    """Each line is in the round, or is said to be passed over."""
    form, _ = read("\n".join(lines))
    data = pack_of(form, opened("x").source, Named()).data
    kept = json.dumps([data, form.passed], ensure_ascii=False).lower()
    loose = sum("under no question" in words for words in form.passed)
    for line in lines:
        assert line.strip(".?").lower() in kept or loose


def test_other_files_are_refused_with_what_to_do() -> None:
    for data, words in (
        (b"\xd0\xcf\x11\xe0", "old Word or Excel"), (b"{\\rtf1 x", "rich text"), (b"<html><p>x", "web page"),
        (b"\0\1\2", "no form"), (b"   ", "is empty"), (b"%PDF-1.4 nothing", "damaged"),
    ):  # fmt: skip
        with pytest.raises(Exception, match=words):
            open_form(data, "form.doc")


def odt() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        parts.writestr("content.xml", "<a/>")
    return made.getvalue()


def test_an_opendocument_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileTroubleError, match=r"save it as \.docx, and choose that"):
        open_form(odt(), "form.odt")


# Where a pattern could try every way of reading such a line, this would never end.
@pytest.mark.parametrize(
    "unit", ["up to ", "max ", "no more than ", "between 1 and ", "1,", "(a) "]
)
def test_no_line_takes_for_ever(unit: str) -> None:
    opened((unit * 2_000)[:5_000] + "?").found({})


def test_what_is_longer_than_any_form_is_said() -> None:
    many = "\n".join(["Is it new?", *["word"] * 19_999, "Is it old?", "Is it gone?"])
    form, _ = opened(many).found({})
    assert form.passed[-1] == "The 2 lines after the first 20,000"
    form, _ = opened("Is it new?\n" + "word " * 1_200).found({})
    assert form.passed[-1] == "All after the first 5,000 characters of line 2"
    form, _ = opened("Is it new?\n" + "x" * 5_000).found({})
    assert not any("characters" in words for words in form.passed)
    with pytest.raises(FileTroubleError, match="more than 1,000,000 characters"):
        opened("x" * 1_000_001)


def test_rules_without_end_are_counted() -> None:
    rules = "\n".join(f"You may ask for no more than £{at},000 a year." for at in range(1, 53))
    form, _ = opened(f"Item | 2026/27 | Total\n{rules}").found({})
    assert len(form.rules) == 50
    assert "2 rules after the first 50" in form.passed


LINES = st.sampled_from(
    ["Section A: You", "1. About you", "1.1 Name of organisation", "1.2 What type?", "- Charity", "- Council",
     "• None of the above", "Describe it (250 words)", "Is it new? Yes / No", "If yes, when?",
     "If no, why not? (100 words)", "If you answered yes to 1.2, explain", "Item | 2026/27 | Match funding",
     "Milestone\tDate\tOwner", "| a | b | c |", "Total cost £", "£", "Upload your plan (PDF)", "Evidence",
     "You can ask for up to £25,000", "Grants of between £5,000 and £2,000 are made", "Select all that apply",
     "I confirm that it is right", "☐ I agree to the terms", "☐ Yes ☐ No", "(optional)", "Word limit: 200", "",
     "Lead council", "Q3) Lead contact", "Partners", "a) one", "b) two", "PART B", "?", "If", "Score: 100"]
)  # fmt: skip


@pytest.mark.proof
@given(st.lists(LINES, max_size=20).map("\n".join), st.data())
def test_whatever_is_pasted_makes_a_round_with_nothing_to_mend(
    text: str, data: st.DataObject
) -> None:
    if not text.strip():
        return
    form = opened(text)
    found, doubts = form.found({})
    settled = {doubt.id: data.draw(st.sampled_from(doubt.readings)).way for doubt in doubts}
    if found.questions:
        made = make_round(form, Named(), settled)
        assert faults(made.findings) == ()
