# Every command of the project. Needs python3 (3.11 or newer) with venv; the rest comes into .venv.

PYTHON ?= python3
UV ?= uv
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCKS := requirements-build.lock requirements-dev.lock
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# A worker that has nothing left takes half of what another one still has. Given out by whole files,
# the longest come last, as they hold few tests, and leave all cores but one idle.
# What pytest makes of the files of tests is kept, or every worker would make it anew.
TEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest -n auto --dist worksteal
# Versions already locked stay as they are; `make lock ARGS=--upgrade` takes the newest.
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-config --no-emit-index-url --custom-compile-command "make lock" $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help setup demo test gold check format lock gazetteer

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1#\2/p' $(MAKEFILE_LIST) | \
		while IFS='#' read -r target text; do printf '%-18s %s\n' "$$target" "$$text"; done

setup: $(READY) ## Make .venv with everything in it
	@echo "Ready: $$($(BIN)/python -V) in $(VENV)."

demo: $(READY) ## Try the bot in a simulated Discord, in the browser
	@$(BIN)/sitrep demo $(ARGS)

test: $(READY) ## Run the tests; ARGS="-k latest" picks some
	@$(TEST) $(ARGS)

gold: $(READY) ## Print what the importer scores on the annotated texts; fail if it fell
	@$(BIN)/python -m tests.importer.scores $(ARGS)

check: $(READY) ## Check format, lint and types, then run the tests
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/pyright
	@$(TEST)

format: $(READY) ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

gazetteer: $(READY) ## Write the names of data/ anew from Babel's CLDR data
	@$(BIN)/python -m tests.domain.names_source

lock: ## Write the lock files anew (needs uv)
	@command -v $(UV) >/dev/null || \
		{ echo "make lock needs uv; say where it is with UV=/path/to/uv." >&2; exit 1; }
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
	@$(PYTHON) -c 'import tomllib; f = open("pyproject.toml", "rb"); \
		print(*tomllib.load(f)["build-system"]["requires"], sep="\n")' | \
		$(COMPILE) - -o requirements-build.lock

# The project itself is installed after the locks: pip takes no unhashed path beside hashes.
$(READY): pyproject.toml $(LOCKS)
	@command -v $(PYTHON) >/dev/null || \
		{ echo "Sitrep needs Python 3.11 or newer, and $(PYTHON) was not found." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Sitrep needs Python 3.11 or newer, and $(PYTHON) is older." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make virtual environments; on Debian, install python3-venv." >&2; exit 1; }
	@echo "Setting up $(VENV); the first time takes a minute or two."
	@test "$$($(BIN)/python -V 2>/dev/null)" = "$$($(PYTHON) -V)" || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes $(LOCKS:%=-r %)
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
