#!/bin/sh
# SPDX-License-Identifier: ISC
# What registration does with bad CSV: each fault with file, line, column and what was expected; nothing lost; the good rows in.
. "$(dirname "$0")/lib.sh"

head='Extern;Naam;Geboren;Aangemeld;Hulpvraag;Vraag'
row() { printf '%s;Client %s;1990-01-01;2026-01-05;Ik wil een huis.;wonen, werk\n' "$1" "$1"; }
intake() { fasen-intake --csv --today=2026-11-01 "$@"; }
taken() { grep -c '^Record: client' "$1"; }

# bad DESC LINE COLUMN REGEX: in.csv has one bad row between good ones a and z.
bad() {
	runs 1 "$1: exit 1" intake --rejects=rejects.csv in.csv
	like "$(cat err)" "^fasen-intake: in\.csv:$2: error: $3: $4" "$1: file, line, column, what was expected"
	is "$(grep -c ': error:' err)" 1 "$1: one message"
	is "$(grep '^Extern: [az]$' out | tr '\n' ' ')" "Extern: a Extern: z " "$1: the good rows are in"
	like "$(cat rejects.csv)" ";$2;" "$1: the row is among the rejects, with its line"
}

three() {
	{
		echo "$head"
		row a
		printf '%b' "$1"
		row z
	} >in.csv
}

three 'b;Piet;1990-02-30;2026-01-05;Help;wonen, werk\n'
bad "a date that does not exist" 3 Geboren 'a day that does not exist'
unlike "$(cat err)" '1990-02-30' "a birth date is not shown"
three 'b;Piet;1990-02-03;2026-02-31;Help;wonen, werk\n'
bad "a date of registration that does not exist" 3 Aangemeld '"2026-02-31": a day that does not exist'
three 'b;Piet;90-02-03;2026-01-05;Help;wonen, werk\n'
bad "a year of two digits" 3 Geboren 'a year without its century; expected YYYY-MM-DD with four digits'
three 'b;Piet;03-02-1990;2026-01-05;Help;wonen, werk\n'
bad "another order of date" 3 Geboren 'not a date; expected YYYY-MM-DD \(another order by --date-format\)'
three 'b;Piet;1990-02-03;2027-01-05;Help;wonen, werk\n'
bad "a registration in the future" 3 Aangemeld 'after today, 2026-11-01'
three 'b;Piet;2027-02-03;2026-01-05;Help;wonen, werk\n'
bad "a birth in the future" 3 Geboren 'birth after the registration on 2026-01-05'
three 'b;Piet;2026-02-03;2026-01-05;Help;wonen, werk\n'
bad "a birth after the registration" 3 Geboren 'birth after the registration on 2026-01-05'
three 'b;;1990-02-03;2026-01-05;Help;wonen, werk\n'
bad "an empty required field" 3 Naam 'missing; client asks for it'
three 'b;Piet;1990-02-03;2026-01-05;Help;wonen, werkk\n'
bad "a code that the model does not have" 3 Vraag '"werkk" is not in the model.*did you mean "werk"'
three 'b;Piet;1990-02-03;2026-01-05\n'
bad "a required cell that is absent" 3 Hulpvraag 'missing; client asks for it'
three 'b;Piet;1990-02-03;2026-01-05;Help\n'
runs 0 "empty cells at the end may be absent" intake in.csv
is "$(taken out)" 3 "and the row is in"
three 'b;Piet;1990-02-03;2026-01-05;Help;wonen, werk;x;y\n'
bad "too many columns" 3 Vraag 'is not the last, for the row has 8 columns; expected 6'
like "$(cat rejects.csv)" ';x;y$' "too many columns: all of them are kept"
three 'b;Piet;1990-02-03;2026-01-05;"Help;wonen, werk\n'
bad "a quote that is not closed" 3 Hulpvraag 'a quote opens here and is not closed'
like "$(cat rejects.csv)" '^b;Piet;1990-02-03;2026-01-05;"""Help;wonen, werk";;3;' "a quote that is not closed: the line is kept as it stands"
three 'b;Piet;1990-02-03;2026-01-05;"Help"!;wonen, werk\n'
bad "text behind a closing quote" 3 Hulpvraag 'text behind a closing quote'
three 'b;Pi\0000et;1990-02-03;2026-01-05;Help;wonen, werk\n'
bad "a NUL byte" 3 Naam 'holds a NUL byte; expected text'
ok "a NUL byte: kept among the rejects" sh -c 'test $(tr -dc "\000" <rejects.csv | wc -c) = 1'
three 'b;Ren\0351e;1990-02-03;2026-01-05;Help;wonen, werk\n'
bad "bytes of another encoding" 3 Naam 'byte 0xE9 does not fit UTF-8; expected UTF-8, or for a Dutch Excel export --encoding=CP1252'
ok "bytes of another encoding: kept among the rejects" sh -c 'test $(tr -dc "\351" <rejects.csv | wc -c) = 1'
unlike "$(cat err)" 'Ren' "a name is not shown"

# a value in the wrong column is shown only where it could be a code or a date
for value in 'Piet Jansen woont bij zijn moeder' piet@example.org 999900158 0612345678 'Mijnvaderslaatmijiederedagopnieuw'; do
	printf '%s\n' 'Extern;Naam;Aangemeld;Hulpvraag;Vraag;Dienst;Fase;Van' "b;Piet;$value;Help;wonen;x;;" \
		"c;Piet;2026-01-05;Help;$value;x;;" "d;Piet;2026-01-05;Help;wonen;$value;;" \
		"e;Piet;2026-01-05;Help;wonen;x;$value;" "f;Piet;2026-01-05;Help;wonen;x;;$value" >in.csv
	printf '%s\n' 'Dienst=Team' '  x -> noord' 'Fase=fase.Fase' 'Van=evaluatie.Besluit' >codes.map
	runs 1 "$value: exit 1" intake --map-file=codes.map --rejects=rejects.csv in.csv
	is "$(grep -o '^fasen-intake: in\.csv:[0-9]*: error: [A-Za-z]*' err | cut -d: -f3,5 | tr '\n' ' ')" \
		"2: Aangemeld 3: Vraag 4: Dienst 5: Fase 6: Van " "$value: an error in each column"
	is "$(grep -cF "$value" err)" 0 "$value: never shown"
	ok "$value: kept in the rejects, and in their messages not" \
		awk -F';' -v v="$value" 'NR > 1 && (index($NF, v) || !index($0, v)) { exit 1 }' rejects.csv
done
runs 2 "a file without header, its first cell near a name of the map: exit 2" sh -c \
	'printf "Jan Jansen;x\nPiet;y\n" >in.csv; fasen-intake --csv --map="Jan Janssen=Naam" --map="z=Hulpvraag" in.csv'
is "$(grep -c 'no column of this file' err)" 2 "both columns are missed"
unlike "$(cat err)" 'did you mean' "and the client in the place of the header is not shown"

# ids
{ echo "Client;Naam;Aangemeld;Hulpvraag"; echo '../x;Piet;2026-01-05;Help'; echo 'goed;Jan;2026-01-05;Help'; } >in.csv
mkdir ids
find "$OWN" -name '*.rec' | sort >before
runs 1 "an id with a slash: exit 1" intake -d ids in.csv
like "$(cat err)" '^fasen-intake: in\.csv:2: error: Client: not an id' "an id with a slash is refused"
is "$(find "$OWN" -name '*.rec' | sort | comm -13 before -)" "$PWD/ids/goed.rec" "ids never leave the directory"

# BSN
{ echo "Naam;Hulpvraag;BSN"; echo 'Piet;Help;123456789'; echo 'Jan;Help;999900158'; } >in.csv
runs 1 "a BSN that fails the eleven-test: exit 1" intake in.csv
like "$(cat err)" 'in\.csv:2: error: BSN: expected nine digits that pass the eleven-test' "a BSN is checked by the eleven-test"
unlike "$(cat err)" '123456789' "a BSN is never shown"
is "$(taken out)" 1 "the right BSN is in"

# headers
header() {
	runs 2 "$1: exit 2" intake in.csv
	like "$(cat err)" "^fasen-intake: in\.csv:?$2" "$1: said"
	is "$(cat out)" "" "$1: nothing is registered"
}
: >in.csv
header "an empty file" ': error: empty; expected a header row'
printf '\357\273\277' >in.csv
header "a file of only a byte order mark" ': error: empty; expected a header row'
{ row a; row b; } >in.csv
header "a header missing" '1: error: no column is a field'
unlike "$(cat err)" 'Client a' "a header missing: the client in its place is not shown"
{ echo "Naam;Naam;Hulpvraag"; echo "a;b;c"; } >in.csv
header "a column twice" '1: error: Naam: stands twice'
printf 'Naam;Hulpvraag;Cli\353nt\na;b;c\n' >in.csv
header "a header of another encoding" '1: error: column 3: in its name byte 0xEB does not fit UTF-8.*CP1252'
{ echo "$head"; row a; echo "$head"; row z; } >in.csv
runs 0 "the header again in the middle: exit 0" intake in.csv
like "$(cat err)" 'in\.csv:3: warning: the header again; passed over' "the header again is passed over"
is "$(taken out)" 2 "and the rows around it are in"
{ echo "Naam;Hulpvraag;Schoenmaat;Gebooren"; echo "a;b;42;x"; } >in.csv
runs 0 "a column that nobody takes: exit 0" intake in.csv
like "$(cat err)" 'in\.csv:1: warning: Schoenmaat: no rule of a map' "a column that nobody takes is named"
like "$(cat err)" 'in\.csv:1: warning: Gebooren: .*Geboren is the nearest' "with the field that may be meant"

# maps
echo "$head" >in.csv
runs 2 "a mapped field that does not exist: exit 2" intake --map='Naam=Gebooren' in.csv
like "$(cat err)" 'error: Gebooren: no field of client; did you mean Geboren' "with the nearest field"
runs 2 "a mapped kind that does not exist: exit 2" intake --map='Naam=fasse.Fase' in.csv
like "$(cat err)" 'error: fasse: no kind of record; did you mean fase' "with the nearest kind"
runs 2 "a fixed value for a field that does not exist: exit 2" \
	intake --map='=Hulpvraagg: zij slaat mij' in.csv
like "$(cat err)" 'map: "=Hulpvraagg" is not taken' "says which"
unlike "$(cat err)" 'slaat' "and not the value"
runs 2 "a mapped column that does not exist: exit 2" intake --map='Namm=Roepnaam' in.csv
like "$(cat err)" 'in\.csv:1: error: Namm: no column of this file.*did you mean "Naam"' "with the nearest column"
printf 'Naam=Naam\n  a -> b\n  a -> c\nNaam=Naam\nzo maar\n' >x.map
runs 2 "a map file with faults: exit 2" intake --map-file=x.map in.csv
is "$(grep -c '^fasen-intake: x.map:[345]: error' err)" 3 "each with its line"
runs 2 "a character set that does not exist" intake --encoding=CP9999 in.csv
like "$(cat err)" '"CP9999" is no character set' "is said"
runs 2 "a file that does not exist" intake no.csv

{ echo "$head"; row a; row b; row c; } >in.csv
for fixed in intake.Besluit:geplaats intake.Op:31-02-2026 fase.Fase:uitvoerin; do
	runs 2 "a fixed value that cannot be, $fixed: exit 2" intake --map="=$fixed" in.csv
	like "$(cat err)" "^fasen-intake: error: [A-Z][a-z]*: " "is an error of the map"
	is "$(grep -c 'expected' err)" 1 "said once"
	is "$(cat out)" "" "and nothing is registered"
done

# line ends and marks
{ echo "$head"; row a; row z; } | tr '\n' '\r' >in.csv
runs 0 "CR-only line ends: exit 0" intake in.csv
is "$(taken out)" 2 "CR-only line ends are read"
{ printf '\357\273\277'; echo "$head"; row a; } >in.csv
runs 0 "a byte order mark: exit 0" intake in.csv
is "$(taken out)" 1 "a byte order mark is passed over"
{ echo "$head"; row a; row b; } | iconv -t UTF-16 >in.csv
runs 0 "UTF-16 with its mark, as Excel writes it: exit 0" intake in.csv
is "$(taken out)" 2 "and read"
{ echo "$head"; row a; } | iconv -t UTF-16LE >in.csv
header "UTF-16 without its mark" '1: error: column 1: its name holds a NUL byte; .*--encoding=UTF-16LE'
printf '\0Naam,\0\nJan,x\n' >in.csv
header "a name that begins with a NUL byte, the last too" '1: error: column 2: its name holds a NUL byte'
runs 2 "which a preview says too" intake --preview in.csv
{ echo "$head"; row a; } | iconv -t UTF-16LE >in.csv
runs 0 "UTF-16 without its mark, named" intake --encoding=UTF-16LE in.csv
{ printf 'Naam\tHulpvraag\tGeboren\r\nZo\303\253\tx\t31-02\r\n' | iconv -f UTF-8 -t UTF-16; } >in.csv
runs 1 "a bad row in UTF-16: exit 1" intake --rejects=rejects.csv in.csv
like "$(iconv -f UTF-16 -t UTF-8 rejects.csv)" '^Zoë	x	31-02	2	' "is kept in UTF-16"
runs 1 "and can be fed again" intake rejects.csv
like "$(cat err)" '1 row: 0 registered, 0 updated, 0 known and left as they are, 1 rejected' "as it is"
{ printf '\357\273\277'; echo "$head"; } >in.csv
runs 2 "a mark of UTF-8 and another encoding: exit 2" intake --encoding=CP1252 in.csv
{ echo "$head"; row a | tr -d '\n'; } >in.csv
runs 0 "no line end at the end: exit 0" intake in.csv
is "$(taken out)" 1 "and the row is in"

for sep in 'SEP=,' '"sep=,"' '"SEP=,"' 'Sep=,'; do
	printf '%s\n' "$sep" 'Naam,Hulpvraag' 'Jan;de Boer,Help' >in.csv
	runs 0 "a first line $sep: exit 0" intake in.csv
	is "$(grep '^Naam' out)" "Naam: Jan;de Boer" "says the delimiter"
done
for quote in '' '"'; do
	{ printf '\357\273\277%sNaam%s;Hulpvraag\nJan;x\n' "$quote" "$quote"; printf '\357\273\277%sNaam%s;Hulpvraag\nPiet;y\n' "$quote" "$quote"; } >in.csv
	runs 0 "two exports with a mark behind each other, quote $quote: exit 0" intake in.csv
	is "$(grep '^Naam' out | tr '\n' ' ')" "Naam: Jan Naam: Piet " "the second header is no client"
	like "$(cat err)" 'in\.csv:3: warning: the header again' "and is named"
done
# a row that was rejected and not corrected stays out, though it can be read by now
printf '%s\n' 'Naam;Hulpvraag' 'Jan;"x' >in.csv
runs 1 "an open quote: exit 1" intake --rejects=r.csv in.csv
sed 's/a quote opens[^;]*/wrong/' r.csv >again.csv
runs 1 "fed again unchanged: exit 1" intake --rejects=r2.csv again.csv
is "$(taken out)" 0 "nobody is registered"
like "$(cat r2.csv)" 'Hulpvraag: wrong' "with what was wrong at first"

# sizes
{ echo "$head"; row a; printf 'b;Piet;1990-02-03;2026-01-05;'; head -c 10000000 /dev/zero | tr '\0' x; printf ';wonen, werk\n'; row z; } >in.csv
runs 1 "a row of 10 MB: exit 1" intake --rejects=rejects.csv in.csv
like "$(cut -c1-200 err)" 'in\.csv:3: error: the row is longer than 1 MiB' "a row of 10 MB is refused"
is "$(taken out)" 2 "the rows around it are in"
ok "a row of 10 MB is kept" sh -c 'test $(wc -c <rejects.csv) -gt 10000000'
{ echo "$head"; row a; printf 'b;Piet;1990-02-03;2026-01-05;"'; yes 'een regel van de tekst' | head -c 10000000; printf '";wonen, werk\n'; row z; } >in.csv
runs 1 "a text of 10 MB with line ends: exit 1" intake in.csv
is "$(grep -c ': error: ' err)" 1 "is one bad row, and none of its lines is taken for a row"
is "$(taken out)" 2 "the rows around it are in"
{ echo "$head"; row a; printf 'b;'; head -c 40000000 /dev/zero | tr '\0' x; printf '\n'; row z; } >in.csv
runs 1 "a line of 40 MB: exit 1" intake in.csv
like "$(cut -c1-200 err)" 'in\.csv:3: error: .*the line is longer than 16 MiB' "a line of 40 MB is refused"
is "$(grep '^Extern' out | tr '\n' ' ')" "Extern: a Extern: z " "the rows around it are in"

# what has no end
: >in.csv
runs 2 "a header without end: exit 2" timeout 300 fasen-intake --csv /dev/zero
runs 2 "looked at first: exit 2" timeout 300 fasen-intake --csv --preview /dev/zero
zeros() { { echo "$head"; row a; cat /dev/zero; } | timeout 300 fasen-intake --csv --today=2026-11-01; }
runs 2 "a row of NULs without end: exit 2" zeros
like "$(cat err)" '^fasen-intake: -: a line of NUL bytes or of more than 256 MiB; expected CSV; nothing behind it was read$' "is said"
is "$(taken out)" 1 "the row before it is in"
letters() { { echo "$head"; row a; yes | tr -d '\n'; } | timeout 300 fasen-intake --csv --today=2026-11-01; }
runs 2 "a row of letters without end: exit 2" letters
like "$(cat err)" 'of more than 256 MiB' "is said"
mkfifo rows
# interrupted COMMAND: an import that is asked to end when it has read 40 MB of a line, or what COMMAND writes
interrupted() {
	fasen-intake --csv --today=2026-11-01 --rejects=rejects.csv rows >out 2>err &
	{ echo "$head"; row a; "$@"; kill -TERM $!; yes | tr -d '\n'; } >rows 2>/dev/null
	wait $!
}
long() { yes | tr -d '\n' | head -c 40000000; }
half() { printf 'b;Piet;1990-02-03;2026-01-05;"eerste regel\ntweede'; sleep 1; }
for what in long half; do
	interrupted $what
	is $? 143 "a $what row, and a signal: ends by it"
	like "$(cat err)" 'stopped here; the same call takes the rows that were not done' "at once"
	unlike "$(cat err)" '256 MiB' "without the rest"
	is "$(taken out)" 1 "the row before it is in"
done
like "$(cat err)" '1 registered, 0 updated, 0 known and left as they are, 0 rejected' "half a row is none"

# an unterminated quote at line 3 of very many, in little memory
{ echo "$head"; row a; echo 'b;Piet;1990-02-03;2026-01-05;"Help;wonen, werk'; yes "$(row c)" | head -n 100000; row z; } >in.csv
case $BUILD in *san*) limit= ;; *) limit='ulimit -v 200000;' ;; esac
runs 1 "a quote that is not closed, before a hundred thousand rows: exit 1" \
	sh -c "$limit"'  fasen-intake --csv --today=2026-11-01 in.csv 2>err.all; s=$?; grep -v "earlier row" err.all >&2; exit $s'
like "$(cat err)" '^fasen-intake: in\.csv:3: error: Hulpvraag: a quote opens here and is not closed' "said with its line"
is "$(grep '^Extern' out | tr '\n' ' ')" "Extern: a Extern: c Extern: z " "and the rows behind it are read"
like "$(cat err)" '^fasen-intake: 100003 rows: 3 registered, 0 updated, 99999 known' "and counted"
done_testing
