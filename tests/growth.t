#!/bin/sh
# SPDX-License-Identifier: ISC
# What a dossier asks of the machine grows as it does itself: calls that once took four times as long for twice as much, by
# the instructions that they take. The long form, of every view and up to a hundred thousand, is in `make torture`.
. "$(dirname "$0")/lib.sh"
needs python3 valgrind

runs 0 "twice as much takes twice as much" python3 "$TOP/tests/growth.py" "$BUILD" count
like "$(cat out)" '^[1-9][0-9] calls, 0 wrong$' "all of them"
done_testing
