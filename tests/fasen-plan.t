#!/bin/sh
# SPDX-License-Identifier: ISC
# What fasen-plan records, by each of its verbs, and its signals.
. "$(dirname "$0")/lib.sh"
needs python3 recsel

samples=$TOP/samples/dossiers
p() { fasen-plan --today=2026-11-01 "$@"; }

cat >a.rec <<'END'
Record: client
Client: a
Naam: Wil Voorbeeld
Aangemeld: 2026-01-05
Hulpvraag: Rust in huis

Record: doel
Client: a
Op: 2026-02-01
Doel: d1
Leefgebied: wonen
Tekst: Ik heb een eigen sleutel
Streefdatum: 2026-12-01

Record: werkpunt
Client: a
Op: 2026-02-01
Werkpunt: d1.1
Doel: d1
Tekst: Samen naar de woningbouw
Wie: begeleider

END
sed 's/^Client: a/Client: b/' a.rec >b.rec

all=0
for f in "$samples"/*.rec; do
	p "$f" | cmp -s - "$f" || all=1
done
is "$all" 0 "asked for nothing, each sample comes out as it went in"
cat "$samples"/*.rec >stream
p "$samples" >out
same out stream "and so does the stream of them all"

# --goal
runs 0 "a goal with all its fields" p -n --goal='Ik kook elke dag' --leefgebied=lichamelijk --termijn=kort --onder=d1 \
	--prioriteit=2 --streefdatum=2026-12-31 --kracht='Ik proef goed' --kracht='Ik ken de markt' a.rec
is "$(cat out)" "Record: doel
Client: a
Op: 2026-11-01
Doel: d2
Leefgebied: lichamelijk
Tekst: Ik kook elke dag
Termijn: kort
Onder: d1
Prioriteit: 2
Streefdatum: 2026-12-31
Kracht: Ik proef goed
Kracht: Ik ken de markt
Door: tester" "gets the next id"
is "$(cat err)" "" "and gives no signal"
is "$(p -n --goal='Ik kook' --leefgebied=wonen --streefdatum=2027-01-01 --doel=d7 a.rec | recsel -P Doel)" d7 "an id may be asked for"
runs 2 "a goal asks for its domain" p --goal='Ik kook' a.rec
like "$(cat err)" "Leefgebied is missing" "and says so"
runs 2 "a goal asks for a text" p --goal=' ' --leefgebied=wonen a.rec
runs 2 "no goal from bytes that are no text" p --goal="$(printf 'a\377b')" --leefgebied=wonen a.rec
runs 2 "a wrong term" p --goal=x --leefgebied=wonen --termijn=middel a.rec
runs 2 "a wrong priority" p --goal=x --leefgebied=wonen --prioriteit=0 a.rec
runs 2 "a wrong date" p --goal=x --leefgebied=wonen --streefdatum=2026-02-30 a.rec
printf 'Ik schrijf:\n# geen commentaar\n+ plus\nop het eind een \\' >text
p --goal="$(cat text)" --leefgebied=wonen a.rec 2>/dev/null >t.rec
recsel -e 'Doel = "d2" && Record = "doel"' -P Tekst t.rec >got
is "$(cat got)" "$(cat text)" "a text of several lines is kept, also when it looks like rec"

# Signals, never obstacles.
for text in 'Cliënt moet sporten' 'client dient te sporten' 'De cliënt sport elke week' 'The client must exercise' 'Wil moet sporten'; do
	runs 0 "a goal in other words: $text" p -n --goal="$text" --leefgebied=wonen --streefdatum=2027-01-01 a.rec
	is "$(cat err)" "fasen-plan: a.rec:1: warning: Tekst: d2 is not in the client's own words; expected them: I ..." "is signalled, without its text"
done
for text in 'Ik sport met een andere client' 'Het moet hier rustig zijn' 'Ik' '!'; do
	p -n --goal="$text" --leefgebied=wonen --streefdatum=2027-01-01 a.rec >out 2>err
	is "$(grep -c . out) $(cat err)" "8 " "the client may say: $text"
done
runs 0 "a goal without a date" p -n --goal='Ik kook' --leefgebied=wonen a.rec
like "$(cat err)" "warning: Streefdatum: d2 has no target date" "is signalled"
cat a.rec - >s.rec <<'END'
Record: doel
Client: a
Op: 2026-02-01
Doel: d2
Leefgebied: werk
Tekst: Ik werk
Streefdatum: 2026-12-01

Record: leefgebied
Client: a
Op: 2026-02-01
Leefgebied: psychisch
Zorg: Slaapt slecht

Record: leefgebied
Client: a
Op: 2026-02-01
Leefgebied: wonen
Zorg: Vocht

Record: kracht
Client: a
Leefgebied: wonen
Soort: kwaliteit
Tekst: Netjes

END
runs 0 "agreement on a plan with gaps" p -n --agree=plan --wie=client s.rec
is "$(sed 's/.*warning: //' err)" "Wie: all actions of d1 are the worker's; what does the client or the network do?
Werkpunt: d2 has no action
Zorg: psychisch has a concern and no strength
Zorg: psychisch has a concern and no goal" "signals each gap"
line() { grep -n "$1" s.rec | head -1 | cut -d: -f1; }
is "$(cut -d: -f3 err | xargs)" "$(line '^Doel: d1') $(line '^Doel: d2') $(line '^Zorg') $(line '^Zorg')" "each where it stands in the dossier"
is "$(recsel -p Wie,Waarop,Akkoord out)" "Wie: client
Waarop: plan
Akkoord: ja" "and is recorded all the same"
p -n --agree=persoonsbeschrijving --wie=client s.rec 2>err >/dev/null
is "$(sed 's/.*warning: //' err)" "Zorg: psychisch has a concern and no strength" "agreement on the description looks at strengths"
p -n --refuse=plan --wie=client s.rec 2>err >/dev/null
is "$(cat err)" "" "a refusal gives no signals"

cat s.rec - >again.rec <<'END'
Record: uitstroom
Client: a
Op: 2026-03-01
Reden: verhuisd

Record: fase
Client: a
Op: 2026-04-01
Fase: aanmelding

END
p -n --agree=plan --wie=client again.rec 2>err >/dev/null
is "$(sed 's/.*warning: //' err)" "Zorg: psychisch has a concern and no strength
Zorg: psychisch has a concern and no goal
Zorg: wonen has a concern and no goal" "a new trajectory has a plan of its own"
is "$(p --form=evaluatie again.rec | recsel -e 'Record = "stand"' -c)" 0 "and a form of its own"
is "$(p --goal=Ik --leefgebied=wonen again.rec 2>err | p -T tsv | cut -f 3,15 | tr '\n' ' ')" "id	traject d1	1 d1.1	1 d2	1 d3	2 " "its goals are numbered on"

for what in "--action=Bel --doel=d1 --wie=client" "--status=bezig --werkpunt=d1.1" "--amend=d1 --prioriteit=2"; do
	p -n $what again.rec 2>err >/dev/null
	is "$(sed 's/.*warning: [A-Z][a-z]*: //' err)" "d1 is a goal of an earlier trajectory, which the plan of now does not show" "$what says that it is late"
	p -n $what --date=2026-02-20 again.rec 2>err >/dev/null
	is "$(cat err)" "" "but not of a day in that trajectory"
done

# --action
runs 0 "an action with all its fields" p -n --action='Bellen' --doel=d1 --wie='Tante Riet' --inzet='Weet de weg' --streefdatum=2026-12-01 a.rec
is "$(cat out)" "Record: werkpunt
Client: a
Op: 2026-11-01
Werkpunt: d1.2
Doel: d1
Tekst: Bellen
Wie: Tante Riet
Inzet: Weet de weg
Streefdatum: 2026-12-01
Door: tester" "gets the next id of its goal"
is "$(p -n --action=Bellen --doel=d1 --wie=netwerk --werkpunt=d1.9 a.rec | recsel -P Werkpunt)" d1.9 "an id may be asked for"
runs 2 "an action asks for who does it" p --action=Bellen --doel=d1 a.rec
runs 2 "an action asks for its goal" p --action=Bellen --wie=client a.rec

runs 0 "a name that is nearly a word" p -n --action=Bellen --doel=d1 --wie=clinet a.rec
is "$(cat err)" 'fasen-plan: a.rec:1: warning: Wie: neither a code nor likely a name; did you mean "client"?' "is pointed at, without the name"
is "$(recsel -P Wie out)" clinet "and recorded as it stands"
p -n --amend=d1.1 --wie=begeleidr a.rec >out 2>err
like "$(cat err)" 'a.rec:1: warning: Wie: neither a code nor likely a name; did you mean "begeleider"' "in amendments too"

# Ids are never used again: every record that names one counts, whatever its date.
cat a.rec - >ids.rec <<'END'
Record: stand
Client: a
Op: 2026-03-01
Doel: d4
Stand: bezig

Record: stand
Client: a
Op: 2026-03-01
Werkpunt: d1.5
Stand: bezig

Record: doel
Client: a
Op: 2027-06-01
Doel: d6
Leefgebied: werk
Tekst: Later

Record: werkpunt
Client: a
Op: 2026-03-01
Werkpunt: d8.3
Doel: d1
Tekst: Van een doel dat er niet meer is
Wie: client

END
is "$(p -n --goal=Ik --leefgebied=wonen --streefdatum=2027-01-01 ids.rec | recsel -P Doel)" d9 "the next goal is above every id that was ever named"
is "$(p -n --action=Bel --doel=d1 --wie=client ids.rec | recsel -P Werkpunt)" d1.6 "and so is the next action"

# --status
is "$(p -n --status=behaald --doel=d1 --score=2 --toelichting='Gelukt' a.rec | recsel -p Doel,Stand,Score,Toelichting)" "Doel: d1
Stand: behaald
Score: 2
Toelichting: Gelukt" "the status of a goal, with its score"
is "$(p -n --status=bezig --werkpunt=d1.1 a.rec | recsel -p Werkpunt,Stand)" "Werkpunt: d1.1
Stand: bezig" "the status of an action"
runs 2 "a status asks for a goal or action" p --status=bezig a.rec
runs 2 "and takes one of them" p --status=bezig --doel=d1 --werkpunt=d1.1 a.rec
runs 2 "an unknown status" p --status=klaar --doel=d1 a.rec
like "$(cat err)" 'expected one of open bezig behaald deels gestopt' "names the known ones"
runs 2 "a score off the scale of goals" p --status=bezig --doel=d1 --score=3 a.rec
like "$(cat err)" 'expected -2 \.\.\. 2' "names its ends"

# --amend
is "$(p -n --amend=d1 --prioriteit=1 --streefdatum=2027-02-01 a.rec | recsel -p Record,Doel,Prioriteit,Streefdatum)" "Record: doel
Doel: d1
Prioriteit: 1
Streefdatum: 2027-02-01" "a goal is amended by the fields that are given"
is "$(p -n --amend=d1.1 --wie=client --tekst='Zelf gaan' a.rec | recsel -p Record,Werkpunt,Tekst,Wie)" "Record: werkpunt
Werkpunt: d1.1
Tekst: Zelf gaan
Wie: client" "and so is an action"
p --amend=d1 --streefdatum= a.rec 2>err | p -T tsv >out
is "$(awk -F'\t' '$3 == "d1" { print $10 }' out)" "" "an empty value clears"
like "$(cat err)" "d1 has no target date" "which is signalled"
runs 2 "--amend asks for a field" p --amend=d1 a.rec
runs 2 "--amend changes no status" p --amend=d1 --stand=bezig a.rec
runs 2 "--amend changes no id" p --amend=d1 --werkpunt=d9 a.rec
runs 2 "--amend takes no wrong date" p --amend=d1 --streefdatum=morgen a.rec

# --agree, --refuse, --evaluate, --note
is "$(p -n --agree=delen --wie=client --met=huisarts --afspraak='Alleen over slapen' --afspraak='Een keer' --opmerking='Goed' a.rec |
	recsel -p Wie,Waarop,Met,Akkoord,Afspraak,Opmerking)" "Wie: client
Waarop: delen
Met: huisarts
Akkoord: ja
Afspraak: Alleen over slapen
Afspraak: Een keer
Opmerking: Goed" "agreement, with what each may expect"
is "$(p -n --refuse=plan --wie=client a.rec | recsel -P Akkoord)" nee "refusal"
runs 2 "agreement asks for who" p --agree=plan a.rec
runs 2 "agreement on something unknown" p --agree=alles --wie=client a.rec
runs 2 "agreement says yes itself" p --agree=plan --wie=client --akkoord=nee a.rec
is "$(p -n --evaluate=bijstellen --soort=tussentijds --volgende=2027-02-01 --aanwezig=Wil --aanwezig=els --tevredenheid=8 \
	--samenwerking=9 --toelichting='Goed' a.rec | recsel -p Soort,Besluit,Volgende,Aanwezig,Tevredenheid,Samenwerking,Toelichting)" \
"Soort: tussentijds
Besluit: bijstellen
Volgende: 2027-02-01
Aanwezig: Wil
Aanwezig: els
Tevredenheid: 8
Samenwerking: 9
Toelichting: Goed" "an evaluation"
runs 2 "an evaluation asks for its kind" p --evaluate=bijstellen a.rec
runs 2 "an evaluation asks for a known decision" p --evaluate=doorgaan --soort=eind a.rec
p -n --evaluate=bijstellen --soort=tussentijds --volgende=2026-10-01 a.rec 2>err >/dev/null
like "$(cat err)" "warning: Volgende: not after the record's own date 2026-11-01" "a next one before this one is signalled"
is "$(p -n --note='Koffie gedronken' --doel=d1 a.rec | recsel -p Tekst,Doel)" "Tekst: Koffie gedronken
Doel: d1" "a note about a goal"
is "$(p -n --note='Koffie' a.rec | recsel -p Record)" "Record: notitie" "a note about none"

# Refused: the dossier passes unchanged, exit 1.
refused() { # DESC REGEX ARGUMENT...
	_what=$1 _regex=$2
	shift 2
	runs 1 "$_what is refused" p "$@" a.rec
	like "$(cat err)" "$_regex" "$_what: what was expected"
	same out a.rec "$_what: the dossier passes unchanged"
}
refused "an unknown domain" 'expected one of zingeving wonen .*did you mean "wonen"' --goal=x --leefgebied=woonen
refused "an unknown goal" 'Doel: the dossier has no doel "d2"; expected one of d1; did you mean "d1"' --action=x --doel=d2 --wie=client
refused "the status of an unknown goal" 'no doel "d3"' --status=bezig --doel=d3
refused "the status of an unknown action" 'no werkpunt "d1.7"; expected one of d1.1' --status=bezig --werkpunt=d1.7
refused "a note about an unknown goal" 'no doel "d4"' --note=x --doel=d4
refused "a goal under an unknown one" 'Onder: the dossier has no doel' --goal=x --leefgebied=wonen --onder=d5
refused "a goal's id that is taken" 'Doel: "d1" was used before and is never used again; leave it out, or use d2' --goal=x --leefgebied=wonen --doel=d1
refused "an action's id that is taken" 'Werkpunt: "d1.1" was used before' --action=x --doel=d1 --wie=client --werkpunt=d1.1
refused "a date before registration" 'Op: before the registration on 2026-01-05' --note=x --date=2025-12-31
refused "amending an unknown id" 'no goal or action "d11"; expected one of d1 d1.1; did you mean "d1"' --amend=d11 --tekst=x
refused "a field that an action lacks" 'Prioriteit: d1.1 is a werkpunt' --amend=d1.1 --prioriteit=2
refused "clearing what a goal must have" 'Tekst: emptied, though doel asks for it' --amend=d1 --tekst=
refused "a goal under itself" 'Onder: d1 stands under itself' --amend=d1 --onder=d1
p --goal=Ik --leefgebied=wonen --onder=d1 --streefdatum=2027-01-01 a.rec >two.rec
runs 1 "a goal under one that stands under it" p --amend=d1 --onder=d2 two.rec
same out two.rec "leaves the dossier as it was"

runs 2 "--amend of what is no id" p --amend='Ik bel Jan' --prioriteit=1 a.rec
is "$(sed 1q err)" "fasen-plan: --amend: not an id; expected letters, digits, . _ -" "is a wrong call, and not shown"

# One thing a call.
runs 2 "two verbs" p --goal=x --leefgebied=wonen --note=y a.rec
like "$(cat err)" "--goal and --note do not go together" "are named"
runs 2 "a verb twice" p --note=x --note=y a.rec
runs 2 "a view and a verb" p --note=x -T text a.rec
runs 2 "a form and a verb" p --note=x --form a.rec
runs 2 "a field that the record lacks" p --note=x --wie=client a.rec
runs 2 "a field without verb" p --wie=client a.rec
runs 2 "the verb's own field" p --note=x --tekst=y a.rec
runs 2 "a decision twice" p --evaluate=bijstellen --besluit=uitstroom --soort=eind a.rec
runs 2 "what is agreed on twice" p --agree=plan --waarop=intake --wie=client a.rec
runs 2 "--with-text without -T ics" p --with-text -T text a.rec
runs 2 "-n without a verb" p -n a.rec
runs 2 "--date with a view" p --date=2026-01-01 -T tsv a.rec
runs 2 "an unknown format" p -T rtf a.rec
is "$(cat out)" "" "a wrong call reads and writes nothing"

# In place, of one client, in a pipe.
cp a.rec i.rec
runs 0 "in place" p -i --note='Gebeld' i.rec
ok "only adds" sh -c 'cmp -n "$(wc -c <a.rec)" a.rec i.rec'
is "$(recsel -e 'Record = "notitie"' -P Tekst i.rec)" "Gebeld" "and added the note"
cp i.rec before
p -i --status=bezig --doel=d9 i.rec 2>/dev/null
same i.rec before "a refusal in place leaves the file"
mkdir dir && cp a.rec b.rec dir
runs 0 "all files of a directory" p -i --all --note='Groepsuitje' dir
is "$(cat dir/*.rec | recsel -e 'Record = "notitie"' -P Client)" "a

b" "each got its note"
cat a.rec b.rec | p -c b --note=x >out
is "$(recsel -e 'Record = "notitie"' -P Client out)" b "-c touches one client"
p --goal='Ik wandel' --leefgebied=lichamelijk --streefdatum=2027-01-01 a.rec | p --action='Schoenen kopen' --doel=d2 --wie=client |
	p --agree=plan --wie=client 2>err | p --status=bezig --doel=d2 >pipe.rec
is "$(recsel -e 'Op = "2026-11-01"' -P Record pipe.rec | grep .)" "doel
werkpunt
akkoord
stand" "a pipe of calls adds up"
is "$(p --note='Zeer geheim' --by='Els Bos' --date=2026-10-01 -n a.rec | recsel -p Op,Door,Vastgelegd)" "Op: 2026-10-01
Door: Els Bos
Vastgelegd: 2026-11-01" "--date, --by and the clock"
# nameless UID: a note by that user, who is in no list of users
nameless() {
	env -u FASEN_BY setpriv --reuid="$1" --clear-groups "$(command -v fasen-plan)" --today=2026-11-01 -n --note=x <a.rec |
		recsel -P Door
}
if [ "$(id -u)" = 0 ] && setpriv --reuid=4000000001 --clear-groups "$(command -v fasen-plan)" -V >/dev/null 2>&1 &&
	! getent passwd 4000000001 4000000002 >/dev/null; then
	is "$(nameless 4000000001) $(nameless 4000000002)" "uid4000000001 uid4000000002" "users without a name are told apart"
else
	skip "users without a name are told apart" "no such user can be made here"
fi

# The plan as rows agrees with the records.
for f in "$samples"/*.rec; do
	for kind in doel werkpunt; do
		want=$(recsel -e "Record = \"$kind\"" -P "$(echo $kind | sed 's/^./\U&/')" "$f" | grep . | sort -u | wc -l)
		got=$(p -T tsv "$f" | awk -F'\t' -v k=$kind '$2 == k' | wc -l)
		[ "$got" -eq "$want" ] || echo "$f $kind: $got, not $want"
	done
	want=$(recsel -e 'Record = "stand"' -R Doel,Werkpunt,Stand "$f" | awk '{ last[$1] = $NF } END { for (i in last) if (last[i] == "behaald") n++; print n + 0 }')
	got=$(p -T tsv "$f" | awk -F'\t' 'NR > 1 && $16 == "behaald"' | wc -l)
	[ "$got" -eq "$want" ] || echo "$f behaald: $got, not $want"
done >differ
is "$(cat differ)" "" "as many goals, actions and attained ones in the rows as recsel counts"
is "$(p -T csv a.rec | head -n 1 | tr -d '\r')" \
	"client,record,id,doel,leefgebied,tekst,termijn,onder,prioriteit,streefdatum,kracht,wie,inzet,op,traject,stand,stand_op,score,toelichting" "the columns are these"
ok "json is json" sh -c 'fasen-plan -T json "$1" | python3 -m json.tool' sh "$samples"
for format in text html ms ics; do
	runs 0 "-T $format" p -T $format "$samples/2025-0031.rec"
done
unlike "$(cat out)" "naaien" "a calendar has no text of the dossier"
like "$(p -T ics --with-text "$samples/2025-0031.rec")" "naaien" "unless asked"
done_testing
