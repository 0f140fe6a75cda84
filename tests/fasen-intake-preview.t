#!/bin/sh
# SPDX-License-Identifier: ISC
# A preview of an export, and the map that begins with it.
. "$(dirname "$0")/lib.sh"
needs python3

samples=$TOP/samples
export COLUMNS=200  # all columns
preview() { fasen-intake --csv --preview "$@"; }
column() { sed -n "s/^$1  *//p" out | tr -s ' '; }

runs 0 "an export by itself" preview "$samples/export-aanmeldingen.csv"
like "$(cat out)" "export-aanmeldingen\.csv: 79 rows; --encoding=CP1252 --delimiter=';' --date-format=dmy\$" "tells what to read it with"
is "$(column BSN)" "BSN 37 37 999999999 | 999999999 | 999999999" "a column of a field's name goes there; nobody can be read"
is "$(column Cliëntnummer)" "- 79 999999 | 999999 | 999999" "another goes nowhere"
runs 0 "with its map" preview --date-format=dmy --map-file="$samples/export-aanmeldingen.map" "$samples/export-aanmeldingen.csv"
is "$(column Cliëntnummer)" "Extern 79 79 104804 | 104807 | 104809" "goes where the map says"
is "$(column 'Datum aanmelding')" "Aangemeld 79 77 03-11-2025 | 05-11-2025 | 10-11-2025" "two days are none"
is "$(column 'Leefgebied 2')" "Vraag 78 77 Xxxxxxxxx | Xxxxxxx xxxxxxx | Zingeving" "and a code is not in its table"
for name in Samira Amersfoortse 999900158 1999 example.com; do
	is "$(grep -cw "$name" out)" 0 "$name is nowhere"
done
printf 'Naam;Hulpvraag;Vraag;Geboren\nJan;q;wonen;05-01-2001\nPiet;q;wonen;06-01-2001\nX;q;"open;07-01-2001\nY;q;wonen;07-01-2001;z\n' >guess.csv
runs 1 "an order of dates that is guessed, and rows that are none" preview guess.csv
like "$(cat out)" '^guess.csv: 4 rows; .*--date-format=dmy$' "all rows count, as in an import"
is "$(column Geboren)" "Geboren 2 2 99-99-9999 | 99-99-9999" "and the values fit in the order that is told"
cp err said
runs 1 "an import" fasen-intake --csv --date-format=dmy --today=2026-11-01 guess.csv
is "$(cat said)" "$(grep -e ': error: .*quote' -e ': error: Geboren' err)" "says of these rows the same"
before=$(find . -type f | wc -l)
printf 'Naam;Hulpvraag;Vraag;"x+y";Geboren\nJan;Help;Huis;1;5-1-2001\nPiet;Help;wonen;2;6-1-2001\n' >in.csv
runs 0 "a map to begin with" fasen-intake --csv --template-map in.csv
cp out begin.map
is "$(grep -v '^#' out | grep .)" 'Naam=Naam
Hulpvraag=Hulpvraag
Vraag=Vraag
  Huis -> ?
  wonen -> wonen
"x+y"=
Geboren=Geboren' "has each column, and the codes that no field takes"
like "$(head -1 out)" '^# fasen-intake --csv --encoding=UTF-8 --delimiter=.;. --date-format=dmy --map-file=' "and the call"
runs 2 "unchanged" fasen-intake --csv --date-format=dmy --map-file=begin.map --today=2026-11-01 in.csv
like "$(cat err)" '^fasen-intake: begin\.map:13: error: Vraag: not in the model' "it stops at what is to be filled in"
sed 's/?/wonen/' begin.map >done.map
runs 0 "filled in" fasen-intake --csv --date-format=dmy --map-file=done.map --today=2026-11-01 in.csv
is "$(grep -c '^Record: client' out)" 2 "takes all"

# codes are told apart before they stand in the table, and when it is applied
printf 'Naam;Hulpvraag;Vraag\nJan;q;"wonen, werk"\nPiet;q;Wonen\nX;q;Huis|werk\nY;q;"Mijn vader, Jan, slaat"\nZ;q;wonen;\n' >codes.csv
runs 0 "codes in one cell" fasen-intake --csv --template-map codes.csv
is "$(sed -n '/^Vraag=/,$p' out)" 'Vraag=Vraag
  wonen -> wonen
  werk -> werk
  Wonen -> wonen
  Huis -> ?
# 1 row has a value that is left out here, for it may be no code' "each stands once, no word of a sentence does"
sed 's/?/wonen/' out >codes.map
runs 1 "the map" fasen-intake --csv --map-file=codes.map --today=2026-11-01 codes.csv
is "$(grep '^Vraag' out | tr '\n' ' ')" "Vraag: wonen Vraag: werk Vraag: wonen Vraag: wonen Vraag: werk Vraag: wonen " "takes all but the sentence"
printf 'Vraag=Vraag\n  Huis, tuin -> wonen\n  * -> werk\n' >whole.map
printf 'Naam;Hulpvraag;Vraag\nJan;q;"Huis, tuin"\nPiet;q;"wonen, Huis, tuin"\n' >whole.csv
runs 0 "a table may have a cell as a whole" fasen-intake --csv --map-file=whole.map --today=2026-11-01 whole.csv
is "$(grep '^Vraag' out | tr '\n' ' ')" "Vraag: wonen Vraag: werk Vraag: wonen " "and what is left of one"

# the map to begin with, as it stands, registers what the import without it does
agrees() {
	file=$1
	shift
	fasen-intake --csv --template-map "$@" "$file" >own.map 2>/dev/null
	options=$(sed -n '1s/^# fasen-intake --csv \(.*\) --map-file.*/\1/p' own.map | tr -d "'")
	dates=${options##*--date-format=}
	[ "$dates" != "$options" ] && set -- "$@" "--date-format=${dates%% *}"
	fasen-intake --csv --today=2026-11-01 "$@" "$file" >without 2>/dev/null
	# shellcheck disable=SC2086
	fasen-intake --csv --today=2026-11-01 $options --map-file=own.map "$file" >with 2>/dev/null
	same with without "$file $* by its own map"
}
agrees "$samples/export-aanmeldingen.csv" --encoding=CP1252 --map-file="$samples/export-aanmeldingen.map"
printf 'Regel;Foutmelding;Naam;Hulpvraag;Vraag\n3;wrong;Jan;q;wonen\n4;;Piet;q;"wonen, werk"\n' >rejects.csv
agrees rejects.csv
agrees rejects.csv --map Foutmelding= --map Regel=Extern
printf '#Nr;"a+b";Voor;Achter;Vraag;Hulpvraag;Geboren;Team\n1;x;Jan;Jansen;wonen/werk;q;5-1-2001;n\n2;y;Piet;;wonen;q;6-1-2001;\n' >odd.csv
agrees odd.csv --map '"#Nr"=Extern eenmalig' --map Voor+Achter=Naam --map Voor=Roepnaam --map 'Vraag=Vraag split /' --map '=Begeleider: anna' --map '"a+b"=notitie.Tekst'

# a name may hold a line break: it is shown, and may be given, with a blank
printf '"Naam,\nvoluit";Hulpvraag;Extern\nJan;h;E1\n"Naam,\nvoluit";Hulpvraag;Extern\n' >broken.csv
runs 0 "a map of a name with a line break" fasen-intake --csv --template-map broken.csv
sed 's/^Naam, voluit=/&Naam/' out >broken.map
for with in --map-file=broken.map '--map=Naam, voluit=Naam' "--map=Naam,
voluit=Naam"; do
	runs 0 "$with" fasen-intake --csv --today=2026-06-01 "$with" --rejects=r.csv broken.csv
	is "$(grep -E '^(Naam|Extern)' out | tr '\n' ' ')" "Naam: Jan Extern: E1 " "names it, and its header again is no client"
done
ok "any name goes from --template-map to --map-file" python3 "$TOP/tests/map_names.py" 4 11

printf 'A;B\n1;2\n' >none.csv
runs 1 "a file of which nothing is known" preview none.csv
is "$(column …)" "- 1 9
- 1 9" "is shown as well, but the first row may be a client"
runs 0 "with a rule for a column" preview --map B=Extern none.csv
is "$(column A)" "- 1 9" "it is a header"
runs 0 "standard input" sh -c 'fasen-intake --csv --preview --map A=Naam <none.csv'
printf 'Jan Jansen;14-03-2003;999900158;Mijn vader slaat mij\nPiet Puk;14-03-2004;;q\n' >none.csv
for with in --preview --template-map; do
	for rule in =Team:x =Woonplaats:y; do
		runs 1 "$with of a file without header, $rule" fasen-intake --csv $with --map "$rule" none.csv
		is "$(cat err)" "fasen-intake: none.csv:1: warning: no column is a field's name; expected a header row, or --map or --map-file for its columns" "says so"
		is "$(grep -cE 'Jan|2003|9999001|vader' out)" 0 "and shows none of its first client"
	done
	runs 2 "nor with a rule of a column that is not there" fasen-intake --csv $with --map A=Naam none.csv
	is "$(cat out err | grep -cE 'Jan|2003|9999001|vader')" 0 "it shows none"
done
is "$(preview none.csv 2>/dev/null | grep -c '^…')" 4 "but how many columns there are"
printf 'Naam;Hulpvraag;Vraag\nJan;q;Mijn vader slaat mij\nPiet;q;14-03-2003\nPiet;q;999900158\nA;q;Huis\nB;q;wonen\n' >shifted.csv
runs 0 "rows that have shifted" fasen-intake --csv --template-map shifted.csv
is "$(sed -n '/^Vraag/,$p' out)" 'Vraag=Vraag
  Huis -> ?
  wonen -> wonen
# 3 rows have a value that is left out here, for it may be no code' "show nothing but what could be a code"
# words that stand where a day, a number, an id or a text belongs may be names
{
	echo 'Naam;Hulpvraag;Aangemeld;Verwachte_weken;Extern;Gemeente;Team;Vraag;t;g'
	echo 'a;q;Jansen;hiv;Janneke;Pietersen;Bakker;wonen;Visser;Smit'
	echo 'b;q;2026-02-30;0x;x7;Pietersen;Bakker;wonen;1;7'
} >words.csv
map="--map=t=leefgebied[wonen].Score --map=g=doel.Streefdatum"
map="$map --map==doel.Tekst:y --map==doel.Leefgebied:wonen"
# shellcheck disable=SC2086
runs 0 "words of rows that have shifted" fasen-intake --csv --preview $map words.csv
cp out seen
# shellcheck disable=SC2086
runs 0 "in a map to begin with" fasen-intake --csv --template-map $map words.csv
cat out >>seen
# shellcheck disable=SC2086
runs 1 "in an import" fasen-intake --csv --today=2026-06-01 --rejects=w.csv $map words.csv
cat err >>seen
grep -v -e '^[ab];' w.csv >>seen
printf 'Naam;Hulpvraag;d;n\na;q;Mulder;z\n' >doel.csv
runs 1 "in a reference" fasen-intake --csv --today=2026-06-01 --map=d=notitie.Doel --map=n=notitie.Tekst doel.csv
like "$(cat err)" 'the dossier has no doel "…"' "the id is not shown"
cat err >>seen
is "$(grep -ciE 'jansen|hiv|janneke|pietersen|bakker|visser|smit|mulder' seen)" 0 "are shown by neither"
like "$(cat seen)" '^Aangemeld .* Xxxxxx \| 2026-02-30$' "but what has the shape of a day"
like "$(cat seen)" '^Extern .* Xxxxxxx \| x7$' "or of an id"
like "$(cat seen)" 'Aangemeld: "2026-02-30": a day that does not exist' "in messages too"
for with in '-d .' --update --quiet -n '--rejects=r.csv' '--report=r.tsv' '--known-in=.'; do
	# shellcheck disable=SC2086
	runs 2 "--preview with $with is a wrong call" preview $with in.csv
done
runs 2 "--preview without --csv" fasen-intake --preview in.csv
done_testing
