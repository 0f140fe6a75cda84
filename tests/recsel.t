#!/bin/sh
# SPDX-License-Identifier: ISC
# We and GNU recutils read the same values: in every sample, and in thousands of made ones.
. "$(dirname "$0")/lib.sh"
needs recsel python3 "$BUILD/tests/fields" "$BUILD/tests/written"

runs 0 "samples agree" python3 "$TOP/tests/recsel_agrees.py" "$BUILD" samples "$TOP"/samples/dossiers/*.rec
runs 0 "what we write agrees" python3 "$TOP/tests/recsel_agrees.py" "$BUILD" written 400
runs 0 "what others write agrees" python3 "$TOP/tests/recsel_agrees.py" "$BUILD" read 1500
done_testing
