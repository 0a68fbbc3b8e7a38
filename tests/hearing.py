"""What a screen reader meets in a window: a walk over the tree it is given."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Heading

Role, Text = QAccessible.Role, QAccessible.Text
CELLS = (Role.Cell, Role.ListItem, Role.RowHeader, Role.ColumnHeader)
STATES = (", open", ", shut", ", checked", ", not checked", ", expanded", ", collapsed")
ROLES = ((Heading, Role.Heading), (Link, Role.Link))


def face(widget: QWidget) -> QAccessibleInterface:
    """What a reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def met(above: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that shows below, in the order of the tree."""
    for at in range(above.childCount()):
        below = above.child(at)
        if below is not None and below.isValid() and not below.state().invisible:
            yield below
            yield from met(below)


def check_heard(window: QWidget, where: str) -> None:
    """One thing has the focus; all that can have it has a name; nothing is said twice."""
    focused, wrong = [], []
    # None of them is kept: Qt deletes them as it likes, and PySide does not always see it.
    for node in met(face(window)):
        wrong += [f"{what}: {type(node.object()).__name__}" for what in faults(node)]
        # Qt says of the chosen tab that it has the focus, whatever has it.
        is_cell = node.role() in CELLS and node.parent().state().focused  # of a table that has it
        if node.state().focused and not is_cell and node.role() != Role.PageTab:
            focused.append(node.text(Text.Name))
    assert not wrong, f"{where}: {wrong}"
    assert len(focused) <= 1, f"{where}: {focused}"


def faults(node: QAccessibleInterface) -> Iterator[str]:
    """What is wrong with one thing: no name, a name said twice, another role than what it is."""
    name, described = node.text(Text.Name), node.text(Text.Description)
    words = name.split()
    half = len(words) // 2
    if node.state().focusable and not name:
        yield "no name"
    if half and words[:half] == words[half:]:
        yield f"says twice {name}"
    if name.endswith(STATES):  # a state is told as a state
        yield f"a state in {name}"
    if "<div style" in name + described:
        yield f"mark-up in {name}"
    if name and described == name:
        yield f"described as {name}"
    if any(isinstance(node.object(), kind) and node.role() != role for kind, role in ROLES):
        yield f"{name} is a {node.role().name}"
    if node.role() != Role.PageTabList and name and name in inside(node):  # named after a tab
        yield f"says again {name}"


def inside(node: QAccessibleInterface) -> list[str]:
    """The names of what shows right below."""
    found = []
    for at in range(node.childCount()):
        below = node.child(at)
        if below is not None and not below.state().invisible:
            found.append(below.text(Text.Name))
    return found
