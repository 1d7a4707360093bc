# Every target does its own set-up: a fresh machine needs Python 3.11 (or newer) with venv, make, and a package index.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?= ../shared/corpus/dev
SCORER ?= $(CORPUS)/../../tools/score.py
DOCUMENTS ?= 10000
DEMO ?= fixtures/minutes/harbour-scrutiny.txt

.DEFAULT_GOAL := help
.PHONY: help install demo test lint format golden bench instructions bench-archive pictures score transfer forms train clean

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 16

install: $(BIN)/.installed ## Make the virtual environment with everything in it

$(BIN)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "minutes needs Python 3.11 or newer; name one with make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: install ## Read a fixture and show its record
	$(BIN)/minutes parse $(DEMO) --color always
	$(BIN)/minutes parse $(DEMO) --json | head -n 24

test: install ## Run the tests; ARGS="..." goes to pytest
	$(BIN)/python -m pytest $(ARGS)

lint: install ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: install ## Set the code in the one style
	$(BIN)/ruff format .

golden: install ## Write the records of the fixtures and the outputs in the documentation anew
	WRITE_GOLDEN=1 $(BIN)/python -m pytest tests/test_golden.py tests/test_house_styles.py tests/test_docs.py

bench: install ## Measure times and growth
	$(BIN)/python -m pytest bench/bench_parse.py bench/bench_check.py bench/bench_growth.py -o addopts=-q --benchmark-disable-gc --benchmark-min-rounds=1 -s $(ARGS)

instructions: install ## Count the instructions of each stage, whatever else the machine does: ARGS=file; needs valgrind
	$(BIN)/python bench/instructions.py $(ARGS)

bench-archive: install ## Measure a whole archive: DOCUMENTS=10000
	$(BIN)/python bench/bench_archive.py --documents $(DOCUMENTS) $(ARGS)

pictures: install ## Take the pictures of the documentation anew; needs chromium, chromium-driver, soffice and pdftoppm
	$(BIN)/python docs/pictures.py

score: install ## Measure against annotated minutes: CORPUS=folder, ARGS="--raise" lifts the floors
	$(BIN)/python bench/score_gate.py --corpus '$(CORPUS)' --scorer '$(SCORER)' $(ARGS)

transfer: install ## Measure the same minutes in other formats: CORPUS=folder; needs pandoc, chromium and soffice
	$(BIN)/python bench/transfer.py --corpus '$(CORPUS)' --scorer '$(SCORER)' $(ARGS)

forms: install ## Measure the same minutes in other words and layouts: CORPUS=folder, ARGS="'wrapped lines'" for some
	$(BIN)/python bench/forms.py --corpus '$(CORPUS)' --scorer '$(SCORER)' $(ARGS)

train: install ## Train a classifier of sentences and hold it against the rules: CORPUS=folder
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/train_sentences.py --corpus '$(CORPUS)' $(ARGS)

clean: ## Remove what was made
	rm -rf $(VENV) build dist .score .benchmarks .hypothesis .minutes_cache .mypy_cache .pytest_cache .ruff_cache
