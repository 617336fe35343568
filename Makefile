# Two commands: `make site` builds the archive, `make test` proves it. Each target is a thin line over `archive …`.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(LOCKFLAGS)
CAPTURES ?=
# Some machines keep Python from writing down what it compiled: each of some hundred programs would compile all anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site demo reading guide offline serve check test lint chromium measure mutants fuzz bench weight lighthouse pictures outline lock clean

help: ## these lines
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

site: $(VENV)/.site ## the public edition, into site/
	$(BIN)/archive build
	@echo "Open this file in a browser."

demo: $(VENV)/.site ## the invented archive in full text, into site-demo/
	$(BIN)/archive build --config examples/the-ferry/mkdocs.yml --site site-demo
	@echo "Open this file in a browser."

reading: $(VENV)/.site ## the private edition with the captured text, into site-reading/; CAPTURES=DIR says where the captures lie
	$(BIN)/archive build --edition reading $(if $(CAPTURES),--captures '$(CAPTURES)') --site site-reading
	@echo "Open this file in a browser. It is for you alone: it shows the publishers' text."

guide: $(VENV)/.site ## the documentation of the generator, into site-guide/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file guide/mkdocs.yml
	@echo "Open site-guide/index.html in a browser."

offline: site ## the public edition as one ZIP with a page to start from, into dist/
	$(BIN)/archive package

serve: $(VENV)/.site ## the public edition with live reload
	$(BIN)/archive serve

check: $(VENV)/.site ## all faults of the seeds, without building
	$(BIN)/archive check

test: $(VENV)/.test chromium ## lint, types and every test, in a browser too; lint and types are told last
	@told=$$(mktemp) && room=$$(.ci/room) && tested=0 && linted=0; \
	trap 'rm -rf "$$told" "$$room"' EXIT; \
	$(MAKE) --no-print-directory lint >"$$told" 2>&1 & linting=$$!; \
	ARCHIVE_CHROMIUM="$$(.ci/chromium)" ARCHIVE_MUST_RUN="browser $(ARCHIVE_MUST_RUN)" \
	$(BIN)/pytest -n auto --dist worksteal --basetemp="$$room/files" || tested=$$?; \
	wait $$linting || linted=$$?; \
	cat "$$told"; [ $$tested = 0 ] && [ $$linted = 0 ]

lint: $(VENV)/.test ## lint and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

chromium: # finds a Chromium, or installs it, or says what to do
	@.ci/chromium >/dev/null

measure: $(VENV)/.site ## how well cleaning and annotation do, against hand-made labels where they are at hand
	$(BIN)/python -m benchmarks

mutants: $(VENV)/.test ## which small mistakes in cleaning and relating the tests notice; MUTANTS=--own without the pages, “read” another package
	$(BIN)/python -m benchmarks.mutants $(MUTANTS)

fuzz: $(VENV)/.test ## repeated text, then hostile archives for an hour; PUMPS, FUZZ="--seconds N --seed N" as you like
	ARCHIVE_DOCUMENTS=2000 $(BIN)/pytest -q tests/hostile/test_whole.py -k neither
	$(BIN)/python -m benchmarks.pumps $(PUMPS)
	$(BIN)/python -m benchmarks.fuzz $(FUZZ)

bench: $(VENV)/.site ## what building costs, beside other generators and the goals: twenty minutes; BENCH=--large takes hours
	$(BIN)/python -m benchmarks.scale $(BENCH)

weight: site $(VENV)/.test chromium ## what a first visit transfers, page type by page type
	ARCHIVE_CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m benchmarks.weight site

lighthouse: site $(VENV)/.test chromium ## Lighthouse's mobile scores; needs Node, and fetches Lighthouse for this run
	ARCHIVE_CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m benchmarks.lighthouse site

pictures: site $(VENV)/.test chromium ## pictures of six pages, wide and narrow, light and dark, into pictures/
	ARCHIVE_CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m benchmarks.pictures site $(PICTURES)

outline: $(VENV)/.site ## coasts and lakes for maps anew from Natural Earth's data; needs Node, and fetches two packages
	mkdir -p .archive/outline
	cd .archive/outline && npm pack --silent world-atlas@2.0.2
	$(BIN)/pip download --quiet --no-deps --dest .archive/outline cartopy==0.26.0
	$(BIN)/python -m benchmarks.outline .archive/outline/world-atlas-*.tgz .archive/outline/cartopy-*.whl

lock: $(VENV)/.test ## requirements/ anew from pyproject.toml; LOCKFLAGS=--upgrade takes the newest versions
	$(LOCK) --extra install --extra intake pyproject.toml -o requirements/site.txt
	$(LOCK) --extra install --extra intake --extra test -c requirements/site.txt pyproject.toml -o requirements/test.txt

clean: ## away with everything that was made, captures and environment excepted
	rm -rf site site-demo site-reading dist pictures .site-* .archive docs/.archive-manifest.json
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is missing: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo 'Python cannot make environments: sudo apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# What tests need is much: uv installs it in a sixth of the time, from the index that it finds. Else pip does.
$(VENV)/.test: requirements/test.txt pyproject.toml | $(BIN)/python
	@sed -n '/^uv==/,/[^\\]$$/p' requirements/test.txt >$(VENV)/uv.txt
	$(PIP) install --require-hashes -r $(VENV)/uv.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt \
		|| $(PIP) install --require-hashes -r requirements/test.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.site $@
