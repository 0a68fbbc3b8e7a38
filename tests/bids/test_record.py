"""bid.json: the record goes out and comes back, and what it misstates shows."""

import json
import re
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import sample
from test_changes import randomly_edited

from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import RecordError, bid_of, read_record, record
from bidwriter.bids.record.schema import bid_schema
from bidwriter.bids.typed.setting import set_typed
from bidwriter.paths import RESOURCES
from bidwriter.prose.markdown import parse

SCHEMA = RESOURCES / "schema" / "bid.schema.json"


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


@settings(max_examples=tries(40))
@given(st.integers(0, 10**6))
def test_a_bid_comes_back_whole(seed: int) -> None:
    bid = randomly_edited(sample(), seed)
    made = read_record(through_json(record(bid, whole=True)))[0]
    again = bid_of(made, bid.round)
    assert leaves_of(again) == leaves_of(bid)
    assert again.changed == bid.changed
    assert differences(made, again) == ()


@settings(max_examples=tries(20))
@given(st.integers(0, 10**6), st.booleans())
def test_every_record_fits_the_schema(seed: int, whole: bool) -> None:
    validator = jsonschema.Draft202012Validator(bid_schema())
    validator.validate(through_json(record(randomly_edited(sample(), seed), whole=whole)))


def test_the_committed_schema_is_the_generated_one(request: pytest.FixtureRequest) -> None:
    text = json.dumps(bid_schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--accept"):
        SCHEMA.parent.mkdir(exist_ok=True)
        SCHEMA.write_text(text, "utf-8")
    assert SCHEMA.read_text("utf-8") == text


def test_the_schema_refuses_what_the_models_refuse() -> None:
    validator = jsonschema.Draft202012Validator(bid_schema())
    good = through_json(record(sample(), whole=True))
    for place, value in [("bid-id", 7), ("questions", {}), ("format", "other"), ("unknown", 1)]:
        assert not validator.is_valid({**good, place: value})


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("figures", "requested"), "1.00", "requested"),
        (("figures", "whole-project"), "99951.00", "whole project"),
        (("questions", 1, "count"), 3, "Title"),
        (("questions", 1, "text"), "Another title", "Title"),
        (("content-hash",), "0" * 64, "content hash"),
    ],
)
def test_tampering_shows(path: tuple[Any, ...], value: Any, words: str) -> None:
    raw = through_json(record(sample(), whole=True))
    part = raw
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    made = read_record(raw)[0]
    found = differences(made, bid_of(made, sample().round))
    assert any(words in finding for finding in found), found


def test_a_changed_amount_shows_in_the_sums() -> None:
    raw = through_json(record(sample(), whole=True))
    lines = next(q for q in raw["questions"] if q["id"] == "cost-lines")
    lines["answer"][0]["unit-cost"] = "721.00"
    made = read_record(raw)[0]
    assert len(differences(made, bid_of(made, sample().round))) >= 3


def test_the_content_hash_is_about_content_alone() -> None:
    bid = sample()
    assert content_hash(set_typed(bid, "finished/summary", "")) == content_hash(bid)
    assert content_hash(set_typed(bid, "own-deadline", "2018-11-14")) == content_hash(bid)
    assert content_hash(set_typed(bid, "title", "Other")) != content_hash(bid)
    assert content_hash(set_typed(bid, "evidence/approach/1", "some")) != content_hash(bid)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("bid-id", "x"),
        ("questions", [{"id": "a"}]),
        ("evidence", [{}]),
    ],
)
def test_what_is_no_record_is_said_so(place: str, value: Any) -> None:
    raw = {**through_json(record(sample(), whole=True)), place: value}
    with pytest.raises(RecordError) as error:
        read_record(raw)[0]
    assert "\n" not in str(error.value)


def test_answers_that_are_not_asked_are_kept_and_not_exported() -> None:
    bid = set_typed(sample(), "phase", "alpha")
    assert "required-outputs" in [k["id"] for k in record(bid, whole=True)["kept"]]
    exported = record(bid, whole=False)
    assert exported.get("kept", []) == []
    assert "required-outputs" not in [q["id"] for q in exported["questions"]]


@pytest.mark.parametrize("answer", ["10<sup>6</sup>", "a\\<sub>b\\</sub>", "\\\\<sup>c</sup>"])
def test_tags_of_the_first_form_are_characters_as_they_were(answer: str) -> None:
    old = through_json(record(set_typed(sample(), "approach", "x"), whole=True)) | {"version": 1}
    for entry in old["questions"]:
        if entry["id"] == "approach":
            entry["answer"] = answer
    bid = bid_of(read_record(old)[0], sample().round)
    (block,) = parse(str(bid.answer("approach")))
    assert block.text == re.sub(r"\\(.)", r"\1", answer)
    assert content_hash(bid) == content_hash(
        set_typed(bid, "approach", str(bid.answer("approach")))
    )
