# Every target sets up what it needs: a virtual environment with hash-locked packages.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.PHONY: run demo tour test coverage promise bench-reading bench-sandbox bench-wave bench-page bench-charts bench-delivery bench-soak year pictures chromium check format lock clean

run: $(READY)
	@$(PY) -m bot run

tour: $(READY)
	@$(PY) -m bot tour $(if $(PLAN),"$(PLAN)")

demo: $(READY)
	@$(PY) -m bot demo $(if $(PORT),--port $(PORT))

test: $(READY_DEV) chromium
	@$(PY) -m ruff format --check . && $(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(PY) -m pytest -n auto --dist loadgroup

# Which lines and branches the tests reach. Counting them takes as long as the tests themselves.
coverage: $(READY_DEV) chromium
	@$(PY) -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered

# make promise N=D1 [SEED=7] [LONG=1] [SABOTAGE=1]: one promise, one line of figures.
promise: $(READY_DEV)
	@SEED="$(SEED)" LONG="$(LONG)" SABOTAGE="$(SABOTAGE)" $(PY) -m pytest tests/promises -s -k "$(N)_"

# Deadlines beside dateparser; rows a second and memory of plans, real and made.
bench-reading: $(READY_DEV)
	@$(PY) -m tests.bench.bench_reading

# Calls that the sandbox answers in a second of one core.
bench-sandbox: $(READY_DEV)
	@$(PY) -m tests.bench.bench_sandbox

# 2,000 teachers answer 30 items each in an hour; MINUTES=5 is a part of them at the same pace.
bench-wave: $(READY_DEV)
	@$(PY) -m tests.bench.bench_wave $(MINUTES)

# Frames while a chat of 1,000 messages scrolls.
bench-page: $(READY_DEV) chromium
	@$(PY) -m tests.bench.bench_page

# Two hundred pictures in the drawing process: time, and memory after them.
bench-charts: $(READY_DEV)
	@$(PY) -m tests.bench.bench_charts

# Ten thousand reminders, an idle beat over a million, presses beside reminders and a flood. 5 minutes.
bench-delivery: $(READY_DEV)
	@$(PY) -m tests.bench.bench_delivery

# make bench-soak [MINUTES=30]: what the bot holds in RAM while people press and reminders leave.
bench-soak: $(READY_DEV)
	@$(PY) -m tests.bench.bench_soak $(or $(MINUTES),30)

# A year of real road maps, if they lie beside the checkout: messages by role, beside the budget. 5 minutes.
year: $(READY_DEV)
	@$(PY) -m tests.bench.bench_year

# The README's pictures, taken anew by the browser tests.
pictures: $(READY_DEV) chromium
	@VEKHI_PICTURES=1 $(PY) -m pytest tests/browser -k pictures

# The browser tests need a browser; where there is none they are skipped, and this says how to get one.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1; \
	} || echo "NO BROWSER: the browser tests will be skipped. Install Chromium, for example: apt-get install chromium"

format: $(READY_DEV)
	@$(PY) -m ruff format . && $(PY) -m ruff check --fix .

# Needs uv; writes both lock files without any registry address.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-dev.txt

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Vekhi needs Python 3.11 or newer; name it: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(READY): requirements.txt | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(READY_DEV): requirements-dev.txt | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(READY)
