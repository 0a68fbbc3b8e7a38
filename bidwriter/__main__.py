"""Start here: words on the command line, or the window."""

import sys


def main() -> int:
    """Run bidwriter with the words of the command line; hands back the exit status."""
    from bidwriter.language_settings import begin_in_utf8

    begin_in_utf8()
    from bidwriter.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
