"""The register against the published counts of councils."""

from collections import Counter
from datetime import date

import pytest

from bidwriter.councils.register import council, councils, find, named

CLOSING_DAY = date(2018, 11, 15)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (CLOSING_DAY, (201, 27, 56, 36, 32, 1)),
        (date(2025, 7, 1), (164, 21, 63, 36, 32, 1)),
    ],
)
def test_counts_are_the_published_ones(day: date, counts: tuple[int, ...]) -> None:
    types = Counter(c.type for c in find("", day))
    order = (
        "district",
        "county",
        "unitary",
        "metropolitan borough",
        "London borough",
        "City of London",
    )
    assert tuple(types[kind] for kind in order) == counts


def test_every_successor_took_over_the_next_day() -> None:
    for old in councils().values():
        assert bool(old.successors) == (old.last is not None)
        for code in old.successors:
            new = councils()[code]
            assert new.first is not None
            assert old.last is not None
            assert (new.first - old.last).days == 1


def test_finds_by_any_part_of_name_type_or_code() -> None:
    assert [c.code for c in find("york", CLOSING_DAY)] == ["E06000014", "E06000011", "E10000023"]
    assert [c.name for c in find("hamble", CLOSING_DAY)] == ["Hambleton"]
    assert [c.name for c in find("E07000164", CLOSING_DAY)] == ["Hambleton"]
    assert find("hamble", date(2023, 4, 1)) == ()
    assert [c.type for c in find("dorset county", CLOSING_DAY)] == ["county"]


def test_a_later_code_is_the_same_council() -> None:
    barnsley = council("E08000038")
    assert barnsley is not None
    assert barnsley == council("E08000016")
    assert council("E99999999") is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Oxford City Council", "E07000178"),
        ("London Borough of Camden", "E09000007"),
        ("North Yorkshire County Council", "E10000023"),
        ("Dorset County Council", "E10000009"),
        ("City of York Council", "E06000014"),
        ("Royal Borough of Windsor and Maidenhead", "E06000040"),
        ("Newcastle upon Tyne City Council", "E08000021"),
    ],
)
def test_official_names_are_understood(words: str, code: str) -> None:
    assert [c.code for c in named(words, CLOSING_DAY)] == [code]
    assert code in [c.code for c in find(words, CLOSING_DAY)]
