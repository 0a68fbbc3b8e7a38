"""The licence texts of what a frozen bidwriter holds, gathered from what is installed here.

build.spec puts them beside the program; where one is missing there is no build.
"""

import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

TOP = Path(__file__).parent.parent
# Their wheels hold no text; one for all of them stands in the repository.
_QT = {"pyside6-essentials", "pyside6-addons", "pyside6", "shiboken6"}
_TEXT = re.compile(r"(?:^|/)(?:un)?(?:licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".pyi")


class NoLicenceError(Exception):
    """Something would be given to people without the text of its licence."""


def distributions_of(modules: Iterable[str]) -> set[str]:
    """The installed distributions that these modules are of; Python's own are of none."""
    known = packages_distributions()
    tops = {module.partition(".")[0] for module in modules}
    return {_plain(name) for top in tops for name in known.get(top, ())}


def licence_files(names: Iterable[str]) -> dict[str, Path]:
    """Where each text is, by its place in the folder of licences: those of the distributions of
    these names, bidwriter's own, PyInstaller's (whose starter is in the program), Qt's, Python's.
    Raises NoLicenceError."""
    found = {"bidwriter/LICENCE": TOP / "LICENCE", "Python/LICENSE.txt": _of_python()}
    for name in sorted({*names, "pyinstaller"} - {"bidwriter"}):
        texts = _of_qt() if name in _QT else list(_texts(distribution(name)))
        if not texts:
            raise NoLicenceError(f"{name} has no licence text")
        folder = "Qt" if name in _QT else name
        found |= {f"{folder}/{place}": path for place, path in texts}
    missing = [place for place, path in found.items() if not path.is_file()]
    if missing:
        raise NoLicenceError(f"There is no {missing[0]}")
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _texts(of: Distribution) -> Iterator[tuple[str, Path]]:
    """What is named as a licence, and all that stands in the metadata's folder of licences."""
    for file in of.files or ():
        place = file.as_posix()
        _, inside, rest = place.partition(".dist-info/")
        named = _TEXT.search(place) and not place.endswith(_NO_TEXT)
        if ".." not in place and (named or (inside and rest.startswith("licenses/"))):
            yield (
                rest.removeprefix("licenses/") if inside else place,
                Path(str(of.locate_file(file))),
            )


def _of_qt() -> list[tuple[str, Path]]:
    folder = TOP / "resources" / "licences"
    return [(name, folder / name) for name in ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")]


def _of_python() -> Path:
    """Beside the standard library, beside Python on Windows, or where Debian keeps it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    )
    return next((place for place in places if place.is_file()), places[0])
