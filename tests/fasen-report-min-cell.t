#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report --min-cell: statistics that may leave the house.
. "$(dirname "$0")/lib.sh"
needs python3

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01"

# client ID TEAM REASON: a dossier, closed with the reason (- = open), of the first months of 2026
client() {
	printf 'Record: client\nClient: %s\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: h\nTeam: %s\nBegeleider: b\n\n' "$1" "$2"
	printf 'Record: fase\nClient: %s\nFase: aanmelding\nOp: 2026-01-05\n\n' "$1"
	[ "$3" = - ] || printf 'Record: uitstroom\nClient: %s\nOp: 2026-02-%02d\nReden: %s\nTevredenheid: 8\n\n' "$1" $((${1#?} % 28 + 1)) "$3"
}
# some FROM TO TEAM REASON
some() {
	n=$1
	while [ "$n" -le "$2" ]; do
		client "c$n" "$3" "$4"
		n=$((n + 1))
	done
}
published() { $report -T tsv --period=2026-Q1 --min-cell=5 "$@" many.rec; }
# figure VIEW FIELD... : the columns of the row
figures() { published -v "${1%%.*}" | grep "^$1	" | cut -f "$2" | sed 's/	nee$//'; }

{ some 1 21 noord volgens-plan; some 22 29 noord eenzijdig-client; some 30 43 zuid -; some 44 50 oost -; } >many.rec
is "$(figures doorstroom 3-)" "x	50	30	x	20" "counts are to the nearest five"
is "$(figures uitstroom 3-)" "30	10	x	x	x	x	x" "uitval is 8 of 29; all count and all have a mark, which is not said"
is "$(figures uitstroom.reden 3- | grep plan)" "volgens-plan	nee	20	67	nee" "a reason with enough beside it"
some 51 57 noord verhuisd >>many.rec
is "$(figures uitstroom.reden 3- | grep verhuisd)" "verhuisd	nee	x	x	ja" "seven are not said"
client c58 noord verhuisd >>many.rec
is "$(figures uitstroom.reden 3- | grep verhuisd)" "verhuisd	nee	10	29	ja" "eight are ten"
is "$(figures uitstroom.uitval 3-)" "35	10	x	30	10	33	x	x" "of those that count 8 of 29 dropped out: 10 of 30"
is "$(figures caseload 3-)" "totaal	x	x	x	x	x	x	x	x	x	20" "all of them in one phase is not said; workers are not there"
is "$(figures doorlooptijd.traject 3-6)" "35	42	x	x" "a median is to the week, a p90 needs more, a maximum is not shown"
published >out
unlike "$(cat out)" "^doorstroom.maand" "no months"
unlike "$(cat out)" "	0(	|$)|	0%|	100(	|$)" "no 0 and no 100"
published --group=team >out 2>err
is "$(cut -f 3 out | sort -u | tr '\n' ' ')" " noord team zuid " "a team of seven is left out, and all together, which would tell of it"
like "$(cat err)" "^fasen-report: groups left out for too few persons, counted for each period: 1$" "which is said"
runs 0 "a document" $report --lang=en --period=2026-Q1 --group=team --min-cell=5 many.rec
like "$(tr '\n' ' ' <out)" "to be published: rounded to fives, x is 7 persons or fewer or as few outside it; groups left out, counted for each period: 1" "says it too"

# One person with many things is one person
{ client a noord -; n=1; while [ $n -le 30 ]; do
	printf 'Record: doel\nClient: a\nDoel: d%d\nLeefgebied: wonen\nTekst: t\nOp: 2026-01-06\n\n' $n; n=$((n + 1)); done; } >one.rec
is "$($report -T tsv --min-cell=5 -v doelen one.rec | grep "^doelen.open.*	totaal	x" | cut -f 3-10 | sed "s/	nee$//")" "totaal	x	x	x	x	x	x" "thirty goals of one client"

# Rows that would tell that there is something
{ some 1 20 noord -; client c21 noord zomaar; } >many.rec
unlike "$(published -v uitstroom)" "zomaar|landelijk	2026-Q1	-" "no row for a reason that one has"
unlike "$(published -v kwaliteit)" "	2026-Q1" "no line of what few lack"

# Periods side by side
{ some 1 20 noord volgens-plan; some 21 40 zuid -; } >many.rec
is "$($report -T tsv --min-cell=5 --period=2026-Q2 --period=2026-01 -v samenvatting many.rec | grep "	open	")" \
	"samenvatting	2026-01	open	40	x	x	nee
samenvatting	2026-Q2	open	20			nee" "a period before that shares days with another is not compared with"
for wrong in "-v signalen" "-v clienten" "-T trace" "--partial" "--group=begeleider" "--period=2026-Q4" "--period=2026" \
	"--period=2026-Q1 --period=2026-02" "--from=2026-01-01 --to=2026-11-02"; do
	runs 2 "not with $wrong" $report --min-cell=5 $wrong "$dossiers"
	is "$(cat out)" "" "and nothing is written"
done
for n in 0 1 4 7 12 -5 x 5x; do
	runs 2 "--min-cell=$n" $report --min-cell=$n "$dossiers"
done
runs 0 "up to today is over" $report --min-cell=5 "$dossiers"

# What is left to publish is what the manual says
python3 "$TOP/tests/published.py" "$BUILD" 1 "$TOP/samples/model.rec" 60 300 >left
for page in fasen-report.1 nl/fasen-report.1; do
	is "$(grep -Fxc -f left "$TOP/man/$page")" 3 "$page says how much of 60 and 300 dossiers"
done

# When parts are merged
$report --partial --group=begeleider "$dossiers" >part
runs 2 "a part by worker" fasen-report --merge --min-cell=5 part
like "$(cat err)" "figures of one worker are not published" "says why"
runs 0 "which is else merged" fasen-report --merge part
$report --partial --period=2026 "$dossiers" >part
runs 2 "a part of a period that was not over" fasen-report --merge --min-cell=5 --today=2027-06-01 part
like "$(cat err)" "2026 is not over" "says why"
ls "$dossiers"/*.rec | head -n 11 | xargs $report --partial -o p1
ls "$dossiers"/*.rec | tail -n +12 | xargs $report --partial -o p2
$report -T tsv --min-cell=5 "$dossiers" >one
fasen-report --merge -T tsv --min-cell=5 p2 p1 >merged
same merged one "it applies when parts have been added up"

runs 0 "in json" $report -T json --min-cell=5 -v caseload "$dossiers"
like "$(cat out)" '"totaal":15' "a number is one"
like "$(cat out)" '"fase.intake":"x"' "an x is a string"
done_testing
