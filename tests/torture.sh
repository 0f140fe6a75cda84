#!/bin/sh
# SPDX-License-Identifier: ISC
# torture.sh BUILD [short]: all that tests/ does to the commands, as one table: what was done, how often, what went wrong.
# Short: some of each, in minutes. What needs root or a program that is missing is left out, which is said; PARTS='faults
# crash' are some of its rows. Exit 1 if anything went wrong.
build=$1 short=${2:-}
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 2
notes=$(mktemp) && trap 'rm -f "$notes"' EXIT
bad=0

# row WHAT TIMES WRONG
row() {
	printf '%-52s %9s %6s\n' "$1" "$2" "$3"
	[ "$3" = 0 ] || bad=1
}

# rows WHAT COMMAND...: its lines of three columns, added up
rows() {
	_what=$1
	shift
	_sum=$("$@" 2>>"$notes" | awk -F'\t' '$1 != "all" { times += $(NF - 1); wrong += $NF } END { print times + 0, wrong + 0 }')
	row "$_what" "${_sum% *}" "${_sum#* }"
	[ "${_sum% *}" != 0 ] || bad=1
}

# tests WHAT FILE: a test of crash.t: how many calls were tried, what was not ok
tests() {
	_out=$(sh "tests/$2" 2>&1)
	row "$1" "$(echo "$_out" | awk '/ each of / { for (i = 1; i < NF; i++) if ($i == "of") n += $(i + 1) } END { print n + 0 }')" \
		"$(echo "$_out" | grep -c '^not ok')"
}

few() { [ -n "$short" ] && echo "$1" || echo "$2"; }
# Whether a part is wanted, and what it needs is there.
part() {
	case " ${PARTS:-$1} " in
	*" $1 "*) ;;
	*) return 1 ;;
	esac
	shift
	for _program; do
		[ "$_program" = root ] && [ "$(id -u)" = 0 ] && continue
		command -v "$_program" >/dev/null || { echo "left out: $_program is not there"; return 1; }
	done
}

export BUILD="$build"
printf '%-52s %9s %6s\n' "" times wrong
[ -n "$short" ] || export CRASH=1
part crash strace && tests "a kill, a signal or a full disk, where one writes" crash.t
part kills strace && rows "a kill or signal, each seventh, in all that write" python3 tests/kills.py "$build" "$(few 97 7)"
part faults strace && rows "a fault at a system call of any command" python3 tests/faults.py "$build" "$(few 97 1)"
part memory && rows "memory refused, in all but fasen-pdf" python3 tests/memory.py "$build" "$(few 150 3)"
part outputs && rows "output full, closed or unread; short reads, writes" python3 tests/outputs.py "$build"
part disks root && rows "disks without blocks or files, TMPDIR too" python3 tests/disks.py "$build"
part power root qemu-storage-daemon mkfs.xfs mkfs.btrfs && rows "a power cut on ext4, xfs or btrfs" \
	sh -c 'python3 tests/power.py "$@" | grep -v control' - "$build" "$(few 5 1)"
if part crowd; then
	CROWD=$(few "" full) sh tests/crowd.t >"$notes.crowd" 2>&1
	row "edits by eight writers at once" "$(few 80 1600)" "$(grep -c '^not ok' "$notes.crowd")"
	rm -f "$notes.crowd"
fi
part leaks && rows "wrong dossiers with a private word in every field" python3 tests/leaks.py "$build" 1 "$(few 4 60)"
part readers && rows "random texts, read by four programs" sh -c 'python3 tests/readers_agree.py "$1" "$2" >/dev/null &&
	printf "texts\t%s\t0\n" "$2" || printf "texts\t%s\t1\n" "$2"' - "$build" "$(few 2000 1000000)"
part growth && rows "every sixth view of $(few 4,000 100,000) of one thing" python3 tests/growth.py "$build" "$(few 4000 100000)" 6
part stream && rows "a stream of $(few 10,000 1,000,000) dossiers" python3 tests/growth.py "$build" stream "$(few 10000 1000000)"
cat "$notes"
exit $bad
