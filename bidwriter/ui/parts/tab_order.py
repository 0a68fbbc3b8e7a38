"""Tab goes as one reads. Where it goes next is found when it is pressed, by how the window is laid
out then: what was built, added, moved or hidden meanwhile needs no word about it. (Qt's own chain
has the order of making, and what PySide hands back from it takes other objects with it.)"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_BACKWARDS = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)

_ALWAYS = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)
_BY_TAB = (Qt.FocusPolicy.TabFocus, *_ALWAYS)


def move_on(window: QWidget, *, back: bool) -> bool:
    """Put the focus on the stop after or before the one that has it, round and round; whether there
    is any. From what is no stop, such as a heading, or hides just now, it goes to the next from
    there. A window calls this in its `focusNextPrevChild`, to which all its parts hand theirs."""
    focused = window.focusWidget()
    ahead = _before(window, focused) if back else _after(window, focused)
    if ahead is None:
        return False
    ahead.setFocus(Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason)
    return True


# Both look no further than they must: a window has thousands of widgets.
def _after(window: QWidget, focused: QWidget | None) -> QWidget | None:
    """The first stop after what has the focus, or else of all."""
    first, met, stops = None, False, _policies()
    for widget in _as_read(window, focused):
        if widget is focused:
            met = True
        elif (met or first is None) and _is_stop(widget, stops):
            if met:
                return widget
            first = widget
    return first


def _before(window: QWidget, focused: QWidget | None) -> QWidget | None:
    """The last stop before what has the focus, or else of all."""
    last, stops = None, _policies()
    for widget in _as_read(window, focused):
        if widget is focused:
            if last is not None:
                return last
        elif _is_stop(widget, stops):
            last = widget
    return last


def _as_read(window: QWidget, focused: QWidget | None) -> Iterator[QWidget]:
    """All that shows, each part before what is in it, and in any case what has the focus."""
    ahead = [window]
    while ahead:
        part = ahead.pop()
        yield part
        ahead += [
            child
            for child in reversed(_children(part))
            if not child.isHidden()
            or (focused and (child is focused or child.isAncestorOf(focused)))
        ]


def _children(part: QWidget) -> list[QWidget]:
    """What is laid out in its order; then what lies over that, from the top."""
    layout = part.layout()
    laid = list(_laid(layout)) if layout is not None else []
    known = set(laid)
    loose = [
        child
        for child in part.findChildren(QWidget, options=_DIRECT)
        if child not in known and not child.isWindow()
    ]
    return [*laid, *sorted(loose, key=lambda child: (child.y(), child.x()))]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those in it: in a grid line by line, else one after another,
    from the far end where it is filled from there."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[index]
    elif isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS:
        places.reverse()
    for at in places:
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _policies() -> tuple[Qt.FocusPolicy, ...]:
    """Of what Tab stops at. On a Mac people choose whether it stops at buttons."""
    everywhere = QGuiApplication.styleHints().tabFocusBehavior()
    return _BY_TAB if everywhere == Qt.TabFocusBehavior.TabFocusAllControls else _ALWAYS


def _is_stop(widget: QWidget, policies: tuple[Qt.FocusPolicy, ...]) -> bool:
    """Whether Tab stops here."""
    return (
        widget.focusPolicy() in policies
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )
