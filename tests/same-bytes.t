#!/bin/sh
# SPDX-License-Identifier: ISC
# A filter passes on any bytes, and periods side by side are each as alone (in short: make same).
. "$(dirname "$0")/lib.sh"
needs python3

runs 0 "of random bytes, mutated dossiers and random histories" python3 "$TOP/tests/same_bytes.py" "$BUILD" \
	"${SEED:-1}" 100 20 300
is "$(cat out)" "" "each is the same"
done_testing
