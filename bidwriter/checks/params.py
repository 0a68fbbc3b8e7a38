"""What every named check takes."""

from bidwriter.checks.problem import Severity
from bidwriter.kinds.frozen import Frozen, Id


class Params(Frozen):
    """The phase that a check holds in (none: all), and how grave it is."""

    phase: Id | None = None
    severity: Severity = "stops"
