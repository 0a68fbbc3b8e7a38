"""PDF SYNTAX: Python values as the bytes of PDF objects (ISO 32000-1, 7.3). Holds no structure."""

from datetime import datetime

_DELIMITERS = b"()<>[]{}/%#"


def name(text: str) -> bytes:
    """A name object: `/Text`; bytes outside the regular characters are escaped (7.3.5)."""
    shown = (
        chr(byte) if 0x21 <= byte <= 0x7E and byte not in _DELIMITERS else f"#{byte:02X}"
        for byte in text.encode("utf-8")
    )
    return b"/" + "".join(shown).encode("ascii")


def string(text: str) -> bytes:
    """A text string (7.9.2.2): ASCII as it stands, all else as UTF-16 with its mark. Lone
    surrogates, which UTF-16 cannot hold, become U+FFFD."""
    if text.isascii() and text.isprintable():
        body = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({body})".encode("ascii")
    clean = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return f"<FEFF{clean.encode('utf-16-be').hex().upper()}>".encode("ascii")


def byte_string(data: bytes) -> bytes:
    """A string of bytes, in hexadecimal."""
    return f"<{data.hex().upper()}>".encode("ascii")


def number(value: float) -> str:
    """A number with at most three decimals and no exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def numbers(*values: float) -> str:
    """Numbers apart by spaces."""
    return " ".join(map(number, values))


def reference(key: int) -> bytes:
    """An indirect reference (7.3.10)."""
    return b"%d 0 R" % key


def references(keys: list[int]) -> bytes:
    """An array of indirect references."""
    return b"[" + b" ".join(map(reference, keys)) + b"]"


def dictionary(**entries: bytes | None) -> bytes:
    """A dictionary in the order given; entries that are None are left out."""
    shown = (name(key) + b" " + value for key, value in entries.items() if value is not None)
    return b"<<" + b" ".join(shown) + b">>"


def date(moment: datetime) -> bytes:
    """A date string (7.9.4). `moment` must know its offset from UTC."""
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'"
    return string(f"D:{moment:%Y%m%d%H%M%S}{zone}")
