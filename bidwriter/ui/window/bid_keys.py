"""The keys of the bid window and what each does; `keys.py` is the list that people read."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from bidwriter.bids.places import NOWHERE
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.window.bid_frame import BidFrame


class WritesAlone(Protocol):
    """Shows only the words being written, or everything again."""

    def __call__(self, *, alone: bool) -> None: ...


class Acts(NamedTuple):
    """What the keys ask of the view that stands in the frame."""

    go_on: Callable[[], None]
    step: Callable[[int], None]
    comment: Callable[[], None]
    save: Callable[[], None]
    write_alone: WritesAlone


class BidKeys(QObject):
    """Binds the keys to a frame and what its view does."""

    def __init__(self, view: BidFrame, acts: Acts) -> None:
        super().__init__(view)
        self._view, self._acts = view, acts
        self._at_problem = -1
        for keys, action in self._actions().items():
            QShortcut(QKeySequence(keys), view, action)
        self.leave_alone = QShortcut(
            QKeySequence("Esc"), view, lambda: acts.write_alone(alone=False)
        )
        self.leave_alone.setEnabled(False)

    def _actions(self) -> dict[str, Callable[[], object]]:
        view, acts = self._view, self._acts
        actions: dict[str, Callable[[], object]] = {
            "Ctrl+K": view.finder.open,
            "Ctrl+Return": self._continue,
            "Ctrl+Enter": self._continue,
            "Alt+PgDown": lambda: acts.step(1),
            "Alt+PgUp": lambda: acts.step(-1),
            "F8": lambda: self._next_problem(1),
            "Shift+F8": lambda: self._next_problem(-1),
            "F6": lambda: self._next_region(1),
            "Shift+F6": lambda: self._next_region(-1),
            "Ctrl+\\": view.toggle_panel,
            "Ctrl+1": lambda: view.show_tab(0),
            "Ctrl+2": lambda: view.show_tab(1),
            "Ctrl+3": lambda: view.show_tab(2),
            "Ctrl+4": lambda: view.show_tab(3),
            "Ctrl+Alt+M": acts.comment,
            "Ctrl+D": self._toggle_finished,
            "Ctrl+S": acts.save,
            "F11": lambda: acts.write_alone(alone=not view.is_alone),
            "Ctrl+Z": view.session.undo,
            "Ctrl+Shift+Z": view.session.redo,
            "Ctrl+Y": view.session.redo,
        }
        for number in range(1, 6):
            actions[f"Alt+{number}"] = lambda number=number: self._cycle(number)  # type: ignore[misc]
        return actions

    def _continue(self) -> None:
        page = self._view.page
        if isinstance(page, TaskPage):
            page.press_continue()
        else:
            self._acts.go_on()

    def _toggle_finished(self) -> None:
        page = self._view.page
        if isinstance(page, TaskPage) and not page.is_closed:
            page.toggle_finished()
            state = "finished" if page.finished.isChecked() else "not finished"
            self._view.announcer.say(f"{page.task.label}: {state}", again=True)

    def _cycle(self, number: int) -> None:
        """Change a principle of the answer that has the focus, or of the page's only one."""
        page = self._view.page
        if not isinstance(page, TaskPage):
            return
        focused = QApplication.focusWidget()
        for question, strip in page.strips.items():
            near = focused is not None and (
                strip.isAncestorOf(focused) or page.editors[question].isAncestorOf(focused)
            )
            if near or len(page.strips) == 1:
                strip.cycle(number)
                return

    def _next_problem(self, by: int) -> None:
        found = self._view.session.problems
        if not found:
            self._view.toast.say("Nothing to settle", "")
            return
        self._at_problem = (self._at_problem + by) % len(found)
        problem = found[self._at_problem]
        self._view.navigator.go_to_problem(problem)
        self._view.announcer.say(problem.words)

    def _next_region(self, by: int) -> None:
        view = self._view
        regions: list[QWidget] = [view.header, view.tasks, view.stack]
        regions += [view.panel] if view.panel.isVisible() else []
        focused = QApplication.focusWidget()
        at = next((i for i, r in enumerate(regions) if focused and r.isAncestorOf(focused)), 0)
        target = regions[(at + by) % len(regions)]
        if target is view.stack and view.page is not None:
            view.page.go_to(NOWHERE)
            return
        first: dict[QWidget, QWidget] = {
            view.header: view.header.home,
            view.tasks: view.tasks.rows,
            view.panel: view.panel.tabs,
        }
        first[target].setFocus(Qt.FocusReason.ShortcutFocusReason)
