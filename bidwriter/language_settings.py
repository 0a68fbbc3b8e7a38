"""What a system's language settings (its locale) do to a program: bidwriter works in UTF-8 whatever
they say, so that "Café" typed on a command line or in a file's name is "Café"."""

import locale
import os
import sys


def begin_in_utf8() -> None:
    """Begin the program anew in Python's UTF-8 mode where it was begun in another: words and file
    names were read wrongly before anything of ours ran. Does not return then."""
    if os.name == "nt" or getattr(sys, "frozen", False):
        return  # there names are UTF-8 at once, here build.spec asks for it
    if sys.flags.utf8_mode or _is_utf8(sys.getfilesystemencoding()):
        return
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def let_qt_have_utf8() -> None:
    """Give Qt a locale of UTF-8, the only one it works in; else it takes one by itself and says so
    in four lines. Before the application is made."""
    if sys.platform in ("win32", "darwin"):
        return
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        if _is_utf8(locale.nl_langinfo(locale.CODESET)):
            return
    except locale.Error:
        pass  # the settings name what this computer does not have
    os.environ["LC_ALL"] = "C.UTF-8"


def _is_utf8(name: str) -> bool:
    return name.lower().replace("-", "").replace("_", "") == "utf8"
