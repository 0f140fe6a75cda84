#!/bin/sh
# SPDX-License-Identifier: ISC
# Faults of the system, memory that runs out and standard output that takes nothing, in every command: a message and exit 2,
# nothing half done, nothing private said. Some of them, and all of those in which something went wrong once; `make
# torture` has all.
. "$(dirname "$0")/lib.sh"
needs python3

# none DESC PROGRAM STEP [CALL]: some were tried and nothing went wrong
none() {
	_what=$1 _program=$2
	shift 2
	runs 0 "$_what" python3 "$TOP/tests/$_program.py" "$BUILD" "$@"
	like "$(tail -1 out)" '^[a-z ,A-Z]+	[1-9][0-9]*	0$' "$_what: some were tried"
}

if strace -o trace true 2>/dev/null; then
	none "a fault at some system calls of every command" faults 499
	none "a kill at some system calls of every command that writes" kills 499
	for call in "werk -d d" "--encoding=CP1252 excel.csv"; do
		none "a fault at every system call of $call" faults 9 "$call"
	done
	# The library of the workbook does not see it.
	none "a write of the workbook that fails" faults 37 "-T xlsx d" write
else
	skip "a fault at every system call" "no strace"
fi
case $BUILD in
*san) skip "memory runs out" "the sanitizers have malloc for themselves" ;;
*)
	none "memory runs out in every command" memory 900
	none "memory runs out at a request of --preview" memory 8 --preview
	none "the workbook is made by a library that goes on without memory" memory 3000 "xlsx d"
	;;
esac
none "standard output takes nothing" outputs "a.rec"
done_testing
