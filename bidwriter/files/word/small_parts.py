"""The smaller parts of a Word file: what it says of itself, and whether a header holds text."""

from bidwriter.files.office.parts import EnoughError, Silent
from bidwriter.files.word.drafts import Budget
from bidwriter.prose.characters import seen

_TITLE, _LANGUAGE = "coreProperties/title", "coreProperties/language"


class Properties(Silent):
    """The title and the language that a file gives itself."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._pieces: dict[str, list[str]] = {_TITLE: [], _LANGUAGE: []}

    def text(self, path: str, words: str) -> None:
        """A piece of either."""
        if path in self._pieces:
            self._pieces[path].append(self._budget.text(words))

    @property
    def title(self) -> str:
        """ "" for none."""
        return " ".join(seen("".join(self._pieces[_TITLE])).split())

    @property
    def language(self) -> str:
        """ "" for none."""
        return seen("".join(self._pieces[_LANGUAGE])).strip()


class HoldsText(Silent):
    """Whether any text stands in a part."""

    def __init__(self) -> None:
        self.found = False

    def text(self, path: str, words: str) -> None:
        """Text, or space between elements."""
        if path.endswith("/t") and words.strip():
            self.found = True
            raise EnoughError
