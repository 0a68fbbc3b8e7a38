"""Files that change their form: older ones become today's, newer ones are called newer, and names
that are not known are kept."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import SAMPLE, copy_of_sample

from bidwriter.bids.record import record
from bidwriter.files.container import bag, history_form
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import NewerError
from bidwriter.files.recovery import journal_records
from bidwriter.files.recovery.journal import folder, place
from bidwriter.files.recovery.kept import kept
from bidwriter.files.recovery.left_behind import newer_work
from bidwriter.files.recovery.recovery import recover
from bidwriter.forms import Form, NewerFormError, Unknown, put_back, read_known, unknown_sentence
from bidwriter.rounds import round as rounds

OLD = sorted((Path(__file__).parent.parent / "old_files").glob("*.bid"))


def rewritten(path: Path, change: Callable[[dict[str, Any]], None], part: str) -> Path:
    """The file with one of its JSON parts changed, and every checksum made anew."""
    payload = dict(bag.read(path).payload)
    data = json.loads(payload[part])
    change(data)
    payload[part] = json.dumps(data).encode()
    path.write_bytes(bag.write("bid", payload, {}))
    return path


# --- forms -----------------------------------------------------------------------------------

TOY = Form(
    "The toy", "form", (lambda d: {**d, "b": d["a"]}, lambda d: {k: d[k] for k in d if k != "a"})
)


def test_the_number_is_the_number_of_migrations_and_one() -> None:
    assert TOY.number == 3
    assert record.FORM.number == record.Record.model_fields["version"].default == 2
    assert rounds.FORM.number == 2
    assert history_form.FORM.number == 2
    assert journal_records.FORM.number == 2


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ({"form": 1, "a": 5}, {"form": 3, "b": 5}),
        ({"form": 2, "a": 5, "b": 6}, {"form": 3, "b": 6}),
        ({"form": 3, "b": 5}, {"form": 3, "b": 5}),
    ],
)
def test_every_older_form_becomes_todays(old: dict[str, Any], now: dict[str, Any]) -> None:
    before = copy.deepcopy(old)
    assert TOY.current(old) == now
    assert old == before


@pytest.mark.parametrize("number", [4, 5, 400])
def test_a_later_form_is_newer_before_anything_else_is_looked_at(number: int) -> None:
    with pytest.raises(NewerFormError, match="newer bidwriter"):
        TOY.current({"form": number, "b": object()})


@pytest.mark.parametrize("data", [None, [], "x", {}, {"form": "4"}, {"form": None}])
def test_what_states_no_number_is_left_to_the_model(data: Any) -> None:
    assert TOY.current(data) == data


# --- files of a later release ----------------------------------------------------------------


def later_record(data: dict[str, Any]) -> None:
    data["version"] = record.FORM.number + 1
    data["questions"] = "quite another shape"


def later_round(data: dict[str, Any]) -> None:
    data["format"] = rounds.FORM.number + 1
    data["sections"] = {"quite": "another shape"}


@pytest.mark.parametrize(
    ("part", "change"), [("bid.json", later_record), ("round.json", later_round)]
)
def test_a_file_of_a_later_release_is_newer_and_never_damaged(
    tmp_path: Path, part: str, change: Callable[[dict[str, Any]], None]
) -> None:
    path = rewritten(copy_of_sample(tmp_path), change, part)
    with pytest.raises(NewerError) as raised:
        open_file(path)
    assert "newer" in str(raised.value) and "damaged" not in str(raised.value)
    assert "not been changed" in str(raised.value)


def test_a_later_history_is_newer(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    payload = dict(bag.read(path).payload)
    payload["history.jsonl"] = b'{"history":3}\n{"era":{}}\n'
    path.write_bytes(bag.write("bid", payload, {}))
    with pytest.raises(NewerError, match="history was written by a newer"):
        open_file(path)


def test_a_later_recovery_copy_is_left_alone_and_said(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    opened = open_file(path)
    journal = folder() / f"{opened.bid.bid_id}-{place(path)}-1.journal"
    journal.parent.mkdir(parents=True, exist_ok=True)
    head = {**journal_records.head(opened.digest, path), "journal": 3, "process": 0}
    journal.write_bytes(journal_records.line(head) + journal_records.line({"mood": "glad"}))
    before = journal.read_bytes()
    assert recover(path, opened.bid, opened.digest) is None
    assert newer_work(opened.bid.bid_id, path)
    assert journal.read_bytes() == before


# --- names that are not known ----------------------------------------------------------------


def with_strange_names(data: dict[str, Any]) -> None:
    data["mood"] = {"today": "glad"}
    lines = next(e for e in data["questions"] if e["id"] == "cost-lines")
    lines["colour"] = "green"
    lines["answer"][1]["approved-by"] = "Ruth Selwyn"
    data["evidence"][0]["weight"] = 3


def test_names_that_are_not_known_are_kept_written_back_and_said(tmp_path: Path) -> None:
    path = rewritten(copy_of_sample(tmp_path), with_strange_names, "bid.json")
    opened = open_file(path)
    for name in ("mood", "colour", "approved-by", "weight"):
        assert name in opened.unknown
    assert "kept" in opened.unknown
    path.write_bytes(kept(opened).file(opened.contents))
    written = json.loads(bag.read(path).payload["bid.json"])
    wanted = json.loads(bag.read(SAMPLE).payload["bid.json"])
    with_strange_names(wanted)
    assert written == wanted
    assert open_file(path).bid == opened.bid


def test_what_was_kept_goes_with_the_row_that_had_it(tmp_path: Path) -> None:
    from bidwriter.bids.editing import remove_row

    path = rewritten(copy_of_sample(tmp_path), with_strange_names, "bid.json")
    opened = open_file(path)
    row = opened.bid.by_id["cost-lines"][1].id  # type: ignore[index, union-attr]
    bid = remove_row(opened.bid, "cost-lines", row)
    written = json.dumps(record.record(bid, whole=True))
    assert "approved-by" not in written and '"mood"' in written


def test_a_package_carries_nothing_that_is_not_known(tmp_path: Path) -> None:
    path = rewritten(copy_of_sample(tmp_path), with_strange_names, "bid.json")
    assert '"mood"' not in json.dumps(record.record(open_file(path).bid, whole=False))


def test_a_round_that_a_bid_brings_may_say_more(tmp_path: Path) -> None:
    def more(data: dict[str, Any]) -> None:
        data["season"] = "autumn"
        data["questions"][0]["tone"] = "warm"

    path = copy_of_sample(tmp_path)
    payload = dict(bag.read(path).payload)
    pack, bid = json.loads(payload["round.json"]), json.loads(payload["bid.json"])
    more(pack)
    hash_ = rounds.read_carried_round(pack)[0].hash
    bid["round"]["hash"], bid["content-hash"] = hash_, ""
    payload |= {"round.json": json.dumps(pack).encode(), "bid.json": json.dumps(bid).encode()}
    payload.pop("history.jsonl", None)
    path.write_bytes(bag.write("bid", payload, {}))
    opened = open_file(path)
    assert "season" in opened.unknown and "tone" in opened.unknown
    assert rounds.data_of(opened.bid.round) == pack


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_old_files_hold_nothing_that_is_not_known(path: Path) -> None:
    assert open_file(path).unknown == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda part: (
        st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=4), part, max_size=3)
    ),
    max_leaves=8,
)


@given(values=st.dictionaries(st.from_regex(r"x-[a-z]{1,8}", fullmatch=True), JSON, max_size=4))
def test_what_is_put_aside_comes_back_where_it_was(values: dict[str, Any]) -> None:
    from bidwriter.bids.person import Person

    data = {"id": "a", "name": "Ruth", **values}
    person, unknown = read_known(data, Person.model_validate)
    assert {one.name for one in unknown} == set(values)
    written = person.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert put_back(written, unknown) == data


def test_the_sentence_stays_short() -> None:
    many = tuple(Unknown((f"name-{at}",), at) for at in range(50))
    assert unknown_sentence(()) == ""
    assert "and 45 more" in unknown_sentence(many)
