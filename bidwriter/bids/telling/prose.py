"""Telling what changed in a prose answer."""

from bidwriter.bids.joining.moves import Move, Rewriting, rewriting, together
from bidwriter.bids.joining.regions import Blocks, Region, apply_regions
from bidwriter.bids.joining.words import words_changed
from bidwriter.prose.blocks import Block, numbers, plain_text
from bidwriter.prose.counting import count_words
from bidwriter.prose.lists import LIST_KINDS
from bidwriter.prose.markdown import parse


def prose_words(old: str, new: str) -> str:
    """ "changed paragraph 2, +4 −2 words", "wrote the answer, 120 words" and so on."""
    was, is_ = parse(old), parse(new)
    if not was:
        return f"wrote the answer, {_many(is_)}"
    if not is_:
        return f"took the answer out, {_many(was)}"
    done = rewriting(was, is_)
    said = [_regions_words(was, done), _all_moves_words(was, is_, done)]
    return "; ".join(filter(None, said)) or "changed how it is written"


def _regions_words(was: Blocks, done: Rewriting) -> str:
    if len(done.regions) == 1:
        return region_words(was, done.regions[0])
    if not done.regions:
        return ""
    now = apply_regions(was, 0, len(was), done.regions)
    return f"changed {len(done.regions)} passages{_difference(was, now)}"


def _all_moves_words(was: Blocks, is_: Blocks, done: Rewriting) -> str:
    found = together(done.moves)
    if len(found) == 1:
        return moves_words(was, is_, found[0])
    return f"moved {len(done.moves)} paragraphs" if found else ""


def moves_words(was: Blocks, is_: Blocks, moves: tuple[Move, ...]) -> str:
    """ "moved paragraph 2 to the top", "moved 3 paragraphs from paragraph 2 to below “Our team…”":
    paragraphs that stood together, and do still."""
    first = numbered(was, moves[0].at)
    what = first if len(moves) == 1 else f"{len(moves)} paragraphs from {first}"
    above = is_[moves[0].to - 1].text if moves[0].to else ""
    return f"moved {what} to below “{_beginning(above)}”" if above else f"moved {what} to the top"


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + "…" if len(words) > 6 or len(text) > 60 else " ".join(words)


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
    for block, number in zip(blocks, numbers(blocks), strict=True):
        is_item = block.kind in LIST_KINDS
        if made:
            made.append("\n" if is_item and listed else "\n\n")
        mark = f"{number}. " if number else "• "
        inwards = "    " * (block.level - 1)
        made.append(f"{inwards}{mark}{block.text}" if is_item and len(blocks) > 1 else block.text)
        listed = is_item
    return "".join(made)
