"""METADATA: title, author, dates and standards, as XMP and as the information dictionary.

Both say the same (ISO 19005-2, 6.6). The XMP names PDF/A's part and level and, with the
extension schema that PDF/A asks for, PDF/UA's part (ISO 14289-1, 5).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from bidwriter.exports.tagged.syntax import date, dictionary, string

PRODUCER = "bidwriter"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself. `created` knows its offset from UTC; `part` is that
    of PDF/A: 3 when files are embedded, else 2."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime
    part: int


def tidy(words: str) -> str:
    """Words as one line that XML can hold: controls, surrogates and the like become spaces."""
    kept = re.sub(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", words)
    return " ".join(kept.split())


def info(metadata: Metadata) -> bytes:
    """The information dictionary (ISO 32000-1, 14.3.3)."""
    return dictionary(
        Title=string(metadata.title),
        Author=string(metadata.author) if metadata.author else None,
        Subject=string(metadata.subject) if metadata.subject else None,
        Creator=string(PRODUCER),
        Producer=string(PRODUCER),
        CreationDate=date(metadata.created),
        ModDate=date(metadata.created),
    )


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet (ISO 19005-2, 6.6.2), UTF-8."""
    moment = metadata.created.isoformat(timespec="seconds")
    parts = (
        _alternative("title", metadata.title),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>"
        if metadata.author
        else "",
        _alternative("description", metadata.subject) if metadata.subject else "",
        f"<dc:language><rdf:Bag><rdf:li>{metadata.language}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{moment}</xmp:MetadataDate>",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<pdfaid:part>{metadata.part}</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    )
    body = "\n".join(part for part in parts if part)
    return _PACKET.format(body=body, schema=_PDFUA_SCHEMA).encode("utf-8")


def _alternative(name: str, words: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(words)}</rdf:li>'
    return f"<dc:{name}><rdf:Alt>{item}</rdf:Alt></dc:{name}>"


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{body}
{schema}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_PDFUA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""  # noqa: E501
