"""What a part of an Office file is linked with. Nothing outside the file is ever looked at."""

from bidwriter.files.office.parts import Parts, Silent, TooMuchError, beside

MOST_LINKS = 50_000


class Links(Silent):
    """Which parts a part is linked with: kind and path by id; and addresses elsewhere by id."""

    def __init__(self, path: str, parts: Parts, of: str = "") -> None:
        self.by_id: dict[str, tuple[str, str]] = {}
        self.elsewhere: dict[str, str] = {}
        self._of = of
        if parts.has(path):
            parts.hear(path, self)

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """One link more."""
        if path != "Relationships/Relationship":
            return
        if len(self.by_id) + len(self.elsewhere) == MOST_LINKS:
            raise TooMuchError
        id_, target = attributes.get("Id", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") == "External":
            self.elsewhere[id_] = target
        else:
            self.by_id[id_] = (attributes.get("Type", ""), beside(self._of, target))

    def first(self, kind: str) -> str:
        """The path of the first part of a kind; "" for none."""
        return next(iter(self.all(kind)), "")

    def all(self, kind: str) -> list[str]:
        """The paths of all parts whose kind ends so: "/styles"."""
        return [path for type_, path in self.by_id.values() if type_.endswith(kind)]


def links_of(path: str, parts: Parts) -> Links:
    """The links of the part at `path`; "" for those of the whole file."""
    folder, _, file = path.rpartition("/")
    return Links(f"{folder}/_rels/{file}.rels", parts, path)
