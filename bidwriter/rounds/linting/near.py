"""What somebody may have meant by a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """ "Did you mean “max”?"; "" where no known name is near."""
    found = get_close_matches(typed.casefold(), {name.casefold(): name for name in known}, 1, 0.6)
    names = {name.casefold(): name for name in known}
    begun = [name for name in names if name.startswith(typed.casefold()[:3]) and len(typed) > 2]
    shorter = [name for name in names if len(name) > 2 and typed.casefold().startswith(name)]
    best = next(iter((*found, *shorter, *begun[:1])), "")
    return f"Did you mean “{names[best]}”?" if best else ""
