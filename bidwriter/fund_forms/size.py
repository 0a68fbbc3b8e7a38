"""How much of a form is ever read. A document of 300 pages has a million characters."""

from bidwriter.files.disk.trouble import TooLargeError

_MOST_CHARACTERS = 1_000_000


def check_size(characters: int, name: str) -> None:
    """Raises TooLargeError for a form with more words than any has."""
    if characters > _MOST_CHARACTERS:
        raise TooLargeError(
            f"“{name}” has more than {_MOST_CHARACTERS:,} characters, more than any form. Copy the "
            "part with the questions and paste that. Nothing was taken in"
        )
