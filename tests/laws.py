"""How often a law is tried on something made up: a fifth as often in `make test`, which tries it on
other things each time, as in `make proof`."""

import os

THOROUGH = os.environ.get("BIDWRITER_LAWS") == "thorough"
FEWEST = 5


def tries(many: int) -> int:
    """Of so many examples those for this run."""
    return many if THOROUGH else max(FEWEST, many // 5)
