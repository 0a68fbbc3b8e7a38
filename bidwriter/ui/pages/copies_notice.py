"""A notice that copies of this bid lie beside its file and hold what it does not have, as sync
clients leave them when two computers save at once."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from bidwriter.ui import jobs
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.session import Session


class CopiesNotice(QWidget):
    """Looks off the interface thread, once for each state of the history."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self._session, self._navigator = session, navigator
        self._looked_with: bytes | None = None
        self._body = column(self, 0)
        self.hide()

    def refresh(self) -> None:
        """Look again where something was joined since."""
        kept = self._session.kept
        if kept.history == self._looked_with or self._session.read_only:
            return
        self._looked_with = kept.history
        path = self._session.path

        def look(_: object) -> tuple[Path, ...]:
            from bidwriter.files.recovery.conflicted import conflicted_copies

            return conflicted_copies(path, kept)

        jobs.run(look, self._show, lambda _error: None, owner=self)

    def _show(self, found: tuple[Path, ...]) -> None:
        emptied(self._body)
        self.setVisible(bool(found))
        if not found:
            return
        names = ", ".join(f"“{path.name}”" for path in found)
        one = len(found) == 1
        title = f"{'A copy' if one else f'{len(found)} copies'} of this bid beside it " + (
            "holds changes that yours does not have" if one else "hold changes that yours lacks"
        )
        text = (
            f"{names}. OneDrive, Dropbox and others leave such copies when two people save at once."
        )
        made = Callout("info", title, text, "Join it" if one else "Join them")
        made.followed.connect(lambda: self._navigator.join(found))
        self._body.addWidget(made)
