"""Start here: words on the command line, or the window."""

import sys


def main() -> int:
    """Run bidwriter with the words of the command line; hands back the exit status."""
    from bidwriter.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
