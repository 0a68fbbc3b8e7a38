"""What can go wrong with a file, in words for the person whose file it is."""


class FileTroubleError(Exception):
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
