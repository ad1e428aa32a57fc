.DEFAULT_GOAL := help
.PHONY: help setup run tour screenshots test check bench campaign translations lock packages

PYTHON := .venv/bin/python

help:
	@echo "make run           set up and start practice mode (without a display: the tour)"
	@echo "make tour          the main job through the real windows, pictures in build/tour"
	@echo "make screenshots   every screen, Korean and English, light and dark, into build/screenshots"
	@echo "make test          set up and run the tests"
	@echo "make check         lint, format, types, import contracts"
	@echo "make bench         measure (some fifteen minutes: a shop of a million orders is made)"
	@echo "make campaign      attack the refund protocol with everything there is (up to an hour)"
	@echo "make translations  bring resources/i18n/ko.ts up to date with the source"
	@echo "make packages      build and check the installers (packaging/README.md)"
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

screenshots: setup
	@$(PYTHON) -m tests.screenshots

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
	@$(PYTHON) -m tests.bench.confirm_to_saved
	@$(PYTHON) -m tests.bench.restart_open
	@$(PYTHON) -m tests.bench.million
	@$(PYTHON) -m tests.bench.startup --count 1000000
	@$(PYTHON) -m tests.bench.memory
	@$(PYTHON) -m tests.bench.search
	@$(PYTHON) -m tests.bench.jump
	@$(PYTHON) -m tests.bench.growth
	@$(PYTHON) -m tests.bench.ingest
	@$(PYTHON) -m tests.bench.ui_block
	@$(PYTHON) -m tests.bench.export --count 100000

campaign: setup
	@$(PYTHON) -m tests.campaign

packages:
	@packaging/build.sh all
	@packaging/check.sh all

LUPDATE := .venv/bin/pyside6-lupdate -silent -no-obsolete -locations none -source-language en_US -extensions py refund_gui

translations: setup
	@mkdir -p resources/i18n
	@$(LUPDATE) -target-language ko_KR -ts resources/i18n/ko.ts

PIN := $(PYTHON) -m uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' --no-emit-index-url --no-emit-find-links

lock: setup
	@$(PIN) --universal pyproject.toml -o requirements.txt
	@$(PIN) --universal --constraint requirements.txt pyproject.toml --group dev -o requirements-dev.txt
	@$(PIN) --universal --constraint requirements.txt pyproject.toml packaging/requirements-build.in -o packaging/requirements-build.txt
	@$(PIN) --constraint requirements.txt --python-platform windows pyproject.toml -o packaging/requirements-windows.txt
