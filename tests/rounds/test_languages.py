"""A pack with a second language: what is laid over what, and what stays as it is."""

import shutil
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import WELSH_PACK, halls, round_1
from pydantic import BaseModel

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.kinds.values.choice import ChooseSeveral
from bidwriter.rounds.languages import in_language, languages_of, texts_in
from bidwriter.rounds.linting.languages import language_faults, untranslated
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.loading import RoundError, language_of, load, read_data
from bidwriter.rounds.round import Round, data_of, read_round
from bidwriter.rounds.second_language import NO_WORDS, TEXTS, OtherLanguage

# Texts that are the same in every language: ids and other names that a program reads, addresses,
# patterns, lists from files, and the texts of other languages themselves.
NO_TEXTS = {
    "also_counts", "as_read", "asks", "check", "code", "covers", "entries", "from_", "icon", "id",
    "number", "optional_parts", "params", "pattern", "phase_question", "phases", "place",
    "questions", "short_name", "texts", "ties", "time", "time_zone", "types", "version", "website",
}  # fmt: skip


def test_texts_come_in_welsh_and_all_else_stays() -> None:
    round_ = in_language(halls(), "cy")
    assert (halls().language, round_.language) == ("", "cy")
    assert round_.name == "Cronfa Neuaddau Pentref 2027"
    assert round_.by_id["open-to-all"].text(value=False) == "Nac ydy"
    assert round_.by_id["rooms"].text(Decimal(3)) == "3 ystafell"
    assert [phase.name for phase in round_.phases] == ["Atgyweirio", "Estyniad"]
    assert dict(round_.checks[1].params)["words"].startswith("Ni allwch")  # type: ignore[union-attr]
    assert dict(round_.checks[1].params)["answer"] == "yes"
    assert round_.by_id["need"].guidance.folded[0].title == "Beth yw angen?"
    assert [one.word for one in round_.headlines] == ["Cryf", "Heb ei ddangos"]
    assert round_.closes is not None
    assert (round_.closes.day, round_.closes.basis) == (halls().closes.day, "assumed")  # type: ignore[union-attr]


def test_what_has_no_welsh_stays_english_and_says_so() -> None:
    round_ = in_language(halls(), "cy")
    uses = round_.by_id["uses"]
    assert isinstance(uses, ChooseSeveral)
    assert [option.label for option in uses.options] == ["Chwaraeon", "Cerddoriaeth", "Lunch club"]
    assert [round_.is_english(option.label) for option in uses.options] == [False, False, True]
    assert round_.is_english(round_.by_id["outputs"].wording)
    assert halls().is_english("Teitl")
    places = set(untranslated(halls()))
    assert "cy/questions/uses/options/lunch/label" in places
    assert "cy/questions/outputs/wording" in places
    assert "cy/principles/2/name" in places
    assert "cy/questions/title/wording" not in places


def test_there_and_back_is_the_same_round() -> None:
    welsh = in_language(halls(), "cy")
    assert in_language(welsh, "") is halls()
    assert in_language(welsh, "cy") is welsh
    assert welsh.hash == halls().hash
    assert data_of(welsh) == data_of(halls())
    with pytest.raises(KeyError):
        in_language(halls(), "fr")


def test_a_pack_without_a_second_language_offers_none_and_keeps_its_hash() -> None:
    assert languages_of(round_1()) == ()
    assert "languages" not in data_of(round_1())
    assert not list(language_faults(round_1()))
    assert not list(untranslated(round_1()))


def test_a_question_called_language_leaves_no_choice() -> None:
    data = data_of(halls())
    data["questions"].append({"id": "language", "kind": "short-text", "wording": "Language"})
    round_ = read_round(data)
    assert languages_of(round_) == ()
    assert [place for place, _, _ in language_faults(round_)] == ["languages/cy"]


def test_the_texts_are_in_the_pack_hash(tmp_path: Path) -> None:
    folder = copied(tmp_path, "questions.cy.toml", "Teitl", "Teitl y cais")
    assert load(folder).hash != halls().hash
    assert "questions" in data_of(load(folder))["languages"]["cy"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("round.cy.toml", "cy"),
        ("a.b.CY.toml", "cy"),
        ("round.fr.toml", "fr"),
        ("round.toml", ""),
        ("cy.toml", ""),
        ("round.v2.toml", ""),
        ("round.new.toml", ""),
        ("round.cy.toml.bak", ""),
    ],
)
def test_which_file_is_of_which_language(name: str, code: str) -> None:
    assert language_of(name) == code


def test_a_name_stands_in_one_file_of_a_language(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "more.cy.toml").write_text('name = "Enw"', "utf-8")
    with pytest.raises(RoundError, match=r"more\.cy\.toml and round\.cy\.toml"):
        load(folder)
    (folder / "more.cy.toml").unlink()
    whole = (folder / "questions.toml").read_text("utf-8") + '[languages.cy]\nname = "Enw"\n'
    (folder / "questions.toml").write_text(whole, "utf-8")
    with pytest.raises(RoundError, match=r"languages.*questions\.toml"):
        load(folder)


def test_the_frozen_pack_has_nothing_to_mend() -> None:
    found = lint(WELSH_PACK, CATALOGUE)
    assert faults(found) == ()
    assert any("no counterpart and is shown in English" in one.words for one in found)


FAULTS = [
    ("questions.cy.toml", 'id = "need"', 'id = "nead"', "questions/nead", "no such entry"),
    ("questions.cy.toml", 'id = "need"', 'kind = "rich-text"', "questions/6", "Nobody can tell"),
    ("questions.cy.toml", 'unit = "', 'kind = "number"\nunit = "', "questions/rooms/kind", "same"),
    ("questions.cy.toml", "limit = { ", "limit = { words = 9, ", "questions/need/limit/words", "sa"),
    ("questions.cy.toml", 'unit = "', 'colour = "', "questions/rooms/colour", "not known"),
    ("questions.cy.toml", '"Teitl"', '"  "', "questions/title/wording", "empty"),
    ("questions.cy.toml", '"Teitl"', "5", "questions/title/wording", "must be text"),
    ("questions.cy.toml", '"Teitl"', '"T"\nhint = "A"', "questions/title/hint", "nothing here"),
    ("questions.cy.toml", '"Teitl"', '"{{figure:x}}"', "questions/title/wording", "braces"),
    ("questions.cy.toml", '["Enw', '["Un", "Dau", "Enw', "questions/title/guidance/looks-for", "4"),
    ("questions.cy.toml", 'id = "sport"', 'id = "spot"', "questions/uses/options/spot", "no such"),
    ("round.cy.toml", 'fund = "', f'fund = "{"x" * 161}', "fund", "too long"),
    ("round.cy.toml", 'fund = "', 'version = "1"\nfund = "', "version", "same"),
    ("round.cy.toml", 'fund = "', 'id = "x"\nfund = "', "id", "same"),
    ("round.cy.toml", 'fund = "', 'cover = { title = "x" }\nfund = "', "cover", "same"),
    ("round.cy.toml", 'words = "', 'answer = "', "checks/must-be/answer", "same"),
    ("round.cy.toml", 'words = "', 'wards = "', "checks/must-be/wards", "not in this check"),
    ("round.cy.toml", "[closes]", "[opens]", "opens", "nothing here"),
    ("round.cy.toml", "strong = 2", "strong = 3", "headlines/3", "no such"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_with_file_and_place(
    tmp_path: Path, fault: tuple[str, str, str, str, str]
) -> None:
    file, was, now, place, words = fault
    found = lint(copied(tmp_path, file, was, now), CATALOGUE)
    named = [(one.file, one.place) for one in found if words in one.words]
    assert (file, f"languages/cy/{place}") in named, found


def test_a_pack_with_faults_in_its_welsh_can_still_be_used(tmp_path: Path) -> None:
    for number, (file, was, now, _, _) in enumerate(FAULTS):
        round_ = load(copied(tmp_path / str(number), file, was, now))
        shown = in_language(round_, "cy")
        assert [q.id for q in shown.questions] == [q.id for q in halls().questions]
        read_round(data_of(shown))


def test_another_language_is_a_fault(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "round.cy.toml").rename(folder / "round.fr.toml")
    found = lint(folder, CATALOGUE)
    told = [(one.file, one.place) for one in faults(found)]
    assert told == [("round.fr.toml", "languages/fr")]
    assert languages_of(load(folder)) == ("cy",)


def test_a_pack_of_the_first_form_is_told_that_languages_came_later(tmp_path: Path) -> None:
    found = lint(copied(tmp_path, "round.toml", "format = 2", "format = 1"), CATALOGUE)
    assert "languages" in [one.place for one in found]


def test_every_name_of_a_pack_is_known_to_be_a_text_or_none() -> None:
    fields = list(_text_fields(Round, set()))
    assert {name for name in fields if name not in TEXTS} <= NO_TEXTS
    assert {*fields} >= TEXTS
    assert not TEXTS & NO_TEXTS


def _text_fields(kind: object, known: set[object]) -> Iterator[str]:
    """The names of all parts of a pack that hold text."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind in known:
            return
        known.add(kind)
        for name, info in kind.model_fields.items():
            if name in NO_WORDS:
                continue
            if _holds_text(info.annotation):
                yield name
            yield from _text_fields(info.annotation, known)
    for inner in typing.get_args(kind):
        yield from _text_fields(inner, known)


def _holds_text(kind: object) -> bool:
    if typing.get_origin(kind) is typing.Literal:
        return False
    return kind is str or any(map(_holds_text, typing.get_args(kind)))


_TREES = st.recursive(
    st.one_of(st.text(max_size=9), st.integers(0, 9), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "wording", "questions", "name", "limit", "note", "checks",
                             "options", "label", "number", "text", "principles", "guidance",
                             "looks-for", "sections", "tasks", "params", "words", "check"]),
            st.one_of(inner, st.sampled_from(["title", "need", "must-be", "bid"])),
            max_size=4,
        ),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=tries(90), deadline=None)
@given(st.dictionaries(st.sampled_from(["questions", "name", "sections", "checks"]), _TREES))
def test_whatever_the_texts_hold_only_texts_differ(texts: dict[str, object]) -> None:
    data = data_of(halls()) | {"languages": {"cy": texts}}
    round_ = read_round(data)
    shown = in_language(round_, "cy")
    assert shown.hash == round_.hash
    assert in_language(shown, "") == round_
    assert len(list(texts_in(shown))) == len(list(texts_in(round_)))
    assert [q.id for q in shown.questions] == [q.id for q in round_.questions]
    assert all(len(found) == 3 for found in language_faults(round_))
    if not texts:
        assert [*texts_in(shown)] == [*texts_in(round_)]


def test_nothing_laid_over_is_the_same_round() -> None:
    round_ = read_round(data_of(round_1()) | {"languages": {"cy": {}}})
    shown = in_language(round_, "cy")
    assert shown.model_dump() == round_.model_dump()
    assert round_.languages == (OtherLanguage(code="cy", texts="{}"),)


def copied(folder: Path, file: str = "", was: str = "", now: str = "") -> Path:
    """A copy of the pack with one thing changed in one of its files."""
    made = folder / "pack"
    shutil.copytree(WELSH_PACK, made)
    if file:
        text = (made / file).read_text("utf-8")
        assert was in text
        (made / file).write_text(text.replace(was, now, 1), "utf-8")
    read_data(made)
    return made
