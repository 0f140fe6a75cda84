# SPDX-License-Identifier: ISC
# make            build everything in build/ (SAN=1: in build-san/, with the address and undefined sanitizers)
# make check      all tests; T='tests/fasen-plan*.t' for some
# make demo       a tour with invented clients
# make packages   install all that these need; they do it themselves, each what it needs (PACKAGES=no: only name it)
# make install    in PREFIX (/usr/local), below DESTDIR
# make dist       the source as build/dist/fasen-VERSION.tar.gz, the same bytes each time
# make deb        packages for Debian in build/deb

FASEN_VERSION = 2.0
PREFIX = /usr/local
DESTDIR =

CC = cc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef FUZZ
# Each command is a libFuzzer target (tests/doors.c).
BUILD = build-fuzz
CC = clang
CFLAGS = -O1 -g
# Nothing added to NULL is NULL everywhere, and so says C23. Comparisons are not looked into: the words are known
# (tests/seeds.py), and that took a third of the time.
SANITIZE = -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize=pointer-overflow \
	-fno-sanitize-recover=undefined -fno-sanitize-coverage=trace-cmp
CPPFLAGS = $(foreach f,main exit atexit fclose malloc calloc realloc free,-D$f=door_$f)
DOORS = $(BUILD)/doors.o $(BUILD)/taken.o -fsanitize=fuzzer -Wl,--wrap=model_read,--wrap=model_free
else ifdef SAN
BUILD = build-san
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
else
BUILD = build
endif
export BUILD

# Against what a fault in a program would let others do: as dpkg-buildflags(1) has it under hardening. A system enforces control
# flow only where every object that is linked has the note of it, those of the C library and of static libraries too; in Debian 12
# they have none. What is ours has the instructions all the same.
supported = $(shell $(CC) -Werror $1 -E -x c /dev/null >/dev/null 2>&1 && echo ' $1')
HARDEN := $(if $(SAN)$(FUZZ),,-fPIE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3\
$(call supported,-fstack-clash-protection)$(call supported,-fcf-protection))
HARDEN_LINK = $(if $(SAN)$(FUZZ),,-pie -Wl,-z,relro -Wl,-z,now)

COMPILE = $(CC) -std=c11 -D_XOPEN_SOURCE=700 -DFASEN_VERSION='"$(FASEN_VERSION)"' \
	$(CPPFLAGS) $(CFLAGS) $(WARNINGS) $(SANITIZE) $(HARDEN)

# A wing of common/ sees itself and the wings below it: an include of one beside or above it does not compile.
SEES_base = common/base
SEES_file = common/base common/file
SEES_format = common/base common/format
SEES_method = common/base common/file common/format common/method
SEES_check = $(SEES_method) common/check
SEES_figures = $(SEES_method) common/figures
SEES_paper = $(SEES_method) common/paper
SEES = $(SEES_method) common/check common/figures common/paper cmd
wing = $(patsubst common/%/,%,$(filter common/%,$(dir $1)))
sees = $(addprefix -iquote ,$(if $(call wing,$1),$(SEES_$(call wing,$1)),$(SEES)))

# A library of which each call needs a few functions is linked as an archive where there is one: no time to map it.
archive = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$1.a 2>/dev/null)),-l$1)
LIBRARIES := $(call archive,unistring) $(call archive,nettle)
LIBRARIES_fasen-intake = -lcsv
LIBRARIES_csv_loop = -lcsv
LIBRARIES_librec = -lrec
LIBRARIES_xlsx_loop = -lxlsxwriter
LIBRARIES_report-xlsx = -lxlsxwriter -lminizip
# What draws PDF is left out where Pango is not there; nothing else needs it.
PANGO := $(shell pkg-config --exists pangocairo librsvg-2.0 2>/dev/null && echo pangocairo librsvg-2.0)
FLAGS_fasen-pdf := $(if $(PANGO),$(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PANGO))))
LIBRARIES_fasen-pdf := $(if $(PANGO),$(shell pkg-config --libs $(PANGO)))
# What tests link is left out too where pkg-config does not find it.
CHECK := $(shell pkg-config --libs check 2>/dev/null)
JANSSON := $(shell pkg-config --libs jansson 2>/dev/null)
LINK = $(CC) $(CFLAGS) $(SANITIZE) $(HARDEN_LINK) $(LDFLAGS) -Wl,--as-needed

BUILD_PACKAGES = gcc make libc6-dev gettext libunistring-dev libcsv-dev libxlsxwriter-dev libminizip-dev zlib1g-dev nettle-dev
DEMO_PACKAGES = groff
PDF_PACKAGES = pkg-config libpango1.0-dev librsvg2-dev fonts-noto-core fonts-noto-cjk
TEST_PACKAGES = check pkg-config qpdf libjansson-dev perl python3 recutils mandoc git unzip libxml2-utils poppler-utils libreoffice-calc strace python3-jsonschema parallel librsvg2-bin locales openssl sqlite3 zsh jq valgrind
TORTURE_PACKAGES = librec-dev qemu-system-common xfsprogs btrfs-progs e2fsprogs
FUZZ_PACKAGES = clang libclang-rt-14-dev afl++
BENCH_PACKAGES = mawk miller
DEB_PACKAGES = debhelper dpkg-dev lintian fakeroot

# A command is one file or one folder; the other files of cmd/ belong to all of them.
COMMANDS = $(filter-out $(LEFT_OUT),$(patsubst cmd/%.c,%,$(wildcard cmd/fasen.c cmd/fasen-*.c)) $(patsubst cmd/%/,%,$(wildcard cmd/fasen-*/)))
LEFT_OUT = $(if $(PANGO),,fasen-pdf)
PROGRAMS = $(COMMANDS:%=$(BUILD)/bin/%)
# What fasen-report becomes to write a workbook: nothing else waits for libxlsxwriter.
HELPERS = $(BUILD)/libexec/fasen/report-xlsx
CATALOGUES = $(patsubst cmd/%.po,$(BUILD)/share/locale/%/LC_MESSAGES/fasen.mo,$(wildcard cmd/*.po))
COMPLETIONS = $(COMMANDS:%=$(BUILD)/completions/%)
ZSH = $(BUILD)/zsh/_fasen
UNITS = $(patsubst tests/%.c,$(BUILD)/$(if $(CHECK),tests,skipped)/%,$(wildcard tests/test_*.c))
objects = $(patsubst %.c,$(BUILD)/%.o,$(wildcard $1))

all: $(BUILD)/libfasen.a $(BUILD)/libcmd.a $(PROGRAMS) $(HELPERS) $(CATALOGUES) $(COMPLETIONS) $(ZSH)
	$(if $(LEFT_OUT),@echo "Left out: $(LEFT_OUT) (-T pdf). It is built where pkg-config finds pangocairo (libpango1.0-dev) and librsvg (librsvg2-dev).")

.SECONDEXPANSION:
.SECONDARY:

$(BUILD)/bin/%: $$(call objects,cmd/$$*.c cmd/$$*/*.c) $(filter %.o,$(DOORS)) $(BUILD)/libcmd.a \
		$(BUILD)/libfasen.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(filter-out %.o,$(DOORS)) $(LIBRARIES) $(LIBRARIES_$*)

$(BUILD)/doors.o $(BUILD)/taken.o: $(BUILD)/%.o: tests/%.c tests/taken.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) $(SANITIZE) -c -o $@ $<
$(BUILD)/bin/fuzz: tests/fuzz.c $(BUILD)/taken.o $(BUILD)/libfasen.a
	@mkdir -p $(@D)
	$(COMPILE) -DFUZZER $(call sees,$<) $(LDFLAGS) -o $@ $^ -fsanitize=fuzzer $(LIBRARIES)

REPORT = $(filter-out %/fasen-report.c,$(wildcard cmd/fasen-report/*.c))
$(BUILD)/libexec/fasen/%: $$(call objects,cmd/$$*/*.c $(REPORT)) $(BUILD)/libcmd.a \
		$(BUILD)/libfasen.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(LIBRARIES) $(LIBRARIES_$*)

$(BUILD)/libcmd.a: $(call objects,$(filter-out cmd/fasen.c cmd/fasen-%,$(wildcard cmd/*.c)))
$(BUILD)/libfasen.a: $(call objects,common/*/*.c) $(BUILD)/model_default.o
$(BUILD)/%.a:
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) $(call sees,$<) $(FLAGS_$(notdir $(patsubst %/,%,$(dir $<)))) -MMD -MP -c -o $@ $<

$(BUILD)/model_default.o: $(BUILD)/model_default.c
	$(COMPILE) -c -o $@ $<

# The default model as an array of bytes, with a NUL behind it.
$(BUILD)/model_default.c: samples/model.rec
	@mkdir -p $(@D)
	{ echo '#include <stddef.h>'; echo 'extern const char model_default[]; extern const size_t model_default_size;'; \
	echo 'const char model_default[] = {'; od -An -v -b $< | sed 's/ \([0-7]*\)/'"'\\\\\\1'"',/g'; \
	echo '0 };'; echo 'const size_t model_default_size = sizeof model_default - 1;'; } >$@.new
	mv $@.new $@

# Written only when the flags are others than last time, so that everything is compiled anew.
$(BUILD)/flags: always
	@mkdir -p $(@D)
	@echo "$(subst ",\",$(COMPILE))" | cmp -s - $@ || echo "$(subst ",\",$(COMPILE))" >$@

# bash looks for completion by the name of the command, zsh by its own.
$(BUILD)/completions/%: cmd/completion.bash
	@mkdir -p $(@D)
	cp $< $@
$(ZSH): cmd/completion.zsh
	@mkdir -p $(@D)
	cp $< $@

$(BUILD)/share/locale/%/LC_MESSAGES/fasen.mo: cmd/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Loaded before the C library.
$(BUILD)/tests/%.so: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) -shared -fPIC -o $@ $<

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/libcmd.a $(BUILD)/libfasen.a
	$(LINK) -o $@ $^ $(LIBRARIES) $(LIBRARIES_$*) $(JANSSON) $(CHECK)

# In place of a unit test that cannot be built; tests/run counts it as skipped.
$(BUILD)/skipped/%:
	@mkdir -p $(@D)
	@printf '#!/bin/sh\necho "1..0 # SKIP no library check"\n' >$@ && chmod 755 $@

# Test programs and scripts both speak TAP; tests/run counts what they say.
T = $(filter-out $(EXCEPT),$(UNITS) $(sort $(wildcard tests/*.t)))
# Which unit tests can be built is known only when what they need is installed: by a make of its own.
check: packages
	@$(MAKE) --no-print-directory tested
tested: all units
	@tests/run $(T)

# Programs that tests of other languages call.
READERS = $(BUILD)/tests/scarce.so $(BUILD)/tests/short $(if $(JANSSON),$(BUILD)/tests/fields $(BUILD)/tests/written) $(BUILD)/tests/schema_page $(BUILD)/tests/attribute_page $(BUILD)/tests/model_page $(BUILD)/tests/fuzz

units: $(UNITS) $(READERS)
	$(if $(CHECK),,@echo "Left out: the unit tests. They are built where pkg-config finds check (check).")
	$(if $(JANSSON),,@echo "Left out: the tests of reading and writing by other programs. They are built where pkg-config finds jansson (libjansson-dev).")

# Any bytes through each door of the toolkit (tests/doors) and to each reader (tests/fuzz.c), SECONDS of them each, under
# clang's sanitizers; what is found stands in build-fuzz/found. FUZZER=afl: by AFL++, on the commands as they are.
SECONDS = 400
FUZZER = libfuzzer
DOORED = $(sort $(shell sed -n 's/^\(fasen-[a-z]*\) .*/\1/p' tests/doors))
fuzz:
	@tests/packages $(BUILD_PACKAGES) $(FUZZ_PACKAGES)
	@$(MAKE) all $(BUILD)/tests/fuzz
	@$(MAKE) $(if $(filter afl,$(FUZZER)),AFL=1 BUILD=build-afl CC=afl-clang-fast,FUZZ=1) fuzzers
	@sh tests/fuzz.sh $(FUZZER) $(SECONDS) $(DOORED)
fuzzers: $(DOORED:%=$(BUILD)/bin/%) $(if $(FUZZ),$(BUILD)/bin/fuzz)

# What programs find in the source: nothing by cppcheck (it takes a parameter without a name for one of another name), nor
# by clang-tidy; by gcc -fanalyzer (12) what is none, in eighteen places. It takes to be missing a field, a key, an option or
# a row that was asked for a line before, or that the kind of record always has: finding.c, pace.c, unite_records.c,
# requirement.c, third_party.c, command.c, form_append.c, row_recorded.c, signals.c, overview.c; and to be empty what was read
# one for one with what is counted: partial_read.c, workbook_chart.c. And while it runs, in every command and view: nothing by
# gcc's sanitizers, nor by valgrind; nor by the sanitizers in any test.
# Of clang-tidy not what another house would have: no two parameters of one type, each fprintf looked at (both streams
# are, at the end), no char that ?: made an int, no sizeof of a pointer to a record, memcpy only of strings, no _GNU_SOURCE,
# no const taken off by way of a number, no recursion, const before a pointer type's name, no steps in fractions.
TIDY = -*,bugprone-*,cert-*,misc-*,performance-*,portability-*,readability-misleading-indentation,$\
readability-non-const-parameter,readability-redundant-control-flow,readability-redundant-preprocessor,$\
readability-misplaced-array-index,readability-duplicate-include,$\
-bugprone-easily-swappable-parameters,-cert-err33-c,-bugprone-narrowing-conversions,-bugprone-sizeof-expression,$\
-bugprone-not-null-terminated-result,-bugprone-reserved-identifier,-cert-dcl37-c,-cert-dcl51-cpp,$\
-performance-no-int-to-ptr,-misc-no-recursion,-misc-misplaced-const,-cert-flp30-c,-clang-analyzer-*
analyze:
	@tests/packages $(BUILD_PACKAGES) $(PDF_PACKAGES) cppcheck clang-tidy valgrind python3
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability --inline-suppr \
		--suppress=missingIncludeSystem --suppress=funcArgOrderDifferent \
		--suppress=normalCheckLevelMaxBranches -D__x86_64__ -D__linux__ $(sort $(addprefix -I,$(SEES))) common cmd
	@clang-tidy --quiet --warnings-as-errors='*' --checks='$(TIDY)' $(wildcard common/*/*.c cmd/*.c cmd/*/*.c) -- \
		-std=c11 -D_XOPEN_SOURCE=700 -DFASEN_VERSION='""' $(addprefix -iquote ,$(SEES)) $(FLAGS_fasen-pdf)
	@$(MAKE) BUILD=build-analyze CFLAGS='-O1 -g -fanalyzer' all
	@$(MAKE) SAN=1 all
	@python3 tests/calls.py build-san under
	@$(MAKE) all
	@python3 tests/calls.py $(BUILD) under valgrind --quiet --error-exitcode=99

# All that tests/ does to the commands, as the table that stands in fasen(7): faults of the system, no memory, full disks,
# power cuts, writers at once, private words. SHORT=1 takes some of each; PARTS='faults crash' some rows of it.
torture:
	@tests/packages $(BUILD_PACKAGES) $(TEST_PACKAGES) $(TORTURE_PACKAGES)
	@$(MAKE) all units $(BUILD)/tests/librec
	@sh tests/torture.sh $(BUILD) $(SHORT)

# Which lines of the source the tests run (gcov). What is not run stands in build-coverage/uncovered, and why in
# tests/uncovered. That tests pass is make check's; a fault at every call is left to make torture, for gcov writes files too.
COVERAGE = BUILD=build-coverage CFLAGS='-Og -g --coverage -fprofile-update=atomic'
coverage: packages
	@$(MAKE) $(COVERAGE) all units
	-@$(MAKE) $(COVERAGE) EXCEPT='tests/crash.t tests/faults.t' tested
	@python3 tests/coverage.py build-coverage

# A kill, a full and a failing disk at every system call, not every third.
crash:
	@$(MAKE) all
	@CRASH=1 tests/run tests/crash.t

# Random histories of an export that is read every night while people go on (tests/imports.py), HISTORIES of them.
imports:
	@$(MAKE) all
	@mkdir -p $(BUILD)/imports
	@cd $(BUILD)/imports && PATH="$(abspath $(BUILD))/bin:$$PATH" LC_ALL=C.UTF-8 TZ=UTC python3 $(CURDIR)/tests/imports.py $(HISTORIES) $(SEED)

# Ten thousand random histories, each figure of fasen-report against the second program, and what --min-cell
# does not say against an attack (SEED=N for others).
HISTORIES = 2000
SEED = 2026
recompute:
	@$(MAKE) all
	@set -e; for model in samples/model.rec samples/models/*.rec tests/recompute/model.rec; do \
	python3 tests/recompute_agrees.py $(BUILD) $(SEED) $(HISTORIES) $$model; done
	@python3 tests/attack.py $(BUILD) $(SEED) 400 samples/model.rec

# How much there is to publish of 60, 300 and 2,000 dossiers, as fasen-report(1) says.
published:
	@$(MAKE) all
	@python3 tests/published.py $(BUILD) 1 samples/model.rec

# What the questions in the manual pages of fasen-report are answered.
questions:
	@$(MAKE) all
	@set -e; cp -r samples/dossiers $(BUILD)/dossiers; for page in en:man/fasen-report.1 nl:man/nl/fasen-report.1; do \
	(cd $(BUILD) && PATH="$$PWD/bin:$$PATH" python3 ../tests/questions.py ../$${page#*:} $${page%:*}) >$(BUILD)/page; \
	cp $(BUILD)/page $${page#*:}; done; rm -r $(BUILD)/dossiers

# Files, modules, lines, floors, circles and such of the house (REV=REV: of that commit).
count:
	@python3 tests/house.py $(REV:%=--at=%)

# Byte for byte at full size: filters of any bytes, periods side by side, and, against the build directory
# OTHER, twelve reports of ten thousand histories and what commands say of two hundred mutated corpora.
OTHER =
same:
	@$(MAKE) all
	@python3 tests/same_bytes.py $(BUILD) $(SEED) 10000 200 100000 $(OTHER)

# Speed and memory, as ratios against other tools (DOSSIERS=N in the stream).
DOSSIERS = 100000
BENCH = scan usage csv_loop files_loop xlsx_loop
bench:
	@tests/packages $(BUILD_PACKAGES) $(TEST_PACKAGES) $(BENCH_PACKAGES)
	@$(MAKE) all $(BENCH:%=$(BUILD)/tests/%)
	@python3 tests/bench.py $(BUILD) $(DOSSIERS)

demo:
	@tests/packages $(BUILD_PACKAGES) $(DEMO_PACKAGES)
	@$(MAKE) all
	@PATH="$(CURDIR)/$(BUILD)/bin:$$PATH" sh samples/demo.sh

# Installs what is missing, after naming it; says nothing when all is there.
packages:
	@tests/packages $(BUILD_PACKAGES) $(DEMO_PACKAGES) $(PDF_PACKAGES) $(TEST_PACKAGES)

put = $(if $2,install -d $(DESTDIR)$(PREFIX)/$3 && install -m $1 $2 $(DESTDIR)$(PREFIX)/$3)
del = $(if $2,rm -f $(addprefix $(DESTDIR)$(PREFIX)/$3/,$(notdir $2)))
define installed
	$(call $1,755,$(PROGRAMS),bin)
	$(call $1,755,$(HELPERS),libexec/fasen)
	$(call $1,644,$(wildcard man/*.1),share/man/man1)
	$(call $1,644,$(wildcard man/*.5),share/man/man5)
	$(call $1,644,$(wildcard man/*.7),share/man/man7)
	$(call $1,644,$(wildcard man/nl/*.1),share/man/nl/man1)
	$(call $1,644,$(wildcard man/nl/*.5),share/man/nl/man5)
	$(call $1,644,$(wildcard man/nl/*.7),share/man/nl/man7)
	$(call $1,644,$(CATALOGUES),share/locale/nl/LC_MESSAGES)
	$(call $1,644,samples/model.rec $(wildcard samples/models/*),share/fasen/models)
	$(call $1,644,samples/fasen-report.schema.json,share/fasen)
	$(call $1,644,$(wildcard samples/*.map samples/migratie/*.map),share/fasen/maps)
	$(call $1,644,samples/cron/crontab samples/cron/settings,share/fasen/cron)
	$(call $1,755,$(filter-out %/crontab %/settings,$(wildcard samples/cron/*)),share/fasen/cron)
	$(call $1,755,$(filter-out %/gitattributes,$(wildcard samples/git/*)),share/fasen/git)
	$(call $1,644,samples/git/gitattributes,share/fasen/git)
	$(call $1,644,$(wildcard samples/*.*),share/doc/fasen/samples)
	$(call $1,644,$(wildcard samples/dossiers/*),share/doc/fasen/samples/dossiers)
	$(call $1,644,$(wildcard samples/migratie/*),share/doc/fasen/samples/migratie)
	$(call $1,644,$(COMPLETIONS),share/bash-completion/completions)
	$(call $1,644,$(ZSH),share/zsh/site-functions)
endef

install: all
	$(call installed,put)
# The pages and the crontab say where things are.
	@cd $(DESTDIR)$(PREFIX)/share && sed -i 's,/usr/local/\(share\|libexec\),$(PREFIX)/\1,g' \
		fasen/cron/crontab man/man?/fasen* man/nl/man?/fasen*

uninstall:
	$(call installed,del)

# What git has, with the licence where packagers look. The commit's time is every file's.
DIST = fasen-$(FASEN_VERSION)
dist:
	@git rev-parse --is-inside-work-tree >/dev/null 2>&1 || \
		{ echo "make dist: git lists what belongs to it; run it in a clone" >&2; exit 1; }
	@rm -rf $(BUILD)/dist && mkdir -p $(BUILD)/dist/$(DIST)
	@git ls-files -z | xargs -0 cp -P --parents -t $(BUILD)/dist/$(DIST)
	@sed -n '/^Licence: ISC/,$$p' README | sed 1,2d >$(BUILD)/dist/$(DIST)/COPYING
	@chmod -R u=rwX,go=rX $(BUILD)/dist/$(DIST)
	@tar --sort=name --owner=0 --group=0 --numeric-owner --format=ustar --mtime=@`git log -1 --format=%ct` \
		-C $(BUILD)/dist -cf - $(DIST) | gzip -n9 >$(BUILD)/dist/$(DIST).tar.gz
	@echo $(BUILD)/dist/$(DIST).tar.gz

# In a copy, for a package is built from a folder debian.
deb: dist
	@tests/packages $(BUILD_PACKAGES) $(PDF_PACKAGES) $(DEB_PACKAGES)
	@rm -rf $(BUILD)/deb && mkdir -p $(BUILD)/deb
	@tar -C $(BUILD)/deb -xzf $(BUILD)/dist/$(DIST).tar.gz
	@mv $(BUILD)/deb/$(DIST)/.debian $(BUILD)/deb/$(DIST)/debian
	@cd $(BUILD)/deb/$(DIST) && SOURCE_DATE_EPOCH=`git -C $(CURDIR) log -1 --format=%ct` dpkg-buildpackage -us -uc -b
	@ls $(BUILD)/deb/*.deb

clean:
	rm -rf build build-* demo

.PHONY: all always analyze bench check clean count coverage crash deb demo dist fuzz fuzzers imports install packages published questions recompute same tested torture uninstall units

-include $(wildcard $(BUILD)/*/*.d $(BUILD)/*/*/*.d)
