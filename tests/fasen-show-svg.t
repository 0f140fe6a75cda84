#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-show -T svg: the map of a client's journey.
. "$(dirname "$0")/lib.sh"
needs xmllint recsel perl fasen-pdf pdftotext

show="fasen-show --today=2026-11-01"
dossiers=$TOP/samples/dossiers

runs 0 "the map of a long journey" $show -T svg "$dossiers/2024-0007.rec"
ok "is XML" xmllint --noout out
if command -v rsvg-convert >/dev/null; then
	ok "is drawn" rsvg-convert out -o out.png
else
	skip "is drawn" "no rsvg-convert"
fi
is "$(xmllint --xpath "string(/*/@role)" out)" img "is named as one for a screen reader"
is "$(xmllint --xpath "string(/*/*[local-name()='title'])" out)" "Reiskaart van Włodek" "has a title"
plain() {
	xmllint --xpath "$1" out | sed 's/\xc2\xa0/ /g'
}
like "$(plain "string(/*/*[local-name()='desc'])")" "^10 oktober 2024 tot 17 oktober 2024: terug naar Planning \(7 dagen\)" "and says itself in words"
stays=$(recsel -c -e "Record = 'fase'" "$dossiers/2024-0007.rec")
is "$(xmllint --xpath "count(//*[local-name()='g'][*[local-name()='circle'][@class='rk-stop']])" out)" "$stays" "a station for each stay"
is "$(xmllint --xpath "count(//*[local-name()='text'][@class='rk-turn'])" out)" 4 "three ways back, numbered, and one in the legend; on is not back"
is "$(xmllint --xpath "string(//*[local-name()='text'][starts-with(@class, 'rk-phase rk-here')])" out)" "6  Uitvoering  10×" "where the client is now"
goals=$(recsel -e "Record = 'doel'" -P Doel "$dossiers/2024-0007.rec" | grep . | sort -u | wc -l)
is "$(xmllint --xpath "count(//*[local-name()='text'][@class='rk-flagged'])" out)" "$goals" "a flag for each goal"
is "$(sed -n 's/.*class="rk-flagged">\([^<]*\)<.*/\1/p' out | sort -n | tr '\n' ' ')" "$(seq -s ' ' "$goals") " "by its number"
like "$(plain "string(/*)" | tr -s '\n' ' ')" "en nog [0-9]" "what has no room is counted"
for text in $(recsel -e "Record = 'kracht'" -P Tekst "$dossiers/2024-0007.rec" | tr -s ' ,:\n(.' '\n' | grep -v '[)]' | sort -u); do
	grep -q -F -- "$(printf %s "$text" | sed "s/'/\&#39;/g")" out || echo "$text"
done >missing
is "$(cat missing)" "" "every strength is there, in words at least"
is "$(grep -c NaN out)" 0 "every number is one"

runs 0 "one phase" $show -T svg "$dossiers/2026-0042.rec"
is "$(xmllint --xpath "count(//*[local-name()='circle'][@class='rk-later'])" out)" 8 "seven stations still to come, and the legend"
like "$(plain "string(/*)" | tr -s '\n' ' ')" "de koffer moet nog worden ingepakt" "nothing packed yet"
unlike "$(cat out)" "rk-turn\">1" "no way back"

runs 0 "a client who came back" $show -T svg "$dossiers/2023-0014.rec"
like "$(cat out)" "Afgesloten: Volgens plan afgerond" "how it ended"
like "$(plain "string(/*)")" "teruggekomen op 20 april 2026" "and began anew"
runs 0 "a closed dossier" $show -T svg "$dossiers/2024-0033.rec"
unlike "$(cat out)" "nog te gaan|rk-later\"" "has nothing ahead"
runs 0 "never placed" $show -T svg "$dossiers/2026-0027.rec"
like "$(cat out)" "Niet geplaatst: afgewezen" "says so"

# Every sample, with every model
for model in "$TOP/samples/model.rec" "$TOP"/samples/models/*.rec; do
	bad=
	for file in "$dossiers"/*.rec; do
		$show -m "$model" -T svg "$file" >out 2>err && xmllint --noout out 2>>err || bad="$bad ${file##*/}"
	done
	is "$bad" "" "all samples with ${model##*/}"
done

# Other models: three domains and two phases, a phase that is in no model
cat >small.rec <<-'END'
	Record: model
	Formaat: 1
	Naam: Klein
	Taal: en

	Record: fase
	Code: heen
	Naam: Heen
	Naam_en: There

	Record: fase
	Code: terug
	Naam: Terug
	Naam_en: Back

	Record: leefgebied
	Code: een
	Naam: Een

	Record: leefgebied
	Code: twee
	Naam: Twee

	Record: leefgebied
	Code: drie
	Naam: Drie

	Record: krachtsoort
	Code: kan
	Naam: Kan

	Record: schaal
	Code: s
	Naam: S
	Min: 1
	Max: 3

	Record: uitstroomreden
	Code: klaar
	Naam: Klaar
END
cat >tiny.rec <<-'END'
	Record: client
	Client: t1
	Naam: Ada
	Aangemeld: 2026-01-01
	Hulpvraag: Hoe?

	Record: fase
	Client: t1
	Op: 2026-01-01
	Fase: heen

	Record: fase
	Client: t1
	Op: 2026-01-01
	Fase: elders

	Record: fase
	Client: t1
	Op: 2026-01-01
	Fase: terug
	Afwijking: heen: doel

	Record: fase
	Client: t1
	Op: 2026-06-01
	Fase: heen

END
runs 0 "a model of two phases" $show -m small.rec -T svg tiny.rec
ok "is XML" xmllint --noout out
like "$(cat out)" "There" "in the model's language"
like "$(cat out)" "other phase" "a phase that the model does not have has a row"
is "$(xmllint --xpath "count(//*[local-name()='g']/*[local-name()='path'][@class='rk-stop'])" out)" 1 "a condition set aside is a diamond"
printf 'Record: client\nClient: t2\nNaam: Bo\nAangemeld: 2026-01-01\nHulpvraag: Wat?\n\n' >bare.rec
runs 0 "no phase at all" $show -T svg bare.rec
ok "is XML" xmllint --noout out

# Names longer than their room
sed 's/^Naam: Heen.*/Naam: De hele lange weg heen, door weer en wind/' small.rec >long.rec
sed "s/^Naam: .*/Naam: $(printf 'Maria %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)/" tiny.rec >names.rec
runs 0 "long names of phases and of the client" $show -m long.rec --lang=nl -T svg names.rec
ok "is XML" xmllint --noout out
like "$(xmllint --xpath "string(//*[local-name()='text'][starts-with(@class, 'rk-phase')])" out)" '^1  De hele.*…  2×$' "a phase's name is cut short at its end"
like "$(cat out)" '<title>1  De hele lange weg heen, door weer en wind</title>' "and is whole where one points at it"
is "$(xmllint --xpath "count(//*[local-name()='text'][@class='rk-name'])" out)" 3 "the title takes the lines that it needs"

# A hundred stays still fit
{
	cat bare.rec
	perl -e 'for (0 .. 99) { printf "Record: fase\nClient: t2\nOp: %04d-%02d-01\nFase: %s\n\n", 2014 + $_ / 12, $_ % 12 + 1, $_ % 2 ? "evaluatie" : "uitvoering" }'
} >many.rec
runs 0 "a hundred stays" $show -T svg many.rec
is "$(xmllint --xpath "//*[local-name()='g']/*[@class='rk-stop']/@cx" out | grep -oE '[0-9]+' | sort -n | awk '$1 < 120 || $1 > 626')" "" "stay on the page"

# Letters of nine points and more on one sheet of A4, also with a hundred stays, goals and strengths
{
	cat many.rec
	perl -e 'for (1 .. 100) { print "Record: doel\nClient: t2\nOp: 2015-01-01\nDoel: d$_\nLeefgebied: wonen\nTekst: Ik wil mijn eigen weg gaan, met wie ik kies en wanneer ik het wil\nTermijn: kort\n\nRecord: kracht\nClient: t2\nLeefgebied: wonen\nSoort: kennis\nTekst: Ik weet de weg naar plaats nummer $_ en terug\n\n" }'
} >full.rec
for file in full.rec many.rec "$dossiers"/*.rec; do
	$show -T svg "$file" | perl -0ne 'my ($w, $h) = /viewBox="0 0 (\d+) (\d+)"/; my $points = 470.5 / $w;
		for (/font-size:([\d.]+)px/g) { print "$_ px\n" if $_ * $points < 9 - .01 } print "high: $h\n" if $h * $points > 690'
done >small
is "$(cat small)" "" "letters of nine points and more, on one sheet"
runs 0 "on paper" $show -v reiskaart -T pdf full.rec
like "$(pdftotext -l 1 -layout out - | sed 's/\xc2\xa0/ /g' | tr -s ' \n\f' ' ')" "2014 – 20.*keer een fase begonnen.*en nog [0-9]+.*Reiskaart t2 1/" "old years are folded"
is "$(pdftotext out - | grep -c 'Bestemming [0-9]*,')" 100 "and all is there in words"
runs 0 "below a letterhead" $show -v reiskaart -T pdf -m "$TOP/samples/models/op-maat.rec" full.rec
like "$(pdftotext -l 1 -layout out -)" "Bagage: krachten" "it is on the first page too"

# Several
runs 0 "several maps" $show -T svg "$dossiers/2024-0007.rec" "$dossiers/2025-0031.rec"
ok "are one picture" xmllint --noout out
is "$(xmllint --xpath "count(/*//*[local-name()='svg'])" out)" 2 "with two maps"
is "$(grep -oE ' id="[^"]*"' out | sort | uniq -d)" "" "and no id twice"
runs 0 "in words" $show -v reiskaart "$dossiers/2026-0042.rec"
like "$(sed 's/\xc2\xa0/ /g' out)" "26 oktober 2026 tot nu: Aanmelding \(6 dagen\)" "the stay"
runs 0 "in Dutch decimals" env LC_ALL=nl_NL.UTF-8 $show -T svg "$dossiers/2024-0007.rec"
unlike "$(cat out)" '="[0-9]+,[0-9]+"' "numbers stay numbers"
runs 0 "nobody" $show -T svg /dev/null
# Who gives and who receives
runs 0 "the network" $show -v netwerk -T svg "$dossiers/2024-0007.rec"
ok "is well-formed" xmllint --noout out
is "$(xmllint --xpath "count(//*[local-name()='text'][@font-weight='bold'])" out)" 5 "a title, the client and three people"
is "$(grep -c 'marker\|stroke="#1f4e79" stroke-width="2.5"' out)" 3 "who gives, and the legend"
like "$(xmllint --xpath "string(//*[local-name()='desc'])" out)" 'Bogdan \(vriend, oud-collega\)\. Geeft: ' "and in words"
runs 1 "of one client" $show -v netwerk -T svg "$dossiers/2024-0007.rec" "$dossiers/2025-0031.rec"
like "$(cat err)" '2025-0031 is left out' "further ones are named"
runs 1 "of nobody" $show -v netwerk -T svg "$dossiers/2026-0042.rec"
like "$(cat err)" 'nobody to show' "that is said"
runs 0 "as a page" $show -v netwerk -T html "$dossiers"
ok "is well-formed" xmllint --noout out
runs 0 "as text" $show -v netwerk "$dossiers/2026-0042.rec"
like "$(cat out)" 'Er is nog niemand opgeschreven' "also of who has nobody yet"

# Many people, and long names: no words stand on others
{ printf 'Record: client\nClient: many\nNaam: Wilhelmina Adriana van der Ploeg\nAangemeld: 2026-01-05\nHulpvraag: x\n\n'
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	printf 'Record: netwerk\nClient: many\nOp: 2026-01-05\nNaam: Persoon %s van der Ploeg-Bakker uit de Nieuwstraat\nRelatie: buurvrouw van vroeger\nGeeft: tijd\n\n' $i
done; } >many.rec
runs 0 "fifteen people" $show -v netwerk -T svg many.rec
perl -0ne '($w) = /viewBox="0 0 (\d+)/; while (/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"[^>]*text-anchor="(\w+)">([^<]*)/g) {
	$n = length($5) * $3 * .5; $x = $4 eq "start" ? $1 : $4 eq "end" ? $1 - $n : $1 - $n / 2; push @t, [$x, $x + $n, $2 - $3 * .8, $2 + $3 * .2, $5] }
	for $i (0 .. $#t) { print "off $t[$i][4]\n" if $t[$i][0] < 0 || $t[$i][1] > $w; for $j (0 .. $i - 1) { print "$t[$i][4] on $t[$j][4]\n"
		if $t[$i][0] < $t[$j][1] && $t[$j][0] < $t[$i][1] && $t[$i][2] < $t[$j][3] && $t[$j][2] < $t[$i][3] } } print scalar(@t) > 45 ? "all\n" : "few\n"' out >lie
is "$(cat lie)" all "every name beside the others, and on the picture"

# Strengths as dolls
runs 0 "strengths" $show -v krachten -T svg "$dossiers/2024-0007.rec"
ok "are well-formed" xmllint --noout out
is "$(grep -c '<g transform' out)" $((6 + 6 * 7)) "six dolls, and six for each domain"
kinds=$(recsel -e "Record = 'kracht'" -P Soort "$dossiers/2024-0007.rec" | sed '/^$/d' | sort -u | wc -l)
pairs=$(recsel -e "Record = 'kracht'" -p Soort,Leefgebied "$dossiers/2024-0007.rec" | awk 'BEGIN { RS = "" } { print $2, $4 }' | sort -u | wc -l)
is "$(grep -c 'fill="#cfe0ee"' out)" $((kinds + pairs)) "filled where there are strengths"
is "$(grep -c dasharray out)" $((48 - kinds - pairs)) "dashed where there are none yet"
like "$(xmllint --xpath "string(//*[local-name()='desc'])" out)" 'Interesse: nog leeg' "which is said in words"
runs 0 "with thirteen domains" $show -v krachten -T svg -m "$TOP/samples/models/zrm-dertien.rec" "$dossiers/2024-0007.rec"
like "$(cat out)" '>Maatschappelijke</text>' "a long name of a domain stands whole"
like "$(cat out)" '>participatie</text>' "in two lines"
is "$(grep -c '<g transform' out)" $((6 + 6 * 14)) "each is a row, and one what the model does not have"
runs 1 "of one client" $show -v krachten -T svg "$dossiers/2024-0007.rec" "$dossiers/2025-0031.rec"
runs 0 "of nobody's yet, in words" $show -v krachten "$dossiers/2026-0042.rec"
like "$(tr -s '\n ' ' ' <out)" 'Interesse -+ Nog leeg. Zoek samen: Waar wil je alles van weten' "the questions invite"
runs 0 "as a page" $show -v krachten -T html "$dossiers"
ok "is well-formed" xmllint --noout out
runs 2 "handles" $show -v krachten --handles "$dossiers/2024-0007.rec"

done_testing
