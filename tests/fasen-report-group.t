#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report --group: a trajectory counts where it ended; what no code can be is not shown.
. "$(dirname "$0")/lib.sh"
needs python3

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
oost	1
totaal	1" "not in that of today"
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
{
	cat "$TOP/samples/model.rec"
	printf '\nRecord: veld\nBij: client\nCode: Begeleider\nWaarde: jan Jan\n'
} >workers.rec
sed 's/^Aangemeld:/Begeleider: Mijn vader\n&/' two.rec >worded.rec
runs 1 "a model with its workers" $report -m workers.rec -v signalen -v clienten -v caseload worded.rec
unlike "$(cat out)" "vader" "a worker that nobody knows is not shown"
is "$(grep -c '^signalen	[^	]*	onbekend	' out)" "$(grep -c '^signalen' out)" "and signals are of onbekend"
runs 0 "a period that runs" $report -v samenvatting --period=2026 --period=2025 two.rec
like "$(cat out)" "^samenvatting	2026	instroom	2	0	2	ja$" "is marked in its last column"
like "$(cat out)" "^samenvatting	2025	instroom	0	0	0	nee$" "one that is over too"
runs 0 "text" fasen-report --today=2026-11-01 -v doorstroom --period=2026 --lang=nl two.rec
like "$(cat out)" "2026 .lopend." "says it behind the period"

# All groups together: counts, of each client once; nothing else. As without groups, as far as that has them.
{
	for i in 1 2 3; do
		printf 'Record: client\nClient: v%s\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: h\nVraag: wonen\nVraag: werk\nTeam: noord\n\n' $i
		printf 'Record: fase\nClient: v%s\nFase: aanmelding\nOp: 2026-01-05\n\n' $i
		printf 'Record: uitstroom\nClient: v%s\nOp: 2026-03-01\nReden: volgens-plan\nTevredenheid: 8\n\n' $i
	done
} >asked.rec
runs 0 "by a field that each has twice" $report -v uitstroom --period=2026 --group=vraag asked.rec
is "$(grep '^uitstroom	' out | cut -f 3-8)" "werk	3	0	0.0	3	8.00
wonen	3	0	0.0	3	8.00
totaal	3	0		3	" "each counts once in all together, which has no shares and means"
python3 "$TOP/tests/histories.py" 11 120 "$TOP/samples/model.rec" >histories.rec
for group in team vraag begeleider,doelgroep; do
	fasen-report -T tsv --today=2026-11-01 --period=2026 histories.rec 2>err | grep -v '^$' >plain
	fasen-report -T tsv --today=2026-11-01 --period=2026 --group=$group histories.rec 2>err | grep -v '^$' >grouped
	python3 - plain grouped "$group" >shown <<'END'
import sys
def read(path, groups):
    head, found = [], {}
    for line in open(path, encoding="utf-8"):
        row = line.rstrip("\n").split("\t")
        if row[0] == "view":
            head = row
        elif row[2:2 + len(groups)] == ["totaal"] * len(groups):
            own = [c for c in head if c not in groups]
            cells = dict(zip(head, row))
            found.setdefault(row[0], []).append([cells[c] for c in own])
    return found
groups = sys.argv[3].split(",")
plain, together = read(sys.argv[1], []), read(sys.argv[2], groups)
same = other = 0
for view, rows in together.items():
    whole = [[c for c in r] for r in plain[view]]
    if (view, groups[0]) in (("kwaliteit", "team"), ("caseload", "begeleider")):
        continue
    for row in rows:
        like = [w for w in whole if all(a in ("", b) for a, b in zip(row, w))]
        same, other = same + bool(like), other + (not like)
print(sorted(together) == sorted(plain), same > 100, other)
END
	is "$(cat shown)" "True True 0" "by $group all together are what there is without groups"
done

# What says who the client is
{
	client a noord | sed 's/^Team:/Extern: E1\nVervangt: b\nVervangt: c\nVervangt_extern: b E2\nBSN: 123456782\n&/'
} >ids.rec
for group in client id ID extern vervangt Vervangt client.Vervangt vervangt-extern uit_dossier naam geboren bsn contact vertegenwoordiger; do
	for how in -vdoorstroom --partial "-vclienten --pseudonym=$OWN/key"; do
		runs 2 "by $group, $how" fasen-report --today=2026-11-01 $how --group=$group ids.rec
		is "$(head -n 1 err)" "fasen-report: --group=$group would tell who the clients are; expected --names with it" \
		    "asks for --names"
	done
	runs 0 "by $group --names" $report --names --group=$group -v doorstroom ids.rec
done
runs 0 "by verwijzer" $report --group=verwijzer -v doorstroom ids.rec

# No table has two columns of one name, whatever the model calls its fields.
$report $TOP/samples/dossiers 2>err | grep '^view	' >heads
$report --names -v signalen -v clienten -v overzicht $TOP/samples/dossiers 2>err | grep '^view	' >>heads
tr '\t' '\n' <heads | sort -u | tr - _ | grep -E '^[a-z][a-z0-9_]*$' >names
{
	cat names
	printf 'row\ncolumn\nid\nfile\nwaarde\n'
} | sort -u >columns
declared=0
while read -r name; do
	{
		cat "$TOP/samples/model.rec"
		printf '\nRecord: veld\nBij: client\nCode: %s\nType: woord\n' "$name"
	} >column.rec
	$report -m column.rec -v doorstroom two.rec >out 2>err || continue
	declared=$((declared + 1))
	{
		$report -m column.rec --group="$name" two.rec
		$report -m column.rec --group="$name" -v signalen -v clienten -v overzicht two.rec
		$report -m column.rec --group="$name" -T trace two.rec
	} 2>err | awk -F '\t' -v name="$name" '$1 == "view" { delete seen; for (i = 1; i <= NF; i++) if (seen[$i]++) print name ": " $i }'
done <columns >twice
is "$(cat twice)" "" "each column of a table has a name of its own"
ok "and there were such fields" test "$declared" -gt 60
{
	cat "$TOP/samples/model.rec"
	printf '\nRecord: veld\nBij: client\nCode: Open\nType: woord\n'
} >open.rec
sed 's/^Team:/Open: x\n&/' two.rec >opened.rec
runs 0 "in json" fasen-report --today=2026-11-01 -T json -m open.rec -v doorstroom --group=Open opened.rec
is "$(python3 -c 'import json, sys
def once(pairs):
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)
print(len(json.load(sys.stdin, object_pairs_hook=once)) > 0)' <out 2>&1)" True "each key of an object once"

# A team, and a worker, that is called as the rows of all are.
sed 's/^Team: noord$/Team: totaal/; s/^Team: zuid$/Team: team Total/; s/^Begeleider: fatima$/Begeleider: Totaal/' "$TOP"/samples/dossiers/*.rec >total.rec
for groups in "" --group=team --group=team,begeleider; do
	fasen-report --today=2026-11-01 --period=2026 -T tsv $groups total.rec >first
	python3 "$TOP/tests/recompute" -m "$TOP/samples/model.rec" --today=2026-11-01 --period=2026 $groups total.rec >second
	same first second "total $groups: as the page says"
	fasen-report --today=2026-11-01 --period=2026 --partial $groups total.rec >part
	fasen-report --merge -T tsv part >merged
	same merged first "and of a part"
done
fasen-report --today=2026-11-01 --period=2026 -v doorstroom -T tsv --group=team total.rec | sed '/^$/q' | cut -f3 >named
is "$(tr '\n' ' ' <named)" "team centrum jong team team Total team totaal - totaal  " "only one row is called so"
is "$(fasen-report --today=2026-11-01 --period=2026 -v caseload -T json total.rec | grep -ciE '"begeleider":"(totaal|total)"')" 1 "nor is a worker"
done_testing
