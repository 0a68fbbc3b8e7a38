"""Personal data in prose is found, and figures are not taken for it."""

import pytest

from bidwriter.prose.personal import find_personal, in_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to joan.price@hambleton.gov.uk, please", ("joan.price@hambleton.gov.uk",)),
        ("Ring 01609 779977 or 07700 900123.", ("01609 779977", "07700 900123")),
        ("+44 (0)20 7946 0958", ("+44 (0)20 7946 0958",)),
        ("We ask for £80,000 from 2018/19 to 2020/21", ()),
        ("E07000164, 0.5 days, 01/02/2019, 10000000000", ()),
        ("Twitter @council", ()),
    ],
)
def test_finds_addresses_and_numbers(text: str, found: tuple[str, ...]) -> None:
    assert find_personal(text) == found


@pytest.mark.parametrize(
    "written",
    [
        "joan＠york.gov.uk", "joan (at) york.gov.uk", "joan[at]york[dot]gov.uk",
        "joan (AT) york (DOT) gov (DOT) uk", "joan@york․gov.uk", "01609\u2011779977",
        "01609\u2013779\u2013977", "01609\u00a0779\u202f977", "０１６０９ 779977", "＋44 1609 779977",
    ],
)  # fmt: skip
def test_other_ways_to_write_them_are_seen_through(written: str) -> None:
    assert find_personal(f"Ask {written} first") == (written,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Joan Price leads it", ("Joan Price",)),
        ("as Joan\u00a0Price\nsaid", ("Joan\u00a0Price",)),
        ("Ask Ms Price or Dr. Price", ("Ms Price", "Dr. Price")),
        ("the price of Joan's work; joan price; Price", ()),
        ("our programme manager", ()),
        ("Ask Joan Pricewell", ()),
    ],
)
def test_a_name_that_is_withheld_elsewhere_is_found(text: str, found: tuple[str, ...]) -> None:
    assert find_personal(text, ("Joan Price", "programme manager", "Lead", "")) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("mailto:joan@york.gov.uk", ("joan@york.gov.uk",)),
        ("mailto:joan%40york.gov.uk?subject=x", ("joan@york.gov.uk",)),
        ("tel:01609779977", ("01609779977",)),
        ("https://york.gov.uk/?to=joan@york.gov.uk", ("joan@york.gov.uk",)),
        ("https://york.gov.uk/2018/01234567890123", ()),
        ("https://york.gov.uk/contact", ()),
    ],
)
def test_the_address_of_a_link_is_looked_at(address: str, found: tuple[str, ...]) -> None:
    assert in_address(address) == found
