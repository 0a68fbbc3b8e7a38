"""Packages with one line bent and all checksums made anew."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from making import NOW, SAMPLE, sample

from bidwriter.bids.bid import Attachment
from bidwriter.bids.editing import attach
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.public import public_bid
from bidwriter.exports.verifying import Report, report
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import Opened, open_file, read_bag

OTHER_HASH = "0" * 64
PLAN = b"%PDF-1.7 a plan"
BID = attach(
    set_typed(sample(), "support", "We ask for {{figure:requested}}."),
    Attachment(
        sha256=hashlib.sha256(PLAN).hexdigest(),
        name="Plan.pdf",
        type="application/pdf",
        size=len(PLAN),
    ),
)
PUBLIC = public_bid(BID, frozenset(a.sha256 for a in BID.attachments))
Bend = Callable[[dict[str, bytes], dict[str, str]], None]


@lru_cache(maxsize=2)
def package(audience: str = "full") -> bytes:
    """The sample with an attachment, as a package."""
    ticked = frozenset(a.sha256 for a in BID.attachments)
    wanted = Wanted(
        "final", "public" if audience == "public" else "full", ticked, prose_decided=True
    )
    return make_package(BID, contents(), wanted, NOW).data


def contents() -> dict[str, bytes]:
    """The bytes of all attachments."""
    return {**open_file(SAMPLE).contents, hashlib.sha256(PLAN).hexdigest(): PLAN}


def opened(data: bytes) -> Opened:
    """The package in these bytes."""
    return read_bag(bag.read_open(io.BytesIO(data), len(data), "a.zip"), "a.zip")


@lru_cache(maxsize=2)
def unbent(audience: str) -> Opened:
    """The package as it is read. Nothing in it may be changed."""
    return opened(package(audience))


def bent(bend: Bend, audience: str = "full") -> Report:
    """What is found of the package after `bend` changed its parts or bag-info.txt, and whoever did
    it made every checksum anew."""
    whole = unbent(audience)
    payload = dict(whole.bag.payload)
    # As if by another build: printing the PDF again for each would cost a minute.
    left_out = ("Payload-Oxum", "Build")
    info = {name: value for name, value in whole.bag.info.items() if name not in left_out}
    bend(payload, info)
    found = report(opened(bag.write("package", payload, info)))
    assert all(entry.standing == "whole" for entry in found.entries)
    return found


def in_json(part: str, change: Callable[[dict[str, Any]], None]) -> Bend:
    """Changes what one JSON part of the package says."""

    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        told = json.loads(payload[part])
        change(told)
        payload[part] = json.dumps(told).encode()

    return bend


def setting(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Another value under a name."""
    return lambda told: told.update({name: value})


def leaving_out(name: str) -> Callable[[dict[str, Any]], None]:
    """Nothing under a name."""
    return lambda told: told.pop(name)


def zipped(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The zip with some of its files changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    change(files)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def relisted(files: dict[str, bytes]) -> None:
    """The list of the bag's own files, anew."""
    own = [n for n in files if "/data/" not in n and "tagmanifest" not in n]
    rows = [f"{hashlib.sha256(files[n]).hexdigest()}  {n.partition('/')[2]}\n" for n in own]
    files["package/tagmanifest-sha256.txt"] = "".join(rows).encode()
