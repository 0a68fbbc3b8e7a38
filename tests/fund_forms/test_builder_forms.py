"""Forms of MHCLG's form builder as round packs: every kind, limit, option and condition is told
back by the pack."""

from collections.abc import Mapping
from typing import Any

import pytest
from builder_made import Data, as_file, compared, component, condition, form, page
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.desk.making_round import MadeRound, make_round
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.opening import open_form
from bidwriter.fund_forms.pack.making import Named, pack_of
from bidwriter.rounds.asking import Asking
from bidwriter.rounds.linting.lint import faults
from bidwriter.rounds.loading import load
from bidwriter.rounds.round import Round, read_round

NOBODY = Named()


def made_of(made: Data, settled: Any = None) -> MadeRound:
    return make_round(open_form(as_file(made), "form.json"), NOBODY, settled or {})


def round_of(made: Data) -> Round:
    """The round of a form about which nothing is doubtful."""
    opened = open_form(as_file(made), "form.json")
    found, doubts = opened.found({})
    assert doubts == ()
    data = pack_of(found, opened.source, NOBODY).data
    return read_round(data)


def question_of(made: Data, **more: Any) -> Any:
    """The one question of a form of one component, as its pack has it."""
    found = round_of(form(page("/a", made), **more))
    return next(question for question in found.questions if question.place == made["name"])


FIVE = {f"v{n}": f"Label {n}" for n in range(5)}


@pytest.mark.parametrize(
    ("made", "kind", "said"),
    [
        (component("TextField", "x"), "short-text", {}),
        (component("TextField", "x", schema={"max": 50}), "short-text", {"limit": {"characters": 50}}),
        (component("TextField", "x", prefix="£"), "money", {}),
        (component("MultilineTextField", "x", maxWords="200"), "rich-text", {"limit": {"words": 200}}),
        (component("FreeTextField", "x", maxWords=500, required=False), "rich-text", {"optional": True}),
        (component("EmailAddressField", "x"), "short-text", {"format": "email", "personal": True}),
        (component("TelephoneNumberField", "x"), "short-text", {"format": "phone"}),
        (component("WebsiteField", "x"), "short-text", {"format": "web"}),
        (component("YesNoField", "x"), "yes-no", {}),
        (component("DatePartsField", "x", maxDaysInPast="0"), "date", {"not-before-today": True}),
        (component("DatePartsField", "x", maxDaysInFuture=0), "date", {"not-after-today": True}),
        (component("MonthYearField", "x"), "month", {}),
        (component("NumberField", "x", "How many homes?", schema={"min": 1, "max": "20", "precision": 0}),
         "number", {"min": "1", "max": "20", "whole": True}),
        (component("NumberField", "x", "What is the cost?", prefix="£"), "money", {}),
        (component("NumberField", "x", "Area", suffix="hectares"), "number", {"unit": "hectares"}),
        (component("UkAddressField", "x"), "address", {}),
        (component("RadiosField", "x", list="l"), "choose-one", {}),
        (component("SelectField", "x", list="l"), "choose-one", {}),
        (component("AutocompleteField", "x", list="l"), "choose-one", {}),
        (component("CheckboxesField", "x", list="l"), "choose-several", {}),
        (component("ClientSideFileUploadField", "x", dropzoneConfig={
            "maxFiles": 3, "maxFilesize": 10, "acceptedFiles": "application/pdf,.docx"}),
         "file", {"most": 3, "largest-mb": 10, "types": ["pdf", "docx"]}),
        (component("FileUploadField", "x"), "file", {}),
    ],
)  # fmt: skip
def test_each_type_is_told_back(made: Data, kind: str, said: Data) -> None:
    found = question_of(made, lists={"l": FIVE})
    told = found.model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert found.kind == kind
    assert found.wording == made["title"]
    for name, value in said.items():
        if isinstance(value, dict):
            assert told[name] | value == told[name]
        else:
            assert told[name] == value, name
    if kind.startswith("choose"):
        assert [option.label for option in found.options] == list(FIVE.values())


def test_a_list_too_long_to_choose_from_is_searched() -> None:
    many = {f"E{n:05}": f"Area {n}" for n in range(400)}
    made = made_of(
        form(page("/a", component("AutocompleteField", "x", list="l")), lists={"l": many})
    )
    assert faults(made.findings) == ()
    (name,) = (name for name in made.files if name.endswith(".csv"))
    lines = made.files[name].decode().splitlines()
    assert (lines[0], len(lines), lines[1].partition(",")[2]) == ("id,label", 401, "Area 0")


def test_none_of_these_stands_alone_and_one_box_is_a_statement() -> None:
    lists = {"l": {"a": "Roof", "b": "None of these"}, "one": {"y": "I confirm that this is right"}}
    several = question_of(component("CheckboxesField", "x", list="l"), lists=lists)
    assert [option.alone for option in several.options] == [False, True]
    one = question_of(component("CheckboxesField", "x", list="one"), lists=lists)
    assert (one.kind, [s.text for s in one.statements]) == (
        "declarations",
        ["I confirm that this is right"],
    )


def test_a_repeated_page_is_a_table() -> None:
    children = [
        component("TextField", "what", "Description"),
        component("NumberField", "sum", "Amount", prefix="£", required=False),
        component("MonthYearField", "when", "A title that is far too long to stand over any column of a table"),
        component("RadiosField", "who", "Secured?", list="l"),
    ]  # fmt: skip
    made = component("MultiInputField", "x", "Costs", children=children,
                     columnTitles=["Description", "Amount", "When", "Secured?", "Action"])  # fmt: skip
    table = question_of(made, lists={"l": {"a": "Secured", "b": "Not yet"}})
    told = [
        (c.label, c.kind, c.optional, c.total, [o.label for o in c.options])
        for c in table.own_columns
    ]
    assert table.least_rows == 1
    assert told == [
        ("Description", "short-text", False, False, []),
        ("Amount", "money", True, True, []),
        ("When", "month", False, False, []),
        ("Secured?", "choose-one", False, False, ["Secured", "Not yet"]),
    ]
    assert table.own_columns[2].hint == children[2]["title"]


def test_guidance_stands_where_the_form_has_it() -> None:
    found = round_of(form(
        page("/start", component("Para", "p", content="<p>In this section, we'll ask about:</p><ul><li>x</li></ul>"), to=["/read"]),
        page("/read", component("Html", "q", content="<p>Read the <a href='https://a.uk/b'>prospectus</a>.</p>"), to=["/a"]),
        page("/a", component("Details", "d", "Help", content="<p>Some <strong>help</strong></p>"),
             component("TextField", "x", "Name", hint="<b>As</b> in law")),
    ))  # fmt: skip
    question = next(question for question in found.questions if question.place == "x")
    task = found.task_of(question.id)
    assert task is not None
    assert task.text == "Read the [prospectus](https://a.uk/b)."
    assert [(f.title, f.text) for f in question.guidance.folded] == [("Help", "Some **help**")]
    assert question.hint == "As in law"


# --- conditions ------------------------------------------------------------------------------

YES_NO = component("YesNoField", "d", "Decide?")


def asked_when(*comparisons: Data, decider: Data = YES_NO, **more: Any) -> list[Data]:
    """The terms of the page that one condition leads to."""
    made = form(
        page("/d", decider, to=["/end", ("/x", "c")]),
        page("/x", component("TextField", "x"), to=["/end"]),
        page("/end", component("TextField", "end")),
        conditions=[condition("c", *comparisons)],
        **more,
    )
    round_ = round_of(made)
    told = {}
    for question in round_.questions:
        task = round_.task_of(question.id)
        assert task is not None
        told[question.place] = task.asked_when
    assert told["end"] == ()
    return [
        term.model_dump(mode="json", by_alias=True, exclude_defaults=True) for term in told["x"]
    ]


def test_a_condition_leads_to_a_page() -> None:
    assert asked_when(compared("d", "is", "true")) == [{"question": "decide", "is": ["yes"]}]
    assert asked_when(compared("d", "is not", "true")) == [{"question": "decide", "is": ["no"]}]


def test_conditions_on_lists_and_figures() -> None:
    radios = component("RadiosField", "d", "Decide?", list="l")
    lists = {"l": FIVE}
    either = [compared("d", "is", "v3"), compared("d", "is", "v1", "or")]
    assert asked_when(*either, decider=radios, lists=lists) == [
        {"question": "decide", "is": ["label-1", "label-3"]}
    ]
    assert asked_when(compared("d", "is not", "v0"), decider=radios, lists=lists) == [
        {"question": "decide", "is-not": ["label-0"]}
    ]
    boxes = component("CheckboxesField", "d", "Decide?", list="l")
    either = [compared("d", "contains", "v3"), compared("d", "contains", "v1", "or")]
    assert asked_when(*either, decider=boxes, lists=lists) == [
        {"question": "decide", "is": ["label-1", "label-3"]}
    ]
    number = component("NumberField", "d", "How many?", schema={"precision": 0})
    least = asked_when(compared("d", "is at least", "10"), decider=number)
    assert least == [{"question": "many", "at-least": "10"}]
    assert asked_when(compared("d", "is more than", "10"), decider=number)[0]["at-least"] == "11"


def test_an_older_form_has_expressions() -> None:
    made = form(
        page("/d", YES_NO, to=["/end", ("/x", "c")]),
        page("/x", component("TextField", "x"), to=["/end"]),
        page("/end", component("TextField", "end")),
        conditions=[{"name": "c", "value": "S.d == true and not (S.d == false)"}],
    )
    assert [q.place for q in Asking(round_of(made), {"decide": True}).questions][1:] == [
        "d",
        "x",
        "end",
    ]


@pytest.mark.parametrize(
    "comparison",
    [compared("nothing", "is", "true"), compared("d", "is longer than", "3"),
     compared("d", "is", "perhaps"), compared("d", "is at least", "3")],
)  # fmt: skip
def test_what_no_round_can_say_is_asked_about(comparison: Data) -> None:
    made = form(
        page("/d", YES_NO, to=["/end", ("/x", "c")]),
        page("/x", component("TextField", "x", "Only some"), to=["/end"]),
        page("/end", component("TextField", "end")),
        conditions=[condition("c", comparison)],
    )
    opened = open_form(as_file(made), "form.json")
    _, doubts = opened.found({})
    assert "asked-when:/x" in [doubt.id for doubt in doubts]
    doubt = next(doubt for doubt in doubts if doubt.id == "asked-when:/x")
    left, rest = opened.found({doubt.id: doubt.readings[1].way})
    assert "Only some" not in [question.wording for question in left.questions]
    assert doubt.id not in [one.id for one in rest]


def test_two_ways_that_no_terms_say_are_asked_about() -> None:
    """Asked if the first answer is no, or the second, which is only asked otherwise, is yes."""
    made = form(
        page("/a", component("YesNoField", "a"), to=["/x", ("/b", "a")]),
        page("/b", component("YesNoField", "b"), to=["/end", ("/x", "b")]),
        page("/x", component("TextField", "x"), to=["/end"]),
        page("/end", component("TextField", "end")),
        conditions=[condition("a", compared("a", "is", "true")), condition("b", compared("b", "is", "true"))],
    )  # fmt: skip
    _, doubts = open_form(as_file(made), "form.json").found({})
    assert [doubt.id for doubt in doubts] == ["asked-when:/x"]


# --- the law: who goes through the form is asked what the round asks --------------------------


@st.composite
def routed(draw: st.DrawFn) -> Data:
    """A form whose pages lead on to later ones, some only under a condition."""
    many = draw(st.integers(2, 7))
    deciders = [
        draw(st.sampled_from(["YesNoField", "RadiosField", "TextField"])) for _ in range(many)
    ]
    conditions, pages = [], []
    for at in range(many):
        asks = component(deciders[at], f"q{at}", list="l" if deciders[at] == "RadiosField" else "")
        ways: list[Any] = [f"/{draw(st.integers(at + 1, many))}"]
        if deciders[at] != "TextField" and draw(st.booleans()):
            values = ["true", "false"] if deciders[at] == "YesNoField" else ["a", "b", "c"]
            operator = draw(st.sampled_from(["is", "is not"]))
            conditions.append(
                condition(f"c{at}", compared(f"q{at}", operator, draw(st.sampled_from(values))))
            )
            ways.append((f"/{draw(st.integers(at + 1, many))}", f"c{at}"))
        pages.append(page(f"/{at}", asks, to=draw(st.permutations(ways))))
    last = page(f"/{many}", component("TextField", f"q{many}"))
    listed = [*draw(st.permutations(pages[1:])), last]
    return form(
        pages[0], *listed, conditions=conditions, lists={"l": {"a": "A", "b": "B", "c": "C"}}
    )


def gone_through(made: Data, answers: Mapping[str, str]) -> list[str]:
    """The components that a person meets who answers so, by the builder's own rule."""
    pages = {one["path"]: one for one in made["pages"]}
    conditions = {one["name"]: one["value"]["conditions"][0] for one in made["conditions"]}
    at, met = made["startPage"], []
    while at:
        met += [one["name"] for one in pages[at]["components"]]
        ways, otherwise, taken = pages[at]["next"], "", ""
        for way in ways:
            name = way.get("condition")
            if not name:
                otherwise = way["path"]
                continue
            said = conditions[name]
            is_so = answers[said["field"]["name"][2:]] == said["value"]["value"]
            if is_so == (said["operator"] == "is") and not taken:
                taken = way["path"]
        at = taken or otherwise
    return met


@given(routed(), st.data())
def test_the_round_asks_what_the_form_asks(made: Data, data: st.DataObject) -> None:
    opened = open_form(as_file(made), "form.json")
    found, doubts = opened.found({})
    if doubts:
        return
    round_ = read_round(pack_of(found, opened.source, NOBODY).data)
    kinds = {c["name"]: c["type"] for p in made["pages"] for c in p["components"]}
    answers: dict[str, str] = {}
    given_: dict[str, Any] = {}
    for question in round_.questions:
        match kinds.get(question.place):
            case "YesNoField":
                answers[question.place] = data.draw(st.sampled_from(["true", "false"]))
                given_[question.id] = answers[question.place] == "true"
            case "RadiosField":
                answers[question.place] = data.draw(st.sampled_from(["a", "b", "c"]))
                given_[question.id] = answers[question.place]
    asked = [q.place for q in Asking(round_, given_).questions if q.place]
    assert asked == gone_through(made, dict.fromkeys(kinds, "") | answers)


# --- bad forms -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b'{"a": 1}', "no form of MHCLG"),
        (b"[1, 2", "not right JSON"),
        (b'{"pages": [{"path": "/a", "components": []}], "startPage": "/a"}', "No question was found"),
        (b'{"pages": [{"path": "/a"}], "startPage": ' + b"[" * 100 + b"]" * 100 + b"}", "nested too deeply"),
    ],
)  # fmt: skip
def test_bad_forms_are_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(FileTroubleError, match=words):
        make_round(open_form(data, "form.json"), NOBODY, {})


def test_a_circle_of_pages_ends() -> None:
    made = form(
        page("/a", component("TextField", "a"), to=["/b"]),
        page("/b", component("YesNoField", "b"), to=["/a", "/b", "/nowhere", ("/c", "missing")]),
        page("/c", component("TextField", "c"), to=["/a"]),
        page("/d", component("TextField", "d", "Left")),
    )
    found, doubts = open_form(as_file(made), "form.json").found({})
    assert [question.place for question in found.questions] == ["a", "b", "c"]
    assert [doubt.id for doubt in doubts] == ["asked-when:/c"]
    assert any("no way leads" in words for words in found.passed)


def test_words_of_a_form_are_no_mark_up(tmp_path: Any) -> None:
    strange = 'A "quoted" [thing]\\ = # """ \u202e\u0007 <b>bold</b> {{ x }}'
    made = made_of(form(page("/a", component("TextField", "x", strange, hint=strange))))
    for name, data in made.files.items():
        (tmp_path / name).write_bytes(data)
    question = next(q for q in load(tmp_path).questions if q.place == "x")
    assert question.wording == 'A "quoted" [thing]\\ = # """ bold {{ x }}'
