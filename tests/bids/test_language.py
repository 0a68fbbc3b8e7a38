"""The language of a bid's form: chosen like anything else, beside what the bid says."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, halls, sample, welsh_bid

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff, inverted
from bidwriter.bids.editing import new_bid, set_language, take_round
from bidwriter.bids.history.bringing_back import with_everything_of
from bidwriter.bids.history.version import historic_edits, whole_hash
from bidwriter.bids.joining.doubtful import doubtful
from bidwriter.bids.joining.join import join
from bidwriter.bids.places import LANGUAGE, ROUND
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import RecordError, bid_of, read_record, record
from bidwriter.bids.telling.doubtful import sentences
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.desk.reading_html import reading_html
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.public import public_record
from bidwriter.exports.verifying import report
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.rounds.languages import in_language
from bidwriter.rounds.round import Round, data_of, read_round

ANSWERS = {
    "title": "To newydd", "stage": "repair", "open-to-all": "yes", "uses": "sport; lunch",
    "rooms": "3", "need": "Mae'r to yn gollwng.",
}  # fmt: skip
TYPED = st.dictionaries(
    st.sampled_from(["title", "need"]), st.text("abŵ £3", max_size=12), max_size=2
)


def changed(old: Bid, new: Bid) -> Change:
    return Change(when=datetime(2027, 1, 1, tzinfo=UTC), edits=diff(old, new))


def english() -> Bid:
    return set_language(welsh_bid(ANSWERS), "")


def halls_with(**more: object) -> Round:
    """The round as another pack of the same id has it."""
    return read_round(data_of(halls()) | {"version": "2.0", **more})


def test_a_bid_shows_its_form_in_its_language() -> None:
    bid = welsh_bid(ANSWERS)
    assert bid.language == "cy"
    assert bid.asked_by_id["need"].wording == "Pam mae angen y gwaith?"
    assert bid.principle_names[1] == "Agored i bawb"
    assert english().asked_by_id["need"].wording == "Why is the work needed?"


def test_choosing_it_is_one_change_that_undoes_and_no_other_round() -> None:
    bid = english()
    change = changed(bid, set_language(bid, "cy"))
    assert [(edit.place, edit.before, edit.after) for edit in change.edits] == [
        (LANGUAGE, None, "cy")
    ]
    after = apply(bid, change)
    assert after.language == "cy"
    back = apply(after, inverted(change, change.when))
    assert (back.round, back.answers) == (bid.round, bid.answers)


@settings(max_examples=tries(40), deadline=None)
@given(TYPED)
def test_nothing_that_is_hashed_or_kept_by_history_knows_the_language(
    typed: dict[str, str],
) -> None:
    bid = new_bid(halls())
    for place, words in typed.items():
        bid = set_typed(bid, place, words)
    welsh = set_language(bid, "cy")
    assert content_hash(welsh) == content_hash(bid)
    assert whole_hash(welsh) == whole_hash(bid)
    assert historic_edits(bid, welsh) == ()
    assert tell(bid, welsh) == ()
    assert set_language(welsh, "") == bid


def test_bringing_a_version_back_keeps_it() -> None:
    bid = welsh_bid(ANSWERS)
    then = set_typed(english(), "title", "A new roof")
    back = with_everything_of(bid, then)
    assert (back.language, back.title) == ("cy", "A new roof")
    assert [edit.place for edit in diff(bid, back)] == ["title"]


def test_what_changed_is_told_in_the_language_of_today() -> None:
    then, now = english(), set_typed(welsh_bid(ANSWERS), "uses", "sport; music; lunch")
    assert [told.words for told in tell(then, now)] == ["chose “Cerddoriaeth”"]


def test_another_pack_keeps_the_language_where_it_has_it() -> None:
    bid = welsh_bid(ANSWERS)
    taken = take_round(bid, halls_with())
    assert (taken.language, taken.round.version) == ("cy", "2.0")
    assert [edit.place for edit in diff(bid, taken)] == [ROUND]
    change = changed(bid, taken)
    assert apply(apply(bid, change), inverted(change, change.when)).round == bid.round


def test_another_pack_without_it_is_english_and_undo_brings_it_back() -> None:
    bid = welsh_bid(ANSWERS)
    taken = take_round(bid, halls_with(languages={}))
    assert taken.language == ""
    change = changed(bid, taken)
    assert {edit.place for edit in change.edits} == {ROUND, LANGUAGE}
    back = apply(apply(bid, change), inverted(change, change.when))
    assert (back.language, back.round) == ("cy", bid.round)


def test_two_copies_that_chose_differently_keep_mine_and_say_so() -> None:
    mine, theirs = english(), set_typed(welsh_bid(ANSWERS), "title", "To arall")
    for one, other in ((mine, theirs), (theirs, mine)):
        made = join(mine, one, other)
        assert (made.bid.language, made.bid.title) == (one.language, "To arall")
        found = doubtful(mine, one, other, made.bid)
        assert [doubt.kind for doubt in found] == ["language"]
    (said,) = sentences(mine, doubtful(mine, mine, theirs, mine))
    assert said.startswith("The form is in Cymraeg in the other copy and stays in English here")
    (said,) = sentences(theirs, doubtful(mine, theirs, mine, theirs))
    assert said.startswith("The form is in English in the other copy and stays in Cymraeg here")
    assert not doubtful(mine, mine, mine, mine)


def test_a_joined_copy_with_a_newer_pack_stays_in_my_language() -> None:
    base = english()
    mine, theirs = welsh_bid(ANSWERS), take_round(base, halls_with())
    made = join(base, mine, theirs)
    assert (made.bid.language, made.bid.round.version) == ("cy", "2.0")


def test_a_joined_pack_that_has_no_welsh_is_said() -> None:
    base = english()
    mine, theirs = welsh_bid(ANSWERS), take_round(base, halls_with(languages={}))
    made = join(base, mine, theirs)
    assert made.bid.language == ""
    said = sentences(made.bid, doubtful(base, mine, theirs, made.bid))
    assert said == ("The round that came in is not there in Cymraeg: the form is in English now",)


def test_it_is_set_listed_and_cleared_by_name() -> None:
    bid = english()
    for typed in ("cy", "Cymraeg", "WELSH"):
        assert set_typed(bid, "language", typed).language == "cy"
    for typed in ("en", "English", ""):
        assert set_typed(welsh_bid({}), "language", typed).language == ""
    row = next(row for row in places_of(welsh_bid({})) if row.place == "language")
    assert (row.allowed, row.value) == (("en", "cy"), "cy")
    with pytest.raises(NotAllowedError, match="write en or cy"):
        set_typed(bid, "language", "fr")
    with pytest.raises(NotAllowedError, match="English alone"):
        set_typed(sample(), "language", "cy")
    assert "language" not in [row.place for row in places_of(sample())]


def test_a_question_called_language_goes_on_working() -> None:
    data = data_of(halls())
    data["questions"].append({"id": "language", "kind": "short-text", "wording": "Language"})
    data["sections"][0]["tasks"][0]["questions"].append("language")
    bid = new_bid(read_round(data))
    after = set_typed(bid, "language", "cy")
    assert (after.language, after.answer("language")) == ("", "cy")
    assert [edit.place for edit in historic_edits(bid, after)] == ["language"]
    assert [told.words for told in tell(bid, after)] == ["answered “cy”"]
    assert apply(bid, changed(bid, after)).answer("language") == "cy"
    assert [row.kind for row in places_of(after) if row.place == "language"] == ["short-text"]


def test_the_record_has_it_and_says_what_stayed_english() -> None:
    bid = welsh_bid(ANSWERS)
    made = record(bid, whole=True)
    entries = {entry["id"]: entry for entry in made["questions"]}
    assert made["language"] == "cy"
    assert entries["need"]["wording"] == "Pam mae angen y gwaith?"
    assert entries["uses"]["text"] == "Chwaraeon\nLunch club"
    assert entries["outputs"]["language"] == "en-GB"
    assert [id_ for id_, entry in entries.items() if "language" in entry] == ["outputs"]
    assert public_record(bid, frozenset())["language"] == "cy"
    read, unknown = read_record(made)
    again = bid_of(read, halls(), unknown)
    assert (again.round, again.answers) == (bid.round, bid.answers)
    assert not differences(read, again)
    assert Decimal(3) == again.answer("rooms")


def test_the_reading_page_says_what_is_in_which_language() -> None:
    page = reading_html(welsh_bid(ANSWERS))
    assert '<h1 lang="cy">To newydd</h1>' in page
    assert '<h3 lang="cy"><a name="need"></a>2&nbsp;&nbsp;Pam mae angen y gwaith?</h3>' in page
    assert '<div lang="cy"><p>Mae\'r' in page.replace("&#x27;", "'")
    assert '<h3 lang="en-GB"><a name="outputs"></a>What will the work leave behind?</h3>' in page
    assert "lang=" not in reading_html(english())


@pytest.mark.parametrize("audience", ["full", "public"])
def test_a_package_in_welsh_states_nothing_but_what_is_worked_out_again(
    tmp_path: Path, audience: str
) -> None:
    path = tmp_path / "halls.zip"
    wanted = Wanted("draft", audience)  # type: ignore[arg-type]
    path.write_bytes(make_package(welsh_bid(ANSWERS), {}, wanted, NOW).data)
    opened = open_file(path)
    assert opened.record.language == "cy"
    assert report(opened).whole, report(opened).notes


def test_an_english_record_says_nothing_of_languages() -> None:
    made = json.dumps(record(english(), whole=True))
    assert '"language"' not in made


def test_a_record_in_a_language_that_its_round_has_not_is_refused() -> None:
    made, _ = read_record(record(welsh_bid(ANSWERS), whole=True))
    with pytest.raises(RecordError, match="its round does not have"):
        bid_of(made, halls_with(languages={}))
    with pytest.raises(RecordError, match="language"):
        read_record(record(welsh_bid({}), whole=True) | {"language": "fr"})


def test_a_file_brings_both_languages_and_opens_in_the_chosen_one(tmp_path: Path) -> None:
    path = tmp_path / "halls.bid"
    path.write_bytes(bid_bytes(welsh_bid(ANSWERS), {}))
    opened = open_file(path)
    assert opened.bid.language == "cy"
    assert in_language(opened.bid.round, "").name == "Village Halls Fund 2027"
    assert not opened.differences
