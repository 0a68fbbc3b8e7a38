"""Personal data in prose is found, and figures are not taken for it."""

import pytest

from bidwriter.prose.personal import find_personal


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
