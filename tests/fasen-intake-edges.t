#!/bin/sh
# SPDX-License-Identifier: ISC
# What real exports are like: their dates, line ends, missing cells, character sets, and what maps say of them.
. "$(dirname "$0")/lib.sh"
needs python3

intake() { fasen-intake --csv --today=2026-11-01 "$@"; }

# dates as programs write them
date() {
	printf '%s\n' 'Naam;Hulpvraag;Aangemeld' "Jan;x;$2" >in.csv
	runs 0 "$2, $1" intake ${1:+--date-format=$1} in.csv
	is "$(grep '^Aangemeld' out)" "Aangemeld: $3" "is $3"
}
date dmy '5-1-2026 0:00' 2026-01-05
date mdy '2/17/2022 9:50' 2022-02-17
date '' '2026-01-05T00:00:00+01:00' 2026-01-05
date mdy '1/5/2026 12:00:00 AM' 2026-01-05
date '' 20260105 2026-01-05
date ymd '20260105 7:30' 2026-01-05

# a header with line ends, and rows that are shorter than it
printf '"Naam\n";"Hulpvraag\n(kort)";Vraag;Team\r\nJan;x;wonen\r\nPiet;y\r\n' >in.csv
runs 0 "line ends in the header" intake --map="\"Hulpvraag
(kort)\"=Hulpvraag" in.csv
is "$(grep '^Naam\|^Hulpvraag\|^Vraag' out | tr '\n' ' ')" "Naam: Jan Hulpvraag: x Vraag: wonen Naam: Piet Hulpvraag: y " "and empty cells at the end are absent"
printf '"Naam\nvan de client",Hulpvraag,Vraag\nJan;jr,x,wonen\n' >in.csv
runs 0 "a line end in the first cell of a header with commas" intake --map="\"Naam
van de client\"=Naam" in.csv
is "$(grep '^Naam' out)" "Naam: Jan;jr" "does not hide the commas"
runs 2 "a directory" intake "$TOP/samples/dossiers/"
mkdir empty
runs 2 "an empty one" intake empty/

# character sets
printf 'Naam;Hulpvraag;Vraag\nZoë;één;wonen,werk\n' >in.csv
runs 0 "UTF-8 read as CP1252" intake --encoding=CP1252 in.csv
like "$(cat err)" '^fasen-intake: in\.csv: warning: every byte that is not ASCII makes UTF-8; expected no --encoding=CP1252' "is warned of"
iconv -t CP1252 in.csv >cp.csv
runs 0 "CP1252 as CP1252" intake --encoding=CP1252 cp.csv
unlike "$(cat err)" 'ASCII' "is not"
printf 'Voornaam=Naam\nÉén=Hulpvraag\n  ja → goed\n  nee ->\n  * -> anders\n=Gemeente: Súdwest-Fryslân\n' >utf8.map
printf 'Voornaam;Één\nJan;ja\nPiet;weet niet\n' >in.csv
iconv -t CP1252 in.csv >cp.csv
sed 's/→/->/' utf8.map | iconv -t CP1252 >cp.map
iconv -t UTF-16 utf8.map >utf16.map
for map in utf8 cp utf16; do
	runs 0 "a map in $map" intake --encoding=CP1252 --map-file=$map.map cp.csv
	is "$(grep '^Hulpvraag\|^Gemeente' out | tr '\n' ' ')" "Hulpvraag: goed Gemeente: Súdwest-Fryslân Hulpvraag: anders Gemeente: Súdwest-Fryslân " "is read"
done
# a map need not be in the character set of the export
iconv -f CP1252 -t UTF-16LE cp.map >le.map
iconv -f CP1252 -t UTF-16BE cp.map >be.map
iconv -f CP1252 -t UTF-16 cp.csv >wide.csv
iconv -f CP1252 -t UTF-16LE cp.csv >le.csv
iconv -f CP1252 -t UTF-8 cp.csv >plain.csv
runs 0 "a map and an export in CP1252" intake --encoding=CP1252 --map-file=cp.map cp.csv
cp out want
for map in cp le be utf8; do
	for csv in cp:CP1252 wide: le:UTF-16LE plain:; do
		name=${csv#*:}
		runs 0 "a map in $map beside an export in $csv" intake ${name:+--encoding=$name} --map-file=$map.map ${csv%:*}.csv
		same out want "the same comes in"
	done
done
printf 'Na\201m=Naam\n' >odd.map
runs 2 "a map that is no text" intake --map-file=odd.map in.csv
like "$(cat err)" '^fasen-intake: odd\.map:1: error: no text; expected UTF-8, UTF-16 or CP1252' "is said"
printf 'Voornaam;Één\nJan;nee\n' >in.csv
runs 1 "a value that is translated to nothing" intake --map-file=utf8.map in.csv
like "$(cat err)" 'in\.csv:2: error: Één: missing' "fills nothing"
printf 'Voornaam=Naam\n  "*" -> ster\n  Jan -> Jan\n  * -> Jan\n  * -> Piet\n' >x.map
runs 2 "two lines for all else" intake --map-file=x.map in.csv
like "$(cat err)" '^fasen-intake: x\.map:5: error: stands in the code table already' "are one too many"

# what a map takes and leaves
printf 'nr;Naam;Hulpvraag;Begeleider;Einde;Aangemeld\n1;Jan;x;anna;2026-03-01;2026-01-05\n2;Piet;y;bram;;2026-01-06\n' >in.csv
runs 0 "a column that fills a field of another kind" intake --map=nr=Extern --map=Begeleider=fase.Door --map='Einde=' in.csv
is "$(grep '^Begeleider' out | tr '\n' ' ')" "Begeleider: anna Begeleider: bram " "fills its own field of client too"
like "$(cat err)" 'in\.csv:1: warning: Begeleider: fills this field of client too; a rule "Begeleider="' "and that is said"
runs 0 "left out by COLUMN=" intake --map=nr=Extern --map=Begeleider=fase.Door --map=Begeleider= --map=Einde= in.csv
is "$(grep -c '^Begeleider' out)" 0 "it does not"
runs 0 "nor when another column fills it" intake --map=nr=Extern --map=Begeleider=fase.Door --map=nr=Begeleider --map=Einde= in.csv
is "$(grep '^Begeleider' out | tr '\n' ' ')" "Begeleider: 1 Begeleider: 2 " "which stays"
runs 0 "Aangemeld as the day of something else" intake --map=nr=Extern --map=Aangemeld=leefgebied.Op --map='=leefgebied[wonen].Wens: Rust.' --map=Einde= in.csv
is "$(grep '^Aangemeld' out | tr '\n' ' ')" "Aangemeld: 2026-01-05 Aangemeld: 2026-01-06 " "is that of the registration too"
is "$(grep -c '^Wens: Rust' out)" 2 "and a day with a fixed value is a record"
runs 0 "a day and fixed values" intake --map=nr=Extern --map=Einde=uitstroom.Op --map='=uitstroom.Reden: verhuisd' in.csv
is "$(grep -A3 '^Record: uitstroom' out)" "Record: uitstroom
Client: 2026-0001
Op: 2026-03-01
Reden: verhuisd" "make a record where the day is filled"

# a full disk during an update stops it: good rows are no rejects
if strace -o trace true 2>/dev/null; then
	mkdir d
	{ echo 'Extern;Naam;Hulpvraag;Team'; for i in 1 2 3 4 5 6 7 8 9; do echo "$i;N$i;H;noord"; done; } >in.csv
	intake -d d in.csv >out 2>err
	sed 's/noord/zuid/' in.csv >new.csv
	strace -f -o trace -e trace=fsync -e inject=fsync:error=ENOSPC:when=3+ fasen-intake --csv --update -d d --today=2026-11-01 --rejects=r.csv new.csv >out 2>err
	is "$?" 2 "a full disk during an update: exit 2"
	is "$(grep -c 'No space left' err)" 2 "said for the dossier, and for the rejects"
	like "$(tail -1 err)" '^fasen-intake: 2 rows: 0 registered, 1 updated, 0 known and left as they are, 0 rejected' "and the rows behind it are not tried"
	like "$(cat err)" '^fasen-intake: not done: 1$' "the counts add up"
	runs 0 "later" fasen-intake --csv --update -d d --today=2026-11-01 --rejects=r.csv new.csv
	is "$(grep -l '^Team: zuid' d/*.rec | wc -l), $(wc -l <r.csv)" "9, 1" "the same call does the rest"
else
	skip "a full disk during an update" "no strace"
fi

# the table of what happened
printf 'Extern;Naam;Hulpvraag;Geboren;Vraag\n1;Jan;x;2001-01-05;wonen,werk\n2;Piet;y;x;wonen\n3;Jan;z;2001-01-05;wonen\n4;;z;;wonen\n1;Jan;x;;wonen\n' >in.csv
runs 1 "a report" intake --report=r.tsv in.csv
is "$(cat r.tsv)" "uitkomst	reden	aantal
gelezen		5
aangemeld		2
bijgewerkt		0
bekend		1
niet_gedaan		0
afgekeurd	date	1
afgekeurd	missing	1
gewaarschuwd	fit	1
gewaarschuwd	alike	1
gewaarschuwd	again	1" "counts all rows by what became of them"
is "$(sed 's/.*: //; $d' err | grep -c '^1$')" 5 "as the end of standard error does"
runs 2 "a dossier as report" intake --report=x.rec in.csv
runs 2 "the report in the place of the input" intake --report=in.csv in.csv

# what is written never stands in the place of what else is written, and that is seen first
rm -rf d e
mkdir d e
ln -s d link
mkdir sub
ln -s ../uit sub/link
for pair in 'uit uit' 'uit ./uit' 'd/uit link/uit'; do
	runs 2 "${pair% *} and ${pair#* } are one file" fasen-intake --csv --rejects="${pair% *}" --report="${pair#* }" -d d in.csv
	like "$(cat err)" '^fasen-intake: --rejects and --report name one file' "which is said"
done
echo here >uit
ln uit hard
runs 2 "two names of one file too" fasen-intake --csv --rejects=uit --report=hard -d d in.csv
like "$(cat err)" 'name one file' "which is said as well"
rm hard
for option in rejects report; do
	for path in d/.fasen-ids link/.fasen-ids new/.fasen-ids; do
		runs 2 "--$option=$path would take away which ids were given" fasen-intake --csv "--$option=$path" -d d in.csv
	done
done
runs 2 "fasen-report neither" fasen-report -T tsv -o d/.fasen-ids d
like "$(cat err)" 'another name than \.fasen-ids' "which is said too"
runs 2 "nor does a join" fasen-check --join -o d/.fasen-ids d e
for option in rejects report; do
	for path in /dev/stdout /dev/null none/uit sub/link; do
		runs 2 "--$option=$path cannot be written" fasen-intake --csv "--$option=$path" -d d in.csv
	done
done
is "$(ls -A d; cat uit)" here "nothing was registered"

# A run that is ended in the middle prints the paths of what it made; standard output that is full says why, and what was lost there was
# not registered
{ echo 'Naam;Hulpvraag'; seq 2000 | sed 's/.*/Jan &;een huis/'; } >many.csv
if command -v strace >/dev/null; then
	for signal in TERM HUP INT QUIT XCPU; do
		rm -rf d
		mkdir d
		strace -f -o trace -e trace=fsync -e inject=fsync:signal=$signal:when=1 fasen-intake --csv -d d many.csv >out 2>err
		is "$(sort out)" "$(ls d/*.rec)" "$signal: each dossier that was made"
		is "$(sed -n 's/.*rows\{0,1\}: \([0-9]*\) registered.*/\1/p' err)" "$(ls d | wc -l)" "and counted"
	done
	# what waits in files of private rows is taken away, in a command that does not hear it as well
	for signal in QUIT XCPU; do
		rm -rf p && mkdir p
		{ cat many.csv; echo ';x'; } >p/in.csv
		strace -o trace -e trace=read -P p/in.csv -e inject=read:signal=$signal:when=2 fasen-intake --csv --rejects=p/r.csv --report=p/r.tsv p/in.csv >out 2>err
		is "$(cd p; find . -name '.*')" . "$signal leaves no file beside"
		cp "$TOP/samples/dossiers/2026-0042.rec" p/a.rec
		strace -o trace -e trace=fsync -e inject=fsync:signal=$signal:when=1 fasen-plan --note=x --date=2026-10-30 --today=2026-10-30 -i p/a.rec >out 2>err
		is "$(cd p; find . -name '.*')" . "$signal while a dossier is written neither"
	done
else
	skip "a signal at a known place" "no strace"
fi
ok "the words of the table were found" sh -c 'python3 "$1/tests/reasons.py" "$1" >reasons && [ "$(grep -c . reasons)" -gt 40 ]' - "$TOP"
for page in "$TOP/man/fasen-intake.1" "$TOP/man/nl/fasen-intake.1"; do
	is "$(while read -r word; do grep -qE -- "^\.Li (.* )?$word( |\$)" "$page" || echo "$word"; done <reasons)" "" "each stands in ${page#"$TOP/"}"
done
runs 0 "dossiers of which only the first is read" sh -c 'fasen-intake --csv many.csv 2>said | head -1'
is "$(cat out)" "Record: client" "come"
unlike "$(cat said)" 'stopped here|registered' "and the end is quiet"
why='standard output: No space left on device'
runs 2 "standard output that is full" sh -c 'fasen-intake --csv many.csv >/dev/full'
is "$(grep 'standard output' err)" "fasen-intake: $why" "says why, once"
like "$(cat err)" ' rows: 0 registered, 0 updated' "and nobody is registered"
runs 2 "a file that grows too large" sh -c 'ulimit -f 100; fasen-intake --csv many.csv >part'
is "$(grep 'standard output' err)" "fasen-intake: standard output: File too large" "says so too"
counted=$(sed -n 's/.*rows: \([0-9]*\) registered.*/\1/p' err)
ok "and no more are counted than stand there" [ "$counted" -gt 0 -a "$counted" -le "$(grep -c '^Record: fase' part)" ]
rm -rf d
mkdir d
runs 2 "the paths" sh -c 'fasen-intake --csv -d d many.csv >/dev/full'
is "$(grep 'standard output' err)" "fasen-intake: $why" "go nowhere either"
runs 0 "again" fasen-intake --csv --map Naam=Extern --map Naam=Naam -d e many.csv
{ echo 'Extern;Hulpvraag'; seq 2000 | sed 's/.*/Jan &;een kamer/'; } >changed.csv
for dry in -n ''; do
	runs 2 "what changed $dry" sh -c "fasen-intake --csv $dry --update -d e changed.csv >/dev/full"
	is "$(grep 'standard output' err)" "fasen-intake: $why" "goes nowhere either"
done

# A directory that is to tell who is known, and has nobody
rm -rf new none && mkdir new none
printf 'Naam;Hulpvraag;Vraag\nA;H;wonen,werk\n' >one.csv
runs 1 "--known-in of an empty directory" fasen-intake --csv --known-in=none -d new --today=2026-05-01 one.csv
is "$(sed 1q err)" "fasen-intake: none: warning: a directory without any *.rec" "is said"
is "$(cat out)" new/2026-0001.rec "and the rows are registered"

# a file named twice
rm -rf d
mkdir d
ln one.csv other.csv
runs 1 "a file named twice" fasen-intake --csv -d d --today=2026-05-01 one.csv other.csv ./one.csv
is "$(cat out)" d/2026-0001.rec "is read once"
is "$(grep -c 'named twice; read once$' err)" 2 "which is said"
done_testing
