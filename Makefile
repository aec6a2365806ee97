BIN ?= .venv/bin

.PHONY: all format lint types layers test

all: format lint types layers test

format:
	$(BIN)/ruff format .

lint:
	$(BIN)/ruff check --fix .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

test:
	$(BIN)/pytest
