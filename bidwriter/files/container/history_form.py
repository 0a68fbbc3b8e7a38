"""The form of `history.jsonl`, which its first line states; known before anything of it is read."""

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError, NewerError
from bidwriter.forms import Form, NewerFormError

# 1 → 2 brought the line of what was forgotten. A form migrates line by line, when it is read.
FORM = Form("Its history", "history", (lambda line: line,))


def check_form(data: bytes, name: str) -> None:
    """Raises NewerError if the history in `name` has a later form than today's."""
    first = data.partition(b"\n")[0]
    try:
        FORM.check(strict_json.loads(first, "the history") if first else None)
    except NewerFormError as error:
        raise NewerError(f"“{name}” could not be opened. {error}") from None
    except FileTroubleError:
        return  # what cannot be read is passed over and counted when the history is read
