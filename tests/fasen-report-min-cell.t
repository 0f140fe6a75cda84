#!/bin/sh
# fasen-report --min-cell: small counts are withheld, and nobody can work them out.
. "$(dirname "$0")/lib.sh"
needs python3

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01"
pin="python3 $TOP/tests/pin_cells.py"

# Random tables come in as a partial report, so that they are whatever they may be.
fasen-report --partial --group=vorm --period=2026-Q1 --today=2026-11-01 </dev/null >empty
for seed in 1 2 3 4; do	# some thousand tables in all
	{ sed '$d' empty; $pin make $seed 260; } >part
	runs 0 "tables of seed $seed" fasen-report --merge -T tsv part
	mv out whole
	least=$((5 * (seed % 2 + 1)))
	fasen-report --merge -T tsv --min-cell=$least part >hidden
	$pin attack $least whole hidden >found
	is "$(sed '$d' found)" "" "a solver pins none of what --min-cell=$least withholds: $(tail -n 1 found)"
	groups=$(sed -n '$s/ groups.*//p' found)
	ok "in $groups sets of tables" test "$groups" -ge 250
done
like "$($pin naive 10 whole)" "[1-9][0-9]+ pinned" "it does when only the small ones are withheld"

# Real dossiers
$report -T tsv "$dossiers" >whole
runs 0 "of dossiers" $report -T tsv --min-cell=5 "$dossiers"
is "$(sed 's/	x\>/	/g' out | tr -cd 'x' | wc -c)" "$(tr -cd 'x' <whole | wc -c)" "what is withheld is an x"
is "$(awk -F'\t' '$1 == "caseload" { for (i = 4; i < NF; i++) if ($i >= 1 && $i < 5) print }' out)" "" "no small count is left"
is "$(grep -E '^(caseload|doelen)	' out | tr '\t' '\n' | grep -cx 0)" "$(grep -E '^(caseload|doelen)	' whole | tr '\t' '\n' | grep -cx 0)" "zeroes are shown"
like "$(cat out)" "^doorstroom	[^	]*	0	x	8	x	17" "a count that would follow is withheld too"
like "$(cat out)" "^wachten.duur	[^	]*	plaatsing	x	x	x" "with a small number its statistics"
$report -T tsv --group=gemeente "$dossiers" >gemeente
$report -T tsv --group=gemeente --min-cell=5 "$dossiers" >hidden
$pin closely 5 gemeente hidden >found
is "$(sed '$d' found)" "" "none is pinned by municipality: $(tail -n 1 found)"
runs 0 "in json" $report -T json --min-cell=5 -v caseload "$dossiers"
like "$(cat out)" '"totaal":"x"' "it is a string"
ls "$dossiers"/*.rec | head -n 11 | xargs $report --partial -o p1
ls "$dossiers"/*.rec | tail -n +12 | xargs $report --partial -o p2
$report -T tsv --min-cell=5 "$dossiers" >one
fasen-report --merge -T tsv --min-cell=5 p2 p1 >merged
same merged one "it applies when parts are merged"

# Periods side by side give each other away: 2026-Q2 is April, May and June
$report -v doorstroom --period=2026-Q2 --period=2026-04 --period=2026-05 --period=2026-06 -T tsv --min-cell=2 "$dossiers" >out
is "$(awk -F'\t' '$1 == "doorstroom" && $2 != "2026-Q2" && $4 == "x"' out | wc -l)" 3 "the months' inflow is 1 each"
like "$(cat out)" "^doorstroom	2026-Q2	[^	]*	x" "and that of the quarter, 3, would tell"

# Many periods make one great puzzle: it is solved near each small count first
python3 "$TOP"/tests/histories.py 7 200 "$TOP"/samples/model.rec >many.rec
timeout 120 $report -T tsv --min-cell=5 --period=2026 --period=2026-Q1 --period=2026-Q2 --period=2026-Q3 --period=2026-Q4 many.rec >out 2>err
is "$?" 2 "a year beside its quarters is done in time (2 for the malformed dossiers)"
is "$(awk -F'\t' '$1 == "caseload" && $NF > 0 && $NF < 5' out)" "" "and hides what is small"

for wrong in "-v signalen" "-v clienten" "-T trace" "--partial"; do
	runs 2 "not with $wrong" $report --min-cell=5 $wrong "$dossiers"
done
for n in 0 1 -3 x 5x; do
	runs 2 "--min-cell=$n" $report --min-cell=$n "$dossiers"
done
done_testing
