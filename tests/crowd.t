#!/bin/sh
# SPDX-License-Identifier: ISC
# Eight writers of one dossier at once, with readers, reports, imports and joins beside them: all is there, no id twice, no
# half file is seen. `make check` takes ten edits each, CROWD=full two hundred.
. "$(dirname "$0")/lib.sh"

case ${CROWD:-} in
full) edits=200 ;;
*) edits=10 ;;
esac
mkdir d
cp "$TOP/samples/dossiers/2026-0018.rec" d/a.rec
sed -i 's/^Client: .*/Client: a/' d/a.rec
cp d/a.rec other.rec
printf 'Naam,Hulpvraag,Vraag\nEen,H,wonen\nTwee,H,werk\n' >rows.csv
goals=$(grep -c '^Record: doel' d/a.rec)
write() {
	i=0
	while [ $((i += 1)) -le $edits ]; do
		if [ $((i % 5)) = 0 ]; then
			fasen-plan -i --goal="Doel van $1, nummer $i" --leefgebied=werk --date=2026-10-01 --today=2026-11-01 d/a.rec
		else
			fasen-plan -i --note="Van $1, nummer $i" --date=2026-10-01 --today=2026-11-01 d/a.rec
		fi || echo "writer $1: edit $i: exit $?"
	done >writer$1 2>&1
}
read_on() {
	while [ ! -e stop ]; do
		fasen-check --today=2026-11-01 d/a.rec 2>&1 | grep -E 'error|malformed'
		fasen-report --today=2026-11-01 -T tsv -o report.tsv d >>reports 2>&1 || echo "report: exit $?"
	done >reader 2>&1
}
bring_in() {
	while [ ! -e stop ]; do
		fasen-intake --csv -q -d d --today=2026-11-01 rows.csv >>imports 2>>imported
		fasen-check --join d/a.rec other.rec >joined 2>join.err || echo "join: exit $?: $(cat join.err)"
	done >joiner 2>&1
}
read_on & beside=$!
bring_in & beside="$beside $!"
writers=
for n in 1 2 3 4 5 6 7 8; do
	write $n & writers="$writers $!"
done
# shellcheck disable=SC2086
wait $writers
: >stop
# shellcheck disable=SC2086
wait $beside
is "$(grep -hE 'exit|error' writer?)" "" "eight writers, $edits edits each: none was refused"
is "$(grep -cE '^Tekst: (Van|Doel van) [1-8], nummer' d/a.rec)" $((8 * edits)) "every edit is there"
is "$(grep -E '^Tekst: (Van|Doel van) [1-8], nummer' d/a.rec | sort | uniq -d)" "" "once"
is "$(awk '/^Record: doel/ { goal = 1 } /^Doel:/ && goal { print; goal = 0 }' d/a.rec | sort | uniq -d)" "" "no goal's id was given twice"
is "$(grep -c '^Record: doel' d/a.rec)" $((goals + 8 * (edits / 5))) "and each goal is there"
is "$(cat reader joiner)" "" "readers, reports and joins saw whole files all the time"
is "$(cat d/2*.rec | grep '^Client:' | sort -u | wc -l)" "$(find d -name '2*.rec' | wc -l)" "no id was given twice"
is "$(find d -name '.*.fasen')" "" "nothing is left beside"
done_testing
