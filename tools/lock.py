"""Write `requirements.lock`: every dependency pinned with hashes, for all systems and Pythons that
bidwriter supports, without a registry's address. With --check: prove that each has a wheel.

    python tools/lock.py [--check]
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
LOCK = TOP / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-manylinux_2_34",
)
UV = [sys.executable, "-m", "uv", "--system-certs"]


def write() -> None:
    """Resolve pyproject.toml once for all systems."""
    subprocess.run(
        [*UV, "pip", "compile", "--universal", "--quiet", "--python-version", "3.11",
         "--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate",
         "--only-binary", ":all:", "--upgrade", "--group", "dev",
         "--output-file", str(LOCK), "pyproject.toml"],
        check=True, cwd=TOP,
    )  # fmt: skip


def check() -> int:
    """Resolve the lock to wheels alone for each system and Python."""
    failed = []
    for platform in PLATFORMS:
        for python in PYTHONS:
            with tempfile.TemporaryDirectory() as target:
                done = subprocess.run(
                    [*UV, "pip", "install", "--dry-run", "--quiet", "--only-binary", ":all:",
                     "--require-hashes", "--python-platform", platform, "--python-version", python,
                     "--target", target, "-r", str(LOCK)],
                    check=False, capture_output=True, text=True, cwd=TOP,
                )  # fmt: skip
            if done.returncode:
                failed.append(f"{platform}, Python {python}: {done.stderr.strip()}")
    print("\n".join(failed) or f"Wheels for {len(PLATFORMS)} systems and {len(PYTHONS)} Pythons")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(check())
    write()
