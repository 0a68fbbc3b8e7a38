#!/bin/sh
# A git hook that does what `.pre-commit-config.yaml` says, where pre-commit is not installed.
set -e
cd "$(git rev-parse --show-toplevel)"
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
git diff --cached --quiet -- requirements.lock pyproject.toml tools/lock.py ||
    .venv/bin/python tools/lock.py --check
