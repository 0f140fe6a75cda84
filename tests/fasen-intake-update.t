#!/bin/sh
# SPDX-License-Identifier: ISC
# A nightly import may run for ever: whatever happened meanwhile, nothing is recorded twice.
. "$(dirname "$0")/lib.sh"

# night DAY ARGUMENT... is the import of that night into d; what it recorded is in ./out.
night() {
	day=$1
	shift
	fasen-intake --csv --update -d d --today="$day" "$@" >out 2>err
}
# Counts records in d, so that three numbers say what two nights did.
records() { cat d/*.rec | grep -c '^Record'; }
# twice DESC WANT ARGUMENT...: from the first night on, no night adds anything; WANT records are there.
twice() {
	desc=$1 want=$2
	shift 2
	night 2026-10-01 "$@"
	first=$(records)
	night 2026-10-01 "$@"
	night 2026-10-02 "$@"
	night 2026-12-02 "$@"
	is "$first $(records)" "$want $want" "$desc"
}
start() {
	rm -rf d
	mkdir d
	printf 'Extern;Naam;Hulpvraag;Team;Begeleider\n1;Piet;H;noord;anna\n2;Jan;H;noord;anna\n' >start.csv
	night 2026-05-01 start.csv
}

start
printf 'Extern;Team\n1;zuid\n2;noord\n' >a.csv
twice "a changed field" 5 a.csv
start
fasen-intake -i --amend --team=west --date=2027-01-01 --today=2026-06-01 d/2026-0001.rec 2>err
twice "a change that was recorded for a day to come" 6 a.csv
start
printf 'Extern;Team;Op\n1;zuid;2027-03-01\n2;noord;\n' >b.csv
twice "a row about a day to come" 5 b.csv
start
printf 'Extern;w;f;dag\n1;Een tuin.;intake;2027-02-01\n' >c.csv
twice "undated fields of a domain, and a phase of a day to come" 6 --map='w=leefgebied[wonen].Wens' --map='f=fase.Fase' --map='dag=fase.Op' c.csv
start
fasen-domains -i --domain=wonen --wens='Een schuur.' --date=2027-01-01 --today=2026-06-01 d/2026-0001.rec 2>err
twice "a domain of which something was recorded for later" 6 --map='w=leefgebied[wonen].Wens' --map=f= --map=dag= c.csv
start
fasen-plan -i --status=behaald --doel=d1 --today=2026-06-01 d/2026-0001.rec >out 2>err
printf 'Extern;b\n1;wachtlijst\n' >e.csv
fasen-intake -i --decide=geplaatst --date=2027-01-01 --today=2026-06-01 d/2026-0001.rec 2>err
twice "an undated event of which a later one is there" 6 --map='b=intake.Besluit' e.csv

# rows that share a client
start
printf 'Extern;Team;Begeleider\n1;zuid;\n1;;bram\n1;zuid;bram\n' >a.csv
twice "rows of a client that say different fields" 6 a.csv
is "$(grep -c 'error' err)" 0 "are all taken"
start
printf 'Extern;Team\n1;zuid\n1;oost\n' >a.csv
twice "rows of a client that say different things" 5 a.csv
is "$(cat err | head -1)" 'fasen-intake: a.csv:3: error: Team: an earlier row of this client, on line 2, says otherwise; expected the same in each' \
	"the second is rejected"
start
printf 'Extern;Team\n3;noord\n1;noord\n1;zuid\n' | sed 's/^Extern;Team/Extern;Naam;Hulpvraag;Team/; s/^\([0-9]\);/\1;N;H;/' >a.csv
twice "a row that says otherwise than one which changed nothing" 7 a.csv
start
printf 'Extern;Naam;Hulpvraag;Team\n3;N;H;noord\n3;N;H;zuid\n' >a.csv
twice "rows of a client that is new" 6 a.csv
start
printf 'Extern;d;s;dag\n1;wonen;2;2026-09-01\n1;werk;3;2026-09-01\n1;wonen;4;2026-09-01\n' >a.csv
twice "two scores of a domain and a day" 6 --map='d=leefgebied.Leefgebied' --map='s=leefgebied.Score' --map='dag=leefgebied.Op' a.csv
like "$(cat err)" 'a\.csv:4: error: s: an earlier row of this client, on line 2' "the second is rejected, those of two domains are not"
start
printf 'Extern;b\n1;wachtlijst\n1;geplaatst\n' >a.csv
twice "two undated decisions" 5 --map='b=intake.Besluit' a.csv

# an id elsewhere that a row changes
start
printf 'Client;Extern;Naam;Hulpvraag\n2026-0001;9;;\n;1;Een ander;H\n' >a.csv
twice "an Extern that an earlier row took away" 7 a.csv
is "$(grep -l '^Extern: 1$' d/*.rec | tail -1)" d/2026-0003.rec "is that of a new client"
start
printf 'Client;Extern;Team\n2026-0001;9;\n;9;zuid\n' >a.csv
twice "an Extern that an earlier row gave" 6 a.csv
is "$(grep -c '^Team: zuid' d/2026-0001.rec)" 1 "is that client's"

# by BSN, where a row has no other number
start
printf 'BSN;Naam;Hulpvraag;Team\n999900158;Kees;H;noord\n' >a.csv
printf 'BSN;Naam;Hulpvraag;Team\n999900158;Kees;H;zuid\n' >b.csv
night 2026-06-01 a.csv
twice "a client known by BSN" 7 b.csv
is "$(ls d/*.rec | wc -l)" 3 "is registered once"
cp d/2026-0003.rec d/x.rec && sed -i 's/2026-0003/x/' d/x.rec
runs 1 "a BSN of two clients" fasen-intake --csv --update -d d --today=2026-10-01 a.csv
like "$(cat err)" 'a\.csv:2: error: BSN: of several known clients' "says of none which it is"
printf 'BSN;Naam;Hulpvraag;Team\n;Kees;H;noord\n' >a.csv
runs 1 "a row without a number" fasen-intake --csv --update -d d --today=2026-10-01 a.csv
like "$(cat err)" 'a\.csv:2: error: BSN: empty; --update expects' "is rejected"

# eenmalig and wissen
start
fasen-intake -i --amend --begeleider=bram --today=2026-06-01 d/2026-0001.rec
night 2026-10-01 --map='Begeleider=Begeleider eenmalig' start.csv
is "$(records)" 5 "eenmalig: a field that fasen changed stays"
like "$(cat err)" '^fasen-intake: Begeleider: 1 dossier says otherwise since 2026-06-01; left so \(eenmalig\)$' "and is named"
fasen-intake --csv --update -q -d d --today=2026-10-01 --map='Begeleider=Begeleider eenmalig' start.csv >out 2>err
is "$(cat out err)" "" "not with -q, for it is no news"
printf 'Extern;Naam;Hulpvraag;Begeleider\n5;Els;H;carla\n' >a.csv
night 2026-10-01 --map='Begeleider=Begeleider eenmalig' a.csv
like "$(cat d/2026-0003.rec)" '^Begeleider: carla' "a new client has it"
night 2026-10-01 start.csv
like "$(cat err)" '^fasen-intake: Begeleider: 1 dossier said otherwise since 2026-06-01; what the export says was recorded$' \
	"without it the export wins, and what it undoes is named"
night 2026-10-02 start.csv
unlike "$(cat err)" 'otherwise' "once"
start
FASEN_BY=lisa fasen-intake -i --all --amend --begeleider=bram --today=2026-06-01 d
sed 's/anna/carla/' start.csv >a.csv
night 2026-10-01 a.csv
like "$(cat err)" '^fasen-intake: Begeleider: 2 dossiers said otherwise since 2026-06-01' "what another recorded is named, whatever it was before"
sed 's/anna/dora/' start.csv >a.csv
night 2026-10-02 a.csv
unlike "$(cat err)" 'otherwise' "what the export itself recorded is not"
start
printf 'Extern;Team;Begeleider\n1;;\n2;west;\n' >a.csv
night 2026-10-01 a.csv
is "$(records)" 5 "an empty cell says nothing"
twice "wissen: it clears the field" 7 --map='Team=Team wissen' --map='Begeleider=Begeleider wissen' a.csv
is "$(tail -6 d/2026-0001.rec | grep -c '^Team:$\|^Begeleider:$')" 2 "with an empty value"
printf 'Extern;Naam;Hulpvraag;Team\n1;x;x\n2\n' >a.csv
night 2026-10-05 --map='Naam=' --map='Hulpvraag=' --map='Team=Team wissen' a.csv
is "$(records)" 7 "a cell that is absent clears nothing"
# Two rows of one client in the run that registers it.
rows_of() {
	rm -rf e && mkdir e
	printf 'Extern,Naam,Aangemeld,Hulpvraag,Doelgroep,w\n' >two.csv
	for team; do
		echo "7,Ada,2026-09-01,h,gezinnen,$team"
	done >>two.csv
}
two() {
	fasen-intake --csv --update -d e --today="$1" --map=w="Team $2" two.csv >out 2>err
	status=$?
}
for cells in ",noord" "noord,"; do
	rows_of "${cells%,*}" "${cells#*,}"
	two 2026-10-01 wissen
	is "$status" 1 "wissen: $cells contradict one another the first night"
	like "$(cat err)" 'two.csv:3: error: w: an earlier row of this client, on line 2, says otherwise' "which is said"
	cp e/*.rec first
	two 2026-10-02 wissen
	same e/*.rec first "the second night changes nothing"
done
rows_of "" noord
two 2026-10-01 eenmalig
is "$(grep -c '^Team: noord' e/*.rec)" 1 "eenmalig: what the first row leaves empty, the second fills"
rows_of noord zuid
two 2026-10-01 eenmalig
is "$status" 1 "eenmalig: two rows of a new client contradict one another"
like "$(cat err)" 'two.csv:3: error: w: an earlier row of this client, on line 2, says otherwise' "which is said"
two 2026-10-02 eenmalig
is "$status $(grep -c '^Team: ' e/*.rec)" "0 1" "a known client is left as it is"
for map in 'Naam=Naam wissen' 'Team=fase.Reden wissen' 'Team=Team eenmalig wissen'; do
	runs 2 "--map='$map': exit 2" fasen-intake --csv --update -d d --map="$map" start.csv
done

# -n: a night as it would be
start
printf 'Extern;Naam;Hulpvraag;Team\n1;Piet;H;zuid\n7;Kees;H;noord\n' >a.csv
printf 'Extern;Team;Begeleider\n1;;bram\n7;;bram\n' >b.csv
cp -r d before
fasen-intake --csv --update -n -d d --today=2026-10-01 a.csv b.csv >shown 2>err
like "$(cat err)" '^fasen-intake: 4 rows: 1 registered, 3 updated' "-n counts a night of several files"
ok "and changes nothing" diff -r d before
night 2026-10-01 a.csv b.csv
diff -r -x .fasen-ids before d | sed -n 's/^> //p' | sort >want
cat d/2026-0003.rec >>want && sort want >want.sorted && sort shown >shown.sorted
same shown.sorted want.sorted "it shows what the night recorded"

if [ -c /dev/full ]; then
	sed 's/zuid/oost/; s/noord/west/' a.csv >full.csv
	fasen-intake --csv --update -n -d d --today=2026-10-02 full.csv >/dev/full 2>err
	is "$? $(grep -c ' 0 updated, 0 known' err)" "2 1" "-n counts only what came out"
fi
fasen-intake --csv --update -d d --today=2026-10-02 a.csv 2>err >>d/.fasen-ids
is "$? $(cat err)" "2 fasen-intake: d/.fasen-ids: input and standard output at once; nothing was read or written" "the ids of the directory are no place for the paths"

# what fasen changed of a goal or action without id, and what was taken back
start
printf 'Extern;Tk\n1;Ik wil een wooning\n' >a.csv
goal() { night "$1" --map=Tk=doel.Tekst --map='=doel.Leefgebied: wonen' --map='=doel.Termijn: kort' a.csv; }
goal 2026-06-02
fasen-plan -i --today=2026-06-05 --amend=d1 --termijn=lang --streefdatum=2027-06-01 d/2026-0001.rec 2>err
goal 2026-06-06
is "$(records)" 6 "a goal that was amended is the goal it was"
is "$(sed '$d' err)" 'fasen-intake: doel.Termijn: 1 dossier says otherwise since 2026-06-05; left so' "what fasen says otherwise is named, and nothing else"
fasen-plan -i --today=2026-06-07 --amend=d1 --tekst='Ik wil een woning' d/2026-0001.rec 2>err
fasen-plan -i --today=2026-06-08 --amend=d1 --leefgebied=werk d/2026-0001.rec 2>err
before=$(records)
goal 2026-06-09
is "$(records)" "$before" "and however often it is amended"
is "$(sed '$d' err | grep -c 'doel\.[LT][a-z]*: 1 dossier says otherwise since')" 3 "by each field"
fasen-plan -i --today=2026-06-10 --action=d1 --tekst='Inschrijven.' --wie=client d/2026-0001.rec 2>err
printf 'Extern;w\n1;Inschrijven.\n' >b.csv
action() { night "$1" --map=w=werkpunt.Tekst --map='=werkpunt.Doel: d1' --map='=werkpunt.Wie: client' b.csv; }
action 2026-06-11
fasen-plan -i --today=2026-06-12 --amend=d1.1 --wie=netwerk d/2026-0001.rec 2>err
before=$(records)
action 2026-06-13
is "$(records)" "$before" "so is an action"
is "$(sed '$d' err)" 'fasen-intake: werkpunt.Wie: 1 dossier says otherwise since 2026-06-12; left so' "whose change is named too"

# taken DESC KIND WANT ARGUMENT...: the last record of the night, taken back, is not put back.
taken() {
	desc=$1 kind=$2
	shift 2
	start
	night 2026-11-12 "$@"
	fasen-retract -i --today=2026-11-13 --last --reden='verkeerde client' d/2026-0001.rec 2>err
	before=$(records)
	night 2026-11-14 "$@"
	is "$before $(records) $(sed '$d' err)" "6 6 fasen-intake: $kind: taken back in fasen, still in the export: 1" "taken back: $desc"
	fasen-intake --csv --update -q -d d --today=2026-11-15 "$@" >out 2>err
	is "$(records) $(cat out err)" "6 " "and it is no news"
}
printf 'Extern;E\n1;2026-11-10\n' >e.csv
taken "a closing" uitstroom --map=E=uitstroom.Op --map='=uitstroom.Reden: overleden' e.csv
printf 'Extern;S;Op\n1;3;2026-11-12\n' >s.csv
taken "a score" leefgebied --map='S=leefgebied[wonen].Score' --map=Op=leefgebied.Op s.csv
taken "a score without a day" leefgebied --map='S=leefgebied[wonen].Score' --map=Op= s.csv
taken "a goal" doel --map=Tk=doel.Tekst --map='=doel.Leefgebied: wonen' a.csv
printf 'Extern;i;Tk\n1;d1;Ik wil een wooning\n' >g.csv
taken "a goal with an id" doel --map=i=doel.Doel --map=Tk=doel.Tekst --map='=doel.Leefgebied: wonen' g.csv
printf 'Extern;w\n1;wachtlijst\n' >b.csv
taken "an undated decision" intake --map=w=intake.Besluit b.csv
printf 'Extern;Team\n1;zuid\n' >c.csv
taken "a field of the client" client c.csv
printf 'Extern;Team;Begeleider\n1;zuid;bram\n' >c.csv
night 2026-11-16 c.csv
is "$(tail -5 d/2026-0001.rec | grep -c '^Begeleider: bram\|^Team')" 1 "the other fields are recorded"
printf 'Extern;S;Op\n1;4;2026-11-12\n' >b.csv
taken "a score once more" leefgebied --map='S=leefgebied[wonen].Score' --map=Op=leefgebied.Op s.csv
night 2026-11-16 --map='S=leefgebied[wonen].Score' --map=Op=leefgebied.Op b.csv
is "$(records) $(grep -c '^Score: 4' d/2026-0001.rec)" "7 1" "another score of that day is recorded"

printf 'Extern;S;W;Op\n1;3;Een tuin;2026-11-12\n' >b.csv
taken "a score with a wish" leefgebied --map='S=leefgebied[wonen].Score' --map='W=leefgebied[wonen].Wens' --map=Op=leefgebied.Op b.csv
printf 'Extern;S;W;Op\n1;3;Een kas;2026-11-12\n' >b.csv
night 2026-11-16 --map='S=leefgebied[wonen].Score' --map='W=leefgebied[wonen].Wens' --map=Op=leefgebied.Op b.csv
is "$(records) $(tail -7 d/2026-0001.rec | grep '^[SW]')" "7 Wens: Een kas" "another wish is recorded, without that score"
start
printf 'Extern;Team\n1;noord\n' >c.csv
fasen-intake -i --amend --team= --today=2026-06-01 d/2026-0001.rec 2>err
night 2026-06-02 c.csv
like "$(cat err)" '^fasen-intake: Team: 1 dossier said otherwise since 2026-06-01; what the export says was recorded$' "a field that was emptied in fasen is named when it is filled again"

# a dated record of which the day was corrected in fasen
start
score() { night "$1" --map='S=leefgebied[wonen].Score' --map=Op=leefgebied.Op s.csv; }
score 2026-11-12
fasen-domains -i --scores=wonen=4 --date=2026-11-12 --today=2026-11-12 d/2026-0001.rec 2>err
score 2026-11-13
score 2026-11-14
is "$(records) $(tail -n 6 d/2026-0001.rec | grep Score)" "6 Score: 4" "a correction of that day stands"
is "$(sed '$d' err)" 'fasen-intake: leefgebied.Score: 1 dossier says otherwise since 2026-11-12; left so' "and only the field that differs is named"
printf 'Extern;S;Op\n1;5;2026-11-12\n' >s.csv
cp -r d before.d
fasen-intake --csv -d d --today=2026-11-14 --map='S=leefgebied[wonen].Score' --map=Op=leefgebied.Op s.csv >out 2>err
is "$(sed '$d' err)" 'fasen-intake: leefgebied.Score: the export says otherwise of 1 known client; --update records it' "without --update too"
FASEN_BY=lisa fasen-domains -i --scores=wonen=2 --date=2026-11-12 --today=2026-11-14 d/2026-0001.rec 2>err
score 2026-11-15
is "$(sed '$d' err)" 'fasen-intake: leefgebied.Score: 1 dossier said otherwise since 2026-11-14; what the export says was recorded' "nor is the key, where the export says something else"
# which row of which file
start
printf 'Extern;Team\n2;oost\n1;zuid\n' >a.csv
printf 'Extern;Team\n2;oost\n1;west\n' >b.csv
runs 1 "files that say otherwise" fasen-intake --csv --update -d d --today=2026-10-01 a.csv b.csv
like "$(cat err)" 'b\.csv:3: error: Team: an earlier row of this client, on line 3 of a\.csv, says otherwise' "name the file and the line"

# ids are not given again
rm -rf d && mkdir d
printf 'Extern;Naam;Hulpvraag\n1;a;H\n2;b;H\n3;c;H\n' >a.csv
night 2026-10-01 a.csv
is "$(cat d/.fasen-ids)" "2026- 3" "the directory keeps the highest number"
rm d/2026-0003.rec
is "$(fasen-intake -d d --naam=d --hulpvraag=H --today=2026-10-01 2>err)" d/2026-0004.rec "an id is not given again after its dossier was destroyed"
rm d/*.rec
fasen-intake --csv -d d --today=2025-10-01 a.csv >out 2>err
is "$(cat d/.fasen-ids)" "2026- 4
2025- 3" "each year has its own"
fasen-intake -n -d d --naam=d --hulpvraag=H --today=2026-10-01 >out 2>err
like "$(cat out)" '^Client: 2026-0005' "-n shows the next"
is "$(sed 1q d/.fasen-ids)" "2026- 4" "and keeps nothing"
rm d/.fasen-ids
is "$(fasen-intake -d d --naam=d --hulpvraag=H --today=2026-10-01 2>err)" d/2026-0001.rec "without the file the names count"
for wrong in '2026-' '2026- x' 'x y 3' '2026- -1'; do
	printf '%s\n' "$wrong" >d/.fasen-ids
	runs 2 ".fasen-ids of \"$wrong\": exit 2" fasen-intake -d d --naam=d --hulpvraag=H --today=2026-10-01
	like "$(cat err)" '^fasen-intake: d/\.fasen-ids:1: error: expected the beginning of ids' "says so"
done
rm d/.fasen-ids
printf 'Record: client\nClient: 2026-0001\nVervangt: 2026-0007\nOp: 2026-01-05\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: H\n\n' >d/2026-0001.rec
is "$(fasen-intake -d d --naam=d --hulpvraag=H --today=2026-10-01 2>err)" d/2026-0008.rec "nor an id that another dossier took over"
runs 1 "by hand" fasen-intake -d d --naam=d --hulpvraag=H --id=2026-0007
like "$(cat err)" 'known already as 2026-0001' "neither"
printf 'Client;Team\n2026-0007;zuid\n' >a.csv
night 2026-10-01 a.csv
is "$(cat out)" d/2026-0001.rec "a row of that id is of the dossier that took it over"

# What is not said by itself
rm -rf d && mkdir d
printf 'Naam;Hulpvraag;Vraag\nPiet de Boer;H;wonen,werk\nJan;H;wonen,werk\n' >names.csv
runs 0 "rows with nothing but a name" fasen-intake --csv -d d --today=2026-05-01 names.csv
unlike "$(cat err)" warning "are two people"
runs 0 "the same again" fasen-intake --csv -d d --today=2026-05-02 names.csv
is "$(grep -c 'warning: Naam: 2026-000[34] may be the same person as 2026-000[12]: the same name, and nothing to tell them apart' err)" 2 \
	"is registered again, with a warning each"
is "$(fasen-check --today=2026-05-02 d | grep -c 'the same name, and nothing to tell them apart')" 2 "and found again by fasen-check"
rm -rf d && mkdir d
printf 'Extern;Naam;Geboren;Hulpvraag;Vraag;Team\n1;Piet;1980-01-01;H;wonen,werk;noord\n2;Jan;1990-01-01;H;wonen,werk;zuid\n3;Jan;;H;wonen,werk;\n4;Jan;;H;wonen,werk;\n' >names.csv
runs 0 "an export" fasen-intake --csv -d d --today=2026-05-01 names.csv
unlike "$(cat err)" warning "whose Extern tells two of one name apart"
printf 'Extern;Naam;Geboren;Team;f\n1;Kees;1980-02-01;oost;intake\n2;Jan;1990-01-01;oost;\n' >b.csv
cp -r d left
runs 0 "rows that say otherwise, without --update" fasen-intake --csv -d d --today=2026-05-02 --map=f=fase.Fase b.csv
is "$(sed '$d' err)" 'fasen-intake: Naam: the export says otherwise of 1 known client; --update records it
fasen-intake: Geboren: the export says otherwise of 1 known client; --update records it
fasen-intake: Team: the export says otherwise of 2 known clients; --update records it
fasen-intake: fase.Fase: the export says otherwise of 1 known client; --update records it' "are counted by field"
ok "and nothing is changed" diff -r left d
runs 0 "-q" fasen-intake --csv -q -d d --today=2026-05-02 --map=f=fase.Fase b.csv
is "$(cat err)" "" "tells only what is news"
runs 0 "the same with --map eenmalig" fasen-intake --csv -d d --today=2026-05-02 --map='Team=Team eenmalig' --map='Naam=Naam eenmalig' --map='Geboren=Geboren eenmalig' --map=f= b.csv
unlike "$(cat err)" 'otherwise of' "says nothing of what would not be updated either"
runs 0 "--update" fasen-intake --csv --update -d d --today=2026-05-02 --map=f= b.csv
like "$(cat err)" '^fasen-intake: b.csv:2: warning: Naam: changes together with Geboren; is this the same person\?' "another name and birth date at once are remarked on"
is "$(grep -c 'same person' err)" 1 "and only those"
runs 0 "a correction of the one" fasen-intake --amend --naam=Piets --today=2026-05-02 d/2026-0001.rec
unlike "$(cat err)" 'same person' "is none"
runs 0 "both by --amend" fasen-intake --amend --naam=Bob --geboren=1999-01-01 --today=2026-05-02 d/2026-0001.rec
like "$(cat err)" 'warning: Naam: changes together with Geboren' "are"
printf 'Record: client\nClient: 2026-0001\nNaam: Bob\nGeboren: 1999-01-01\n' >form
runs 0 "and from a form" fasen-intake --fill=form --today=2026-05-02 d/2026-0001.rec
like "$(cat err)" 'form:3: warning: Naam: changes together with Geboren' "are too"

# One Extern in two dossiers.
rm -rf e && mkdir e
printf 'Extern,Naam,Aangemeld,Hulpvraag,Doelgroep,Team\nE1,Ada,2026-01-05,h,gezinnen,noord\nE2,Bob,2026-01-05,h,gezinnen,noord\n' >two.csv
fasen-intake --csv -q --today=2026-11-01 -d e two.csv >/dev/null
fasen-intake -i --amend --extern=E1 --today=2026-11-01 e/2026-0002.rec
runs 1 "one Extern in two dossiers" fasen-check e
is "$(cat out)" "e/2026-0002.rec:1: warning: Extern: 2026-0002 is likely the same person as the client at e/2026-0001.rec:1: the same id elsewhere [alike]" \
	"is found"
sed -i '$d; s/noord/zuid/' two.csv
cat e/*.rec >first
runs 1 "a row of that Extern" fasen-intake --csv --update --today=2026-11-02 -d e two.csv
like "$(cat err)" '^fasen-intake: two.csv:2: error: Extern: of two known clients, 2026-0001 and 2026-0002; expected the id of the one$' \
	"is rejected, both named"
cat e/*.rec >y
same y first "and neither is changed"

# What was corrected in an editor, in a record that the import made.
rm -rf e && mkdir e
printf 'Extern,Naam,Aangemeld,Hulpvraag,Doelgroep,s,d,b\nE1,Ada,2026-01-05,h,gezinnen,2,2026-03-01,voortzetten\n' >two.csv
night3() {
	fasen-intake --csv --update --today="$1" --map='s=leefgebied[werk].Score' --map='d=leefgebied.Op' --map='d=evaluatie.Op' \
		--map='b=evaluatie.Besluit' --map='=evaluatie.Soort: tussentijds' -d e two.csv >out 2>err
}
night3 2026-11-01
sed -i 's/^Score: 2/Score: 4/; s/^Besluit: voortzetten/Besluit: afsluiten/' e/*.rec
night3 2026-11-02
like "$(cat err)" '^fasen-intake: leefgebied.Score: 1 dossier said otherwise since 2026-11-01; what the export says was recorded$' \
	"a score that was corrected in an editor is named"
like "$(cat err)" '^fasen-intake: evaluatie.Besluit: 1 dossier said otherwise since 2026-11-01; what the export says was recorded$' \
	"and an event"
night3 2026-11-03
unlike "$(cat err)" 'otherwise' "once"

# two columns of one field that are both empty clear it once
rm -rf two
mkdir two
printf 'Extern;Naam;Hulpvraag;Tel;Mail\n1;Jan;q;12345;jan@example.org\n' >two.csv
sed 's/12345;jan@example.org/;/' two.csv >none.csv
set -- fasen-intake --csv --map 'Tel=Contact wissen' --map 'Mail=Contact wissen' --update -d two
runs 0 "two columns of one field" "$@" --today=2026-11-01 two.csv
runs 0 "both are empty" "$@" --today=2026-11-02 none.csv
is "$(grep '^Contact' two/*.rec | tr '\n' ' ')" "Contact: 12345 Contact: jan@example.org Contact: " "clear it once"
done_testing
