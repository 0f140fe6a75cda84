#!/bin/sh
# The house itself: what tests/house.py counts of it stays as it is said here.
. "$(dirname "$0")/lib.sh"
needs python3

count() {
	python3 "$TOP/tests/house.py" -v "$@"
}

is "$(count wide)" "wide 0" "no line of C is wider than a hundred columns"
is "$(count circles)" "circles 0" "no two modules include each other, in however long a chain"

done_testing
