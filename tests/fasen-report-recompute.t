#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report against a second program, tests/recompute, written from the manual pages alone. All of it: make recompute.
. "$(dirname "$0")/lib.sh"
needs python3

dossiers=$TOP/samples/dossiers
aggregate="-v samenvatting -v doorstroom -v wachten -v doorlooptijd -v caseload -v leefgebieden -v doelen -v uitstroom
	-v uitgangspunten -v evaluaties -v krachten -v indicaties -v kenmerken -v kwaliteit"
rows="-v signalen -v clienten"

# How many of the first columns of groups have two values or more, besides "-".
divided() {
	awk -F'\t' -v n="$1" '$1 == "doorstroom" { for (i = 3; i < 3 + n; i++) if ($i != "-" && !seen[i, $i]++) found[i]++ }
		END { for (i in found) if (found[i] > 1) m++; print m + 0 }' "$2"
}

while read -r asked; do
	views="$aggregate $rows"
	[ "${asked#*--min-cell}" = "$asked" ] || views=$aggregate
	[ "${asked#*overzicht}" = "$asked" ] || views=
	python3 "$TOP/tests/recompute" $views -m "$TOP/samples/model.rec" $asked "$dossiers" >second
	fasen-report -T tsv $views $asked "$dossiers" >first 2>err
	same first second "the samples: $asked"
	ok "there are figures: $asked" grep -Eq '	[1-9]' first
	[ "${asked#*overzicht}" = "$asked" ] || continue
	[ "$views" != "$aggregate" ] || continue
	groups=$(printf '%s' "$asked" | sed -n 's/.*--group=//p' | tr , '\n' | grep -c .)
	is "$(divided "$groups" first)" "$groups" "and each name divides them: $asked"
done <<END_OF_CALLS
--today=2026-11-01
--today=2026-11-01 --names --period=2026
--today=2026-11-01 --period=2026-Q3 --period=2025 --period=last-month --period=2026-W14
--today=2026-11-01 --period=2026 --group=team
--today=2026-11-01 --from=2025-03-01 --to=2026-03-31 --group=begeleider,doelgroep
--today=2026-11-01 --from=1950-01-01
--today=2025-12-31 --period=last-quarter --group=vraag
--today=2026-11-01 --period=2026-Q3 --known=2026-09-30
--today=2050-01-01 --from=2026-01-01
--today=2026-11-01 --period=2026 --group=LEEFTIJD
--today=2026-11-01 --group=fase,Gesloten
--today=2026-11-01 --period=2026-H1 --ahead=14
--today=2026-11-01 --period=2026-Q3 --group=team -v overzicht
--today=2026-11-01 -v overzicht -v signalen
--today=2026-11-01 --min-cell=5
--today=2026-11-01 --min-cell=5 --period=2026-Q3 --period=2026-Q2 --group=gesloten
END_OF_CALLS
views="$aggregate"
for asked in --period=2027 --from=2027-01-01 "--from=2027-01-01 --to=2027-12-31"; do
	python3 "$TOP/tests/recompute" $views -m "$TOP/samples/model.rec" --today=2026-11-01 $asked "$dossiers" >second
	fasen-report -T tsv $views --today=2026-11-01 $asked "$dossiers" >first 2>err
	same first second "still to come: $asked"
done
views="$aggregate $rows"
python3 "$TOP/tests/recompute" $views -m "$TOP/samples/model.rec" --today=2008-01-01 "$dossiers" >second
fasen-report -T tsv $views --today=2008-01-01 "$dossiers" >first 2>err
same first second "the samples before anybody came"
ok "all tables are there" test "$(grep -c "^view" first)" -gt 15

rounds=${ROUNDS:-50}
for model in "$TOP"/samples/model.rec "$TOP"/samples/models/*.rec "$TOP/tests/recompute/model.rec"; do
	ok "$rounds random histories by $(basename "$model")" \
		python3 "$TOP/tests/recompute_agrees.py" "$BUILD" "${SEED:-1}" "$rounds" "$model"
done

# An action of which the goal was taken back is of the trajectory of its own first record.
cat >orphan.rec <<'END_OF_DOSSIER'
Record: client
Client: o1
Aangemeld: 2026-01-05
Naam: O
Hulpvraag: h

Record: fase
Client: o1
Op: 2026-01-05
Fase: planning

Record: doel
Client: o1
Op: 2026-01-06
Doel: d1
Leefgebied: wonen
Tekst: t

Record: uitstroom
Client: o1
Op: 2026-02-01
Reden: overleden

Record: fase
Client: o1
Op: 2026-03-01
Fase: planning

Record: werkpunt
Client: o1
Op: 2026-03-02
Werkpunt: d1.1
Doel: d1
Tekst: t
Wie: client

Record: fase
Client: o1
Op: 2026-04-01
Fase: uitvoering

END_OF_DOSSIER
lacking() {
	fasen-report -m "$TOP/tests/recompute/model.rec" --today=2026-11-01 -v kwaliteit -T tsv orphan.rec >first
	python3 "$TOP/tests/recompute" -m "$TOP/tests/recompute/model.rec" --today=2026-11-01 -v kwaliteit orphan.rec >second
	same first second "$1"
}
lacking "an action whose goal is of an earlier trajectory"
like "$(cat first)" "planning: werkpunt.Wie = client	1	1" "is of that trajectory too"
goal=$(fasen-show --handles -T tsv orphan.rec | awk -F'\t' '$0 ~ /d1/ && $0 !~ /d1\.1/ { print $NF; exit }')
printf 'Record: intrekking\nClient: o1\nOp: 2026-05-01\nWat: %s\nSoort: doel\nReden: r\n\n' "$goal" >>orphan.rec
lacking "one whose goal was taken back"
unlike "$(cat first)" "planning: werkpunt.Wie = client" "is of the trajectory in which it stands"

# A difference would be seen
mkdir other && cp -r "$TOP/tests/recompute" "$TOP/tests/recompute_agrees.py" "$TOP/tests/histories.py" other
sed -i 's|(9 \* n + 9) // 10|9 * n // 10 + 1|' other/recompute/tables.py
runs 1 "another rank for p90 is noticed" python3 other/recompute_agrees.py "$BUILD" 1 60 "$TOP/samples/model.rec"
like "$(cat out)" "^fasen-report: .*doorlooptijd" "and named"

# What is recorded later changes no report of what was known
python3 "$TOP/tests/histories.py" 7 150 "$TOP/samples/model.rec" >now
for known in 2025-06-30 2026-03-31; do
	period=2025-Q2
	[ $known = 2025-06-30 ] || period=2026-Q1
	python3 "$TOP/tests/histories.py" --late=$known 7 150 "$TOP/samples/model.rec" >later
	ok "records were added after $known" test "$(wc -c <later)" -gt "$(wc -c <now)"
	for group in "" "--group=team"; do
		fasen-report -T tsv $views --period=$period --known=$known $group --today=2026-11-01 now >before 2>err
		fasen-report -T tsv $views --period=$period --known=$known $group --today=2027-02-01 later >after 2>err
		same before after "$period as known on $known $group"
	done
done
fasen-report -T tsv --period=2025-Q2 --today=2026-11-01 now >before 2>err
fasen-report -T tsv --period=2025-Q2 --today=2026-11-01 later >after 2>err
ok "without --known they change it" sh -c '! cmp -s before after'

# What --min-cell does not say, attacked with all tables of a run together
for seed in a b; do
	runs 0 "nobody works out what is not published ($seed)" python3 "$TOP/tests/attack.py" "$BUILD" $seed 20 "$TOP/samples/model.rec"
	like "$(cat out)" "^20 sets, [0-9]{3,} counts printed, [0-9]{4,} not, 0 pinned" "of twenty sets"
done
runs 1 "they do when only small numbers are hidden" \
	python3 "$TOP/tests/attack.py" "$BUILD" a 4 "$TOP/samples/model.rec" naive
like "$(cat out)" ": pinned: " "and they are named"

# The expected lead time, reckoned otherwise: delayed entry, ties, stays that are lost from sight
runs 0 "500 sets of stays" python3 "$TOP/tests/kaplan_meier.py" "$BUILD" a 500 "$TOP/samples/model.rec"
like "$(cat out)" "^500 sets, [0-9]{3} with a median, [0-9]{3} with delayed entry, [0-9]{3} with ties, 0 wrong$" "of which some have a median"

# Parts of random streams
ask="--today=2027-01-01 --period=2026 --period=2025-Q4 --group=team,doelgroep"
mkdir files && python3 "$TOP/tests/histories.py" 3 120 "$TOP/samples/model.rec" 10 files
fasen-report -T tsv $ask files >whole 2>err
is "$(divided 2 whole)" 2 "random streams are in groups"
for parts in 2 3 12; do
	rm -f part.*
	ls files/*.rec | awk -v n=$parts '{ print > ("list." (NR * 7 % n)) }'
	for list in list.*; do
		xargs fasen-report --partial $ask <"$list" >"part.$list" 2>err
		rm "$list"
	done
	fasen-report --merge -T tsv $(ls part.* | sort -R) >merged
	same merged whole "$parts parts in any order"
	for least in 5 10; do
		fasen-report --merge -T tsv --min-cell=$least part.* >merged 2>said
		fasen-report -T tsv $ask --min-cell=$least files >published 2>err
		same merged published "$parts parts published with $least"
		is "$(grep 'left out' said)" "$(grep 'left out' err)" "which say the same of what is left out"
	done
done
like "$(cat said)" "groups left out for too few persons, counted for each period: [1-9]" "there are groups that are"
ok "and figures" sh -c "grep -E '	[1-9][0-9]*(	|$)' published >/dev/null"
done_testing
