#!/bin/sh
# SPDX-License-Identifier: ISC
# Forms: printed empty or with what a dossier holds, filled in, and read back as what changed.
. "$(dirname "$0")/lib.sh"
needs python3 recsel

samples=$TOP/samples/dossiers
p() { fasen-plan --today=2026-11-01 "$@"; }
d() { fasen-domains --today=2026-11-01 "$@"; }

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
Prioriteit: 1
Streefdatum: 2026-12-01
Kracht: Netjes
Kracht: Op tijd
Doelgroep: jongeren

Record: werkpunt
Client: a
Op: 2026-02-01
Werkpunt: d1.1
Doel: d1
Tekst: Zelf naar de woningbouw
Wie: client

Record: leefgebied
Client: a
Op: 2026-02-01
Leefgebied: wonen
Score: 2
Schaal: zelfredzaamheid
Zorg: Vocht

Record: netwerk
Client: a
Naam: Riet
Relatie: tante

END
sed 's/^Client: a/Client: b/' a.rec >b.rec
cp a.rec a.keep

# Out and back: an untouched form changes nothing.
runs 0 "an empty form asks for no dossier" p --form </dev/null
ok "recsel reads it" recsel -c out
is "$(recsel -P Record out | grep . | sort -u | tr '\n' ' ')" "akkoord doel evaluatie notitie stand werkpunt " "it has each record that the command makes"
is "$(recsel -P Client out | grep .)" "" "and no client yet"
is "$(p --form -c a | recsel -P Client | grep . | sort -u)" a "or the one of -c"
cp out empty.form
runs 1 "an empty form is read back" p --fill=empty.form a.rec
same out a.rec "and changes nothing"
p --form "$samples" >all.form
d --form "$samples" >>domains.form
runs 0 "the plans of all samples, out and back" p --fill=all.form "$samples"
cat "$samples"/*.rec >stream
same out stream "change nothing"
runs 0 "the domains of all samples, out and back" d --fill=domains.form "$samples"
same out stream "change nothing"
for kind in doel werkpunt stand akkoord evaluatie notitie; do
	p --form=$kind a.rec >form
	p -n --fill=form a.rec >out
	is "$(recsel -P Record form | grep -cvE "^(|$kind|$([ $kind = evaluatie ] && echo 'stand|leefgebied|akkoord|notitie'))\$") $(wc -c <out)" "0 0" "--form=$kind has that, and comes back untouched"
done
runs 2 "a form of something else" p --form=doelen
like "$(cat err)" 'expected one of doel werkpunt .*did you mean "doel"' "is refused with what there is"
is "$(p --form "$samples" | grep -c '^Record: doel')" "$(n=0; for f in "$samples"/*.rec; do
	p --form=doel "$f" >form; n=$((n + $(grep -c '^Record: doel' form))); done; echo $n)" "a form for each dossier"
is "$(p --form a.rec | recsel -e 'Doel = "d1" && Record = "doel"' -p Tekst,Prioriteit,Kracht,Doelgroep)" "Tekst: Ik heb een eigen sleutel
Prioriteit: 1
Kracht: Netjes
Kracht: Op tijd
Doelgroep: jongeren" "what is there is filled in, fields of one's own too"

# Language.
p --form --lang=en >en.form
p --form --lang=nl >nl.form
like "$(cat en.form)" "^# Fill in behind the colon" "comments in English"
like "$(cat nl.form)" "^# Vul in achter de dubbele punt" "comments in Dutch"
like "$(cat en.form)" "^# - Which goal makes you most eager to start\?" "with the model's questions"
fasen-domains --form --lang=nl >>nl.form
fasen-plan --form=evaluatie --lang=nl a.rec >>nl.form
fasen-domains --form --lang=en >>en.form
fasen-plan --form=evaluatie --lang=en a.rec >>en.form
is "$(grep '^#' nl.form | grep -vE '^# - |^# (nu|Doel d|Werkpunt d)' | sort -u >nl; grep '^#' en.form | sort -u | comm -12 nl - | grep -vE '^# (Read|Interesse|Contact|Intake|team|concern)')" "" "no comment is the same in both"

# What a terminal would obey stays in the dossier.
printf '\033]0;titel\007' >escape
{ cat a.rec; printf 'Record: doel\nClient: a\nOp: 2026-02-01\nDoel: d2\nLeefgebied: wonen\nTekst: Ik %s\n+ # en\n\n' "$(cat escape)"; } >esc.rec
if python3 -c 'import pty; pty.openpty()' 2>/dev/null; then
	python3 -c 'import pty, sys; pty.spawn(sys.argv[1:])' fasen-plan --form=evaluatie esc.rec >tty </dev/null
	is "$(grep -c 'Ik' tty) $(tr -d '[:print:][:space:]\200-\377' <tty | wc -c)" "4 0" "a form on a terminal has no controls"
else
	skip "a form on a terminal" "no terminal to be had"
fi
p --form=evaluatie esc.rec >form
runs 1 "a goal text of several lines stays a comment" p -n --fill=form esc.rec
is "$(cat out)" "" "and comes back as nothing"

# Filled in.
p --form=doel a.rec | sed '/^Doel: d1/,/^$/ { s/^Prioriteit: 1/Prioriteit: 2/; s/^Streefdatum: .*/Streefdatum:/; s/^Kracht: Netjes/Kracht: Schoon/; }' >form
runs 0 "changed fields" p -n --fill=form a.rec
is "$(cat out)" "Record: doel
Client: a
Op: 2026-11-01
Doel: d1
Prioriteit: 2
Streefdatum:
Kracht: Schoon
Kracht: Op tijd
Door: tester" "are what is recorded; an emptied one clears, a repeated one goes as a set"
like "$(cat err)" "^fasen-plan: form:[0-9]+: warning: Streefdatum: d1 has no target date" "signals are given here too"
is "$(sed -n "$(sed -n 's/.*form:\([0-9]*\):.*/\1/p' err)p" form)" "Streefdatum:" "at the line of the form"

# What the form did not show is not cleared by what was left empty in it.
printf 'Record: doel\nDoel: d1\nStreefdatum:\nPrioriteit: 3\nKracht:\n' >form
is "$(p -n --fill=form a.rec | recsel -p Doel,Prioriteit,Streefdatum,Kracht)" "Doel: d1
Prioriteit: 3" "a record of an empty form amends without clearing"
d --form=leefgebied | sed '/^Leefgebied: wonen/,/^$/ s/^Wens:/Wens: Een tuin/' >form
is "$(d -n --fill=form a.rec | recsel -p Leefgebied,Wens,Zorg)" "Leefgebied: wonen
Wens: Een tuin" "and so does one of domains"
d --form=leefgebied a.rec | sed 's/^Zorg: Vocht/Zorg:/' >form
is "$(d -n --fill=form a.rec | recsel -p Leefgebied,Zorg)" "Leefgebied: wonen
Zorg:" "what it did show is cleared, also when it was all there was"

# What was recorded since the form was printed stays.
p --form=doel a.rec | sed 's/^Prioriteit: 1/Prioriteit: 5/' >form
p --amend=d1 --streefdatum=2027-03-03 a.rec >since.rec
is "$(p -n --fill=form since.rec | recsel -p Doel,Prioriteit,Streefdatum)" "Doel: d1
Prioriteit: 5" "a form that is behind puts nothing back"
p --amend=d1 --prioriteit=5 a.rec >since.rec
is "$(p -n --fill=form since.rec)" "" "and says nothing again"

cat >form <<'END'
Record: doel
Client:
Doel:
Leefgebied: werk
Tekst: Ik rij een bus
Streefdatum: 2027-06-01

Record: werkpunt
Client:
Doel:
Werkpunt:
Tekst: Rijbewijs D
+
+ in twee delen
Wie: client

# met eigen nummer
Record: doel
Doel: d9
Leefgebied: werk
Tekst: Ik repareer de bus
Streefdatum: 2027-06-01
Onder: d1

Record: werkpunt
Tekst: Cursus
Wie: netwerk

Record: werkpunt
Doel: d1
Tekst: Bellen
Wie: begeleider

Record: doel
Doel:
Leefgebied:
Tekst:

Record: stand
Werkpunt: d1.1
Stand: bezig

Record: notitie
Op: 2026-10-20
Tekst: Goed gesprek
Doel: d1

Record: akkoord
Wie: client
Waarop: plan
Akkoord: ja
Afspraak: Elke week

END
runs 0 "new goals and actions, a status, a note and agreement at once" p --fill=form a.rec
cp out filled.rec
ok "only add" sh -c 'cmp -n "$(wc -c <a.rec)" a.rec filled.rec'
is "$(recsel -e 'Record = "doel" || Record = "werkpunt"' -R Record,Werkpunt,Doel filled.rec | grep .)" "doel d1
werkpunt d1.1 d1
doel d2
werkpunt d2.1 d2
doel d9
werkpunt d9.1 d9
werkpunt d1.2 d1" "each new one has an id; an action without Doel is of the goal above it"
is "$(recsel -e 'Werkpunt = "d2.1"' -P Tekst filled.rec)" "Rijbewijs D

in twee delen" "a text of several lines is kept"
is "$(recsel -e 'Record = "notitie"' -p Op,Vastgelegd filled.rec)" "Op: 2026-10-20
Vastgelegd: 2026-11-01" "a record may have its own day"
runs 0 "the same form once more" p --fill=form filled.rec
same out filled.rec "changes nothing"
runs 0 "in place" p -i --fill=form a.rec
same a.rec filled.rec "gives the same"
cp a.keep a.rec

# Which dossier.
runs 2 "records without client and two dossiers" p --fill=form a.rec b.rec
like "$(cat err)" "form:[0-9]+: Client is empty; expected an id, or -c ID" "are a wrong call"
cat a.rec b.rec | p -c b --fill=form >out 2>err
is "$(recsel -e 'Record = "notitie"' -P Client out)" b "-c says which"
sed 's/^Client:$/Client: b/; s/^Record: .*/&\nClient: b/' form | awk '/^$/ { n = 0 } /^Client/ && n++ { next } 1' >b.form
runs 0 "records go to the dossier of their client" p --fill=b.form a.rec b.rec
is "$(recsel -e 'Record = "notitie"' -P Client out)" b "and to no other"
runs 1 "records that find no dossier" p --fill=b.form a.rec
same out a.rec "change nothing"
is "$(cat err)" "fasen-plan: b.form:1: error: Client: no dossier of b came; records not recorded: 8" "are told, once a client"
p --form b.rec | sed 's/^Prioriteit: 1/Prioriteit: 3/' >two.form
p --form a.rec | sed 's/^Prioriteit: 1/Prioriteit: 4/' >>two.form
cat a.rec b.rec >ab.rec
is "$(p -n --fill=two.form ab.rec | recsel -p Client,Prioriteit)" "Client: a
Prioriteit: 4

Client: b
Prioriteit: 3" "a form for two dossiers"
is "$(p --form=notitie | sed 's/^Tekst:/Tekst: Van invoer/' | p -n --fill=- a.rec | recsel -P Tekst)" "Van invoer" "a form from standard input"
runs 2 "standard input is not both" p --fill=- </dev/null
runs 2 "a form that is not there" p --fill=nergens a.rec
sed 's/$/\r/' form >crlf.form
p --fill=crlf.form a.rec >out 2>err
same out filled.rec "a form from an editor with CRLF line ends"
{ printf '\357\273\277'; cat form; } >bom.form
p --fill=bom.form a.rec >out 2>err
same out filled.rec "and one with a byte order mark"

# Refused: nothing at all is recorded in that dossier.
wrong() { # DESC REGEX FORM
	printf "$3" >wrong.form
	runs 1 "$1 is refused" p --fill=wrong.form a.rec
	like "$(cat err)" "^fasen-plan: wrong.form:$2" "$1: where and what"
	same out a.rec "$1: the dossier passes unchanged"
}
good='Record: notitie
Tekst: Zeer geheim

'
wrong "an unknown domain" '5: error: Leefgebied: .* did you mean "werk"' "$good"'Record: doel\nLeefgebied: werkk\nTekst: Zeer geheim\n'
wrong "a goal without domain" '4: error: Leefgebied: missing' "$good"'Record: doel\nTekst: Zeer geheim\n'
wrong "an id that is taken" '5: error: Doel: "d1.1" was used before .* use d2' "$good"'Record: doel\nDoel: d1.1\nLeefgebied: wonen\nTekst: x\n'
wrong "an unknown goal" '5: error: Doel: the dossier has no doel "d3"' "$good"'Record: stand\nDoel: d3\nStand: bezig\n'
wrong "an unknown status" '6: error: Stand: .*expected one of open bezig' "$good"'Record: stand\nDoel: d1\nStand: bijna\n'
wrong "a missing status" '4: error: Stand: missing' "$good"'Record: stand\nDoel: d1\nToelichting: Zeer geheim\n'
wrong "a status of nothing" '4: error: Doel: missing' "$good"'Record: stand\nStand: bezig\n'
wrong "a score off the scale" '7: error: Score: .*-2 \.\.\. 2' "$good"'Record: stand\nDoel: d1\nStand: bezig\nScore: 7\n'
wrong "a day before registration" '5: error: Op: before the registration on 2026-01-05' "$good"'Record: notitie\nOp: 2025-01-01\nTekst: Zeer geheim\n'
wrong "a day that is none" '5: error: Op: not a date' "$good"'Record: notitie\nOp: gisteren\nTekst: Zeer geheim\n'
wrong "an action without goal" '4: error: Doel: missing; expected the id of a goal, or' "$good"'Record: werkpunt\nTekst: Zeer geheim\nWie: client\n'
wrong "emptying what must be there" '7: error: Tekst: emptied' "$good"'Record: doel\nRecords: 5\nDoel: d1\nTekst:\n'
unlike "$(cat err)" "geheim" "no message shows a text"
is "$(printf 'Record: doel\nLeefgebied: x\nTekst: x\n\nRecord: werkpunt\nTekst: y\nWie: client\n' >wrong.form; p --fill=wrong.form a.rec 2>&1 >/dev/null | wc -l)" 1 "a refused goal says nothing of its actions"
printf 'Record: notitie\nClient: a\nTekst: x\n\nRecord: stand\nClient: b\nDoel: d1\nStand: x\n' >half.form
runs 1 "one dossier's fault" p -n --fill=half.form a.rec b.rec
is "$(recsel -P Client out)" a "is not another's"

unreadable() { # DESC REGEX FORM
	printf "$3" >wrong.form
	runs 2 "$1 cannot be read" p --fill=wrong.form a.rec
	like "$(cat err)" "^fasen-plan: wrong.form:$2" "$1: where and what"
	is "$(cat out)" "" "$1: and nothing comes out"
}
unreadable "no rec" '2: error: ' 'Record: notitie\nzomaar wat\n'
unreadable "a record of no kind" '1: error: .*begins with the field Record' 'Doel: d1\n'
unreadable "an unknown kind" '1: error: Record: .*did you mean "notitie"' 'Record: notite\nTekst: x\n'
unreadable "another command's kind" '1: error: Record: "kracht" is no record' 'Record: kracht\nTekst: x\n'
unreadable "a field twice" '3: error: Tekst: stands twice' 'Record: notitie\nTekst: x\nTekst: y\n'
unreadable "a wrong id" '2: error: Client: not an id' 'Record: notitie\nClient: ../a\nTekst: x\n'
unreadable "bytes that are no text" '2: error: not UTF-8' 'Record: notitie\nTekst: \377\n'
unreadable "Records" '2: error: Records: not a number' 'Record: doel\nRecords: x\nDoel: d1\n'
unreadable "Door" '3: error: Door: given by the command' 'Record: notitie\nTekst: x\nDoor: ik\n'
printf 'Record: doel\nLeefgebied: wonen\nTekst: Ik\nStreefdatm: 2027-01-01\n' >typo.form
p -n --fill=typo.form a.rec >out 2>err
like "$(cat err)" "typo.form:4: warning: Streefdatm: no field of ours; did you mean \"Streefdatum\"" "a slip of the pen is pointed at"

printf 'Record: akkoord\nWie: netwrk\nWaarop: intake\nAkkoord: ja\n' >word.form
p -n --fill=word.form a.rec >out 2>err
is "$(cat err)" 'fasen-plan: word.form:2: warning: Wie: neither a code nor likely a name; did you mean "netwerk"?' "and so is a name that is nearly a word"

# Ids that the form itself gives are no other goal's.
printf 'Record: doel\nLeefgebied: wonen\nTekst: Ik plant\nStreefdatum: 2027-01-01\n\nRecord: werkpunt\nTekst: Schep\nWie: client\n
Record: doel\nDoel: d2\nLeefgebied: werk\nTekst: Ik werk\nStreefdatum: 2027-01-01\n\nRecord: werkpunt\nTekst: Kijken\nWie: client\n
Record: werkpunt\nDoel: d2\nWerkpunt: d2.1\nTekst: Bellen\nWie: client\n\nRecord: stand\nDoel: d2\nWerkpunt: d2.1\nStand: bezig\n' >own.form
p -n --fill=own.form a.rec >out 2>err
is "$(recsel -C -P Tekst,Doel,Werkpunt out | tr '\n' ' ')" "Ik plant d3 Schep d3 d3.1 Ik werk d2 Kijken d2 d2.2 Bellen d2 d2.1 d2 d2.1 " "a number that the form names further on is left to it"
is "$(cat err)" "" "a status that names the action's own goal too is good"

# Whom something is shared with is said.
{ cat a.rec; for with in huisarts gemeente; do printf 'Record: akkoord\nClient: a\nOp: 2026-02-01\nWie: client\nWaarop: delen\nMet: %s\nAkkoord: ja\n\n' $with; done; } >shared.rec
is "$(p --form=akkoord shared.rec | grep '^# delen')" "# delen huisarts, client: ja, 2026-02-01
# delen gemeente, client: ja, 2026-02-01" "each agreement on sharing, with whom"

# Text behind the wrong field is refused and never shown.
printf 'Record: stand\nDoel: Met Jan praten\nStand: Jan kwam\n\nRecord: doel\nLeefgebied: bij Jan\nOnder: Jan helpen\nTekst: Ik\n\nRecord: notitie\nDoel: Jan belt\nTekst: x\n' >astray.form
runs 1 "text where a code or an id belongs" p -n --fill=astray.form a.rec
is "$(grep -c : err) $(grep -c Jan err)" "5 0" "is refused, and not shown"
like "$(cat err)" 'astray.form:6: error: Leefgebied: not in the model; expected one of zingeving' "with what was expected"

# An evaluation in one go.
p --form=evaluatie b.rec >e.form
like "$(cat e.form)" "^# Doel d1: Ik heb een eigen sleutel" "the goals stand in the form"
like "$(cat e.form)" "^# laatste: 2 op 2026-02-01" "and the scores"
like "$(cat e.form)" "^# - Hoe staat het met elk doel" "and the questions"
unlike "$(cat e.form)" "^# Records " "and nothing on a field that it has not"
like "$(p --form=doel b.rec)" "^# Records zegt van hoeveel records" "which the form of goals explains"
is "$(recsel -e 'Record = "stand"' -P Stand e.form | grep .)" "" "with empty results"
awk '/^Record: /{ r = $2 } /^Doel: d1$/ && r == "stand" { g = 1 } /^$/ { g = 0 }
	g && /^Stand:/ { print "Stand: bezig"; next } g && /^Score:/ { print "Score: 1"; next }
	r == "leefgebied" && /^Leefgebied: wonen/ { w = 1 } w && /^Score:/ { print "Score: 2"; w = 0; next }
	r == "evaluatie" && /^Soort:/ { print "Soort: tussentijds"; next } r == "evaluatie" && /^Besluit:/ { print "Besluit: voortzetten"; next }
	r == "akkoord" && /^Waarop:/ { print "Waarop: evaluatie"; next } r == "akkoord" && /^Akkoord:/ { print "Akkoord: ja"; next } 1' e.form >e.filled
runs 0 "filled in and read back" p -n --fill=e.filled b.rec
is "$(recsel -p Record,Doel,Stand,Leefgebied,Score,Schaal,Soort,Besluit,Waarop,Akkoord out)" "Record: stand
Doel: d1
Stand: bezig
Score: 1

Record: leefgebied
Leefgebied: wonen
Score: 2
Schaal: zelfredzaamheid

Record: evaluatie
Soort: tussentijds
Besluit: voortzetten

Record: akkoord
Waarop: evaluatie
Akkoord: ja" "what was filled in is recorded, the same score as a new measurement"
p --fill=e.filled b.rec >once.rec
runs 0 "read back twice" p -n --fill=e.filled once.rec
is "$(cat out)" "" "it adds nothing"

# The domains' form.
d --form a.rec >d.form
is "$(recsel -e 'Leefgebied = "wonen"' -p Score,Zorg d.form)" "Score:
Zorg: Vocht" "a score is asked anew, the rest is filled in"
is "$(recsel -P Soort d.form | grep . | tr '\n' ' ')" "vaardigheid interesse kennis kwaliteit contact mogelijkheid " "a strength of each kind"
awk '/^Leefgebied: /{ l = $2 } l == "wonen" && /^Score:/ { print "Score: 3"; next } l == "wonen" && /^Zorg:/ { print "Zorg:"; next }
	l == "werk" && /^Nvt:/ { print "Nvt: Met pensioen"; next } /^Soort: kennis/ { k = 1 } k && /^Tekst:/ { print "Tekst: Ik ken de stad"; k = 0; next } 1' d.form |
	awk 'BEGIN { RS = ""; ORS = "\n\n" } /Ik ken de stad/ { sub(/\nLeefgebied:/, "\nLeefgebied: wonen") } 1' >d.filled
runs 0 "filled in and read back" d -n --fill=d.filled a.rec
is "$(cat out)" "Record: leefgebied
Client: a
Op: 2026-11-01
Leefgebied: wonen
Score: 3
Schaal: zelfredzaamheid
Zorg:
Door: tester

Record: leefgebied
Client: a
Op: 2026-11-01
Leefgebied: werk
Nvt: Met pensioen
Door: tester

Record: kracht
Client: a
Op: 2026-11-01
Leefgebied: wonen
Soort: kennis
Tekst: Ik ken de stad
Door: tester" "what was filled in is recorded"
sed 's/^Relatie: tante/Relatie: oudtante/' d.form >n.form
is "$(d -n --fill=n.form a.rec | recsel -p Naam,Relatie)" "Naam: Riet
Relatie: oudtante" "a person of the network is amended"
printf 'Record: leefgebied\nLeefgebied: psychisch\nZorg: Somber\n\nRecord: kracht\nLeefgebied: psychisch\nSoort: kennis\nTekst: Ik herken het\n' >z.form
runs 0 "a concern with a strength further on" d -n --fill=z.form a.rec
is "$(cat err)" "" "gives no signal"
runs 2 "a field option with --fill" d --fill=z.form --score=3 a.rec
runs 2 "a field option with --form" d --form --score=3 a.rec
runs 2 "-n with --form" d -n --form a.rec
runs 2 "-T with --form" d -T text --form a.rec
done_testing
