#!/bin/sh
# SPDX-License-Identifier: ISC
# A preview of an export, and the map that begins with it.
. "$(dirname "$0")/lib.sh"

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
runs 1 "unchanged" fasen-intake --csv --date-format=dmy --map-file=begin.map --today=2026-11-01 in.csv
like "$(cat err)" 'in\.csv:2: error: Vraag: not in the model' "it stops at what is to be filled in"
sed 's/?/wonen/' begin.map >done.map
runs 0 "filled in" fasen-intake --csv --date-format=dmy --map-file=done.map --today=2026-11-01 in.csv
is "$(grep -c '^Record: client' out)" 2 "takes all"
printf 'A;B\n1;2\n' >none.csv
runs 0 "a file of which nothing is known" preview none.csv
is "$(column A)" "- 1 9" "is shown as well"
runs 0 "standard input" sh -c 'fasen-intake --csv --preview <none.csv'
for with in '-d .' --update --quiet -n '--rejects=r.csv' '--report=r.tsv' '--known-in=.'; do
	# shellcheck disable=SC2086
	runs 2 "--preview with $with is a wrong call" preview $with none.csv
done
runs 2 "--preview without --csv" fasen-intake --preview none.csv
done_testing
