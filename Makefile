# Everything is set up on first use and kept in .venv and node_modules; `make help` lists the targets.
# Options for the command behind a target go into ARGS: make site ARGS="--strict", make test ARGS="-k links".

MAKEFLAGS += --no-print-directory
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
COMPILE := $(BIN)/python -m uv --quiet pip compile pyproject.toml --upgrade --universal --fork-strategy fewest --python-version 3.11 \
  --generate-hashes --no-emit-index-url --custom-compile-command "make lock"
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

.PHONY: help site check serve test gate-results lint bench bench-search lock clean distclean system

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*## /\t/' | expand -t 15

site: .venv/.stamp-package font ## Build the website into public/
	$(BIN)/sitegen build $(ARGS)

check: .venv/.stamp-package ## Check the content, publish nothing
	$(BIN)/sitegen check $(ARGS)

serve: .venv/.stamp-package font ## Show the site on this computer and rebuild it on save
	$(BIN)/sitegen serve $(ARGS)

test: node_modules/.stamp system lint ## Run the linters and every test
	$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

gate-results: node_modules/.stamp system ## Test accessibility and write what the accessibility page says about it
	$(BIN)/python -m pytest -n auto --dist loadgroup -p tests.gate.results tests/gate $(ARGS)

lint: .venv/.stamp-package .venv/.stamp-dev ## Check the code without running it
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/.stamp-package font ## Measure the time and memory that builds take
	$(BIN)/python -m tests.bench $(ARGS)

bench-search: .venv/.stamp-package system site ## Measure what the search finds, loads and takes, in a browser
	$(BIN)/python -m tests.bench_search $(ARGS)

lock: .venv/.stamp-venv ## Renew the locked versions
	$(PIP) uv
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	npm install --package-lock-only --ignore-scripts

clean: ## Delete what builds and tests wrote
	rm -rf public dist build .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find sitegen tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Delete the set-up too
	rm -rf .venv node_modules

# --- set-up; each stamp is newer than what it was made from

# An environment that was moved, or whose Python was upgraded, is made anew.
ifneq ($(shell cat .venv/.stamp-venv 2>/dev/null),$(CURDIR) $(shell $(BIN)/python -V 2>/dev/null))
.PHONY: .venv/.stamp-venv
endif
.venv/.stamp-venv:
	@test -n "$(PYTHON)" || { echo 'Please install Python 3.11 or newer: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@PYTHON="$(PYTHON)" sh scripts/system-packages.sh venv
	$(PYTHON) -m venv --clear .venv
	@echo "$(CURDIR) $$($(BIN)/python -V)" > $@

.venv/.stamp-runtime: requirements.lock .venv/.stamp-venv
	$(PIP) --require-hashes --requirement requirements.lock
	@touch $@

.venv/.stamp-package: pyproject.toml .venv/.stamp-runtime
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.stamp-dev: requirements-dev.lock .venv/.stamp-runtime
	$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

node_modules/.stamp: package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo 'Please install Node.js 20 or newer with npm: sudo apt-get install nodejs npm' >&2; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# Without npm the site is built all the same, without its web font; sitegen says so.
.PHONY: font
font: $(if $(shell command -v npm),node_modules/.stamp)

system: .venv/.stamp-dev
	@sh scripts/system-packages.sh driver browser java
