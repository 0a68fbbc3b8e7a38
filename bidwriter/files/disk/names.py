"""Names of files that fit wherever a bid's own name does: systems count bytes, not letters."""

import hashlib
import os

LONGEST = 255


def shortened(name: str, most: int) -> str:
    """The start of `name`, in at most so many bytes."""
    while len(os.fsencode(name)) > most:
        over = len(os.fsencode(name)) - most
        name = name[: -max(1, over // 4)]  # a letter takes four bytes at most
    return name


def beside(name: str, ending: str) -> str:
    """The hidden name that stands for `name` with an ending of its own. One that would be too
    long keeps its beginning and a hash, so that it is the same each time."""
    whole = f".{name}{ending}"
    if len(os.fsencode(whole)) <= LONGEST:
        return whole
    digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:12]
    return f".{shortened(name, 80)}-{digest}{ending}"
