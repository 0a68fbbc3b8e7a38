"""Telling what changed in a prose answer."""

from bidwriter.bids.joining.regions import Blocks, Region, regions
from bidwriter.bids.joining.words import words_changed
from bidwriter.prose.blocks import Block, plain_text
from bidwriter.prose.counting import count_words
from bidwriter.prose.markdown import parse


def prose_words(old: str, new: str) -> str:
    """ "changed paragraph 2, +4 −2 words", "wrote the answer, 120 words" and so on."""
    was, is_ = parse(old), parse(new)
    if not was:
        return f"wrote the answer, {_many(is_)}"
    if not is_:
        return f"took the answer out, {_many(was)}"
    found = regions(was, is_)
    if len(found) != 1:
        return f"changed {len(found)} passages{_difference(was, is_)}"
    return region_words(was, found[0])


def region_words(was: Blocks, region: Region) -> str:
    """ "changed paragraph 2, +4 −2 words": one stretch of changed paragraphs."""
    old = was[region.start : region.end]
    if region.is_new:
        what = (
            block_name(region.now[0]) if len(region.now) == 1 else f"{len(region.now)} paragraphs"
        )
        return f"added {_a(what)}, {_many(region.now)}"
    if not region.now:
        return f"took out {numbered(was, region.start)}, {_many(old)}"
    return f"changed {numbered(was, region.start)}{_difference(old, region.now)}"


def numbered(blocks: Blocks, at: int) -> str:
    """ "paragraph 2" or "list item 3", counted among its own kind."""
    name = block_name(blocks[at])
    return f"{name} {sum(block_name(block) == name for block in blocks[: at + 1])}"


def block_name(block: Block) -> str:
    """ "paragraph", "sub-heading" or "list item"."""
    return {"heading": "sub-heading", "paragraph": "paragraph"}.get(block.kind, "list item")


def _a(what: str) -> str:
    return what if what[0].isdigit() else f"a {what}"


def _difference(old: Blocks, new: Blocks) -> str:
    into, out = words_changed(plain_text(old), plain_text(new))
    signs = [*([f"+{into}"] if into else []), *([f"−{out}"] if out else [])]
    return f", {' '.join(signs)} {_words(into if into and not out else out)}" if signs else ""


def _many(blocks: Blocks) -> str:
    many = count_words(plain_text(blocks))
    return f"{many} {_words(many)}"


def _words(many: int) -> str:
    return "word" if many == 1 else "words"


def reading(blocks: Blocks) -> str:
    """Paragraphs as plain words to look at: an empty line between them, a mark before each of
    several list items."""
    made: list[str] = []
    listed = False
    for block in blocks:
        is_item = block.kind in ("bullet", "number")
        if made:
            made.append("\n" if is_item and listed else "\n\n")
        made.append(f"• {block.text}" if is_item and len(blocks) > 1 else block.text)
        listed = is_item
    return "".join(made)
