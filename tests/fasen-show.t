#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-show: lists, timelines, the copy; usage and exits.
. "$(dirname "$0")/lib.sh"
needs groff xmllint pdftotext pdfinfo python3 recsel

show="fasen-show --today=2026-11-01"
export COLUMNS=200  # all columns of a table
dossiers=$TOP/samples/dossiers
one=$dossiers/2024-0007.rec

# All values that recsel finds in a file, line by line.
values() {
	recsel -P "$(grep -oE '^[A-Za-z][A-Za-z0-9_]*:' "$1" | tr -d : | sort -u | paste -sd,)" "$1" | LC_ALL=C sort -u
}

# Those of the lines in $1 that are not in the text $2, blanks aside; days are written out there, in either language.
lacking() {
	perl -0777 -e '
		open my $f, "<", $ARGV[1] or die; my $text = <$f>;
		my $n = 0;
		our %month = map { $_ => $n++ % 12 + 1 } qw(januari februari maart april mei juni juli augustus september
			oktober november december January February March April May June July August September
			October November December);
		sub iso { s/\xC2\xA0/ /g; s/\s+/ /g; s/(\d+) (\w+) (\d{4})/$month{$2} ? sprintf("%04d-%02d-%02d", $3, $month{$2}, $1) : $&/ge; }
		iso for $text;
		open my $v, "<", $ARGV[0] or die;
		for (split /\n/, <$v>) { iso; s/^ | $//g; print "$_\n" if length && index($text, $_) < 0 }' "$1" "$2"
}

# The copy is complete
for file in "$dossiers"/*.rec; do
	id=$(basename "$file" .rec)
	values "$file" >values
	ok "$id has values" test "$(wc -l <values)" -gt 10
	$show -v dossier "$file" >copy 2>err
	is "$(lacking values copy)$(cat err)" "" "the copy of $id holds every value"
	$show -v dossier --lang=en "$file" >copy
	is "$(lacking values copy)" "" "and in English"
	$show -v dossier -T html "$file" | sed 's/<\/*span[^>]*>//g' | python3 -c 'import sys, xml.etree.ElementTree as e
for text in e.parse(sys.stdin.buffer).getroot().itertext(): print(text)' >copy
	is "$(lacking values copy)" "" "and as html"
done
runs 0 "the copy of an own kind" sh -c "cat >own.rec <<-'END' && $show -v dossier own.rec
	# First remark: bel niet voor tien uur
	Record: client
	Client: k1
	Op: 2026-01-05
	Naam: Truus Tester
	Roepnaam: Truus
	Aangemeld: 2026-01-05
	Hulpvraag: Eerste regel
	+ tweede regel
	+
	+ vierde regel
	Vraag: wonen
	Vertegenwoordiger: Bea Broer
	Verwijzer: Dokter Dop
	Contact: 0600000001
	BSN: 999990019
	Doelgroep: jongeren
	Mijn_veld: eigenheid
	Door: anna

	Record: huisdier
	Client: k1
	Naam_dier: Minoes
	Soort: kater

	Record: leefgebied
	Client: k1
	Op: 2026-02-01
	Vastgelegd: 2026-02-03
	Leefgebied: wonen
	Score: 2
	Zorg: lekkage
	Eigen_maat: zeven
	Door: tom

	# Tweede opmerking
	Record: leefgebied
	Client: k1
	Op: 2026-03-01
	Leefgebied: wonen
	Zorg:
	Door: tom

	Record: netwerk
	Client: k1
	Naam: Nel Neef
	Relatie: nicht
	Geeft: soep

	Record: doel
	Client: k1
	Op: 2026-03-02
	Doel: d1
	Leefgebied: wonen
	Tekst: Ik kook met Nel Neef

	Record: werkpunt
	Client: k1
	Op: 2026-03-02
	Werkpunt: d1.1
	Doel: d1
	Tekst: Bellen
	Wie: Piet Pan
	Inzet: pannenkennis

	Record: werkpunt
	Client: k1
	Op: 2026-03-02
	Werkpunt: d1.2
	Doel: d1
	Tekst: Schrijven
	Wie: tom
	Inzet: pennenkennis

	Record: stand
	Client: k1
	Op: 2026-03-20
	Werkpunt: d9.9
	Stand: deels

	Record: akkoord
	Client: k1
	Op: 2026-03-03
	Wie: Moeder Mop
	Waarop: delen
	Met: Huisarts Haas
	Akkoord: ja

	Record: evaluatie
	Client: k1
	Op: 2027-03-04
	Soort: tussentijds
	Besluit: bijstellen
	Aanwezig: Truus
	Aanwezig: anna
	Aanwezig: Oom Oek

	END"
values own.rec >values
is "$(lacking values out)" "" "holds every value, of unknown kinds and fields and of the future too"
like "$(cat out)" "^- First remark: bel niet voor tien uur" "and the comments in the file"
like "$(cat out)" "^- Tweede opmerking" "all of them"
like "$(cat out)" "^Zorg +geldt niet meer" "a value that was cleared is told"
like "$(cat out)" "^1 februari 2026, genoteerd door tom, vastgelegd op 3 februari 2026" "when it holds, who wrote it and when"
like "$(cat out)" "^Mijn veld +eigenheid" "an own field by its name"
like "$(cat out)" "^Score +2, redt het nog niet" "a score with its meaning"
like "$(cat out)" "^Besluit +het plan veranderen" "a decision"
like "$(tr '\n' ' ' <out)" "Aantekeningen: $(recsel -c own.rec), van 5 januari 2026 tot 4 maart 2027" "how many records there are"

# Third parties
runs 0 "--without=netwerk" $show -v dossier --without=netwerk own.rec
is "$(cat err)" "fasen-show: own.rec:1: warning: somebody of the network is still named in the texts at line $(grep -n 'kook met Nel' own.rec | cut -d : -f 1); read the copy before you hand it over" "what still names the network is told, by line"
for gone in "Nel Neef, nicht" nicht soep "Bea Broer" "Dokter Dop" "Piet Pan" pannenkennis "Moeder Mop" "Huisarts Haas" "Oom Oek"; do
	unlike "$(cat out)" "$gone" "$gone is left out"
done
for kept in "Truus Tester" 0600000001 999990019 eigenheid Minoes "Ik kook met Nel Neef" pennenkennis anna; do
	like "$(cat out)" "$kept" "$kept stays"
done
is "$(grep -c '\[weggelaten\]' out)" 8 "each field that was left out says so, and the explanation"
like "$(tr '\n' ' ' <out)" "mensen om de cliënt heen \(1\) en losse gegevens \(7\)" "and they are counted"
for file in 2023-0014 2024-0007 vz-118; do
	$show -v dossier --without=netwerk "$dossiers/$file.rec" >copy
	is "$(recsel -e "Record = 'netwerk'" -P Geeft,Krijgt "$dossiers/$file.rec" | grep . | while read -r v; do
		tr '\n' ' ' <copy | tr -s ' ' | grep -F -- "$v"; done)" "" "nothing of the network of $file is left"
done

# A goal and a step are called by their words, their result by what it says.
$show -v dossier "$dossiers/2025-0031.rec" >copy
like "$(cat copy)" "^Doel d2: De energieachterstand is weg" "a goal by its words"
like "$(cat copy)" "^Stap d2.1: Samen bellen met het energiebedrijf" "a step, as in the plan"
like "$(cat copy)" "^Resultaat +2, veel beter dan verwacht" "a result by what it says"

# The timeline
runs 0 "the timeline is the default" $show $one
like "$(cat out)" "^Tijdlijn van Włodek" "with the name the client wants"
blank=$(printf '\302\240')
like "$(sed "s/$blank/ /g" out)" "^Aanmelding, 15 januari 2024 – 22 januari 2024 \(7 dagen\)" "a chapter for each stay"
like "$(sed "s/$blank/ /g" out)" "^Terug naar Planning, 10 oktober 2024" "a way back is named"
like "$(sed "s/$blank/ /g" out)" "^Verder met Uitvoering, 25 augustus 2026 – nu \(68 dagen\)" "the last one goes on"
like "$(cat out)" "^2024-01-15  Cliënt " "and a table on a screen has the days of the dossier"
runs 0 "the same on paper" $show -T html $one
unlike "$(sed '/<style>/,/<\/style>/d' out)" "[0-9]{4}-[0-9]{2}-[0-9]{2}" "has each day written out"
unlike "$(cat out)" "999990019|1972-05-09|06 00 00 00 71" "without what identifies the client"
like "$(tr -s ' \n' ' ' <out)" "Financiën: 3, redt het deels \(was 1\)" "a score beside the one before"
runs 0 "as rows" $show -T tsv $one
is "$(head -1 out)" "$(printf 'client\tdatum\tvastgelegd\ttraject\tsoort\tonderwerp\twaarde\twie\ttekst\tdoor')" "columns"
is "$(sed 1d out | cut -f 2 | sort -c 2>&1)" "" "in order of date"
is "$(sed 1d out | wc -l)" "$(recsel -c "$one")" "a row for each record"
is "$(grep -P '\tnotitie\t' out | wc -l)" "$(recsel -c -e "Record = 'notitie'" "$one")" "every note"
is "$(sed 1d out | cut -f 5,7 | grep ^fase | cut -f 2)" "$(recsel -e "Record = 'fase'" -P Fase "$one" | grep .)" "the phases as they came"
runs 0 "of an earlier day" fasen-show --today=2024-02-12 -T tsv $one
is "$(sed 1d out | cut -f 2 | sort -u | tail -1)" 2024-02-12 "nothing later is in it"
runs 0 "as json" $show -T json $one
ok "is json" python3 -c 'import json; rows = json.load(open("out"))["tables"][0]["rows"]; assert rows[0]["soort"] == "client"'
runs 0 "as csv" $show -T csv $one
like "$(head -1 out)" '^client,datum' "is csv"
runs 0 "a client who came back" $show -T tsv "$dossiers/2023-0014.rec"
is "$(sed 1d out | cut -f 4 | sort -u | tr '\n' ' ')" "1 2 " "has two trajectories"
runs 1 "who is not registered yet is left out" fasen-show --today=2023-01-01 -T tsv $one
is "$(wc -l <out)" 1 "only the header"

# The list
runs 0 "a list of all" $show -v lijst "$dossiers"
is "$(wc -l <out)" 27 "a line for each"
like "$(cat out)" "^2024-0007 +Włodek +Uitvoering +68 +anna +centrum +2024-01-15" "who, where, with whom"
runs 0 "as rows" $show -v lijst -T tsv "$dossiers"
is "$(head -1 out)" "$(printf 'client\troepnaam\tfase\tdagen_in_fase\tbegeleider\tteam\tbegin\teind\teinde\tdoelen.open\tdoelen.behaald\tevaluatie.volgende')" "columns"
like "$(cat out)" "^2024-0026	Szymon Łęcki	uitvoering		tom	zuid	2024-10-14	2025-04-14	eenzijdig-client	" "codes, exactly"
is "$($show -v lijst -T tsv --lang=en "$dossiers" | cksum)" "$(cksum <out)" "the same in any language"
runs 0 "in English" $show -v lijst --lang=en -c 2024-0007 "$dossiers"
like "$(cat out)" "^Client .*Support worker" "headings"
runs 0 "as html" $show -v lijst -T html "$dossiers"
ok "is XML" xmllint --noout out
runs 0 "as ms" $show -v lijst -T ms "$dossiers"
is "$(groff -k -ms -Tpdf -ww -wel <out 2>&1 >list.pdf | grep -v 'break line')" "" "prints"

# Each client on a page of its own
for view in tijdlijn dossier reiskaart; do
	runs 0 "$view of several as html" $show -v $view -T html "$dossiers/2026-0042.rec" "$dossiers/2026-0040.rec" "$dossiers/2025-0012.rec"
	ok "is one XML file" xmllint --noout out
	runs 0 "$view of several as ms" $show -v $view -T ms "$dossiers/2026-0042.rec" "$dossiers/2026-0040.rec"
	groff -k -ms -Tpdf <out >out.pdf 2>err
	ok "prints on two pages or more" test "$(pdfinfo out.pdf | sed -n 's/^Pages: *//p')" -ge 2
done

# Nothing in a dossier is obeyed
evil=$(printf '</td></svg><script>alert(1)</script>&amp; \033[31m\a \\fBbold\\n[x] %%s %%n')
{
	printf 'Record: client\nClient: evil\nOp: 2026-01-05\nNaam: %s\nAangemeld: 2026-01-05\nHulpvraag: %s\n+ .so /etc/passwd\n+ '"'"'br\n\n' "$evil" "$evil"
	printf 'Record: fase\nClient: evil\nOp: 2026-01-05\nFase: aanmelding\nReden: %s\nDoor: %s\n\n' "$evil" "$evil"
	printf 'Record: kracht\nClient: evil\nLeefgebied: %s\nSoort: %s\nTekst: %s\n\n' "$evil" "$evil" "$evil"
	printf 'Record: doel\nClient: evil\nOp: 2026-01-06\nDoel: %s\nLeefgebied: wonen\nTekst: %s\n\n' "$evil" "$evil"
	printf 'Record: netwerk\nClient: evil\nNaam: %s\nRelatie: %s\n\n' "$evil" "$evil"
} >evil.rec
for view in tijdlijn lijst dossier reiskaart; do
	runs 0 "$view of hostile text" $show -v $view evil.rec
	is "$(tr -d '\n' <out | tr -dc '\000-\037\177' | wc -c)" 0 "no control reaches the terminal"
	runs 0 "as html" $show -v $view -T html evil.rec
	ok "is XML" xmllint --noout out
	unlike "$(cat out)" '<script|</td></svg>' "nothing became markup"
	runs 0 "as ms" $show -v $view -T ms evil.rec
	unlike "$(cat out)" '^[.]so|^'"'"'br' "nothing became a request"
	groff -k -ms -Tpdf <out >out.pdf 2>err
	like "$(pdftotext out.pdf - | tr '\n' ' ')" 'fBbold' "and what is text prints as text"
done
for format in tsv csv json; do
	for view in tijdlijn lijst; do
		runs 0 "$view as $format of hostile text" $show -v $view -T $format evil.rec
	done
done

# Calls and exits
runs 2 "no such view" $show -v boek $one
like "$(cat err)" 'expected lijst, agenda, tijdlijn, dossier, reiskaart, toestemming, netwerk or krachten' "names those there are"
runs 2 "no such format" $show -T rtf $one
runs 2 "the copy is no table" $show -v dossier -T json $one
runs 2 "the list is no picture" $show -v lijst -T svg $one
runs 2 "the map is no table" $show -v reiskaart -T csv $one
runs 2 "--without something else" $show -v dossier --without=alles $one
runs 2 "--without has effect on the copy only" $show --without=netwerk $one
runs 2 "-i is no option of a view" $show -i $one
runs 2 "no such file" $show -v lijst nowhere "$one"
is "$(wc -l <out)" 2 "the other is shown"
{ cat "$one"; printf 'Record: client\nClient: kapot\nNaam: X\nAangemeld: gisteren\n\n'; cat "$dossiers/2026-0042.rec"; } >bad.rec
runs 2 "a malformed dossier" $show -v lijst bad.rec
is "$(wc -l <out)" 3 "is left out of the list"
like "$(cat err)" '^fasen-show: bad.rec:[0-9]+: error: Aangemeld:' "and named"
runs 1 "a client who is not there" $show -v lijst -c nobody "$one"
runs 0 "from standard input" sh -c "$show -v lijst <$one"
runs 0 "nothing in" $show -v lijst /dev/null
printf '%s\0' "$one" >names
runs 0 "files from a list" $show --files0-from=names -v lijst
is "$(wc -l <out)" 2 "are read"
[ -e /dev/full ] && runs 2 "a full disk is seen" sh -c "$show -v dossier $one >/dev/full"

# Where all columns together are too wide no word is broken that need not be.
fasen-plan --today=2026-11-01 --note=x "$dossiers/2026-0003.rec" | fasen-retract --today=2026-11-01 --last --reden=x |
	fasen-plan --today=2026-11-01 --goal='Ik wil weer een eigen plek, en dat is een lange zin over een huis met een deur en een raam' \
	--leefgebied=wonen >long.rec 2>err
like "$($show long.rec)" '^[^T]* Teruggenomen +Notitie' "a kind of record stays whole"
is "$(COLUMNS=40 $show long.rec | awk 'length > 60')" "" "on a narrow terminal words are broken after all"
done_testing
