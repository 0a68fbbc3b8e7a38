"""BOOKMARKS: the document outline, nested as the headings are (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bidwriter.exports.tagged.pages import Entry
from bidwriter.exports.tagged.pdffile import PdfFile
from bidwriter.exports.tagged.syntax import dictionary, reference, string


@dataclass
class _Item:
    """A bookmark and those under it."""

    entry: Entry
    key: int
    under: "list[_Item]" = field(default_factory=list)

    @property
    def count(self) -> int:
        """Bookmarks below, at every depth."""
        return len(self.under) + sum(item.count for item in self.under)


def write_outline(file: PdfFile, entries: Sequence[Entry], places: dict[str, bytes]) -> int | None:
    """Write the bookmarks; the number of the outline, None if there are no headings.
    `places`: key → destination array."""
    if not entries:
        return None
    root = _Item(Entry(0, "", ""), file.reserve())
    path = [root]
    for entry in entries:
        while path[-1].entry.level >= entry.level:
            path.pop()
        item = _Item(entry, file.reserve())
        path[-1].under.append(item)
        path.append(item)
    _write_under(file, root, places)
    file.fill(root.key, dictionary(Type=b"/Outlines", **_family(root)))
    return root.key


def _write_under(file: PdfFile, parent: _Item, places: dict[str, bytes]) -> None:
    items = parent.under
    for place, item in enumerate(items):
        file.fill(
            item.key,
            dictionary(
                Title=string(item.entry.title),
                Parent=reference(parent.key),
                Prev=reference(items[place - 1].key) if place else None,
                Next=reference(items[place + 1].key) if place + 1 < len(items) else None,
                Dest=places[item.entry.key],
                **_family(item),
            ),
        )
        _write_under(file, item, places)


def _family(item: _Item) -> dict[str, bytes]:
    if not item.under:
        return {}
    return {
        "First": reference(item.under[0].key),
        "Last": reference(item.under[-1].key),
        "Count": b"%d" % item.count,
    }
