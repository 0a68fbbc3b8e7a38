"""Lists with what is beneath their items."""

from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.blocks import Block, Span, normal, numbers, whole
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.markdown import parse
from bidwriter.prose.parted import Item, ItemList, parted


def outline(parts: list[Block | ItemList]) -> list[object]:
    def of(item: Item) -> list[object]:
        return [item.block.text, *(_of(each) for each in item.lists)]

    def _of(each: ItemList) -> tuple[str, int, list[object]]:
        return each.kind, each.start, [of(item) for item in each.items]

    return [_of(part) if isinstance(part, ItemList) else part.text for part in parts]


def test_lists_as_they_are_shown() -> None:
    text = "x\n\n3. a\n   - b\n   - c\n   1. d\n4. e\n\n1) f\n\n- g\n\ny"
    assert outline(list(parted(parse(text)))) == [
        "x",
        ("number", 3, [["a", ("bullet", 1, [["b"], ["c"]]), ("number", 1, [["d"]])], ["e"]]),
        ("number", 1, [["f"]]),
        ("bullet", 1, [["g"]]),
        "y",
    ]


KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "bullet", "number")
BLOCKS = st.lists(
    st.builds(
        lambda kind, level, start: Block(kind, (Span("x"),), level, start),
        st.sampled_from(KINDS), st.integers(1, 2), st.none() | st.integers(0, 3),
    ),
    max_size=9,
).map(tuple)  # fmt: skip


@given(BLOCKS)
def test_every_item_stands_once_under_its_own_number(blocks: tuple[Block, ...]) -> None:
    found: list[tuple[Block, int | None]] = []

    def take(each: ItemList) -> None:
        for number, item in enumerate(each.items, each.start):
            found.append((item.block, number if each.kind == "number" else None))
            for inner in item.lists:
                take(inner)

    for part in parted(normal(blocks)):
        take(part) if isinstance(part, ItemList) else found.append((part, None))
    meant = whole(normal(blocks))
    assert found == list(zip(meant, numbers(meant), strict=True))
