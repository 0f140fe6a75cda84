#!/bin/sh
# SPDX-License-Identifier: ISC
# Dossiers made bad and odd: a filter passes their bytes on, and the second program reads the same in them.
. "$(dirname "$0")/lib.sh"
needs python3 "$BUILD/tests/fields"

python3 "$TOP/tests/histories.py" 5 60 "$TOP/samples/model.rec" >made.rec
runs 0 "we read what the second program reads" python3 "$TOP/tests/reader_agrees.py" "$BUILD" "${SEED:-1}" 80 \
	made.rec "$TOP"/samples/dossiers/*.rec
like "$(cat out)" '^[0-9]+ dossiers, [0-9]+ malformed$' "good ones and malformed ones"
done_testing
