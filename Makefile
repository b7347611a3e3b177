# Two commands do everything on a machine with Python 3.11 or later, git and make:
#   make         the current texts and the change reports of the shipped statutes, in reports/
#   make test    the tests

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
JOBS   ?= auto
# The day the shipped texts and reports are made for; they are committed, so it is fixed. make EDITION=today for your own.
EDITION ?= 2026-11-21

.PHONY: all texts site test lint types bench clean

all: texts site
	@echo
	@echo "Current texts:    reports/texts/"
	@echo "Change reports:   reports/index.html  (open it in a browser)"
	@echo "The command:      $(BIN)/lawtrack; to call it lawtrack in this terminal: . $(BIN)/activate"

texts: $(STAMP)
	$(BIN)/lawtrack consolidate --all --at $(EDITION) --format text --output reports/texts

site: $(STAMP)
	$(BIN)/lawtrack site --at $(EDITION)

test: $(STAMP)
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python benchmarks/history.py
	$(BIN)/python benchmarks/drafted.py

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("lawtrack needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(STAMP)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
