# One front door. `make help` lists what stands here.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
BUILT := src/kith/web/ui/static/built
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

.PHONY: help run test quick check fix bench night system docs locks clean

help:  ## what stands here
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

run: .venv/run $(BUILT)/.done  ## set up, build the example partnership, serve it on http://127.0.0.1:8000
	@$(BIN)/kith demo

test: .venv/test $(BUILT)/.done  ## set up, run the tests
	@$(MAKE) --no-print-directory system
	@$(BIN)/kith demo --no-serve
	@$(BIN)/pytest -n 2 --dist loadgroup -m "not night" -q -rs
	@echo "The tests of the database again, on PostgreSQL:"
	@$(BIN)/python -m tests.lib.on_postgresql -n 2 -m "database and not night" -k "not access_walk and not access_table" -q -rs tests/integration/web

quick: .venv/test $(BUILT)/.done  ## unit and spec tests, in seconds
	@$(BIN)/pytest -n 2 -m "not night" -q tests/unit tests/spec tests/repository

check: .venv/test $(BUILT)/.done  ## everything that is checked without running tests
	@scripts/check

fix: .venv/test  ## format and safe fixes
	@$(BIN)/ruff check --fix -q src tests bench scripts
	@$(BIN)/ruff format -q src tests bench scripts

bench: .venv/test  ## the benchmarks, each prints a table
	@for name in figures building pages figure_pages; do echo "== bench/$$name.py"; $(BIN)/python bench/$$name.py || exit 1; done

night: .venv/test $(BUILT)/.done  ## long tests
	@HYPOTHESIS_PROFILE=night $(BIN)/pytest -n 2 -q -rs

system:  ## Debian packages that the tests use (a browser, a PostgreSQL)
	@scripts/system

docs: .venv/test  ## write the reference pages that are generated from the code
	@$(BIN)/python scripts/write_docs.py

locks: .venv/test  ## resolve the dependencies again
	@scripts/lock

clean:  ## take away what was built; keeps var/
	@rm -rf .venv node_modules $(BUILT)

# --- setting up -------------------------------------------------------------

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kith needs Python 3.11 or later; $(PYTHON) is older. Try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run: requirements/run.txt requirements/build.txt pyproject.toml | .venv/bin/python
	@scripts/install requirements/build.txt requirements/run.txt
	@touch $@

.venv/test: requirements/test.txt requirements/build.txt pyproject.toml | .venv/bin/python
	@scripts/install requirements/build.txt requirements/test.txt
	@touch .venv/run $@

$(BUILT)/.done: package.json package-lock.json $(wildcard src/kith/web/ui/scss/* src/kith/web/ui/script/*) | .venv/run
	@echo "Building the style sheet …"
	@$(WITH_NODE) npm ci --loglevel=error --no-audit --no-fund --ignore-scripts
	@$(WITH_NODE) npm run build --silent
	@touch $@
