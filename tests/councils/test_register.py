"""The register against the published counts of councils."""

from collections import Counter
from datetime import date

import pytest

from bidwriter.councils.register import council, councils, find, named, several
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.body import parse

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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("King’s Lynn and West Norfolk", "E07000146"),
        ("Kings Lynn & West Norfolk Borough Council", "E07000146"),
        ("Brighton & Hove City Council", "E06000043"),
        ("brighton and hove", "E06000043"),
        ("Saint Helens", "E08000013"),
        ("St Helens MBC", "E08000013"),
        ("St. Helens", "E08000013"),
        ("Shepway", "E07000112"),
        ("Shepway District Council", "E07000112"),
        ("Folkestone & Hythe", "E07000112"),
        ("Hull City Council", "E06000010"),
        ("Kingston upon Hull", "E06000010"),
        ("Kingston-upon-Hull City Council", "E06000010"),
        ("Stoke on Trent", "E06000021"),
        ("Newcastle-under-Lyme Borough Council", "E07000195"),
        ("Newcastle under Lyme", "E07000195"),
        ("Royal Borough of Greenwich", "E09000011"),
        ("London Borough of Hammersmith & Fulham", "E09000013"),
        ("The Royal Borough of Kensington and Chelsea", "E09000020"),
        ("City of London Corporation", "E09000001"),
        ("Bristol City Council", "E06000023"),
        ("\u202eLeeds\u00a0City Council", "E08000035"),
    ],
)
def test_names_are_known_however_they_are_written(words: str, code: str) -> None:
    assert [c.code for c in named(words, CLOSING_DAY)] == [code]
    assert code in [c.code for c in find(words, CLOSING_DAY)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("king’s lyn", "King's Lynn and West Norfolk"),
        ("saint hel", "St. Helens"),
        ("brighton & h", "Brighton and Hove"),
        ("stoke on t", "Stoke-on-Trent"),
        ("shepw", "Folkestone and Hythe"),
    ],
)
def test_typing_on_finds_it_too(words: str, name: str) -> None:
    assert find(words, CLOSING_DAY)[0].name == name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Adur and Worthing Councils", ["Adur", "Worthing"]),
        ("Adur & Worthing", ["Adur", "Worthing"]),
        ("Babergh and Mid Suffolk District Councils", ["Babergh", "Mid Suffolk"]),
        ("Adur, Worthing", ["Adur", "Worthing"]),
        ("Folkestone and Hythe, Brighton and Hove", ["Folkestone and Hythe", "Brighton and Hove"]),
        ("Adur and Nowhere", []),
        ("Adur", []),
        ("and", []),
    ],
)
def test_an_office_of_several_councils_is_each_of_them(words: str, names: list[str]) -> None:
    assert [c.name for c in several(words, CLOSING_DAY)] == names
    if names:
        assert {c.name for c in find(words, CLOSING_DAY)} == set(names)
        with pytest.raises(
            NotAllowedError, match=rf"an office of two councils: {names[0]}.* Add each"
        ):
            parse(words, CLOSING_DAY)


def test_no_two_councils_of_one_day_have_one_name() -> None:
    for each in councils().values():
        day = each.last or each.first or CLOSING_DAY
        assert each in named(each.title, day)
        assert [c for c in named(each.title, day) if c.existed_on(day)] == [each]
