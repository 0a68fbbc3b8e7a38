"""The table of a fund's own columns, of which those that a row may leave empty can be hidden."""

from typing_extensions import override

from bidwriter.ui.answers.cost_table.choices import ChoiceMenu
from bidwriter.ui.answers.own_rows.model import OwnModel
from bidwriter.ui.answers.row_table.view import RowTable


class OwnTableView(RowTable):
    """All columns show until somebody hides some, for as long as the bid is open."""

    def __init__(self, model: OwnModel, name: str, *, read_only: bool) -> None:
        self.own = model
        self._put_away: frozenset[str] = frozenset()
        super().__init__(model, name, read_only=read_only)

    @property
    def further(self) -> tuple[int, ...]:
        """The columns that can be hidden: never all."""
        first = self.own.first
        found = [at for at, c in enumerate(self.own.columns) if at >= first and not c.needed]
        return tuple(at for at in found if at or self.own.first)

    @override
    def hidden_in(self, room: float) -> tuple[int, ...]:
        return tuple(at for at in self.further if self.own.columns[at].key in self._put_away)

    def put_away(self, keys: frozenset[str]) -> None:
        """Hide these columns and no others."""
        self._put_away = keys
        self.show_columns()

    def bring_out(self, key: str) -> None:
        """Show a column, to go to it."""
        if key in self._put_away:
            self.put_away(self._put_away - {key})

    def column_menu(self) -> ChoiceMenu:
        """A tick for each column that can be hidden."""
        keys = tuple(self.own.columns[at].key for at in self.further)
        shown = tuple(key for key in keys if key not in self._put_away)
        menu = ChoiceMenu("Columns", shown, several=True, parent=self)
        for at in self.further:
            menu.offer(self.own.columns[at].key, self.own.columns[at].title)
        menu.chosen.connect(lambda ticked: self.put_away(frozenset(keys) - {*ticked}))
        return menu
