"""What every kind of question must have. A new kind runs through all of it."""

from datetime import datetime

import pytest
from every_kind import round_of_every_kind

from bidwriter.bids.editing import new_bid
from bidwriter.checks.checking import check
from bidwriter.kinds.kinds import KINDS

NOW = datetime.fromisoformat("2018-11-06T10:32+00:00")


@pytest.mark.parametrize("kind", KINDS)
def test_a_required_answer_that_is_missing_is_a_problem_in_words(kind: str) -> None:
    problems = check(new_bid(round_of_every_kind()), NOW)
    [problem] = [p for p in problems if p.place == f"of-{kind}" and p.check == "required"]
    assert problem.stops
    assert len(problem.words.split()) >= 3 and "{" not in problem.words
