# Jejak's commands. Each works from a fresh clone with python3 (3.11 or newer), its venv module and
# a package index; the first one called sets everything up in .venv, later ones find it there.
# Where packages come from is the business of your pip and npm settings (PIP_*, npm_config_*).

PYTHON ?= python3
BIN := .venv/bin
STATIC := src/jejak/web/static
FRONT_SOURCES := $(shell find frontend -name node_modules -prune -o -type f -print 2>/dev/null)
export JEJAK_NO_FRONTEND := 1
export NODE_USE_SYSTEM_CA ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1
# Each tool that is started reads what the first has compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo dev test test-python test-frontend check check-python check-frontend
.PHONY: client fix bench docs lock package changelog clean

help: ## what can be done here
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 26

setup: .venv/.package $(STATIC)/.digest ## everything that the other commands need

# --- what is set up once ------------------------------------------------------------------------

.venv/bin/pip:
	@sh scripts/preflight $(PYTHON)
	$(PYTHON) -m venv .venv

.venv/.packages: requirements.lock | .venv/bin/pip
	@echo "Installing the locked Python packages into .venv …"
	@sh scripts/packages \
		|| { echo "Jejak: the Python packages could not be installed; pip's own words are above. A package index must be reachable (see PIP_INDEX_URL, PIP_CERT, HTTPS_PROXY)." >&2; exit 1; }
	@touch $@

.venv/.package: .venv/.packages pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv: .venv/.package

frontend/node_modules: frontend/node_modules/.digest

frontend/node_modules/.digest: frontend/package.json frontend/package-lock.json .venv/.packages
	@$(BIN)/python hatch_build.py modules
	@touch $@

$(STATIC)/.digest: $(FRONT_SOURCES) hatch_build.py frontend/node_modules/.digest
	@$(BIN)/python hatch_build.py static
	@touch $@

# --- using it -----------------------------------------------------------------------------------

demo: setup ## the reference study, built from its raw files
	$(BIN)/jejak demo $(DEMO)

dev: setup frontend/node_modules ## both servers with reload, on the demo's study
	@$(BIN)/python scripts/dev.py $(STUDY)

# --- proving it ---------------------------------------------------------------------------------

test: setup frontend/node_modules ## every test, with branch coverage
	@sh scripts/test

test-python: setup ## the Python tests alone, without coverage
	$(BIN)/pytest -n auto

test-frontend: frontend/node_modules ## the front end's tests alone
	scripts/npm run --silent test

check: setup check-frontend check-python ## every gate: format, lint, types, floors, spelling, freshness

check-python: setup
	@sh scripts/check

check-frontend: setup frontend/node_modules
	@$(BIN)/python scripts/client.py --check
	@scripts/npm run --silent check

bench: setup frontend/node_modules ## the measurements of speed
	$(BIN)/python -m benchmarks $(BENCH)

# --- making things ------------------------------------------------------------------------------

client: setup frontend/node_modules ## the workspace's typed client, anew from the server's description
	@$(BIN)/python scripts/client.py

fix: setup frontend/node_modules ## format, and mend what can be mended by itself
	$(BIN)/ruff check --quiet --fix . || true
	$(BIN)/ruff format .
	$(BIN)/python scripts/docs_cli.py
	$(BIN)/python scripts/docs_python.py
	scripts/npm run --silent fix

docs: setup ## the documentation, strictly, into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

lock: .venv/.packages ## lock what pyproject.toml asks for (LOCK=--upgrade: the newest of everything)
	$(BIN)/python scripts/lock.py $(LOCK)

package: setup ## wheel and source archive, into dist/
	$(BIN)/python -m build

changelog: setup ## gather the fragments of changelog.d into CHANGELOG.md
	$(BIN)/towncrier build --yes

clean: ## remove everything that was made here
	rm -rf .venv build dist site $(STATIC) frontend/node_modules
	rm -rf .coverage .coverage.* htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
