#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report --group: a trajectory counts where it ended; what no code can be is not shown.
. "$(dirname "$0")/lib.sh"

report="fasen-report -T tsv --today=2026-11-01"
client() {
	printf 'Record: client\nClient: %s\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: h\nTeam: %s\nVraag: wonen\n\n' "$1" "$2"
	printf 'Record: fase\nClient: %s\nFase: aanmelding\nOp: 2026-01-05\n\n' "$1"
}
{
	client a noord
	printf 'Record: uitstroom\nClient: a\nOp: 2026-03-01\nReden: volgens-plan\nNazorg: 2026-10-01\n\n'
	printf 'Record: client\nClient: a\nOp: 2026-03-01\nTeam: oost\n\n'
	printf 'Record: client\nClient: a\nOp: 2026-04-01\nTeam: zuid\n\n'
	client b noord
	printf 'Record: fase\nClient: b\nOp: 2026-02-01\nFase: Kanarie Vogel\n\n'
	printf 'Record: client\nClient: b\nOp: 2026-02-01\nVraag: Mijn vader slaat mij\n\n'
	printf 'Record: doel\nClient: b\nOp: 2026-02-01\nDoel: Kanarie Vogel\nTekst: t\nLeefgebied: Kanarie\nStreefdatum: 2026-03-01\n\n'
} >two.rec
runs 0 "who left counts in the team of that day, all its records told" $report -v uitstroom --group=team two.rec
is "$(grep '^uitstroom	' out | cut -f 3,4)" "noord	0
oost	1" "not in that of today"
runs 1 "the row views" $report -v signalen -v clienten --group=team two.rec
is "$(grep '	nazorg	' out | cut -f 3 | sort -u)" oost "have the same"
runs 0 "clienten alone too" $report -v clienten two.rec
is "$(grep '^clienten	[^	]*	a	' out | cut -f 7)" oost "in its own column"
for group in fase vraag; do
	runs 1 "by $group" $report -v doorstroom -v doorlooptijd -v doelen -v signalen -v leefgebieden -v clienten --group=$group two.rec
	unlike "$(cat out)" "[kK]anarie|vader" "a code that nobody knows is not shown"
	like "$(cat out)" "^doorstroom	[^	]*	onbekend	" "all of them are one group"
done
like "$(cat out)" "	doel	onbekend	2026-03-01" "nor is what stands for an id"
fasen-report --today=2026-11-01 --partial --group=fase,vraag two.rec >part
like "$(cat part)" "onbekend" "a part"
unlike "$(cat part)" "[kK]anarie|vader" "does not say it either"
runs 0 "a period that runs" $report -v samenvatting --period=2026 --period=2025 two.rec
like "$(cat out)" "^samenvatting	2026	instroom	2	0	2	ja$" "is marked in its last column"
like "$(cat out)" "^samenvatting	2025	instroom	0	0	0	nee$" "one that is over too"
runs 0 "text" fasen-report --today=2026-11-01 -v doorstroom --period=2026 --lang=nl two.rec
like "$(cat out)" "2026 .lopend." "says it behind the period"
done_testing
