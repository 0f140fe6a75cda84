#!/bin/sh
# SPDX-License-Identifier: ISC
# Imports: maps, repeats, updates, rejects, two at once, a full disk.
. "$(dirname "$0")/lib.sh"

samples=$TOP/samples
today=2026-11-01
export_in() {
	fasen-intake --csv --encoding=CP1252 --date-format=dmy --map-file="$samples/export-aanmeldingen.map" --today=$today "$@"
}
# Names, contents and times of all files, to see that nothing was touched.
picture() { find "$1" -type f -printf '%P %i %T@\n' -exec md5sum {} + | sort; }

# the export of an old system
mkdir d
runs 1 "an export in CP1252 with semicolons and Dutch dates" export_in -d d --rejects=rejects.csv "$samples/export-aanmeldingen.csv"
is "$(wc -l <out)" 75 "the good rows go in, and their paths are printed"
like "$(cat err)" '79 rows: 75 registered, 0 updated, 0 known and left as they are, 4 rejected' "and are counted"
is "$(cut -c1-6 rejects.csv | tr '\n' ' ')" "$(printf 'Cli\353nt 104832 104888 104913 104954 ')" "the bad ones are among the rejects"
like "$(cat err)" ':53: warning: Voornaam\+Tussenvoegsel\+Achternaam: 2026-0032 is likely the same person as 2025-0001' \
	"a likely duplicate is named with both ids, in spite of case, accents and a blank"
file=$(grep -l '^Extern: 0004711$' d/*.rec)
like "$(cat "$file")" '^Extern: 0004711$' "leading zeros stay"
like "$(cat "$file")" '^\+ Mijn broer zegt: "gewoon doen"' "a text of two lines, and quotes in it"
like "$(cat d/*.rec)" '^Contact: \+31 6 1234 5137$' "a telephone number with + stays exact"
like "$(cat d/*.rec)" '^Naam: Zoë van den Bergh$' "umlauts from Excel, joined columns"
like "$(cat d/*.rec)" '^Wet: Jeugdwet$' "a field of the organisation's own, by a code table"
is "$(grep -L '^Bron: export aanmeldingen$' d/*.rec)" "" "a fixed value in every row"
is "$(grep -c '^Vraag' d/2025-0001.rec)" 3 "three columns for a repeated field"
fasen-select --count d >count 2>&1 && is "$(cat count)" 75 "all are dossiers"

picture d >before
runs 1 "the same file again" export_in -d d "$samples/export-aanmeldingen.csv"
like "$(cat err)" '0 registered, 0 updated, 75 known and left as they are, 4 rejected' "all are known"
is "$(cat out)" "" "no path is printed"
picture d >after
same before after "no byte changes"
today=2026-12-01
runs 1 "the same file again with --update" export_in -d d --update "$samples/export-aanmeldingen.csv"
like "$(cat err)" '0 registered, 0 updated, 75 known' "nothing changed"
today=2026-11-01
picture d >after
same before after "no byte changes"

# the rejects, corrected and fed again
iconv -f CP1252 -t UTF-8 rejects.csv | sed 's/08-12-2025;WMO;;/08-12-2025;WMO;Ik wil werk.;/; s/31-02-2026/28-02-2026/; s/;03-04-26;/;03-04-2026;/
	s/Mobiliteit/Wonen/' | iconv -t CP1252 >corrected.csv
cp rejects.csv before.csv
runs 1 "corrected, but with what was wrong still behind them" export_in -d d --rejects=rejects.csv corrected.csv
is "$(grep -c '^fasen-intake: corrected\.csv:[0-9]*: error: Foutmelding: not empty; expected it emptied once' err)" 4 "none is taken"
runs 1 "the rejects as they are" export_in -d d --rejects=rejects.csv before.csv
unlined() { LC_ALL=C sed 's/;[0-9][0-9]*;\("*[A-Z]\)/;\1/g' "$1"; }
unlined rejects.csv >got && unlined before.csv >want
same got want "come out as they went in, with what was wrong first"
LC_ALL=C sed '2,$s/;\([0-9]*\);\("\([^"]\|""\)*"\|[^;"]*\)\r*$/;\1;\r/' corrected.csv >emptied.csv && mv emptied.csv corrected.csv
runs 0 "the rejects, corrected and fed again" export_in -d d --rejects=rejects.csv corrected.csv
like "$(cat err)" '4 rows: 4 registered, 0 updated, 0 known and left as they are, 0 rejected' "all are in"
unlike "$(cat err)" 'Regel|Foutmelding' "the columns that were added need no map"
is "$(wc -l <rejects.csv)" 1 "no rejects are left, only their header"
is "$(find d -name '*.rec' | wc -l)" 79 "and every client has a dossier"

# --update
printf 'Extern;Naam;Hulpvraag;Team;Contact\n1;Piet;Help;noord;06\n2;Jan;Help;noord;06\n' >a.csv
printf 'Extern;Naam;Hulpvraag;Team;Contact\n1;Piet;Help;;06\n2;Jan;Help;zuid;06\n' >b.csv
mkdir u
fasen-intake --csv -d u --today=2026-05-01 a.csv >out 2>err
runs 0 "an update" fasen-intake --csv -d u --update --today=2026-06-01 b.csv
is "$(cat out)" u/2026-0002.rec "prints what it changed"
cat >want <<'END'
Record: client
Client: 2026-0002
Op: 2026-06-01
Team: zuid
Door: tester

END
tail -6 u/2026-0002.rec >got
same got want "only what changed is recorded; an empty cell fills nothing"
picture u >before
fasen-intake --csv -d u --update --today=2026-07-01 b.csv >out 2>err
picture u >after
same before after "the same again changes nothing"
runs 0 "--update -n" fasen-intake --csv -n -d u --update --today=2026-07-01 a.csv
like "$(cat out)" '^Team: noord' "-n shows the change"
picture u >after
same before after "and writes nothing"
runs 2 "--update without a directory" fasen-intake --csv --update a.csv
mkdir v
runs 0 "--known-in" fasen-intake --csv -d v --known-in=u a.csv
is "$(ls v)" "" "who has a dossier there is known"
runs 0 "--known-in with --update" fasen-intake --csv -d v --known-in=u --update --today=2026-08-01 a.csv
is "$(cat out)" u/2026-0002.rec "changes the dossier where it is"
printf 'Extern;Naam;Hulpvraag;A;B\n9;Piet;Help;wonen;wonen\n' >c.csv
runs 0 "two columns that say the same" fasen-intake --csv --map A=Vraag --map B=Vraag c.csv
is "$(grep -c '^Vraag' out)" 1 "make one value"
printf 'Record: client\nClient: x\n\n' >v/x.rec
runs 2 "a dossier in the directory whose first record is malformed" fasen-intake --csv -d v c.csv --map A=Vraag --map B=Vraag
like "$(cat err)" '^fasen-intake: v/x\.rec:1: error: Aangemeld' "is said"
like "$(cat err)" '^fasen-intake: v/x\.rec:1: error: the first record of a dossier cannot be read' "as who is known is not known"
is "$(cat out; ls v)" x.rec "nobody is registered"
for broken in 'Record: client\nCliënt: x\n' 'Record: client\nClient: x\nExtern 9\n' 'Client: x\n' 'Record: fase\nClient: x\nOp: 2026-01-05\nFase: intake\n'; do
	printf "$broken\n" >v/x.rec
	runs 2 "so does $broken" fasen-intake --csv -d v c.csv --map A=Vraag --map B=Vraag
	is "$(ls v)" x.rec "stop it"
done
printf 'Record: client\nClient: x\nNaam: X\nAangemeld: 2026-01-05\nHulpvraag: H\nExtern: 7\n\nRecord: fase\nClient: x\nFase\n\n' >v/x.rec
printf 'Extern;Naam;Hulpvraag;A;B\n7;X;Help;wonen;wonen\n' >>c.csv
sed 3d c.csv | cat - c.csv >d.csv
runs 2 "malformed further on" fasen-intake --csv -d v d.csv --map A=Vraag --map B=Vraag
like "$(cat out)" '^v/' "and the rows are registered"
is "$(ls v | wc -l | tr -d ' ')" 2 "of who is not known"
rm v/x.rec
# What is passed over in the directory, as in every command
mkdir w
printf 'Extern;Naam;Hulpvraag;Vraag\n7;X;Help;wonen\n' >w.csv
fasen-intake --csv -d w --id-prefix=w --today=2026-01-05 w.csv >/dev/null 2>&1
cp w/w0001.rec 'w/w0001 (kopie).rec' && cp w/w0001.rec w/aa.rec && mkfifo w/f.rec
printf 'Extern;Naam;Hulpvraag;Vraag;Team\n7;X;Help;wonen;noord\n' >w.csv
runs 1 "copies in the directory" timeout 10 fasen-intake --csv -d w --known-in=w/ --update --today=2026-08-01 w.csv
is "$(cat out)" w/w0001.rec "are not who is known"
is "$(grep -l noord w/aa.rec w/w*)" w/w0001.rec "nor changed"
is "$(sed '/ rows*: /d; s/:1: warning:/:/; s/ warning://' err | cut -d: -f2-)" " w/aa.rec: Client: w0001 has a dossier in w/w0001.rec; this one is passed over
 w/f.rec: not a regular file; passed over
 w/w0001 (kopie).rec: Client: w0001 has a dossier in w/w0001.rec; this one is passed over" "each is said once"
: >w/leeg.rec
fasen-intake --csv -q -d w --known-in=w/ --today=2026-08-01 w.csv >out 2>err
is "$?: $(grep leeg err)" "1: fasen-intake: w/leeg.rec: warning: holds no dossier" "a file that was emptied is named"
rm w/leeg.rec
runs 1 "in a second directory" fasen-intake --csv -q -d v --known-in=w w.csv
is "$(ls v)" "$(ls v | grep -v w0)" "who is known there is not registered"
chmod 0 w/w0001.rec
if [ -r w/w0001.rec ]; then
	skip "a dossier that cannot be read" "nothing is closed to root"
else
	runs 2 "a dossier that cannot be read" fasen-intake --csv -d w w.csv
fi
runs 2 "a directory as CSV" fasen-intake --csv w
like "$(cat err)" '^fasen-intake: w: error: .*directory' "is none"

cp a.csv a2.csv
runs 0 "twice in two files" fasen-intake --csv a.csv a2.csv
like "$(cat err)" '^fasen-intake: a2\.csv:2: warning: Extern: [0-9-]*, a client of an earlier row; passed over' "is said"
is "$(grep -c '^Record: client' out)" 2 "and registered once"
printf 'Client;Naam;Hulpvraag\nx-9;Piet;Help\nx-9;Piet;Help\n' >c.csv
runs 0 "ids of the file's own" fasen-intake --csv -d v --id-prefix=q c.csv
is "$(cat out)" v/x-9.rec "are kept"
printf 'Client;Extern;Naam;Hulpvraag\nx-1;1;Piet;Help\n' >c.csv
runs 1 "an id beside that of the dossier" fasen-intake --csv -d u c.csv
like "$(cat err)" 'c\.csv:2: error: Client: another id than the dossier' "is refused"
printf 'Naam;Hulpvraag\nPiet;Help\n' | fasen-intake --csv --id-prefix=k- >out 2>err
like "$(cat out)" '^Client: k-0001$' "standard input, and --id-prefix"
printf '%s\0%s\0' a.csv b.csv >list
runs 0 "--files0-from" fasen-intake --csv --files0-from=list
like "$(cat err)" '4 rows: 2 registered' "reads the files of a list"
printf 'Naam|Hulpvraag\na;b|c,d\n' >c.csv
runs 0 "--delimiter" fasen-intake --csv --delimiter='|' c.csv
like "$(cat out)" '^Naam: a;b$' "is taken as given"
printf 'Naam;Hulpvraag;Geboren\na;b;2/13/1990\n' >c.csv
runs 0 "--date-format=mdy" fasen-intake --csv --date-format=mdy c.csv
like "$(cat out)" '^Geboren: 1990-02-13$' "month first"
printf 'Naam;Hulpvraag;Geboren\na;b;1990.2.3 00:00:00\n' >c.csv
runs 0 "--date-format=ymd" fasen-intake --csv --date-format=ymd c.csv
like "$(cat out)" '^Geboren: 1990-02-03$' "year first, and a time behind it"
for wrong in -i --all '-c x' '--id x' '--naam x' '--reden x' '--date-format xyz' '--delimiter ab' '--format x'; do
	# shellcheck disable=SC2086
	runs 2 "--csv with $wrong is a wrong call" fasen-intake --csv $wrong a.csv
done

# maps: joins, quotes, splits, tables, fixed values, several records of a kind
printf '"A+B";C;D;E;Wonen;Werk;Dag\nx;y;wonen / werk;onbekend;2;;01-03-2026\n' >m.csv
cat >m.map <<'END'
# a comment
"A+B"+C=Naam
D=Vraag split /
E=Team
  onbekend ->
=Hulpvraag: Staat in het oude dossier.
=Aangemeld: 2026-01-05
Dag=leefgebied.Op
=leefgebied.Schaal: zelfredzaamheid
Wonen=leefgebied[wonen].Score
Werk=leefgebied[werk].Score
=akkoord.Wie: client
END
runs 0 "a map of everything" fasen-intake --csv --map-file=m.map --date-format=dmy --today=2026-11-01 m.csv
cat >want <<'END'
Record: client
Client: 2026-0001
Op: 2026-01-05
Naam: x y
Aangemeld: 2026-01-05
Hulpvraag: Staat in het oude dossier.
Vraag: wonen
Vraag: werk
Door: tester
Vastgelegd: 2026-11-01

Record: fase
Client: 2026-0001
Op: 2026-01-05
Fase: aanmelding
Door: tester
Vastgelegd: 2026-11-01

Record: leefgebied
Client: 2026-0001
Op: 2026-03-01
Leefgebied: wonen
Score: 2
Schaal: zelfredzaamheid
Door: tester
Vastgelegd: 2026-11-01

END
same out want "joins, splits, codes to nothing, fixed values, shared fields; no record without a value"

# rows for known clients: phases, scores, goals, each once
mkdir k
printf 'nr;naam\n1;Piet\n' | fasen-intake --csv -d k --map nr=Extern --map naam=Naam --map '=Hulpvraag: H' --map '=Aangemeld: 2026-01-05' >out 2>err
printf 'nr;fase;op;wie\n1;intake;2026-01-10;anna\n1;3;2026-02-01;anna\n1;analyse;2026-02-20;bram\n2;intake;2026-01-10;anna\n1;intake;2025-01-10;anna\n' >f.csv
fasen() { fasen-intake --csv -d k --update --map nr=Extern --map fase=fase.Fase --map op=fase.Op --map wie=fase.Door --rejects=r.csv --today=2026-11-01 "$@"; }
runs 1 "phases of known clients" fasen f.csv
like "$(cat err)" 'f\.csv:3: error: fase: "3" is not in the model' "a phase goes by its code"
like "$(cat err)" 'f\.csv:5: error: nr: no known client' "a client that is not known"
like "$(cat err)" 'f\.csv:6: error: op: .*before the registration' "a phase before the registration"
is "$(grep '^Fase' k/2026-0001.rec | tr '\n' ' ')" "Fase: aanmelding Fase: intake Fase: analyse " "the others are in"
like "$(tail -4 k/2026-0001.rec)" '^Door: bram$' "with who recorded them"
picture k >before
fasen f.csv >out 2>err
picture k >after
same before after "the same again adds nothing"
printf 'nr;dag;d1;d1 domein;stand;score wonen\n1;2026-03-01;Ik wil een huis.;wonen;bezig;2\n' >g.csv
goals() {
	fasen-intake --csv -d k --update --map nr=Extern --map d1=doel.Tekst --map 'd1 domein=doel.Leefgebied' --map '=doel.Op: 2026-03-01' \
		--map stand=stand.Stand --map '=stand.Doel: d1' --map dag=stand.Op --map 'score wonen=leefgebied[wonen].Score' --today=2026-11-01 "$@"
}
runs 0 "goals, stands and scores" goals g.csv
like "$(cat k/2026-0001.rec)" '^Doel: d1$' "a goal gets its id"
is "$(grep -c '^Score: 2' k/2026-0001.rec)" 1 "a score is in"
picture k >before
goals g.csv >out 2>err
picture k >after
same before after "the same again adds nothing, also where the file gives no date"
sed 's/;2$/;3/' g.csv >h.csv
goals h.csv >out 2>err
is "$(grep -c '^Score: 3' k/2026-0001.rec)" 1 "a new score is added"
is "$(grep -c '^Record: doel' k/2026-0001.rec)" 1 "and nothing else"
sed 's/;2$/;9/' g.csv >h.csv
runs 1 "a score off the scale" goals h.csv
like "$(cat err)" 'h\.csv:2: error: score wonen: off the scale' "is refused by its column"

# two at once
mkdir p
for i in 1 2; do
	{
		echo 'Extern;Naam;Hulpvraag;Aangemeld'
		j=0
		while [ $j -lt 150 ]; do
			j=$((j + 1))
			echo "$i-$j;Client $i-$j;Help;2026-01-05"
			echo "shared-$j;Client $j;Help;2026-01-05"
		done
	} >p$i.csv
done
fasen-intake --csv -d p p1.csv >out1 2>err1 &
fasen-intake --csv -d p p2.csv >out2 2>err2 &
wait
is "$(find p -name '*.rec' | wc -l)" 450 "two imports into one directory at the same moment: every client has a dossier"
is "$(cat p/*.rec | grep '^Extern' | sort | uniq -d)" "" "and once"
is "$(cat p/*.rec | grep -A1 '^Record: client' | grep '^Client' | sort | uniq -d)" "" "no id is used twice"
is "$(cat out1 out2 | sort | uniq -d)" "" "nor a file"

# a row that names two clients
printf 'Client;Extern;Naam;Hulpvraag;Vraag\na;1;Piet;Help;wonen,werk\nb;2;Jan;Help;wonen,werk\n' >two.csv
mkdir two
fasen-intake --csv -d two two.csv >out 2>err
cp -r two two.before
printf 'Client;Extern\na;2\n' >mixed.csv
runs 1 "a row with the id of one client and the Extern of another" fasen-intake --csv -d two --update mixed.csv
like "$(cat err)" 'mixed\.csv:2: error: Extern: is of another client, b' "is rejected, and says whose it is"
ok "and nothing changed" diff -r two two.before
printf 'Client;Extern\na;3\n' >renumbered.csv
runs 0 "a new number of a client's own" fasen-intake --csv -d two --update renumbered.csv
is "$(grep -c '^Extern: 3' two/a.rec)" 1 "goes in"

# from cron: silent when there is no news
printf 'Client;Extern;Naam;Hulpvraag;Vraag;Kamer\na;3;Piet;Help;wonen,werk;12\n' >room.csv
runs 0 "nothing new" fasen-intake --csv -q -d two --update --map=Kamer= room.csv
is "$(cat out err)" "" "-q says nothing then, nor of a column that is left out on purpose"
runs 0 "something new" fasen-intake --csv --quiet -d two --update --map=Kamer= two.csv
like "$(cat err)" '2 rows: 0 registered, 1 updated, 1 known' "is counted also with -q"
runs 2 "--quiet without --csv" fasen-intake --quiet --template
printf 'Extern;;Naam;Hulpvraag;Vraag;Extra;Begeleider\n1;y;Zo\303\253;q;wonen,werk;x;a\nExtern;;Naam;Hulpvraag;Vraag;Extra;Begeleider\n' >nightly.csv
nightly() { fasen-intake --csv --update --encoding=CP1252 --today=2026-11-01 --map=Begeleider=fase.Door "$@" nightly.csv; }
mkdir n
runs 0 "a first night" nightly -d n -q
cp err first
for said in 'Extra: no rule' 'column 2: has no name' 'Begeleider: fills this' 'the header again' 'makes UTF-8' '1 row: 1 registered'; do
	is "$(grep -c "$said" first)" 1 "news: it says what is to be known of the file ($said)"
done
runs 0 "a night without news" nightly -d n -q
is "$(cat out err)" "" "-q says none of it again"
runs 0 "nor does a dry run" nightly -d n -q -n
is "$(cat out err)" "" "say anything"
runs 0 "without -q" nightly -d n
is "$(grep -c -e Extra -e 'column 2' -e 'fills this' -e 'header again' -e UTF-8 err)" 5 "all of it is said"
echo '2;;;q;;;' >>nightly.csv
runs 1 "a row that is rejected" nightly -d n -q
is "$(grep -c -e Extra -e 'column 2' -e 'fills this' -e 'header again' -e UTF-8 err)" 5 "is news"
runs 2 "a field twice that does not repeat" fasen-intake --naam=x --naam=y --hulpvraag=z
like "$(cat err)" '^fasen-intake: --naam is given twice' "is said, and no value lost in silence"
runs 2 "--id-prefix of nothing, as of a variable that is not set" fasen-intake --naam=x --hulpvraag=y --id-prefix=
runs 2 "--id with --id-prefix" fasen-intake --naam=x --hulpvraag=y --id=z --id-prefix=K

# progress: on a terminal, and when it takes long
cat >feed <<'END'
echo 'Naam;Hulpvraag;Vraag'
for part in 1 2; do
	i=0
	while [ $((i += 1)) -le 300 ]; do echo "Client $part$i;Help;wonen, werk"; done
	[ $part = 2 ] || sleep 1.5
done
END
script -qec 'sh feed | fasen-intake --csv >/dev/null' /dev/null >out </dev/null
like "$(tr '\r' '\n' <out)" '^[0-9]+ rows, [0-9]+ registered' "progress is shown on a terminal"
sh feed | fasen-intake --csv >out 2>err
is "$(cat err)" "fasen-intake: 600 rows: 600 registered, 0 updated, 0 known and left as they are, 0 rejected" "and nowhere else"

# a full disk
if mkdir full && mount -t tmpfs -o size=200k tmpfs full 2>/dev/null; then
	runs 2 "a full disk: exit 2" fasen-intake --csv -d full p1.csv
	like "$(cat err)" 'No space left' "is said"
	like "$(cat err)" 'p1\.csv:[0-9]*: stopped here' "with the row where it stopped"
	n=$(find full -name '*.rec' | wc -l)
	ok "some are written" test "$n" -gt 10 -a "$n" -lt 300
	is "$(find full -type f ! -name '*.rec')" "" "nothing is left behind"
	is "$(for f in full/*.rec; do tail -c1 "$f" | od -An -tx1; grep -c '^Record: fase' "$f"; done | sort -u | tr -d '\n ')" 0a1 "what was written is whole"
	mount -o remount,size=10m full
	runs 0 "the same call with room again" fasen-intake --csv -d full p1.csv
	is "$(find full -name '*.rec' | wc -l)" 300 "completes it"
	is "$(cat full/*.rec | grep '^Extern' | sort | uniq -d)" "" "each once"
	mount -o remount,size=10m,ro full
	runs 2 "a directory that cannot be written" fasen-intake --csv -d full p2.csv
	umount full
else
	skip "a full disk" "no tmpfs can be mounted here"
fi
runs 2 "standard output that is full" sh -c 'fasen-intake --csv p1.csv >/dev/full'
mkdir t
runs 0 "no place for temporary files" env TMPDIR=/nonexistent fasen-intake --csv -d t a.csv
is "$(ls t | wc -l)" 2 "is not asked for"
echo old >r.old
: >empty.csv
runs 2 "a file that cannot be read" fasen-intake --csv --rejects=r.old empty.csv
is "$(cat r.old)" old "leaves the rejects of before"
runs 2 "rejects that cannot be written" fasen-intake --csv --rejects=/nonexistent/r a.csv
printf 'Naam;Hulpvraag\nx;y\n' >c.csv
runs 2 "rejects for files of other columns" fasen-intake --csv --rejects=r.csv a.csv c.csv
like "$(cat err)" 'c\.csv: error: other columns' "is said"

# a separator is a text, and one that is a word stands by itself
split() {
	printf '%s\n' 'Naam,Hulpvraag,V' "Jan,Help,$2" >split.csv
	runs 0 "split $1: exit 0" fasen-intake --csv --delimiter=, --map="V=akkoord.Afspraak split $1" \
		--map='=akkoord.Waarop: plan' --map='=akkoord.Wie: client' --map='=akkoord.Akkoord: ja' split.csv
	is "$(sed -n 's/^Afspraak: //p' out | tr '\n' '|')" "$3" "split $1 on $2"
}
split en 'thuis en werk' 'thuis|werk|'
split en 'Groningen en Assen en' 'Groningen|Assen|'
split -- 'ma-vr -- za' 'ma-vr|za|'
split // 'a/b // c//d' 'a/b|c|d|'
split • '• één • twee' 'één|twee|'
split ' ;' 'a;b ; c' 'a|b|c|'

# an update knows its clients, or takes none
mkdir nights
printf '%s\n' 'Extern;Naam;Hulpvraag' 'E1;Jan;Help' ';Piet;Help' >night.csv
for night in 1 2 3; do
	runs 1 "night $night: exit 1" fasen-intake --csv --update -d nights night.csv
	like "$(cat err)" '^fasen-intake: night\.csv:3: error: Extern: empty; --update expects' "the row without Extern is rejected"
	is "$(ls nights | wc -l)" 1 "and one client is there"
done
printf '%s\n' 'Naam;Hulpvraag' 'Jan;Help' >night.csv
runs 2 "an update by a file that names no client" fasen-intake --csv --update -d nights night.csv
like "$(cat err)" '^fasen-intake: night\.csv: error: no column fills Client, Extern or BSN; --update expects one' "is refused"
is "$(ls nights | wc -l)" 1 "and registers nobody"

# the rejects never take the place of a dossier
printf '%s\n' 'Extern;Naam;Hulpvraag' 'E1;Jan' >night.csv
cp nights/*.rec kept
ln -s nights/*.rec link.csv
for rejects in nights/*.rec nights/new.rec link.csv; do
	runs 2 "--rejects=$rejects: exit 2" fasen-intake --csv -d nights --rejects="$rejects" night.csv
	like "$(cat err)" '^fasen-intake: --rejects: expected a file that is no dossier' "is refused"
	same nights/*.rec kept "and the dossier is as it was"
done
# a file that says nobody's name
printf 'Hulpvraag;Team\nq;n\n' >nobody.csv
runs 2 "a file without a column of names, ids or numbers" fasen-intake --csv nobody.csv
is "$(cat err)" "fasen-intake: nobody.csv: error: no column fills Naam; expected one with the names of new clients
fasen-intake: 0 rows: 0 registered, 0 updated, 0 known and left as they are, 0 rejected" "says so, once"
printf 'Extern;Team\n;n\n9;n\n' >nobody.csv
runs 1 "a row that names nobody" fasen-intake --csv nobody.csv
like "$(cat err)" 'nobody\.csv:2: error: Extern: empty; expected a known client' "by the column that is there"
like "$(cat err)" 'nobody\.csv:3: error: Extern: no known client' "and one that nobody knows"

# what a map says of every row is held against the model once, at the map
printf 'Naam;Hulpvraag;V;Extern\nA;q;x;1\nB;q;y;2\n' >const.csv
once() {
	printf '# a map\n%s\n' "$1" >const.map
	runs 2 "$1: exit 2" fasen-intake --csv --today=2026-06-01 --map-file=const.map const.csv
	is "$(grep -c . err)" 1 "$1: one message"
	like "$(cat err)" "^fasen-intake: const\.map:$2" "$1: with the line of the map"
	is "$(cat out)" "" "$1: nothing is registered"
}
once "V=Vraag
  x -> wonen
  y -> onzin" '4: error: Vraag: "onzin" is not in the model'
once "V=Vraag
  x -> wonen
  * -> onzin" '4: error: Vraag: "onzin" is not in the model'
once "V=Verwachte_weken
  x -> veel" '3: error: Verwachte_weken: not a whole number'
once "V=Aangemeld
  x -> ooit" '3: error: Aangemeld: not a date'
once "V=leefgebied[onzin].Situatie
Extern=leefgebied[onzin].Zorg" '2: error: leefgebied\[onzin\]: "onzin" is not in the model'
once "V=doel[d?].Tekst" '2: error: doel\[d\?\]: not an id'
once "=leefgebied.Score: 99
V=leefgebied[wonen].Situatie" '2: error: Score: off the scale'
once "=Aangemeld: 2026-06-02" '2: error: Aangemeld: after today'
once "=Geboren: 2126-06-02" '2: error: Geboren: after today'
once "=Vraag: wonen, onzin" '2: error: Vraag: "onzin" is not in the model'
cat >const.map <<'END'
=Vraag: wonen , werk
=Aangemeld: 2026-06-01
=leefgebied.Score: 5
V=leefgebied[een].Situatie
=leefgebied[een].Leefgebied: wonen
Extern=Verwachte_weken
  1 -> 10
  * ->
END
runs 0 "what is right" fasen-intake --csv --today=2026-06-01 --map-file=const.map --map=V= const.csv
runs 0 "a column of a field that a rule fills" fasen-intake --csv --today=2026-06-01 '--map==Extern: 9' --map=V= const.csv
like "$(cat err)" 'const\.csv:1: warning: Extern: left out, for a rule of the map fills this field' "is left out, and that is why"
done_testing
