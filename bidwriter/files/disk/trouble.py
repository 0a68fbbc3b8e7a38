"""What can go wrong with a file, in words for the person whose file it is."""

from bidwriter.spoken import SpokenError


class FileTroubleError(SpokenError):
    """A file that cannot be read or written. The message is one plain sentence or two: what
    happened, what is safe, what to do."""


class NotABidError(FileTroubleError):
    """A file of another kind."""


class DamagedError(FileTroubleError):
    """A file that is broken or was made to do harm; it has not been touched."""


class NewerError(FileTroubleError):
    """A file written by a newer bidwriter."""


class TooLargeError(FileTroubleError):
    """A file, or something in it, beyond bidwriter's limits."""


class NotSavedError(FileTroubleError):
    """A file that could not be written. `what` is the first sentence, what happened; another can
    say instead of the second what is safe and what to do."""

    def __init__(self, what: str, then: str) -> None:
        super().__init__(f"{what}. {then}")
        self.what = what
