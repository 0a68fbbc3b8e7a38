"""`self-check`: proves an installation, from source or frozen, by doing the main job in it."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from bidwriter.cli.output import say
from bidwriter.paths import RESOURCES
from bidwriter.rounds.library import SHIPPED

LICENCES = RESOURCES.parent / "licences"  # in the frozen program; build.spec puts them there
NEEDED = (
    "fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    "fonts/NotoSans-Regular.ttf",
    "fonts/coverage.json",
    "colour/sRGB.icc",
    "councils/councils.csv",
    "icons/app-icon.svg",
    "principles/local-digital-declaration.toml",
    *(f"rounds/{id_}/{file}" for id_ in SHIPPED for file in ("round.toml", "samples.toml")),
    "samples/tell-us-once.bid",
    "schema/bid.schema.json",
    "LICENCES.md",
)


def self_check(options: argparse.Namespace) -> int:
    """Open a copy of the sample, draw every page, type, save, join a copy, export, verify and open
    again."""
    if getattr(sys, "frozen", False):
        if not (LICENCES / "Qt" / "Qt.txt").is_file():
            say("Missing: licences")
            return 1
        say(f"The licences of what is in it: {LICENCES}")
    lost = [name for name in NEEDED if not (RESOURCES / name).is_file()]
    for name in lost:
        say(f"Missing: resources/{name}")
    if lost:
        return 1
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BIDWRITER_PROFILE"] = folder
        path = Path(folder) / "sample.bid"
        shutil.copyfile(RESOURCES / "samples" / "tell-us-once.bid", path)
        from bidwriter.ui.self_check import check_window

        found = check_window(path, options.pictures)
    for words in found:
        say(words)
    say(
        "Something is wrong with this installation"
        if found
        else "All is well: drawn, typed, saved, joined, exported, verified, opened again"
    )
    return 1 if found else 0
