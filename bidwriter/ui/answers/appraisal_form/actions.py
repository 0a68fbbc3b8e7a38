"""What the officer does to the appraisal's inputs, through the session."""

from bidwriter.bids.appraising.inputs import input_rows
from bidwriter.bids.appraising.slots import Slot, add_input, put_value
from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import remove_row, set_cell
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import cell_leaf
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.appraisal import Appraisal, Input
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


class InputActions:
    """Edits of one appraisal. Those that read typed words raise NotAllowedError."""

    def __init__(self, session: Session, question: Appraisal, navigator: Navigator) -> None:
        self.session, self.question, self.navigator = session, question, navigator

    @property
    def closed(self) -> bool:
        """Whether the appraisal can only be read here."""
        return not self.session.may_change(self.question.id)

    def row(self, row_id: str) -> Input | None:
        """The input with this id."""
        return next((row for row in input_rows(self.session.bid) if row.id == row_id), None)

    def type_value(self, slot: Slot, typed: str, box: str) -> str:
        """A box's value typed; hands back the id of the row that has it now, "" for none. Typing
        in one `box` joins up, also where its first key made the input."""
        before = {row.id for row in input_rows(self.session.bid)}
        self.session.edit(
            lambda bid: put_value(bid, self.question.id, slot, typed),
            f"Changed {slot.title}",
            Place(self.question.id).at(box),
        )
        after = {row.id for row in input_rows(self.session.bid)}
        if slot.row is not None:
            return slot.row.id if slot.row.id in after else ""
        return next(iter(after - before), "")

    def type_cell(self, row_id: str, field: str, typed: str) -> None:
        """A cell typed; "" clears it."""
        self.set_cells(row_id, {field: self.read(row_id, field, typed)}, join=field)

    def read(self, row_id: str, field: str, typed: str) -> Leaf:
        """What words typed into a cell mean; "" clears it."""
        return cell_leaf(self.session.bid, Place(self.question.id).at(row_id, field), typed)

    def set_cells(self, row_id: str, cells: dict[str, Leaf], join: str = "") -> None:
        """Cells set to leaves."""
        row = self.row(row_id)
        if row is None:
            return
        place = Place(self.question.id).at(row_id, join) if join else ""
        self.session.edit(
            lambda bid: set_cell(bid, self.question.id, row_id, cells),
            f"Changed {row.title}",
            place,
        )

    def add(self, slot: Slot) -> str:
        """Another input of a box's sort, still empty; hands back its id."""
        before = {row.id for row in input_rows(self.session.bid)}
        self.session.break_typing()
        self.session.edit(
            lambda bid: add_input(bid, self.question.id, slot, {}), f"Added {slot.title}"
        )
        return next(iter({row.id for row in input_rows(self.session.bid)} - before), "")

    def remove(self, row_id: str) -> None:
        """An input deleted, as one step that can be undone."""
        row = self.row(row_id)
        if row is None:
            return

        def without(bid: Bid) -> Bid:
            return remove_row(bid, self.question.id, row_id)

        self.session.edit(without, f"Deleted {row.title}")
        self.navigator.say(f"Deleted {row.title}", undo=True)

    def share_with_others(self) -> None:
        """Every input of each partner holds for each other council too."""

        def shared(bid: Bid) -> Bid:
            for row in input_rows(bid):
                if "partner" in row.whose:
                    whose = (*row.whose, "other")
                    bid = set_cell(bid, self.question.id, row.id, {"whose": whose})
            return bid

        self.session.edit(shared, "Used each partner’s figures for other councils")
