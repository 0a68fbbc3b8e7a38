"""The sample answers of a pack, `samples.toml` in its folder: what a bid to try is filled with.

They are no part of the pack: no bid carries them, and the pack hash is not over them. What they
mean is read where bids are tried (`desk/trying/samples.py`).
"""

from pathlib import Path
from typing import Any, NamedTuple

from bidwriter.rounds.loading import SAMPLES, Trouble, contents

SAMPLE_PLACE = "samples"  # what the places of sample answers begin with


class SampleFile(NamedTuple):
    """Sample answers as they are written, by question; and what could not be read."""

    data: dict[str, Any]
    troubles: tuple[Trouble, ...]


def sample_file(folder: Path) -> SampleFile:
    """The sample answers of the pack in `folder`; none where there is no such file."""
    path = folder / SAMPLES
    if not path.exists() and not path.is_symlink():
        return SampleFile({}, ())
    data, troubles = contents(path, f"{SAMPLE_PLACE}/")
    return SampleFile(data, tuple(troubles))
