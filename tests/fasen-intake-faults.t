#!/bin/sh
# SPDX-License-Identifier: ISC
# Imports among editors and other imports, and rejects of corrupted exports. `make check` takes a short form; IMPORTS=full
# takes three hundred exports and four times as many clients. Kills and full disks are in crash.t.
. "$(dirname "$0")/lib.sh"
needs python3

case ${IMPORTS:-} in
full) exports=300 clients=200 ;;
*) exports=40 clients=50 ;;
esac

is "$(python3 "$TOP/tests/rejects_agree.py" $exports 2>&1)" "$exports exports, rows rejected: some" \
	"rejects of $exports corrupted exports: fed back nothing comes in, corrected all"

# Four imports at once, two of them updates, with two editors at work on the dossiers that are there.
mkdir d
sheet() {
	echo 'Extern;Naam;Hulpvraag;Aangemeld;Team'
	i=0
	while [ $((i += 1)) -le $clients ]; do
		echo "$1-$i;Client $1 $i;Help;2026-01-05;noord"
		echo "shared-$i;Client $i;Help;2026-01-05;$2"
	done
}
for n in 1 2 3 4; do sheet $n noord >in$n.csv; done
sed 's/noord$/zuid/' in1.csv >update.csv
fasen-intake --csv -q -d d --today=2026-02-01 in1.csv >out 2>err
edit() {
	done=0
	while [ ! -e stop ]; do
		for f in d/2026-000[$1].rec; do
			fasen-plan -i --note="Van $1" --date=2026-03-01 --today=2026-03-01 "$f" >>edit$1.out 2>&1 && done=$((done + 1))
		done
	done
	echo $done >edit$1
}
edit 1-4 & editors=$!
edit 5-9 & editors="$editors $!"
imports=
for n in 1 2 3 4; do
	if [ $n = 1 ]; then
		fasen-intake --csv -q --update -d d --today=2026-04-01 update.csv >out$n 2>err$n &
	else
		fasen-intake --csv -q -d d --today=2026-04-01 in$n.csv >out$n 2>err$n &
	fi
	imports="$imports $!"
done
# shellcheck disable=SC2086
wait $imports
: >stop
# shellcheck disable=SC2086
wait $editors
is "$(cat err? | grep -c ': error: ')" 0 "four imports at once with two editors: none has a word to say"
is "$(find d -name '*.rec' | wc -l)" $((5 * clients)) "every client has a dossier"
is "$(cat d/*.rec | grep '^Extern: ' | sort -u | wc -l)" $((5 * clients)) "and one"
is "$(cat d/*.rec | grep -c '^Team: zuid')" $((2 * clients)) "each update is there once"
is "$(cat d/*.rec | grep -c '^Record: notitie')" $(($(cat edit1-4) + $(cat edit5-9))) "and each note of an editor"
is "$(find d -name '.*.fasen')" "" "nothing is left beside"
fasen-check --today=2026-04-01 d >out 2>err
is "$(grep -c ': error: ' out)" 0 "no dossier is wrong"
for n in 1 2 3 4; do
	[ $n = 1 ] && set -- --update update.csv || set -- in$n.csv
	fasen-intake --csv -q -d d --today=2026-04-02 "$@" >>again 2>&1
done
is "$(cat again)" "" "and again they have nothing to do"
done_testing
