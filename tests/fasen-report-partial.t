#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report --partial and --merge: parts add up to the report of the whole, byte for byte.
. "$(dirname "$0")/lib.sh"

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01"

ls "$dossiers"/*.rec >files
for asked in "" --from=1950-01-01 --from=2027-01-01 "--period=2026-Q3 --period=2026" "--group=team --known=2026-10-01" "--group=begeleider,gemeente --period=last-quarter"; do
	$report $asked -T tsv "$dossiers" >whole
	for split in 1 2 3; do
		rm -f part.*
		awk -v s=$split 'BEGIN { srand(s) } { print > ("list." int(rand() * 4)) }' files
		for list in list.*; do
			xargs $report --partial $asked <$list >part.${list#list.}
		done
		fasen-report --merge -T tsv $(ls part.* | shuf --random-source=files) >merged
		same merged whole "split $split in any order: $asked"
		rm list.*
	done
done
fasen-report --merge --partial part.* >one.part
fasen-report --merge -T tsv one.part >merged
same merged whole "a part of parts"
cat part.* | fasen-report --merge -T tsv >merged
same merged whole "parts one after another on standard input"
xargs $report --partial --group=begeleider,gemeente --period=last-quarter <files >all.part
for part in one all; do
	grep -v -e '^deel' -e '^einde' $part.part >$part.counts
done
same one.counts all.counts "which counts what the part of the whole does"
is "$(grep -c '^deel' one.part) $(grep -c '^deel' all.part)" "$(ls part.* | wc -l) 1" "and knows of which parts it is"
part=$(ls part.* | head -1)
runs 2 "the same part twice" fasen-report --merge -T tsv part.* $part
like "$(cat err)" "^fasen-report: $part:[0-9]+: error: a part of dossiers that are counted already" "is refused"
runs 2 "as a part of a part too" fasen-report --merge -T tsv one.part $part
is "$(cat out)" "" "and nothing is written"
for format in text csv json; do
	$report --group=begeleider,gemeente --period=last-quarter -T $format "$dossiers" >whole
	fasen-report --merge -T $format part.* >merged
	same merged whole "as $format"
done
unlike "$(cat all.part)" "20[0-9][0-9]-[0-9]{4}|Włodek" "no id or name is in a part"
if command -v parallel >/dev/null; then
	mkdir -p "$HOME/.parallel" && touch "$HOME/.parallel/will-cite"
	$report -T tsv "$dossiers" >whole
	find "$dossiers" -name '*.rec' -print0 | parallel -0 -j4 -N7 fasen-report --partial --today=2026-11-01 | fasen-report --merge -T tsv >merged
	same merged whole "through GNU parallel"
else
	skip "through GNU parallel" "no parallel"
fi
cat "$dossiers"/*.rec >stream
$report --partial stream >a.part
$report --partial <stream >b.part
same a.part b.part "a stream as files"
runs 0 "nothing" $report --partial /dev/null
mv out nothing.part
fasen-report --merge -T tsv nothing.part a.part nothing.part >merged
$report -T tsv "$dossiers" >whole
same merged whole "adds nothing"
tab=$(printf '\t')
printf 'Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\nTeam: a%sb\\c\nBegeleider: einde\n\n' "$tab" >odd.rec
$report -T tsv --group=team odd.rec >whole
$report --partial --group=team odd.rec | fasen-report --merge -T tsv >merged
same merged whole "tabs and backslashes in a name"

# A name that only dossiers know: one part that met it is enough
printf 'Record: client\nClient: %s\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\n' a >without.rec
sed 's/: a$/: b/' without.rec >with.rec && echo 'Kleur: rood' >>with.rec
$report --group=kleur -T tsv -v doorstroom without.rec with.rec >whole
like "$(cat whole)" '^doorstroom	[^	]*	rood	' "a report by a field that one dossier has"
$report --partial --group=KLEUR without.rec >without.part
$report --partial --group=Kleur with.rec >with.part
$report --partial --group=kleur /dev/null >unread.part
is "$(grep -h '^veld' without.part with.part unread.part)" "veld	Kleur	nee
veld	Kleur	ja
veld	Kleur	-" "each part notes whether the field was met"
runs 0 "a part that met it, and those that did not" fasen-report --merge -T tsv -v doorstroom without.part unread.part with.part
same out whole "make the whole, however the name was typed"
runs 0 "a part of them" fasen-report --merge --partial without.part with.part
is "$(grep '^veld' out)" "veld	Kleur	ja" "notes it too"
runs 2 "parts of which none met it" fasen-report --merge -T tsv without.part unread.part
ok "make nothing" test ! -s out
like "$(cat err)" '^fasen-report: --group: "Kleur" is no attribute, and no dossier has such a field' "and it is said"
runs 2 "nor a document" fasen-report --merge -o made.tsv without.part
ok "at all" test ! -e made.tsv
fasen-report --merge -T tsv unread.part >out 2>err
unlike "$(cat err)" Kleur "where no part read a dossier nothing is said of the name"

# What does not go together
$report --partial "$dossiers" >a.part
$report --partial odd.rec >odd.part
refused() {
	runs 2 "$1" fasen-report --merge -T tsv odd.part b.part
	is "$(cat out)" "" "writes nothing"
	like "$(cat err)" "$2" "and says why"
}
$report --partial --period=2026 "$dossiers" >b.part
refused "another period" "b.part:.*periode differs"
fasen-report --partial --today=2026-11-02 "$dossiers" >b.part
refused "another day" "periode differs"
$report --partial --known=2026-10-01 "$dossiers" >b.part
refused "another --known" "bekend differs"
$report --partial --group=team "$dossiers" >b.part
refused "another group" "groep differs"
sed 's/^Norm_dagen: 14/Norm_dagen: 15/' "$TOP/samples/model.rec" >other.rec
$report --partial -m other.rec "$dossiers" >b.part
refused "another model" "model differs"
sed -e 's/^Naam: .*/Naam: Anders/' -e 's/^Signaal_notitie: 42/Signaal_notitie:   42/' -e 's/^# .*//' "$TOP/samples/model.rec" >names.rec
fasen-report --merge -T tsv -m names.rec a.part >merged
$report -T tsv "$dossiers" >whole
same merged whole "a model that only names things otherwise is the same one"
runs 2 "a part of another model than that of the merge" fasen-report --merge b.part
runs 0 "which merges with its own" fasen-report --merge -m other.rec b.part
head -n 20 a.part >b.part
refused "half a part" "whole partial report"
sed '20d' a.part >b.part
refused "a part that lost a line" "lines are missing"
head -n 20 a.part | head -c -3 >b.part
refused "a part cut in a line" "cut short"
printf 'fasen-partial\t5\n' >b.part
refused "a later version" "made by another version of fasen-report: the part is of version 5; expected 4"
sed '1s/4/3/' a.part >b.part
refused "an earlier one" "version"
printf 'fasen-partial\tx\n' >b.part
refused "no version" "no partial report"
sed '0,/^deel.*/s//deel\tKanarie/' a.part >b.part
refused "a part of something else" "expected the SHA-256"
: >b.part
refused "an empty file" "empty"
cp "$dossiers/2024-0007.rec" b.part
refused "a dossier" "no partial report"
sed '9,$s/\t1$/\t-1/' a.part >b.part
refused "counts below nothing" "no line of a count"
for huge in 9223372036854775807 9000000000000000; do
	sed "9,\$s/\t1\$/\t$huge/" a.part >b.part
	refused "counts of $huge" "counts more than there can be"
done
sed "s/^\(traject.*\t\)[0-9]*\(\t1\)\$/\19223372036854775807\2/" a.part >b.part
refused "a trajectory without end" "no line of a count"
head -c 3000 /dev/urandom >b.part
refused "any bytes" "error"
runs 2 "a part that is not there" fasen-report --merge none.part
done_testing
