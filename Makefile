# Words for people and for continuous integration; no logic beyond finding Python and a browser.
SHELL := /bin/bash
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
CONSTRAINTS ?= -c constraints.txt
.DEFAULT_GOAL := run
.PHONY: run test slow lint format docs notebooks answers bench screens scripts browser servers wheel clean

# install, answer a few shipped questions, and write the diagram to build/
run: .venv/ready
	@mkdir -p build
	@for name in detentions troops withdrawals designations; do $(BIN)/isgraph ask $$name || exit 1; echo; done
	@$(BIN)/isgraph draw -o build/isgraph.html
	@echo "The diagram is build/isgraph.html. Next: .venv/bin/isgraph"

.venv/ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer is here; install one, or name it: make PYTHON=…"; exit 1; }
	@test -d .venv || $(PYTHON) -m venv .venv
	@echo "Installing isgraph into .venv …"
	@$(BIN)/pip install --quiet --disable-pip-version-check $(CONSTRAINTS) -e .
	@touch $@

.venv/ready-test: .venv/ready
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check $(CONSTRAINTS) -e '.[test,dev,notebook]'
	@touch $@

# a browser for the tests: an installed one, else Debian's chromium when root
browser:
	@found=$$(command -v chromium chromium-browser google-chrome microsoft-edge | head -n 1); \
	if [ -z "$$found" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq chromium >/dev/null; found=$$(command -v chromium); fi; \
	if [ -z "$$found" ]; then echo "No Chromium, Chrome or Edge is installed: install one, then make test"; exit 1; fi; \
	echo "Browser: $$found"

# Virtuoso, a SPARQL server of others for `make slow`: Debian's when root, else the tests say that they skip it
servers:
	@if ! command -v virtuoso-t >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq virtuoso-opensource >/dev/null; fi; \
	command -v virtuoso-t || echo "Virtuoso is not installed: its tests are skipped"

# the whole suite, docstring examples and a real browser included
test: .venv/ready-test browser
	$(BIN)/pytest -n 2 -m "not slow"

# every state of the pages, query bombs at full length, other servers and browsers where they are
slow: .venv/ready-test browser servers
	$(BIN)/pytest -n 2 -m slow tests

# rules of style, types, layers, generated passages and the data
lint: .venv/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md src/isgraph/vocab.py
	$(BIN)/isgraph fmt --check
	$(BIN)/isgraph check
	$(BIN)/oxlint --deny-warnings --allow no-control-regex src/isgraph/diagram/script \
	  src/isgraph/site src/isgraph/server/editor

# types of the page's script, as its comments give them; needs Node
scripts: .venv/ready
	@command -v npx >/dev/null || { echo "Types of the page's script: not checked, Node is not here"; exit 0; }; \
	mkdir -p build && $(BIN)/python -c 'from isgraph.diagram.page import script; print(script())' > build/page.js && \
	npx --yes --package typescript@7 tsc --noEmit --allowJs --checkJs --strict \
	  --target es2023 --lib dom,dom.iterable,es2023 --moduleDetection force build/page.js

format: .venv/ready-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .
	$(BIN)/isgraph fmt

# rewrite generated passages in place
docs: .venv/ready-test
	PATH=$(BIN):$$PATH $(BIN)/cog -r README.md src/isgraph/vocab.py
	@mkdir -p build
	$(BIN)/python -m isgraph.questions.published > build/questions.ttl && mv build/questions.ttl data/

# execute the notebooks and write them as pages of the site; a cell that fails ends it
notebooks: .venv/ready-test
	@mkdir -p build/notebooks
	@for file in notebooks/*.md; do \
	  $(BIN)/jupytext --quiet --to ipynb --execute --output build/notebooks/$$(basename $$file .md).ipynb $$file || exit 1; \
	  $(BIN)/jupyter nbconvert --log-level=ERROR --to html build/notebooks/$$(basename $$file .md).ipynb || exit 1; \
	  echo "build/notebooks/$$(basename $$file .md).html"; done
	@$(BIN)/isgraph site --notebooks build/notebooks --force build/site

# rewrite the golden answers to the questions; read the change before you commit it
answers: .venv/ready-test
	$(BIN)/python -m tests.questions.test_questions

# time what is quick beside peers and the floor, in one run; benchmarks/REPORT.md has the long runs
bench: .venv/ready-test browser
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/diagram.py --sizes 200 --cap 30
	$(BIN)/python benchmarks/queries.py --no-questions
	$(BIN)/python benchmarks/measures.py --sizes 1000
	$(BIN)/python benchmarks/serving.py --seconds 0.5

# pictures of the shipped diagram in build/screens, and those of the README in docs; look at them
screens: .venv/ready-test browser
	$(BIN)/python -m tests.browser.screens

# build the wheel and ask it a question outside the checkout
wheel: .venv/ready-test
	@rm -rf build/wheel && mkdir -p build/wheel
	@$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps -w build/wheel .
	@$(PYTHON) -m venv build/wheel/venv
	@build/wheel/venv/bin/pip install --quiet --disable-pip-version-check $(CONSTRAINTS) build/wheel/*.whl
	@cd build/wheel && ISGRAPH_SOURCES= venv/bin/isgraph ask detentions

clean:
	rm -rf .venv build
