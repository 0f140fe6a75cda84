#!/bin/sh
# SPDX-License-Identifier: ISC
# We and GNU recutils read the same values: in every sample, and in thousands of made ones.
. "$(dirname "$0")/lib.sh"
needs recsel python3 "$BUILD/tests/fields" "$BUILD/tests/written"

runs 0 "samples agree" python3 "$TOP/tests/recsel_agrees.py" "$BUILD" samples "$TOP"/samples/dossiers/*.rec
runs 0 "what we write agrees" python3 "$TOP/tests/recsel_agrees.py" "$BUILD" written 400
runs 0 "four readers read alike what others write" python3 "$TOP/tests/readers_agree.py" "$BUILD" 2000 "${SEED:-1}"
like "$(cat out)" '^2000 texts, [0-9]+ refused, [0-9]+ malformed$' "all of it"
done_testing
