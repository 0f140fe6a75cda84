#!/bin/sh
# SPDX-License-Identifier: ISC
# fuzz.sh libfuzzer|afl SECONDS COMMAND...: any bytes through the doors of each command, and in memory to each reader
# (tests/fuzz.c; not by AFL++), for so long each. What ended one, took more than a second of the processor or more than
# 64 MB (tests/taken.h) stands in build-fuzz/found; exit 1 if there is any.
fuzzer=$1 seconds=$2
shift 2
at=build-fuzz
mkdir -p $at/found $at/seeds
rm -f $at/*.log
python3 tests/seeds.py words >$at/words
python3 tests/seeds.py make $at/seeds
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=1:malloc_context_size=5:allocator_may_return_null=1 FASEN_BY=tester LC_ALL=C.UTF-8
ways=$(build/tests/fuzz 2>&1)

# What ends it is kept, and it begins again.
libfuzzer() {
	program=$1
	case $1 in
	fasen-*) ;;
	*) program=fuzz ;;
	esac
	end=$(($(date +%s) + seconds))
	mkdir -p "$at/corpus/$1"
	while [ "$(date +%s)" -lt "$end" ]; do
		WAY=$1 "$at/bin/$program" -dict=$at/words -max_len=2048 -max_total_time=$((end - $(date +%s))) -timeout=60 -report_slow_units=60 \
			-entropic=0 -rss_limit_mb=2048 -malloc_limit_mb=64 -detect_leaks=0 -print_funcs=0 -print_final_stats=1 -close_fd_mask=3 \
			-artifact_prefix="$at/found/$1-" "$at/corpus/$1" "$at/seeds/$1" >>"$at/$1.log" 2>&1
	done
	awk '/^stat::number_of_executed_units/ { n += $2 } END { print n + 0, "runs" }' "$at/$1.log"
}

afl() {
	grep "^$1 .*@1" tests/doors | grep -v '@[23w]' | while read -r line; do
		door=$((door + 1))
		mkdir -p "$at/in" && rm -f "$at/in/"*
		for seed in "$at/seeds/$1/"*; do tail -c +2 "$seed" >"$at/in/$(basename "$seed")"; done
		# shellcheck disable=SC2046,SC2086
		AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 afl-fuzz -V "$((seconds / 4))" -t 1000 -m none \
			-x $at/words -i "$at/in" -o "$at/afl-$1-$door" -- build-afl/bin/$(echo "$line" | sed 's/@1/@@/') \
			--today=2026-11-01 >"$at/$1-$door.log" 2>&1 </dev/null
		for found in "$at/afl-$1-$door"/default/crashes/id* "$at/afl-$1-$door"/default/hangs/id*; do
			[ -e "$found" ] && cp "$found" "$at/found/$1-$door-$(basename "$found" | tr ':,' '--')"
		done
	done
	cat "$at/afl-$1-"*/default/fuzzer_stats | awk '$1 == "execs_done" { n += $3 } END { print n, "runs by AFL++" }'
}

[ "$fuzzer" = afl ] && ways=
# shellcheck disable=SC2086
for command in "$@" $ways; do
	echo "$command: $($fuzzer "$command")"
done
find $at/found -type f
[ -z "$(find $at/found -type f)" ]
