"""How much of what a careful colleague would mend in some hundreds of sentences is found; and that
what they would let be is let be."""

import re
from pathlib import Path

import pytest
from judged import BY_ONE_WHO_DOES_NOT, BY_ONE_WHO_KNOWS, Judged
from judged_last import LAST
from judged_later import LATER
from making import sample

from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.figures_in_prose import check_figures_in_prose

TABLE = Path(__file__).parents[2] / "docs" / "figures-in-prose.md"
WHO = {
    "somebody who knows the rules": BY_ONE_WHO_KNOWS,
    "somebody who has not seen them": BY_ONE_WHO_DOES_NOT,
    "another, later": LATER,
    "a third, last": LAST,
}


def said_wrong(sentence: str) -> list[str]:
    """The figures of a sentence that are said to be wrong."""
    bid = set_typed(sample(), "approach", sentence)
    return [
        problem.typed for problem in check_figures_in_prose(bid) if problem.place.root == "approach"
    ]


def is_one(said: str, wrong: str) -> bool:
    """ "five" is "five councils"."""
    return said.casefold() in wrong.casefold() or wrong.casefold() in said.casefold()


def measured(sentences: Judged) -> tuple[int, int, int, int, int]:
    """Sentences, wrong figures, those found, those missed, and false alarms."""
    found = false = wrong_ones = 0
    for sentence, wrong in sentences:
        said = said_wrong(sentence)
        wrong_ones += len(wrong)
        found += sum(any(is_one(one, figure) for one in said) for figure in wrong)
        false += sum(not any(is_one(one, figure) for figure in wrong) for one in said)
    return len(sentences), wrong_ones, found, wrong_ones - found, false


@pytest.mark.parametrize("who", WHO)
def test_what_is_found_is_what_the_table_says(who: str) -> None:
    row = re.findall(rf"^\| {who} \|(.*)\|$", TABLE.read_text("utf-8"), re.MULTILINE)[-1]
    assert measured(WHO[who]) == tuple(int(cell) for cell in row.split("|"))


def test_fewer_than_two_in_a_hundred_are_false_alarms() -> None:
    for sentences in (BY_ONE_WHO_KNOWS + BY_ONE_WHO_DOES_NOT, LATER, LAST):
        many, *_, false = measured(sentences)
        assert false * 100 < 2 * many
