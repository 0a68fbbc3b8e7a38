"""Write `resources/colour/sRGB.icc`: a minimal sRGB display profile, the same bytes each time.

An ICC version 2 matrix profile (ICC.1:2001-04): the sRGB primaries adapted to D50 (the values
of IEC 61966-2-1) and its tone curve as 1,024 points. It is our own work and in the public
domain (CC0 1.0). PDF/A wants it as the output intent; a profile made by a library would carry
today's date, and so change the bytes of every PDF.
"""

import struct
from pathlib import Path

PROFILE = Path(__file__).parent.parent / "resources" / "colour" / "sRGB.icc"

_POINTS = 1024
_WHITE_D50 = (0.9642, 1.0, 0.8249)
_WHITE_D65 = (0.9505, 1.0, 1.0891)
_RED = (0.4361, 0.2225, 0.0139)
_GREEN = (0.3851, 0.7169, 0.0971)
_BLUE = (0.1431, 0.0606, 0.7141)


def profile() -> bytes:
    """The whole profile: header of 128 bytes, tag table, tags on 4-byte boundaries."""
    curve = _curve()
    tags = {
        b"cprt": _text("Public domain (CC0 1.0)"),
        b"desc": _description("sRGB IEC61966-2.1"),
        b"wtpt": _xyz(*_WHITE_D65),
        b"rXYZ": _xyz(*_RED),
        b"gXYZ": _xyz(*_GREEN),
        b"bXYZ": _xyz(*_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _layout(tags)
    size = 128 + len(table) + len(data)
    return _header(size) + table + data


def _layout(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Tag table and tag data; equal tags are stored once and shared, as ICC allows."""
    start = 128 + 4 + 12 * len(tags)
    data, places = b"", dict[bytes, int]()
    entries = []
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + b"\0" * (-len(content) % 4)
        entries.append(name + struct.pack(">II", places[content], len(content)))
    return struct.pack(">I", len(tags)) + b"".join(entries), data


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8sI3I4s44s",
        size,
        b"\0\0\0\0",
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2018, 7, 4, 0, 0, 0),
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        b"\0\0\0\0",
        b"\0" * 8,
        0,
        *(_fixed(value) for value in _WHITE_D50),
        b"\0\0\0\0",
        b"\0" * 44,
    )


def _fixed(value: float) -> int:
    """A number as s15Fixed16."""
    return round(value * 65536)


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", _fixed(x), _fixed(y), _fixed(z))


def _text(words: str) -> bytes:
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def _description(words: str) -> bytes:
    ascii_words = words.encode("ascii") + b"\0"
    head = b"desc\0\0\0\0" + struct.pack(">I", len(ascii_words)) + ascii_words
    return head + b"\0" * (4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    levels = [_linear(step / (_POINTS - 1)) for step in range(_POINTS)]
    values = [round(level * 65535) for level in levels]
    return b"curv\0\0\0\0" + struct.pack(f">I{_POINTS}H", _POINTS, *values)


def _linear(level: float) -> float:
    """sRGB to linear light (IEC 61966-2-1)."""
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


if __name__ == "__main__":
    PROFILE.parent.mkdir(parents=True, exist_ok=True)
    PROFILE.write_bytes(profile())
