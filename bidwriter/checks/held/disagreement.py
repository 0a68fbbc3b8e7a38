"""What is wrong with a claim: in words, where the true figure is, and how grave it is."""

from typing import NamedTuple

from bidwriter.bids.places import NOWHERE, Place
from bidwriter.checks.problem import Severity


class Disagreement(NamedTuple):
    """`words` tell both figures; `source` is the place of the true one and `figure` the live
    figure that says it, "" where there is none."""

    words: str
    source: Place = NOWHERE
    figure: str = ""
    severity: Severity = "advice"
