#!/bin/sh
# SPDX-License-Identifier: ISC
# Exports that were put behind each other: what begins the second one is no client.
. "$(dirname "$0")/lib.sh"

intake() { fasen-intake --csv --today=2026-06-01 '--map==Hulpvraag: x' "$@"; }
who() { grep -E '^(Naam|Extern):' out | tr '\n' ' '; }
both='Naam: A Extern: E1 Naam: B Extern: E2 '

# two FIRST SECOND: two exports with these first lines, in in.csv.
two() {
	printf "$1\r\nNaam;Extern\r\nA;E1\r\n$2\r\nNaam;Extern\r\nB;E2\r\n" >in.csv
}
for line in 'sep=;' 'SEP=;' '"sep=;"' '"Sep=;"' 'sep=' '\357\273\277sep=;' '\357\273\277"sep=;"'; do
	two "${line#sep=}" "$line"
	[ "$line" = sep= ] && sed -i 1d in.csv
	runs 0 "two exports that begin with $line: exit 0" intake in.csv
	is "$(who)" "$both" "both clients are in, and nobody else"
	like "$(cat err)" 'warning: the header again; passed over' "which is said"
	runs 0 "before a preview too" intake --preview in.csv
	like "$(cat out)" '^in\.csv: 2 rows;' "it sees two rows"
done
two 'sep=;' 'sep=;'
iconv -f UTF-8 -t UTF-16 in.csv >wide.csv
cat wide.csv wide.csv >in.csv
runs 0 "UTF-16 behind UTF-16: the clients are known by then" intake in.csv
is "$(who)" "$both" "and nobody else is registered"
runs 0 "in CP1252" intake --encoding=CP1252 - <<-END
	$(two 'sep=;' 'sep=;'; cat in.csv)
END
is "$(who)" "$both" "the same"

# another delimiter in the second one, told or seen by its header
for line in 'sep=,\n' '"SEP=,"\n' '' '\357\273\277'; do
	printf "Naam;Extern\nA;E1\n${line}Naam,Extern\nB,E2\n,E3\n" >in.csv
	runs 1 "a comma in the second, first line '$line': exit 1" intake --rejects=r.csv in.csv
	is "$(who)" "$both" "the clients of both are in"
	like "$(cat err)" '^fasen-intake: in\.csv:[56]: error: Naam' "a wrong row has its own line"
	like "$(cat r.csv)" '^;E3;[56];' "and is written as the first one"
done
printf 'Naam;Extern\nA;E1\n"Naam","Extern"\nB,E2\n' >in.csv
runs 0 "a quoted header with a comma" intake in.csv
is "$(who)" "$both" "is one too"
printf 'sep=,\nNaam;Extern\nA;E1\nsep=,\nB;E2\n' >in.csv
runs 0 "--delimiter is what counts" intake '--delimiter=;' in.csv
is "$(who)" "$both" "in all of the file"

{ printf 'Naam;Extern\nA;E1\n\357\273\277Naam;Extern\nB;E2\n'; } >in.csv
runs 2 "UTF-8 with its mark behind CP1252: exit 2" intake --encoding=CP1252 in.csv
like "$(cat err)" '^fasen-intake: in\.csv: a byte order mark of UTF-8 within' "is said"
is "$(who)" "Naam: A Extern: E1 " "and nothing of it is read"
printf 'Naam;Extern\n"sep=;\nsep=;";E1\n' >in.csv
runs 0 "such a line inside a text" intake in.csv
is "$(grep -c '^+ sep=;' out)" 1 "belongs to the text"
done_testing
