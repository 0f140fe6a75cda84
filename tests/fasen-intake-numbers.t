#!/bin/sh
# SPDX-License-Identifier: ISC
# Goals and actions of an export whose number is another one's here: each lands once under the next number, and is known by
# what the export calls it from then on.
. "$(dirname "$0")/lib.sh"

night() {
	day=$1
	shift
	FASEN_BY=export fasen-intake --csv --update -d d --today="$day" --map=i=doel.Doel --map=t=doel.Tekst \
		'--map==doel.Leefgebied: wonen' --map=a=werkpunt.Werkpunt --map=w=werkpunt.Tekst --map=i=werkpunt.Doel \
		'--map==werkpunt.Wie: client' --map=s=stand.Stand --map=i=stand.Doel "$@" >out 2>err
	status=$?
	last=$(tail -1 err)
}
counts() { echo "$status" $(echo "$last" | tr -c '0-9\n' ' '); }
# The goals and actions of a dossier: number, what it was, what it says.
goals() {
	sed -n '/^# was/p; /^Doel:/p; /^Werkpunt:/p; /^Tekst:/p; /^Record: [^dw]/p' "$1" |
		awk '/^# was/ { was = $3 " in " $5 } /^Record/ { was = "" } /^(Doel|Werkpunt):/ { if (k == "" || $1 == "Werkpunt:") k = $2 }
			/^Tekst:/ { sub(/^Tekst: /, ""); print k "|" was "|" $0; k = was = "" }'
}
mkdir d
printf 'Extern;Naam;Geboren;Hulpvraag;Vraag;Aangemeld\n1;Piet;1980-01-01;H;wonen,werk;2026-01-05\n2;Piet P;1980-01-01;H;wonen,werk;2026-01-06\n' >s.csv
FASEN_BY=export fasen-intake --csv -q -d d --today=2026-05-01 s.csv >out
FASEN_BY=lisa fasen-plan -i --goal='Van Lisa' --leefgebied=wonen --streefdatum=2027-01-01 --today=2026-05-02 d/2026-0001.rec
FASEN_BY=lisa fasen-plan -i --action='Doet Lisa' --doel=d1 --wie=client --today=2026-05-02 d/2026-0001.rec

printf 'Extern;i;t;a;w;s\n1;d1;Een;d1.1;Bellen;bezig\n2;d1;Twee;;;\n' >a.csv
night 2026-05-03 a.csv
is "$(counts)" "0 2 0 2 0 0" "a goal whose number a worker gave to another one lands"
is "$(goals d/2026-0001.rec)" "d1||Van Lisa
d1.1||Doet Lisa
d2|d1 in 2026-0001|Een
d2.1|d1.1 in 2026-0001|Bellen" "under the next number, with its action, and what it is called is noted"
is "$(grep -A3 'Record: stand' d/2026-0001.rec | grep Doel)" "Doel: d2" "and what the row says of it is said of it"
ok "which fasen-check finds good" sh -c 'fasen-check --today=2026-05-04 d | grep -v "no target date"; true'
night 2026-05-04 a.csv
is "$(counts)" "0 2 0 0 2 0" "and is known from then on"
sed 's/Een/Een beter/; s/Bellen/Opbellen/; s/bezig/behaald/' a.csv >b.csv
night 2026-05-05 b.csv
is "$(counts) $(grep -c '^# was' d/2026-0001.rec)" "0 2 0 1 1 0 2" "also when the export says otherwise of it"
cut -d';' -f1,2,6 b.csv | sed 's/behaald/bezig/' >c.csv
FASEN_BY=export fasen-intake --csv --update -d d --today=2026-05-06 --map=i=stand.Doel --map=s=stand.Stand c.csv >out 2>err
is "$(tail -5 d/2026-0001.rec | grep '^Doel')" "Doel: d2" "and by another file, that only names it"

fasen-check --unite d/2026-0001.rec d/2026-0002.rec --same-person --today=2026-05-07 >u 2>err
mv u d/2026-0001.rec
rm d/2026-0002.rec
sed 's/bezig//; s/behaald//' b.csv >a.csv
night 2026-05-08 a.csv
is "$(counts)" "0 2 0 0 2 0" "after two dossiers were united, both are known"
printf 'Extern;i;t;a;w;s\n1;d2;Een nieuw;d2.1;Meer;\n1;d3;Een nog nieuwer;d3.1;Meer;bezig\n2;d2;Twee nieuw;d2.1;Meer;\n2;d3;Twee nog nieuwer;;;open\n' >c.csv
FASEN_BY=export fasen-intake -n --csv --update -d d --today=2026-05-09 --map=i=doel.Doel --map=t=doel.Tekst '--map==doel.Leefgebied: wonen' \
	--map=a=werkpunt.Werkpunt --map=w=werkpunt.Tekst --map=i=werkpunt.Doel '--map==werkpunt.Wie: client' --map=s=stand.Stand --map=i=stand.Doel c.csv >shown 2>err
cp d/2026-0001.rec before
night 2026-05-09 c.csv
is "$(counts)" "0 4 0 4 0 0" "new goals of both land"
diff before d/2026-0001.rec | sed -n 's/^> //p' >added
same shown added "as -n showed"
night 2026-05-10 c.csv a.csv
is "$(counts)" "0 6 0 0 6 0" "once"
is "$(goals d/2026-0001.rec | sed 1,2d | grep -c '|d[0-9.]* in 2026-000[12]|')" 10 "each with what it was"
is "$(grep '^Doel: d' d/2026-0001.rec | sort -u | wc -l)" 7 "and a number of its own"
is "$(fasen-check --today=2026-05-10 d | grep -c 'error')" 0 "which fasen-check finds good"
printf 'Extern;i;t;a;w;s\n1;d2;Een nieuw, nu anders;;;behaald\n2;d3;Twee nog nieuwer, anders;;;\n' >c.csv
night 2026-05-11 c.csv
is "$(counts) $(grep -c '^# was' d/2026-0001.rec)" "0 2 0 2 0 0 $(grep -c '^# was' before added | awk -F: '{ n += $2 } END { print n }')" "what the export says otherwise of them is said of them"
done_testing
