#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report: signalen, clienten, names and pseudonyms.
. "$(dirname "$0")/lib.sh"

dossiers=$TOP/samples/dossiers

# dossier REST: one in uitvoering since 2026-02-02, of worker anna; the rest is appended
dossier() {
	cat >d.rec <<-END
		Record: client
		Client: d
		Naam: Sien Verwoerd
		Aangemeld: 2026-01-05
		Hulpvraag: rust
		Begeleider: anna
		Team: noord

		Record: fase
		Client: d
		Op: 2026-01-05
		Fase: aanmelding

		Record: fase
		Client: d
		Op: 2026-02-02
		Fase: uitvoering

		$1

	END
}
# signals DATE: the signals of d.rec on that day: code/about/due/late
signals() {
	fasen-report -v signalen -T tsv --today="$1" d.rec | awk -F'\t' 'NR > 1 { print $5 "/" $6 "/" $7 "/" $8 }' | xargs
}
note() { printf 'Record: notitie\nClient: d\nOp: %s\nTekst: x\n\n' "$1"; }
score() { printf 'Record: leefgebied\nClient: d\nOp: %s\nLeefgebied: wonen\nScore: 2\n\n' "$1"; }
record() { printf 'Record: %s\nClient: d\n' "$1"; shift; printf '%s\n' "$@"; echo; }

dossier ""
is "$(signals 2026-02-15)" "" "nothing is due"
is "$(signals 2026-02-16)" "" "the 42nd day without a note is not late"
is "$(signals 2026-02-17)" "notitie//2026-02-16/1" "the next is"
is "$(signals 2026-05-05)" "notitie//2026-02-16/78 evaluatie//2026-05-04/1 fase/uitvoering/2026-05-04/1" "evaluation by Evaluatie_vanaf, phase by its norm"
dossier "$(note 2026-06-30; score 2026-06-01; record evaluatie "Op: 2026-04-01" "Soort: tussentijds" "Besluit: voortzetten")"
is "$(signals 2026-07-01)" "fase/uitvoering/2026-05-04/58" "an evaluation is due 91 days after the last"
is "$(signals 2026-07-02)" "fase/uitvoering/2026-05-04/59 evaluatie//2026-07-01/1" "and late on the next day"
dossier "$(note 2026-06-30; score 2026-06-01; record evaluatie "Op: 2026-04-01" "Soort: tussentijds" "Besluit: voortzetten" "Volgende: 2026-06-10"; record fase "Op: 2026-04-02" "Fase: uitvoering" "Streefdatum: 2026-12-01")"
is "$(signals 2026-07-01)" "evaluatie//2026-06-10/21" "Volgende and Streefdatum come first"
dossier "$(note 2026-06-30; score 2025-12-01; score 2026-01-10; record fase "Op: 2026-04-02" "Fase: uitvoering" "Streefdatum: 2027-12-01"; record evaluatie "Op: 2026-04-01" "Soort: tussentijds" "Besluit: voortzetten" "Volgende: 2027-06-10")"
is "$(signals 2026-07-12)" "score//2026-07-11/1" "182 days after the last score"
keep="$(note 2026-06-30; score 2026-06-10; record fase "Op: 2026-04-02" "Fase: uitvoering" "Streefdatum: 2027-12-01"; record evaluatie "Op: 2026-04-01" "Soort: tussentijds" "Besluit: voortzetten" "Volgende: 2027-06-10")"
goal() { record doel "Op: 2026-03-01" "Doel: $1" "Leefgebied: wonen" "Tekst: x" "Termijn: kort" "Streefdatum: $2"; }
action() { record werkpunt "Op: 2026-03-01" "Werkpunt: $1" "Doel: $2" "Tekst: x" "Wie: client" "Streefdatum: $3"; }
dossier "$keep

$(goal d1 2026-06-01; goal d2 2026-08-01; action d1.1 d1 2026-05-01; action d2.1 d2 2026-05-02; action d2.2 d2 2026-05-03; record stand "Op: 2026-04-01" "Doel: d1" "Stand: deels"; record stand "Op: 2026-04-01" "Werkpunt: d2.2" "Stand: gestopt")"
is "$(signals 2026-07-01)" "werkpunt/d2.1/2026-05-02/60" "an action while it and its goal are unfinished"
is "$(signals 2026-08-02)" "werkpunt/d2.1/2026-05-02/92 doel/d2/2026-08-01/1" "a goal past its date"
dossier "$keep

$(record leefgebied "Op: 2026-06-01" "Leefgebied: wonen" "Zorg: schulden")"
is "$(signals 2026-07-01)" "krachten///" "concerns without a strength have no day"
dossier "$keep

$(record leefgebied "Op: 2026-06-01" "Leefgebied: wonen" "Zorg: schulden"; record kracht "Leefgebied: werk" "Soort: kennis" "Tekst: rekent goed")"
is "$(signals 2026-07-01)" "" "with one there is no signal"
dossier "$keep

$(record intake "Op: 2026-03-01" "Besluit: wachtlijst"; record intake "Op: 2026-03-20" "Besluit: geplaatst"; record intake "Op: 2026-05-01" "Besluit: wachtlijst"; record intake "Op: 2026-06-01" "Besluit: wachtlijst")"
is "$(signals 2026-06-27)" "notitie//2026-02-16/131 wachten//2026-06-26/1" "waiting since the first of the unbroken run"
dossier "$(record uitstroom "Op: 2026-03-01" "Reden: volgens-plan" "Nazorg: 2026-05-01")"
is "$(signals 2026-04-30)" "" "of a closed one nothing but aftercare"
is "$(signals 2026-05-01)" "nazorg//2026-05-01/0" "on its day"
dossier "$(record uitstroom "Op: 2026-04-01" "Reden: volgens-plan" "Nazorg: 2026-05-01"; note 2026-05-01)"
is "$(signals 2026-06-01)" "" "a note on or after it settles it"
dossier "$(record uitstroom "Op: 2028-02-29" "Reden: volgens-plan")"
is "$(signals 2043-02-27)" "" "retention is not over"
is "$(signals 2043-02-28)" "bewaren//2043-02-28/0" "15 years on, 29 February being the 28th"

dossier ""
runs 0 "nothing due" fasen-report -v signalen --today=2026-02-15 d.rec
is "$(cat out)" "" "writes nothing"
runs 0 "as tsv" fasen-report -v signalen -T tsv --today=2026-02-15 d.rec
is "$(wc -l <out)" 1 "the header"
runs 1 "something due" fasen-report -v signalen --today=2026-02-17 d.rec
like "$(cat out)" "^anna +d +Lang geen notitie +2026-02-16 +1$" "is a line"
unlike "$(cat out)" "Sien" "without the name"
(umask 022; for format in txt xlsx; do
	fasen-report -v clienten --today=2026-02-17 --names -o named.$format d.rec
	fasen-report -v clienten --today=2026-02-17 -o plain.$format d.rec
done) >/dev/null 2>&1
is "$(stat -c %a named.txt named.xlsx plain.txt plain.xlsx | tr '\n' ' ')" "600 600 644 644 " "a file with names is its owner's alone"
runs 1 "--names" fasen-report -v signalen --names --today=2026-02-17 d.rec
like "$(cat out)" "^anna +d +Sien Verwoerd +Lang geen" "with it"
runs 0 "overdue items in other views" fasen-report -v samenvatting -T tsv --today=2026-02-17 d.rec
like "$(cat out)" "te_laat	1" "are counted only"

runs 1 "the Monday list" fasen-report -v signalen --group=begeleider -T tsv --today=2026-11-01 "$dossiers"
is "$(head -n 1 out)" "$(printf 'view\tperiode\tbegeleider\tclient\tsignaal\tbetreft\tvervallen\tdagen_te_laat\tlopend')" "has the worker once"
is "$(cut -f3 out | sed 1d | uniq | xargs)" "anna fatima marieke tineke tom -" "worker by worker"
is "$(awk -F'\t' 'NR > 1 { if ($3 == w && $8 != "" && late != "" && $8 > late + 0) print; w = $3; late = $8 }' out)" "" "the longest overdue first"
is "$(awk -F'\t' '$7 != "" && $8 > 0 && $5 != "nazorg" && $5 != "bewaren"' out | sed 1d | cut -f4 | sort -u | wc -l)" "$(fasen-report -v samenvatting -T tsv --today=2026-11-01 "$dossiers" | awk -F'\t' '$3 == "te_laat" { print $4 }')" "te_laat counts these clients"

# What comes due
runs 2 "--ahead without signalen" fasen-report --ahead=14 -v clienten --today=2026-11-01 "$dossiers"
fasen-report --ahead=14 -T html --today=2026-11-01 "$dossiers" >ahead.html
ok "--ahead of all views" grep -q '>2026-11-1[0-5]<' ahead.html
runs 2 "--ahead of no days" fasen-report --ahead=0 -v signalen --today=2026-11-01 "$dossiers"
runs 1 "--ahead" fasen-report -v signalen -T tsv --ahead=14 --today=2026-11-01 "$dossiers"
is "$(awk -F'\t' '$7 > "2026-11-15"' out | grep -vc -e toestemming -e indicatie -e '^view')" 0 "nothing further on"
like "$(cat out)" "	2026-11-1[0-5]	-[0-9]+	nee$" "what is due in so many days"

# clienten
runs 0 "clienten" fasen-report -v clienten -T tsv --today=2026-11-01 "$dossiers"
is "$(sed 1d out | wc -l)" "$(ls "$dossiers" | wc -l)" "a row each"
is "$(awk -F'\t' '$3 == "2024-0007"' out)" "$(printf 'clienten\t..2026-11-01\t2024-0007\tuitvoering\t68\tanna\tcentrum\t2024-01-15\t\t2\t10\t2026-11-23\twerkpunt\tnee')" "one of them"
is "$(fasen-select -l --today=2026-11-01 doelen.open'>=1' "$dossiers" | wc -l)" "$(awk -F'\t' 'NR > 1 && $10 > 0' out | wc -l)" "goals open are those of fasen-select"
is "$(awk -F'\t' 'NR > 1 && $9 == ""' out | wc -l)" 17 "without an end are the open ones"

# Pseudonyms
umask 077
printf 'geheim geheim geheim' >key
runs 0 "--pseudonym" fasen-report -v clienten -T tsv --pseudonym=key --today=2026-11-01 "$dossiers"
if command -v openssl >/dev/null; then
	is "$(cut -f3 out | sed -n 4p)" "$(printf 2024-0007 | openssl dgst -sha256 -hmac 'geheim geheim geheim' | sed 's/.* //' | cut -c1-16)" "is the HMAC-SHA256 of the id"
else
	skip "is the HMAC-SHA256 of the id" "no openssl"
fi
unlike "$(cat out)" "20[0-9][0-9]-[0-9]{4}" "no id is left"
is "$(cut -f3 out | sort -u | wc -l)" "$(wc -l <out)" "all differ"
runs 0 "in a trace" fasen-report -T trace --pseudonym=key --today=2026-11-01 "$dossiers"
unlike "$(cat out)" "20[0-9][0-9]-[0-9]{4}|\.rec" "no id and no file"
for mode in 640 604 660; do
	chmod $mode key
	runs 2 "a key of mode $mode" fasen-report -v clienten --pseudonym=key "$dossiers"
	like "$(cat err)" "key: error: .*0600" "is refused"
done
chmod 400 key
runs 0 "of mode 400 it is not" fasen-report -v clienten --pseudonym=key "$dossiers"
printf 'kort' >short
runs 2 "a short key" fasen-report -v clienten --pseudonym=short "$dossiers"
runs 2 "no key" fasen-report -v clienten --pseudonym=none "$dossiers"
runs 2 "a directory" fasen-report -v clienten --pseudonym=. "$dossiers"

# A score off its scale is as one never given.
printf 'Record: client\nClient: off\nOp: 2026-01-01\nNaam: X\nAangemeld: 2026-01-01\nHulpvraag: h\n\n' >off.rec
printf 'Record: fase\nClient: off\nOp: 2026-01-01\nFase: aanmelding\n\n' >>off.rec
for score in '01-05 3' '05-01 2' '05-01 9'; do
	printf 'Record: leefgebied\nClient: off\nOp: 2026-%s\nLeefgebied: wonen\nScore: %s\n\n' ${score% *} ${score#* } >>off.rec
done
is "$(fasen-report --today=2026-06-01 -T tsv -v leefgebieden off.rec | grep '^leefgebieden	' | grep -c '	3.00	2.00	')" 1 "a valid one of that day counts"
is "$(fasen-select --today=2026-06-01 score.wonen=2 score.wonen.verschil=-1 off.rec | grep -c '^Record: client')" 1 "as an attribute too"
is "$(fasen-domains --today=2026-06-01 -T tsv off.rec | grep -c 'wonen.*	3	.*	2	.*	-1')" 1 "and in the view of domains"
for score in 99 x; do
	printf 'Record: leefgebied\nClient: off\nOp: 2026-11-01\nLeefgebied: wonen\nScore: %s\n\n' $score | cat off.rec - >later.rec
	fasen-report --today=2026-12-01 -T tsv -v signalen later.rec >out 2>err
	is "$(grep -c '	score	' out)" 1 "$score settles no signal"
done
done_testing
