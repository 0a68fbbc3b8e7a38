# The two commands are `make run` and `make test`; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test proof test-busy coverage lint types bench faults build system clean lock gate

run: $(READY)
	@$(BIN)/python tools/run_demo.py

test: $(READY)
	$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder

# What takes longest: harm of every kind, bounds of memory, every fault at every step; and every law
# tried five times as often as in the tests.
proof: $(READY)
	BIDWRITER_LAWS=thorough $(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "proof or hypothesis"

# The tests on a machine that is busy with something else: no test may depend on how quick it is.
test-busy: $(READY)
	@sh tools/beside_busy_loops.sh $(MAKE) --no-print-directory test

# How much of the core rooms their own tests reach, in five minutes of processor time; fails where
# a room has less than pyproject.toml says.
coverage: $(READY)
	$(BIN)/python tools/core_rooms.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python tools/bench.py

# Harm of every kind done to bids being written, about five minutes; the table is in docs/figures.md.
faults: $(READY)
	$(BIN)/python tools/run_faults.py

build: $(READY)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath build/dist --workpath build/work build.spec

# Missing system packages are installed when root on Debian or Ubuntu, else named.
system:
	@sh tools/system_packages.sh

$(READY): requirements.lock pyproject.toml tools/system_packages.sh
	@sh tools/system_packages.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
	@touch $(READY)

# Rewrite the lock from pyproject.toml; it holds hashes and no registry address.
lock: $(READY)
	$(BIN)/python tools/lock.py

clean:
	rm -rf build dist $(VENV)
