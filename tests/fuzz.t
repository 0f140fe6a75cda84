#!/bin/sh
# SPDX-License-Identifier: ISC
# The short form of `make fuzz`.
. "$(dirname "$0")/lib.sh"
needs python3

runs 0 "any bytes come out as they went in" "$BUILD/tests/fuzz" dossiers 300 "$TOP"/samples/dossiers/*.rec "$TOP"/samples/model.rec
python3 "$TOP/tests/seeds.py" make ways
for way in $("$BUILD/tests/fuzz" 2>&1); do
	runs 0 "any bytes to the reader of $way" "$BUILD/tests/fuzz" "$way" 1000 ways/"$way"/*
	like "$(cat out)" '^1000 rounds over [1-9]' "a thousand of each seed"
done
if command -v python3 >/dev/null; then
	runs 0 "what fuzzing found ends by itself" python3 "$TOP/tests/replay.py" "$BUILD" "$TOP"/tests/corpus/*
	like "$(cat out)" '^[1-9][0-9]* inputs, 0 wrong$' "all of it"
	mkdir seeds && mv ways/fasen-* seeds
	for seed in seeds/*/*; do mv "$seed" "$(echo "$seed" | sed 's,/,-,2')"; done
	runs 0 "and so does what it begins with" python3 "$TOP/tests/replay.py" "$BUILD" seeds/fasen-*-seed-*
	like "$(cat out)" '^[1-9][0-9][0-9] inputs, 0 wrong$' "through each door"
fi
done_testing
