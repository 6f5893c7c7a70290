# Everything runs in a virtual environment that the first target makes; `make help` lists them.
# VENV may be set to a folder outside the tree.

VENV    ?= .venv
PYTHON  ?= python3
BIN     := $(VENV)/bin
READY   := $(VENV)/.installed
SOURCES := benchmarks examples generator scripts tests
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install import unasync generate check test oldest fuzz accept demo lint format typecheck bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install "pip>=25.1"
	$(PIP) install --editable ".[aiohttp,codegen,httpx2,media,progress,testing]" --group dev
	@touch $@

install: $(READY) ## make the virtual environment (every other target does it when needed)

import: $(READY) ## import docs pages: make import PAGES="page.txt https://…"
	$(BIN)/runcomfy-codegen import $(PAGES)

generate: $(READY) ## generate the clients from schemas/ and templates/
	$(BIN)/runcomfy-codegen generate

unasync: $(READY) ## derive the synchronous half of the client library
	$(BIN)/python scripts/unasync.py

check: $(READY) ## fail where generated/ is not what schemas/ asks for
	$(BIN)/runcomfy-codegen check

test: $(READY) ## run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

oldest: ## run the tests of the client library with the oldest versions it allows
	$(PYTHON) -m venv $(VENV)-oldest
	$(VENV)-oldest/bin/python -m pip --quiet install "pip>=25.1"
	$(VENV)-oldest/bin/python -m pip --quiet install --constraint tests/constraints/oldest.txt \
		--editable ".[aiohttp,codegen,media,progress,testing]" --group dev
	$(VENV)-oldest/bin/python -m pip --quiet install --constraint tests/constraints/oldest.txt \
		--no-deps httpx2 httpcore2 truststore  # it needs a newer h11 than the oldest httpcore takes
	$(VENV)-oldest/bin/python -m pytest --numprocesses auto --dist worksteal tests/runtime

fuzz: $(READY) ## compare types with schemas for as long as one likes: make fuzz SECONDS=600 SEED=1
	$(BIN)/python -m tests.fidelity.fuzz $(or $(SECONDS),60) $(or $(SEED),$$(date +%s))

accept: $(READY) ## take the snapshots as they come out now
	$(BIN)/python -m pytest tests/snapshots --accept

demo: $(READY) ## run both models against a simulated service
	$(BIN)/python examples/demo.py

lint: $(READY) ## ruff over what is written by hand, black over what is generated
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/python scripts/unasync.py --check
	$(BIN)/black --check --quiet generated tests/snapshots/*/expected

format: $(READY) ## let ruff mend what it can
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/python scripts/unasync.py

typecheck: $(READY) ## mypy --strict and pyright strict, over everything and a consumer
	$(BIN)/mypy generator/runcomfy_codegen generated/runcomfy_models tests/consumer examples benchmarks scripts
	MYPYPATH=generator/runtime $(BIN)/mypy generator/runtime/runcomfy_models
	$(BIN)/pyright --pythonpath $(BIN)/python

bench: $(READY) ## measure everything against its peers; takes a quarter of an hour, and nothing else should run
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip --quiet install "pip>=25.1"
	$(VENV)-bench/bin/python -m pip --quiet install --editable ".[aiohttp,codegen,httpx2,media,progress,testing]" --group bench
	$(VENV)-bench/bin/python -m compileall -q generator generated benchmarks
	env -u PYTHONDONTWRITEBYTECODE $(VENV)-bench/bin/python -m benchmarks

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) $(VENV)-bench $(VENV)-oldest .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
