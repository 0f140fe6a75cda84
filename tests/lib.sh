# SPDX-License-Identifier: ISC
# The same surroundings for each test, a directory of its own, and functions that speak TAP. A test begins:
#
#	#!/bin/sh
#	. "$(dirname "$0")/lib.sh"
#
#	ok DESC COMMAND...		passes when the command does
#	is GOT WANT DESC		the two texts are equal
#	runs STATUS DESC COMMAND...	the command exits with STATUS; its stdout is in ./out, its stderr in ./err
#	like TEXT REGEX DESC		some line of the text matches (grep -E)
#	unlike TEXT REGEX DESC		none does
#	same FILE FILE DESC		the two files are equal, and not empty
#	needs PROGRAM...		skips the whole file where one of these is missing; comes first
#	skip DESC WHY			a test that cannot run here
#	done_testing			the last line of every test
#
# $TOP is the top of the source, $PWD the test's own directory, removed at exit.

TOP=$(cd "$(dirname "$0")/.." && pwd)
case ${BUILD:=build} in
/*) ;;
*) BUILD=$TOP/$BUILD ;;
esac
OWN=$(mktemp -d) || exit 1
trap 'cd /; chmod -R u+rwx "$OWN"; rm -rf "$OWN"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$OWN/home" "$OWN/test" && cd "$OWN/test" || exit 1

export LC_ALL=C.UTF-8 TZ=UTC HOME="$OWN/home" PATH="$BUILD/bin:$PATH" FASEN_BY=tester
unset FASEN_MODEL FASEN_DIR LANGUAGE COLUMNS NO_COLOR
umask 077
_tests=0 _failed=0

# Tells how a test went: 0 is good. Diagnostics come from its stdin, as comments.
told() {
	_tests=$((_tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $_tests - $2"
		return 0
	fi
	_failed=$((_failed + 1))
	echo "not ok $_tests - $2"
	sed 's/^/# /'
	return 1
}

ok() {
	_desc=$1
	shift
	"$@" >"$OWN/seen" 2>&1
	told $? "$_desc" <"$OWN/seen"
}

is() {
	printf '%s\n' "$1" >"$OWN/got"
	printf '%s\n' "$2" >"$OWN/want"
	same "$OWN/got" "$OWN/want" "$3"
}

runs() {
	_want=$1 _desc=$2
	shift 2
	"$@" >out 2>err
	_got=$?
	{ echo "exit $_got, expected $_want: $*"; cat err; } >"$OWN/seen"
	[ "$_got" -eq "$_want" ]
	told $? "$_desc" <"$OWN/seen"
}

like() {
	printf '%s\n' "$1" | grep -Eq -- "$2"
	told $? "$3" <<-END
		no line matches $2 in:
		$1
	END
}

unlike() {
	! printf '%s\n' "$1" | grep -E -- "$2" >"$OWN/seen"
	told $? "$3" <"$OWN/seen"
}

same() {
	if [ -s "$1" ] || [ -s "$2" ]; then
		diff -u "$1" "$2" >"$OWN/seen" 2>&1
	else
		echo "nothing is compared: $1 and $2 are empty" >"$OWN/seen"
		false
	fi
	told $? "$3" <"$OWN/seen"
}

skip() {
	_tests=$((_tests + 1))
	echo "ok $_tests - $1 # SKIP $2"
}

needs() {
	for _program; do
		command -v "$_program" >/dev/null && continue
		echo "1..0 # SKIP no ${_program##*/}"
		exit 0
	done
}

done_testing() {
	echo "1..$_tests"
	[ "$_failed" -eq 0 ]
	exit
}
