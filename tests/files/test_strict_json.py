"""JSON from anyone is taken in whole and exact, or refused in a sentence."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, TooLargeError

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_written_reads_back(value: object) -> None:
    assert strict_json.loads(strict_json.dumps(value), "x") == value


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[1,]", b"NaN", b"[Infinity]", b"1e400", b"1.5", b'{"a":1,"a":2}', b"\xff\xfe",
        b'"\\ud800"', b"[" * 100_000, b'{"a":' * 60 + b"1" + b"}" * 60, b"9" * 5000, b"\x00",
    ],
)  # fmt: skip
def test_what_is_not_plain_json_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedError) as error:
        strict_json.loads(data, "bid.json")
    assert len(str(error.value)) < 200


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        strict_json.loads(data, "x")
    except DamagedError as error:
        assert "\n" not in str(error)


def test_brackets_in_text_are_no_depth() -> None:
    assert strict_json.loads(b'["' + b"[" * 1000 + b'"]', "x") == ["[" * 1000]


def test_as_many_values_as_are_read_and_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "MOST_VALUES", 7)
    assert strict_json.loads(b'[1,2,[3],{"a,[":4},",,,,[[[["]', "x")[4] == ",,,,[[[["
    monkeypatch.setattr(strict_json, "MOST_VALUES", 6)
    with pytest.raises(TooLargeError, match="holds more than bidwriter reads"):
        strict_json.loads(b"[1,2,3,4,5,6,7]", "x")
    assert strict_json.loads(b"[1,2,3,4,5,6]", "x") == [1, 2, 3, 4, 5, 6]


def test_as_large_as_is_read_and_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "LARGEST", 4)
    assert strict_json.loads(b'"ab"', "x") == "ab"
    with pytest.raises(TooLargeError):
        strict_json.loads(b'"abc"', "x")


MOST = strict_json.LARGEST
HOSTILE = {
    "empty lists": b"[" + b"[]," * (MOST // 3 - 10) + b"[]]",
    "empty objects": b"[" + b"{}," * (MOST // 3 - 10) + b"{}]",
    "numbers": b"[" + b"1," * (MOST // 2 - 10) + b"1]",
    "short texts": b"[" + b'"a",' * (MOST // 4 - 10) + b'"a"]',
    "as many objects as are read": b"[" + b'{"a":[1]},' * 99_000 + b"1]",
    "one long text": b'"' + b"a" * (MOST - 10) + b'"',
    "escapes": b'"' + b"\\u0001" * (MOST // 6 - 10) + b'"',
    "quotation marks that close nothing": b"[" * 50 + b'\\"' * (MOST // 2 - 50),
    "texts without end": b"[" * 50 + b'"\\' * (MOST // 2 - 50),
}


@pytest.mark.proof
@pytest.mark.parametrize("name", HOSTILE)
def test_no_record_takes_more_than_a_hundred_megabytes(name: str) -> None:
    tracemalloc.start()
    try:
        strict_json.loads(HOSTILE[name], "x")
    except FileTroubleError as error:
        assert "\n" not in str(error)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000
