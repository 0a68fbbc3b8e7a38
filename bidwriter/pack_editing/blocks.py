"""The blocks of a TOML text: an entry of a list such as `[[questions]]` with all that stands under
it and the comment above it, cut out, put in and moved as a person would in an editor."""

from bidwriter.rounds.toml_parts import Group, TomlParts, Way, toml_parts


def block_of(text: bytes, way: Way) -> tuple[int, int] | None:
    """Where the block of a group begins and ends, with the comment lines above it; None where
    there is no such group."""
    parts = toml_parts(text)
    at = next((at for at, group in enumerate(parts.groups) if group.path == way), None)
    if at is None:
        return None
    after = next((group for group in parts.groups[at + 1 :] if group.path[: len(way)] != way), None)
    start = with_comments(text, parts.groups[at].start)
    return start, len(text) if after is None else with_comments(text, after.start)


def with_comments(text: bytes, start: int) -> int:
    """Where the comment lines that stand right above a heading begin."""
    start = text.rfind(b"\n", 0, start) + 1
    while start:
        above = text.rfind(b"\n", 0, start - 1) + 1
        if not text[above:start].lstrip(b" \t").startswith(b"#"):
            break
        start = above
    return start


def groups_of(parts: TomlParts, list_way: Way) -> list[Group]:
    """The entries of a list that are written as groups, in their order."""
    return [
        group
        for group in parts.groups
        if group.is_entry and group.path[:-1] == list_way and isinstance(group.path[-1], int)
    ]


def put_block(text: bytes, at: int, block: str) -> bytes:
    """A block put in, with one empty line before and after it."""
    before, after = text[:at].rstrip(), text[at:].lstrip(b"\r\n")
    made = block.strip().encode()
    pieces = [piece for piece in (before, made, after) if piece.strip()]
    joined = b"\n\n".join(pieces)
    return joined if after.strip() else joined + b"\n"


def cut_block(text: bytes, way: Way) -> tuple[bytes, str]:
    """A text without the block of a group, and the block. Raises KeyError."""
    found = block_of(text, way)
    if found is None:
        raise KeyError(way)
    start, end = found
    before, after = text[:start].rstrip(), text[end:].lstrip(b"\r\n")
    rest = before + b"\n\n" + after if before and after else before + b"\n" if before else after
    return rest, text[start:end].decode()


def line_end(text: bytes, at: int) -> int:
    """After the line end behind `at`, with the comment on that line."""
    end = text.find(b"\n", at)
    return len(text) if end < 0 else end + 1
