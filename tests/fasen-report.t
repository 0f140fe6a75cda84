#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report: its views and formats on the samples.
. "$(dirname "$0")/lib.sh"
needs python3

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01"
all="samenvatting doorstroom wachten doorlooptijd caseload leefgebieden doelen uitstroom uitgangspunten evaluaties krachten indicaties kenmerken kwaliteit"

# figure TABLE ROW COLUMN: from ./tsv, the row by the column after the period
figure() {
	awk -F'\t' -v t="$1" -v r="$2" -v c="$3" '
		$1 == "view" { for (i in at) delete at[i]; for (i = 1; i <= NF; i++) at[$i] = i; next }
		$1 == t && ($3 == r || r == "") { print $at[c] }' tsv
}

runs 0 "the samples" $report -T tsv "$dossiers"
mv out tsv
is "$(cut -f1 tsv | sed '/^view$/d; /^$/d; s/\..*//' | uniq | xargs)" "${all% kwaliteit}" "all aggregate views in their order (nothing is lacking)"
is "$(awk -F'\t' '$1 == "view"' tsv | grep -vc '^view	periode	')" 0 "each table begins with view and periode"

# One dossier by one, by recsel
is "$(figure doorstroom "" open)" "$(figure samenvatting open waarde)" "open is open"
is "$(figure doorstroom "" start)" 0 "a period without beginning begins with nothing"
is "$(($(figure doorstroom "" instroom) - $(figure doorstroom "" uitstroom) - $(figure doorstroom "" niet_geplaatst)))" "$(figure doorstroom "" open)" "what came in and did not go is open"
is "$(figure doorstroom "" uitstroom)" "$(grep -l '^Record: uitstroom' "$dossiers"/*.rec | wc -l)" "outflow"
is "$(figure uitstroom.reden totaal n)" "$(figure doorstroom "" uitstroom)" "by reason"
is "$(figure uitstroom.reden eenzijdig-client n)" "$(cat "$dossiers"/*.rec | grep -c '^Reden: eenzijdig-client')" "one of them"
is "$(figure uitstroom.landelijk 19 n)" "$(figure uitstroom.reden volgens-plan n)" "by national code"
is "$(($(figure doelen totaal totaal) + $(figure doelen.open totaal totaal)))" "$(grep -L -E '^Reden: (verhuisd|wijziging|ander-domein|overleden)$' "$dossiers"/*.rec | xargs cat | awk '/^Record: /{k=$2} /^Client: /{c=$2} k=="doel" && /^Doel: /{print c, $2}' | sort -u | wc -l)" "goals, all trajectories being open or flowed out, the neutral ones aside"

runs 0 "periods" $report -T tsv -v doorstroom --period=2026-Q3 --period=2026-Q1 --period=2026-Q2 "$dossiers"
mv out tsv
is "$(awk -F'\t' '$1 == "doorstroom" { print $2 }' tsv | xargs)" "2026-Q1 2026-Q2 2026-Q3" "come in order of time"
is "$(awk -F'\t' '$1 == "doorstroom" { print $3 }' tsv | sed 1d | xargs)" "$(awk -F'\t' '$1 == "doorstroom" { print $7 }' tsv | sed '$d' | xargs)" "what is open at the end is open at the start of the next"
is "$(awk -F'\t' '$1 == "doorstroom.maand" { print $3 }' tsv | xargs)" "2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09" "each month, also one without anything"
for period in 2026 2026-H1 2026-09 2026-W14 this-year this-half this-quarter this-month this-week last-year last-half last-month last-week last-quarter; do
	runs 0 "--period=$period" $report -T tsv -v samenvatting --period=$period "$dossiers"
done
like "$(cat out)" "^samenvatting	2026-Q3	" "last-quarter has the name of the quarter"
runs 0 "--from and --to" $report -T tsv -v doorstroom --from=2026-07-01 --to=2026-09-30 "$dossiers"
sed 's/	2026-07-01\.\.2026-09-30	/	2026-Q3	/' out | grep '^doorstroom	2026' >own
grep '^doorstroom	2026-Q3' tsv >quarter
same own quarter "are the same days"
runs 0 "a period to come" $report -T tsv -v doorstroom --period=2030 "$dossiers"
like "$(cat out)" "^doorstroom	2030	17	0	0	0	17	ja$" "only has what is open now"
runs 0 "a period before anything" $report -T tsv --period=1999 "$dossiers"
is "$(grep -E '^doorstroom	' out | cut -f3-7 | tr -d '\t')" 00000 "has nothing"
runs 0 "several periods as text" $report -v samenvatting --period=2026-Q2 --period=2026-Q3 "$dossiers"
like "$(cat out)" "^Cijfer +2026-Q2 +2026-Q3$" "stand side by side"

# --known
$report -T tsv --period=2026-Q3 --known=2026-09-30 "$dossiers" >before
mkdir late && cp "$dossiers"/*.rec late && chmod 600 late/*
for f in late/*.rec; do
	id=$(basename "$f" .rec)
	printf '\nRecord: notitie\nClient: %s\nOp: 2026-08-01\nVastgelegd: 2026-10-05\nTekst: later\n\nRecord: uitstroom\nClient: %s\nOp: 2026-09-01\nVastgelegd: 2026-10-05\nReden: volgens-plan\n\n' "$id" "$id" >>"$f"
done
$report -T tsv --period=2026-Q3 --known=2026-09-30 late >after
same before after "--known: what was recorded later changes nothing"
runs 0 "without it" $report -T tsv --period=2026-Q3 late
ok "it does" test "$(cmp -s before out && echo same)" = ""

# Groups
runs 0 "--group" $report -T tsv -v caseload -v kwaliteit -v doorstroom --group=team "$dossiers"
mv out tsv
is "$(awk -F'\t' '$1 == "doorstroom" { print $3 }' tsv | xargs)" "centrum jong noord zuid totaal" "by value"
is "$(awk -F'\t' '$1 == "doorstroom" && $3 != "totaal" { n += $8 } END { print n }' tsv)" 17 "all are in one"
runs 0 "by two fields" $report -T tsv -v doorstroom --group=Team,Gemeente "$dossiers"
like "$(cat out)" "^view	periode	team	gemeente	start" "in two columns"
runs 0 "by the worker" $report -T json -v caseload --group=begeleider "$dossiers"
ok "who stands there once" python3 -c '
import json
def once(pairs):
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)
json.load(open("out"), object_pairs_hook=once)'
printf 'Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\nDoelgroep: jongeren\nDoelgroep: gezinnen\nDoelgroep: jongeren\n\n' >own.rec
runs 0 "an own field" $report -T tsv -v doorstroom --group=Doelgroep own.rec
is "$(awk -F'\t' '$1 == "doorstroom" { print $3 ":" $8 }' out | xargs)" "gezinnen:1 jongeren:1 totaal:1" "counts in each of its values, in all together once"
is "$(awk -F'\t' 'NR == 1 { print $3 }' out)" "doelgroep" "in a column of its name"
for name in doelgroep DOELGROEP client.doelgroep; do
	mv out one
	runs 0 "typed as $name" $report -T tsv -v doorstroom --group=$name own.rec
	same out one "it is the same"
done
runs 0 "our fields" $report -T tsv --group=begeleider,verwachte_weken "$dossiers"
mv out one
ok "hold something" grep -q '^doorstroom	[^	]*	[a-z]*	[0-9][0-9]*	' one
runs 0 "are also one however they are typed" $report -T tsv --group=BEGELEIDER,Verwachte-Weken "$dossiers"
same out one "in all tables"
runs 0 "attributes of fasen-select" $report -T tsv -v doorstroom --group=fase,Leeftijd "$dossiers"
is "$(head -1 out)" "view	periode	client.fase	leeftijd	start	instroom	uitstroom	niet_geplaatst	open	lopend" "have a column"
is "$(awk -F'\t' 'NR > 1 && $1 == "doorstroom" && $3 != "totaal" { n += $9 } END { print n }' out)" 17 "all are in one group"
for group in fase=uitvoering leeftijd=20; do
	fasen-select --today=2026-11-01 $group gesloten=nee --count "$dossiers" >selected
	ok "$group selects somebody" test "$(cat selected)" -gt 0
	$report -T tsv -v doorstroom --group=${group%=*} "$dossiers" >out
	is "$(awk -F'\t' -v value=${group#*=} 'NR > 1 && $1 == "doorstroom" && $3 == value { print $8 }' out)" "$(cat selected)" "and as many are open there"
done
for name in begeleidr onzin client.onzin; do
	for format in text trace xlsx; do
		rm -f made.xlsx
		set -- -T $format
		[ $format = xlsx ] && set -- -o made.xlsx
		runs 2 "--group=$name as $format" $report --group=team,$name "$@" "$dossiers"
		ok "writes nothing" test ! -s out -a ! -e made.xlsx
		like "$(cat err)" "^fasen-report: --group: \"$name\" is no attribute, and no dossier has such a field" "and says why"
	done
done
runs 2 "a misspelt name" $report --group=begeleidr "$dossiers"
like "$(cat err)" '; did you mean "begeleider"\?$' "is told the nearest"
runs 2 "one that is near to a field of some dossier" $report --group=doelgroepp own.rec
like "$(cat err)" '; did you mean "Doelgroep"\?$' "is told that"
for name in signalen doel.Termijn fase.Fase; do
	runs 2 "--group=$name" $report --group=$name "$dossiers"
	like "$(cat err)" "^fasen-report: --group=$name: a client can have several at once" "has no one value"
done
for name in 'a b' '' %x score.wonne; do
	runs 2 "--group=$name" $report "--group=$name" "$dossiers"
	case $name in *[!a-z.]*) shown=… ;; *) shown=$name ;; esac
	like "$(cat err)" "^fasen-report: --group=$shown: .*expected" "can be no name"
done
$report --group=onzin /dev/null >out 2>err
unlike "$(cat err)" "onzin" "where no dossier was read nothing is said of a name"
for name in View Row Column Id2 File Periode Waarde Start Maand Cijfer Signaal; do
	printf 'Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\n%s: z\n\n' $name >column.rec
	for asked in "-T tsv" "-T tsv -v clienten" "-T trace"; do
		runs 0 "an own field $name, $asked" $report $asked --group=$name column.rec
		is "$(awk -F'\t' '$1 == "view" { for (i = 1; i <= NF; i++) if (seen[NR, $i]++) print $i }' out)" "" "makes no second column of a name"
		like "$(cat out)" '	z	' "and is there"
	done
done
for field in Naam BSN geboren Contact Extern client id; do
	runs 2 "--group=$field would name" $report --group=$field own.rec
	like "$(cat err)" "would tell who the clients are" "and is refused"
done
runs 0 "unless --names says so" $report --group=Naam --names -T tsv -v doorstroom own.rec
runs 0 "who referred a client does not say who it is" $report --group=Verwijzer -T tsv -v doorstroom "$dossiers"
like "$(cat out)" "^doorstroom	[^	]*	[A-Za-z]" "and is a group"

# Formats
runs 0 "text" $report "$dossiers"
wide() {
	python3 -c "
import sys, unicodedata
print(''.join(l for l in sys.stdin if sum(not unicodedata.combining(c) for c in l.rstrip('\n')) > 80))"
}
is "$(wide <out)" "" "within 80 columns"
for asked in "--group=gemeente" "--group=team,begeleider" "--period=2026 --period=2025 --period=2026-Q3" \
    "--group=gemeente --period=2026 --period=2025 --lang=en" "-v clienten -v signalen --names" \
    "-v clienten -v signalen --names --group=team,gemeente --period=2026 --period=2025"; do
	$report $asked "$dossiers" >out
	ok "a report with $asked" test "$(wc -l <out)" -gt 10
	is "$(wide <out)" "" "also within them"
done
runs 0 "text once more" $report "$dossiers"
like "$(cat out)" "█" "with bars"
like "$(cat out)" "^Doelrealisatie \(%\) +70,0" "in Dutch"
runs 0 "in English" $report --lang=en "$dossiers"
like "$(cat out)" "^Goal attainment \(%\) +70.0" "so"
$report -T tsv --lang=en "$dossiers" >en
$report -T tsv "$dossiers" >nl
same en nl "tsv does not change with the language"
runs 0 "json" $report -T json --group=team --period=2026 "$dossiers"
if python3 -c 'import jsonschema' 2>/dev/null; then
	for asked in "" "--group=team --period=2026" "-v clienten -v signalen --names" "--min-cell=5"; do
		$report -T json $asked "$dossiers" >json
		ok "is by the schema: $asked" python3 -c "
import json, jsonschema
jsonschema.validate(json.load(open('json')), json.load(open('$TOP/samples/fasen-report.schema.json')))"
	done
else
	skip "is by the schema" "no jsonschema"
fi
printf 'Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\nBegeleider: =cmd()\n\n' >formula.rec
runs 0 "csv" $report -T csv -v caseload formula.rec
like "$(cat out)" "^caseload,[^,]*,'=cmd\(\),0" "does not run as a formula"
for ending in txt tsv csv json; do
	runs 0 "-o r.$ending" $report -o r.$ending "$dossiers"
	format=$ending
	[ $ending = txt ] && format=text
	$report -T $format "$dossiers" >out
	same r.$ending out "has that format"
done
mkdir -m 500 shut
if [ ! -w shut ]; then
	runs 2 "where nothing may be written" $report -o shut/r.tsv "$dossiers"
fi
ln -s r.tsv link.tsv
runs 2 "not through a symbolic link" $report -o link.tsv "$dossiers"

# What is wrong
runs 2 "an unknown view" $report -v caselod "$dossiers"
like "$(cat err)" "did you mean caseload" "is told"
for wrong in "-T yaml" "-o r.doc" "--period=2026-13" "--period=2026 --from=2026-01-01" "--from=2026-02-01 --to=2026-01-01" \
    "--known=soon" "--names -v caseload" "--partial -v doelen" "--partial -T tsv" "--merge --period=2026" "--merge -v signalen" \
    "-T trace -v clienten" "-i" "--group=Team,Team" "--pseudonym=k -v caseload" "--names --pseudonym=k -v clienten"; do
	runs 2 "wrong: $wrong" $report $wrong "$dossiers"
	is "$(cat out)" "" "writes nothing"
done
printf 'Record: client\nClient: a\nNaam: A\nHulpvraag: x\n\n' >bad.rec
runs 2 "a malformed dossier" $report -T tsv -v doorstroom bad.rec own.rec
like "$(cat out)" "^doorstroom	[^	]*	0	1	0	0	1" "is left out, the others are counted"
runs 1 "-c of nobody" $report -c nobody "$dossiers"
runs 0 "-c" $report -c 2024-0007 -T tsv -v doorstroom "$dossiers"
like "$(cat out)" "^doorstroom	[^	]*	0	1	0	0	1" "counts one"

# A full disk
if mkdir full && mount -t tmpfs -o size=4k tmpfs full 2>/dev/null; then
	for format in json html; do
		runs 2 "a full disk, $format" $report -o full/r.$format "$dossiers"
		like "$(cat err)" "r.$format: error: No space left on device" "is told"
	done
	runs 2 "a full disk, trace" $report -T trace -o full/r.trace "$dossiers"
	like "$(cat err)" "r.trace: error: " "is told"
	is "$(ls -A full)" "" "nothing is left behind"
	umount full
else
	skip "a full disk" "no tmpfs can be mounted here"
fi

# Little and much
mkdir none
runs 1 "an empty directory" $report none
is "$(cat out)" "" "is no report of zeros"
for model in "$TOP"/samples/models/*.rec; do
	runs 0 "${model##*/}" $report -m "$model" "$dossiers"
done
like "$(cat out)" "^Tijdsbesteding" "thirteen domains"
# Where nothing could be read, no report of zeros takes the place of a good one.
echo goed >maand.html
runs 2 "a directory that is not there" fasen-report --today=2026-11-01 -o maand.html dosiers
is "$(cat maand.html)" "goed" "the report of before stays"
like "$(cat err)" 'nothing was written' "is said"


# What would be due after the last day that a dossier can say is due in no view.
printf 'Record: client\nClient: a1\nNaam: A\nAangemeld: 2199-10-05\nHulpvraag: h\n\nRecord: fase\nClient: a1\nOp: 2199-11-05\nFase: uitvoering\n\nRecord: evaluatie\nClient: a1\nOp: 2199-12-20\nSoort: tussentijds\nBesluit: voortzetten\n\n' >last.rec
runs 1 "the last day" fasen-report --today=2199-12-31 --ahead=200 -v signalen -T tsv last.rec
is "$(cut -f5,7 out | tr '\t\n' ' ,')" "signaal vervallen,notitie 2199-11-16," "a signal has a day that can be said"
is "$(fasen-show --today=2199-12-31 -v lijst -T json last.rec | grep -c '2[2-9][0-9][0-9]-')" 0 "and so has a list"
is "$(fasen-show --today=2199-12-31 -v agenda --ahead=200 -T tsv last.rec 2>&1 | grep -c '22[0-9][0-9]-')" 0 "and an agenda"
done_testing
