"""The form that a pack was made from: a form that is the same, byte by byte, can be filled by the
places that the questions keep; any other is asked about."""

from typing import Literal

from pydantic import Field

from bidwriter.kinds.frozen import Frozen

SourceKind = Literal["docx", "xlsx", "ods", "csv", "xlsform", "json", "pdf", "pasted"]


class Source(Frozen):
    """Its file's name and SHA-256, and what it is."""

    file: str = Field(max_length=255)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    kind: SourceKind
