"""What a public copy withholds is found where it stands in prose all the same."""

import pytest
from making import NOW, sample

from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.exports.package import Wanted, what_stops


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Joan Quokka leads the work.", "Joan Quokka"),
        ("[Ask us](mailto:joan@york.gov.uk) first.", "joan@york.gov.uk"),
        ("Ask joan (at) york.gov.uk first.", "joan (at) york.gov.uk"),
    ],
)
def test_it_stops_a_public_copy_until_it_is_decided(prose: str, words: str) -> None:
    bid = set_typed(sample(), "contact-name", "Joan Quokka")
    assert not [p for p in check(bid, NOW) if p.check == "personal-data"]
    bid = set_typed(bid, "approach", prose)
    (found,) = (p for p in check(bid, NOW) if p.check == "personal-data")
    assert words in found.words
    assert found in what_stops(bid, Wanted("draft", "public"), NOW)
    assert found not in what_stops(bid, Wanted("draft", "public", prose_decided=True), NOW)
    assert not found.stops
