"""How the cells of an OpenDocument workbook are shown, as far as it changes what they mean."""

from bidwriter.files.office.parts import Silent, TooMuchError, attribute

_MOST_STYLES = 20_000
_WITHOUT = ("", "none")


class Styles(Silent):
    """Hears the styles: which are struck through, shown in thousands, or of a sheet that is hidden,
    by name; a style that has a parent shows as that does, where it says nothing."""

    def __init__(self) -> None:
        self._parents: dict[str, tuple[str, str]] = {}  # by name: the parent, and the data style
        self._struck: dict[str, bool] = {}
        self._in_full: set[str] = set()
        self.hidden: set[str] = set()
        self._name = ""

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """A style, or something about it."""
        match path.rpartition("/")[2]:
            case "style":
                self._name = attribute(attributes, "name")
                data = attribute(attributes, "data-style-name")
                self._parents[self._name] = attribute(attributes, "parent-style-name"), data
                if len(self._parents) > _MOST_STYLES:
                    raise TooMuchError
            case "number-style" | "currency-style" | "percentage-style":
                self._name = attribute(attributes, "name")
            case "number" if attribute(attributes, "display-factor") not in ("", "1"):
                self._in_full.add(self._name)
            case "text-properties":
                line = attribute(attributes, "text-line-through-style")
                kind = attribute(attributes, "text-line-through-type")
                if line or kind:
                    self._struck[self._name] = line not in _WITHOUT or kind not in _WITHOUT
            case "table-properties" if attribute(attributes, "display") == "false":
                self.hidden.add(self._name)

    def is_struck(self, name: str) -> bool:
        """Whether words in this style are struck through."""
        for style in self._line_of(name):
            if style in self._struck:
                return self._struck[style]
        return False

    def is_in_full(self, name: str) -> bool:
        """Whether numbers in this style are shown divided by thousands."""
        data = (self._parents.get(style, ("", ""))[1] for style in self._line_of(name))
        return next(filter(None, data), "") in self._in_full

    def _line_of(self, name: str) -> list[str]:
        """A style and those that it stands on."""
        line: list[str] = []
        while name and name not in line:
            line.append(name)
            name = self._parents.get(name, ("", ""))[0]
        return line
