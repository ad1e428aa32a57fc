.DEFAULT_GOAL := help
.PHONY: help setup run tour test check bench campaign translations lock

PYTHON := .venv/bin/python

help:
	@echo "make run           set up and start practice mode (without a display: the tour)"
	@echo "make tour          the main job through the real windows, pictures in build/tour"
	@echo "make test          set up and run the tests"
	@echo "make check         lint, format, types, import contracts"
	@echo "make bench         measure (some four minutes)"
	@echo "make campaign      attack the refund protocol with everything there is (up to an hour)"
	@echo "make translations  bring resources/i18n/ko.ts up to date with the source"
	@echo "make lock          choose and pin new versions of all dependencies"
	@echo "make setup         only set up"

setup:
	@packaging/setup.sh --dev

run: setup
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here: running the tour instead of practice mode."; \
		$(PYTHON) main.py --tour build/tour; \
	else \
		$(PYTHON) main.py --practice; \
	fi

tour: setup
	@$(PYTHON) main.py --tour build/tour

test: setup
	@$(PYTHON) -m coverage run -m pytest
	@$(PYTHON) -m coverage report --fail-under=100 --skip-covered --show-missing \
		--include='refund_gui/domain/*,refund_gui/store/*,refund_gui/terminal/*'

check: setup
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

bench: setup
	@$(PYTHON) -m tests.bench.startup
	@$(PYTHON) -m tests.bench.confirm_to_saved
	@$(PYTHON) -m tests.bench.restart_open

campaign: setup
	@$(PYTHON) -m tests.campaign

LUPDATE := .venv/bin/pyside6-lupdate -silent -no-obsolete -locations none -source-language en_US -extensions py refund_gui

translations: setup
	@mkdir -p resources/i18n
	@$(LUPDATE) -target-language ko_KR -ts resources/i18n/ko.ts

lock: setup
	@$(PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	@$(PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --no-emit-index-url --no-emit-find-links pyproject.toml --group dev \
		--constraint requirements.txt -o requirements-dev.txt
