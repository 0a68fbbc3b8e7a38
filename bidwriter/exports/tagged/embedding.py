"""EMBEDDED FILES: other files inside the PDF, as PDF/A-3 allows (ISO 19005-3, 6.8)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bidwriter.exports.tagged.pdffile import PdfFile
from bidwriter.exports.tagged.syntax import (
    byte_string,
    date,
    dictionary,
    name,
    reference,
    references,
    string,
)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file to embed. `relationship` says what it is to the document: the `Data` behind it,
    or its `Source`. `modified` knows its offset from UTC."""

    file_name: str
    content: bytes
    description: str
    modified: datetime
    mime_type: str = "application/json"
    relationship: Literal["Data", "Source", "Supplement", "Alternative"] = "Data"


def write_embedded(file: PdfFile, embedded: Sequence[Embedded]) -> dict[str, bytes]:
    """Write the files; the catalog's entries for them (/AF, and the name tree in /Names)."""
    if not embedded:
        return {}
    ordered = sorted(embedded, key=lambda one: string(one.file_name))
    keys = [_file_specification(file, one) for one in ordered]
    names = b" ".join(
        string(one.file_name) + b" " + reference(key)
        for one, key in zip(ordered, keys, strict=True)
    )
    tree = file.add(dictionary(Names=b"[" + names + b"]"))
    return {"AF": references(keys), "Names": dictionary(EmbeddedFiles=reference(tree))}


def _file_specification(file: PdfFile, one: Embedded) -> int:
    """With /F and /UF both (ISO 14289-1, 7.11) and a description."""
    parameters = dictionary(
        Size=b"%d" % len(one.content),
        ModDate=date(one.modified),
        CheckSum=byte_string(hashlib.md5(one.content, usedforsecurity=False).digest()),
    )
    stream = file.add_stream(
        one.content, Type=b"/EmbeddedFile", Subtype=name(one.mime_type), Params=parameters
    )
    return file.add(
        dictionary(
            Type=b"/Filespec",
            F=string(one.file_name),
            UF=string(one.file_name),
            Desc=string(one.description),
            AFRelationship=name(one.relationship),
            EF=dictionary(F=reference(stream), UF=reference(stream)),
        )
    )
