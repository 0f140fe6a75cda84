#!/bin/sh
# SPDX-License-Identifier: ISC
# torture.sh BUILD [short]: all that tests/ does to the commands, as one table: what was done, how often, what went wrong.
# Short: some of each, in minutes. What needs root or a program that is missing is left out,
# which is said. Exit 1 if anything went wrong.
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
export BUILD="$build"
printf '%-52s %9s %6s\n' "what is done to the commands" times wrong
[ -n "$short" ] || export CRASH=1
tests "a kill, a signal, a full or failing disk at a call" crash.t
rows "a fault at a system call, every command and view" python3 tests/faults.py "$build" "$(few 97 1)"
rows "memory refused, in every command" python3 tests/memory.py "$build" "$(few 150 1)"
rows "standard output full, closed, unread; short writes" python3 tests/outputs.py "$build"
if [ "$(id -u)" = 0 ]; then
	rows "disks without blocks or files, TMPDIR too" python3 tests/disks.py "$build"
	if command -v qemu-storage-daemon mkfs.xfs mkfs.btrfs >/dev/null; then
		rows "a power cut: ext4, xfs, btrfs" sh -c 'python3 tests/power.py "$@" | grep -v control' - "$build" "$(few 5 1)"
	else
		echo "power cuts are left out: no qemu-storage-daemon, mkfs.xfs or mkfs.btrfs"
	fi
else
	echo "full disks and power cuts are left out: not root"
fi
CROWD=$(few "" full) sh tests/crowd.t >"$notes.crowd" 2>&1
row "eight writers, edits in all" "$(few 80 1600)" "$(grep -c '^not ok' "$notes.crowd")"
rm -f "$notes.crowd"
rows "a private word, in calls on changed dossiers" python3 tests/leaks.py "$build" 1 "$(few 4 200)"
rows "random texts, the same to four readers" sh -c 'python3 tests/readers_agree.py "$1" "$2" >/dev/null &&
	printf "texts\t%s\t0\n" "$2" || printf "texts\t%s\t1\n" "$2"' - "$build" "$(few 2000 1000000)"
rows "every view of $(few 4000 100000) of a thing in a dossier" python3 tests/growth.py "$build" "$(few 4000 100000)"
cat "$notes"
exit $bad
