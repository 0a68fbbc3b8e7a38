"""JSON from anyone is taken in whole and exact, or refused in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import DamagedError

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
