# Everything that is done with this project. `make help` lists it.

SHELL := /bin/bash
BUILD := .build/release
PYTHON := .venv/bin/python3
YEAR := 2019
PREFIX := /usr/local
ZSH_FUNCTIONS := $(PREFIX)/share/zsh/site-functions
VERSION = $(shell sed -n 's/.*current = "\(.*\)"/\1/p' Sources/kerncijfers/ProgramVersion.swift)
# Programs and libraries from the system, by the package that brings them.
PACKAGES := libxlsxwriter-dev libsqlite3-dev zlib1g-dev pkg-config python3-venv
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES := $(shell find Sources -type f) Package.swift

.PHONY: help report sample build test test-pages check-style format bench bench-large install share deb test-deb clean \
	dependencies fuzz sanitize test-arm64 test-spark

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

report: build sample  ## make the annual report of 2019 and the reports of May and June in reports/
	$(BUILD)/kerncijfers run --year $(YEAR)
	$(BUILD)/kerncijfers run --month $(YEAR)-05
	$(BUILD)/kerncijfers run --month $(YEAR)-06

sample: inputs/exports/instroom  ## make the synthetic exports in inputs/exports/

inputs/exports/instroom: | build
	$(BUILD)/SampleExports inputs/exports
	cd inputs/exports && sha256sum --check --quiet SHA256SUMS

build: dependencies  ## build the program in release mode
	swift build -c release --product kerncijfers
	swift build -c release --product SampleExports

test: build sample $(PYTHON)  ## run all tests
	swift build -c release --build-tests
	KERNCIJFERS_PYTHON="$(CURDIR)/$(PYTHON)" swift test -c release --skip-build

# Opens a run's workbook and page with the programs of their readers.
test-pages: build sample $(PYTHON)  ## read workbook and page back with LibreOffice and Chromium
	@$(MAKE) --no-print-directory dependencies PACKAGES="chromium libreoffice-calc-nogui"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(BUILD)/kerncijfers run --quiet --year $(YEAR) --output "$$folder/usual" && \
	$(BUILD)/kerncijfers run --quiet --year $(YEAR) --profile publicatie --output "$$folder/web" && \
	$(PYTHON) Scripts/check-workbook.py "$$folder/usual" && \
	$(PYTHON) Scripts/check-workbook.py "$$folder/web" && \
	$(PYTHON) Scripts/check-page.py "$$folder/usual" && \
	$(BUILD)/kerncijfers run --quiet --month $(YEAR)-06 --output "$$folder/month" && \
	$(PYTHON) Scripts/check-workbook.py "$$folder/month" && \
	$(PYTHON) Scripts/check-page.py "$$folder/month"

# Spark and its Python package are for this test only: the program itself runs any Spark 3.5 or 4.
test-spark: build sample .venv-spark/bin/spark-sql  ## compare with a real Spark cluster on loopback
	Tests/Spark/run

.venv-spark/bin/spark-sql: Tests/Spark/requirements.txt
	@command -v java >/dev/null || \
	  $(MAKE) --no-print-directory dependencies PACKAGES="openjdk-17-jre-headless procps"
	@$(MAKE) --no-print-directory dependencies PACKAGES="python3-venv"
	python3 -m venv .venv-spark
	.venv-spark/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

check-style:  ## hold the layout of the code and its imports against the rules
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
	Scripts/check-imports

format:  ## lay out the code
	swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

bench: build sample $(PYTHON)  ## measure beside DuckDB, Polars and C; writes Benchmarks/RESULTS.md
	$(PYTHON) Benchmarks/bench.py

bench-large: build sample $(PYTHON)  ## the same, with 5 GB of deliveries too
	$(PYTHON) Benchmarks/bench.py --copies 1,28,190 --scratch $(BUILD)

FUZZ_SECONDS := 60

fuzz: build $(PYTHON)  ## give any bytes to the scan and the reader, FUZZ_SECONDS long
	mkdir -p .build/fuzz
	clang -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
	  -I Sources/CStructuralScan/include -o .build/fuzz/structural_scan \
	  Tests/Fuzz/structural_scan_fuzz.c Sources/CStructuralScan/*.c 2>/dev/null
	.build/fuzz/structural_scan -max_total_time=$(FUZZ_SECONDS) -max_len=600 -print_final_stats=1
	clang -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -pthread $(TABLES) \
	  -o .build/fuzz/identifier_tables 2>/dev/null
	.build/fuzz/identifier_tables
	$(PYTHON) Tests/Fuzz/compare_readers.py $(BUILD)/kerncijfers 500

TABLES := -I Sources/CIdentifierGroups/include Tests/Fuzz/identifier_tables.c \
  Sources/CIdentifierGroups/*.c
SCAN := -I Sources/CStructuralScan/include Tests/Fuzz/scan_kinds.c Sources/CStructuralScan/*.c

test-arm64:  ## run the C targets for arm64 in an emulator; skipped without compiler and emulator
	@if command -v aarch64-linux-gnu-gcc >/dev/null && command -v qemu-aarch64 >/dev/null; then \
	  mkdir -p .build/fuzz && \
	  aarch64-linux-gnu-gcc -O2 -static -Wall -Wextra -Werror $(SCAN) -o .build/fuzz/scan_arm64 && \
	  aarch64-linux-gnu-gcc -O2 -static -Wall -Wextra -Werror -pthread $(TABLES) \
	    -o .build/fuzz/tables_arm64 && \
	  qemu-aarch64 .build/fuzz/scan_arm64 && qemu-aarch64 .build/fuzz/tables_arm64; \
	else echo "test-arm64: skipped, needs the packages gcc-aarch64-linux-gnu," \
	  "libc6-dev-arm64-cross and qemu-user"; fi

SANITIZED := --filter 'ExportsTests|LocalEngineTests'

sanitize: sample $(PYTHON)  ## run reader and engine with the address and thread sanitizers
	export KERNCIJFERS_PYTHON="$(CURDIR)/$(PYTHON)" ASAN_OPTIONS=detect_leaks=0 && \
	swift test --sanitize=address --scratch-path .build/address $(SANITIZED) && \
	.build/address/debug/kerncijfers run --force --quiet --year $(YEAR) --output - >/dev/null
	export KERNCIJFERS_PYTHON="$(CURDIR)/$(PYTHON)" \
	  TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/thread-sanitizer.txt" && \
	swift test --sanitize=thread --scratch-path .build/thread $(SANITIZED) && \
	.build/thread/debug/kerncijfers run --force --quiet --year $(YEAR) --output - >/dev/null

# What the program says about itself, as a manual page and as completions of shells.
SHARE := .build/share

share: build
	mkdir -p $(SHARE)
	$(BUILD)/kerncijfers --experimental-dump-help \
	  | python3 Scripts/manual-page.py $(VERSION) > $(SHARE)/kerncijfers.1
	for shell in bash zsh fish; do \
	  $(BUILD)/kerncijfers --generate-completion-script $$shell | sed '1{/^#!/d}' \
	    > $(SHARE)/completion.$$shell; done

install: share  ## install program, manual page and completions under PREFIX (/usr/local)
	install -D -s -m 755 $(BUILD)/kerncijfers $(DESTDIR)$(PREFIX)/bin/kerncijfers
	install -D -m 644 $(SHARE)/kerncijfers.1 $(DESTDIR)$(PREFIX)/share/man/man1/kerncijfers.1
	install -D -m 644 $(SHARE)/completion.bash \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kerncijfers
	install -D -m 644 $(SHARE)/completion.zsh $(DESTDIR)$(ZSH_FUNCTIONS)/_kerncijfers
	install -D -m 644 $(SHARE)/completion.fish \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kerncijfers.fish

deb: build  ## make a Debian package in .build/
	Packaging/build-deb $(VERSION) .build

test-deb: deb  ## install the package on a clean system (debootstrap, as root) and run a project
	@$(MAKE) --no-print-directory dependencies PACKAGES="debootstrap lintian"
	Packaging/test-deb .build/kerncijfers_$(VERSION)_$$(dpkg --print-architecture).deb

clean:  ## remove what was built and made
	rm -rf .build .venv .venv-spark inputs/exports/*/

# Installs only what is missing, so that a machine without rights or network that has it all works.
dependencies:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; fi

# The tests read what the program wrote with other programs.
$(PYTHON): Scripts/requirements.txt | dependencies
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
