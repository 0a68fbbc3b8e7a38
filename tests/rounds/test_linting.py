"""The linter: every fault in one run, each with file, line, place and remedy; advice apart."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking_round import faults_of, pack_of, question, round_of

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.linting.near import did_you_mean

PACK = """\
format = 2
id = "halls"
version = "1.0"
fund = "Village Halls Fund"
name = "Village Halls Fund 2027"
short-name = "VHF27"

[closes]
day = "2027-03-31"

[cover]
title = "title"
costs = "costs"

[[checks]]
check = "cost-cap"
max = "25000.00"

[[sections]]
id = "bid"
title = "The bid"

[[sections.tasks]]
id = "name"
label = "Name it"
questions = ["title"]

[[sections.tasks]]
id = "why"
label = "Say why"
title = "Why"
questions = ["open", "why", "costs"]

[[questions]]
id = "title"
kind = "short-text"
wording = "Title"
[questions.guidance]
looks-for = ["A name"]

[[questions]]
id = "open"
kind = "choose-one"
wording = "Is it open?"
options = [
  { id = "yes", label = "Yes" },
  { id = "no", label = "No" },
]
[questions.guidance]
looks-for = ["Yes"]

[[questions]]
id = "why"
kind = "rich-text"
wording = "Why?"
limit = { words = 250 }
[questions.guidance]
looks-for = ["Who uses it"]

[[questions]]
id = "costs"
kind = "cost-lines"
wording = "What does it cost?"
[questions.guidance]
looks-for = ["A line for each piece of work"]
"""


def linted(folder: Path, text: str = PACK, **files: str) -> tuple[Finding, ...]:
    folder.mkdir(exist_ok=True)
    (folder / "round.toml").write_text(text, "utf-8")
    for name, more in files.items():
        (folder / f"{name}.toml").write_text(more, "utf-8")
    return lint(folder, CATALOGUE)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_good_pack_has_nothing_to_mend(tmp_path: Path) -> None:
    assert linted(tmp_path) == ()


Edit = Callable[[str], str]


def swap(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def more(text: str) -> Edit:
    return lambda pack: f"{pack}\n{text}"


# Name: edit, words of the finding, what stands in the line that it names.
BROKEN: dict[str, tuple[Edit, str, str]] = {
    "an answer that no option has": (more('[[checks]]\ncheck = "must-be"\nquestion = "open"\nanswer = "maybe"'), "“open” has no answer “maybe”", '[[checks]]\ncheck = "must-be"'),
    "a choice without options": (swap('options = [\n  { id = "yes", label = "Yes" },\n  { id = "no", label = "No" },\n]', "options = []"), "There is nothing to choose", "options = []"),
    "a title that is no line": (swap('[cover]\ntitle = "title"', '[cover]\ntitle = "why"'), "“why” is a rich-text question", 'title = "why"'),
    "costs that are none": (swap('costs = "costs"\n', 'costs = "open"\n'), "“open” is a choose-one question", 'costs = "open"'),
    "a fact that is a table": (swap('costs = "costs"\n', 'facts = ["costs"]\n'), "too long for a fact", "facts ="),
    "a negative cap": (swap('max = "25000.00"', 'max = "-1.00"'), "too small", "[[checks]]"),
    "all-chosen of one": (more('[[checks]]\ncheck = "all-chosen"\nquestion = "open"'), "“open” is a choose-one question, which it cannot look at", 'question = "open"'),
    "days that are none": (more('[[checks]]\ncheck = "date-order"\nfirst = "open"\nlast = "why"'), "“open” is a choose-one question", 'first = "open"'),
    "one day twice": (more('[[checks]]\ncheck = "date-order"\nfirst = "why"\nlast = "why"'), "must be two questions", '[[checks]]\ncheck = "date-order"'),
    "a reversed range": (more('[[checks]]\ncheck = "date-range"\nquestion = "why"\nfrom = "2027-02-01"\nto = "2027-01-01"'), "to must not be before from", '[[checks]]\ncheck = "date-range"'),
    "must-be of prose": (more('[[checks]]\ncheck = "must-be"\nquestion = "why"\nanswer = "yes"'), "of which no answer can be named", '[[checks]]\ncheck = "must-be"'),
    "closes before it opens": (swap("[closes]", '[opens]\nday = "2027-03-31"\n\n[closes]'), "closes before it opens", "[closes]"),
    "counts itself": (swap("limit = { words = 250 }", 'limit = { words = 250, also-counts = ["why"] }'), "counts its own question twice", "limit ="),
    "an assumed output without a note": (more('[[required-outputs]]\nid = "plan"\nname = "A plan"\nbasis = "assumed"'), "no note says so", "[[required-outputs]]"),
    "no headline at nought": (more('[[headlines]]\nword = "Strong"\nstrong = 2\n[[principles]]\nnumber = 1\nname = "A"\ntext = "A"'), "No headline is for a principle", "[[headlines]]"),
    "two headlines alike": (more('[[headlines]]\nword = "A"\nstrong = 0\n[[headlines]]\nword = "B"\nstrong = 0\n[[principles]]\nnumber = 1\nname = "A"\ntext = "A"'), "Two headlines have strong = 0", "[[headlines]]"),
    "an unknown icon": (more('[[principles]]\nnumber = 1\nname = "A"\ntext = "A"\nicon = "user-round"'), "", ""),
    "an icon that is not there": (more('[[principles]]\nnumber = 1\nname = "A"\ntext = "A"\nicon = "users"'), "no picture called “users”", 'icon = "users"'),
    "a page without a title": (swap('title = "Why"\n', ""), "asks several questions and has no title", '[[sections.tasks]]\nid = "why"'),
    "a section without tasks": (more('[[sections]]\nid = "empty"\ntitle = "Empty"\ntasks = []'), "The section has no tasks", '[[sections]]\nid = "empty"'),
    "two options of one label": (swap('label = "No"', 'label = "yes "'), "Two options are called", '{ id = "yes"'),
    "a control character": (swap('wording = "Why?"', 'wording = "Why\\u0007?"'), "nobody can see", 'wording = "Why'),
    "a right-to-left mark": (swap('wording = "Why?"', 'wording = "Why\\u202e?"'), "nobody can see", 'wording = "Why'),
    "a line break": (swap('wording = "Why?"', 'wording = "Why\\nnot?"'), "The text has line breaks", 'wording = "Why'),
    "five thousand letters": (swap('wording = "Why?"', f'wording = "{"Why " * 1250}"'), "has 5,000 characters", 'wording = "Why'),
    "an id that Windows keeps": (swap('id = "halls"', 'id = "con"'), "no file can be called “con”", 'id = "con"'),
    "a name that is near": (swap('max = "25000.00"', 'maximum = "25000.00"'), "“maximum” is not known here", 'maximum ='),
    "an unknown name of a question": (swap('limit = { words = 250 }', 'limits = { words = 250 }'), "“limits” is not known here", "limits ="),
    "an unknown kind": (swap('kind = "rich-text"', 'kind = "rich-txt"'), "no kind of question called “rich-txt”", '[[questions]]\nid = "why"'),
    "a fraction": (swap('max = "25000.00"', "max = 25000.5"), "is a number with a point", "max = 25000.5"),
    "a name of a later release": (swap('id = "why"\nkind', 'id = "words"\nkind'), "“words” has a meaning of its own", 'id = "words"'),
    "a question asked twice": (swap('questions = ["title"]', 'questions = ["title", "why"]\ntitle = "T"'), "“why” is asked twice", 'questions = ["open"'),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_each_break_is_found_in_its_line_with_a_remedy(name: str, tmp_path: Path) -> None:
    edit, words, where = BROKEN[name]
    text = edit(PACK)
    found = faults(linted(tmp_path, text))
    if not words:
        assert found == ()
        return
    hits = [one for one in found if words in one.words]
    assert hits, found
    assert all(one.file == "round.toml" and one.remedy for one in found)
    if where:
        assert line_of(text, where) in {one.line for one in hits}, hits


def test_near_names_are_offered(tmp_path: Path) -> None:
    text = PACK.replace('max = "25000.00"', 'maximum = "25000.00"').replace("limit =", "limits =")
    text = text.replace('kind = "rich-text"', 'kind = "richtext"')
    remedies = {one.words: one.remedy for one in linted(tmp_path, text)}
    assert remedies["“maximum” is not known here"] == "Did you mean “max”?"
    kind = "There is no kind of question called “richtext”"
    assert remedies[kind] == "Did you mean “rich-text”?"
    assert (did_you_mean("maximum", ("max", "min")), did_you_mean("zzz", ("max",))) == (
        "Did you mean “max”?", "",
    )  # fmt: skip


def test_faults_of_shape_hide_no_others(tmp_path: Path) -> None:
    text = PACK.replace('kind = "rich-text"', 'kind = "nothing"')
    text = text.replace('short-name = "VHF27"\n', "").replace("[closes]", "[closes]\ndai = 1")
    text = text.replace('max = "25000.00"', "max = true").replace('label = "No"', 'label = "Yes"')
    text += '\n[[checks]]\ncheck = "cost-capp"\nmax = "1.00"\n'
    told = [one.words for one in linted(tmp_path, text)]
    for words in (
        "There is no kind of question called “nothing”",
        "“short-name” is missing",
        "“dai” is not known here",
        "Two options are called",
        "There is no check called “cost-capp”",
    ):
        assert any(words in one for one in told), (words, told)
    # What only the absence of the misshapen question makes look wrong is not said.
    assert not any("There is no question “why”" in one for one in told)


def test_a_list_with_faults_in_it_is_not_called_too_short(tmp_path: Path) -> None:
    """Not where one entry is wrong, and not where each is, so that nothing is left of it."""
    text = PACK.replace('kind = "rich-text"', 'kind = "nothing"')
    text = re.sub(r"^questions = \[", 'questions = ["nead", ', text, count=1, flags=re.MULTILINE)
    told = [one.words for one in linted(tmp_path, text)]
    assert "There is no kind of question called “nothing”" in told
    assert "There is no question “nead”" in told
    text = re.sub(r'^kind = ".*"', 'kind = "nothing"', PACK, flags=re.MULTILINE)
    told = [one.words for one in linted(tmp_path, text)]
    assert sum("no kind of question called “nothing”" in one for one in told) == PACK.count(
        "kind ="
    )
    assert not any("too few" in one or "“questions” is missing" in one for one in told)


def test_files_that_would_be_passed_over_are_named(tmp_path: Path) -> None:
    found = linted(tmp_path)
    (tmp_path / "questions.TOML").write_text('x = "y"', "utf-8")
    told = [(one.file, one.remedy) for one in lint(tmp_path, CATALOGUE)]
    assert found == ()
    assert told == [("questions.TOML", "Call it questions.toml")]
    (tmp_path / "round.toml").rename(tmp_path / "Round.toml")
    told = [(one.file, one.remedy) for one in lint(tmp_path, CATALOGUE)]
    assert ("Round.toml", "Call it round.toml") in told


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (PACK.encode("utf-16"), "in UTF-16", 0),
        (PACK.replace("Village", "Büro", 1).encode("cp1252"), "Windows-1252", 4),
        (b"\xef\xbb\xbf" + PACK.encode(), "", 0),
        (PACK.encode() + b"\n[[", "is not right TOML", 67),
    ],
)
def test_how_a_file_is_saved_is_told(tmp_path: Path, data: bytes, words: str, line: int) -> None:
    (tmp_path / "round.toml").write_bytes(data)
    found = [one for one in lint(tmp_path, CATALOGUE) if words in one.words]
    if not words:
        assert lint(tmp_path, CATALOGUE) == ()
        return
    assert found[0].file == "round.toml"
    assert found[0].line in (line, line - 1) if line else not found[0].line


def test_one_bad_file_hides_no_faults_of_another(tmp_path: Path) -> None:
    text = PACK.replace('label = "No"', 'label = "Yes"')
    told = [one.words for one in linted(tmp_path, text, more="x = ", less='fund = "Again"')]
    assert any("more.toml is not right TOML" in one for one in told)
    assert any("“fund” stands in both less.toml and round.toml" in one for one in told)
    assert any("Two options are called" in one for one in told)


def test_advice_is_apart_and_stops_nothing(tmp_path: Path) -> None:
    text = PACK.replace('costs = "costs"\n', "", 1).replace("limit = { words = 250 }\n", "")
    text = text.replace('label = "Say why"', 'label = "Say why the hall is worth the money"')
    text = text.replace(
        'wording = "Why?"', 'wording = "Why?"\noptional = true\nhint = "Only if open"'
    )
    found = linted(tmp_path, text)
    assert faults(found) == ()
    told = [one.words for one in found]
    for words in ("has no limit", "cut in the task list", "“Only if”", "nothing but the title"):
        assert any(words in one for one in told), (words, told)


def test_a_page_of_more_than_eight_questions_is_advice(tmp_path: Path) -> None:
    def told(many: int) -> list[str]:
        return faults_of(tmp_path, *(question(f"q{i}") for i in range(many - 1)))

    assert not any("The page asks" in one for one in told(8))
    assert any("The page asks 9 questions" in one for one in told(9))


@pytest.mark.parametrize("value", [5, "x", [], [5], {"a": {"b": {}}}, True, "9" * 400])
@pytest.mark.parametrize("name", ["questions", "sections", "cover", "checks", "criteria", "closes",
                                  "format", "scoring", "languages"])  # fmt: skip
def test_nothing_that_a_pack_can_hold_is_too_strange(tmp_path: Path, name: str, value: Any) -> None:
    pack = pack_of(question("a"))
    pack[name] = value
    assert isinstance(faults_of(tmp_path, pack=pack), list)


def test_the_examples_are_right() -> None:
    round_of(question("a"))
