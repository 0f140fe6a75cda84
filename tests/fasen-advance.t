#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-advance: moves, days, closing, reopening, and the two views.
. "$(dirname "$0")/lib.sh"
needs python3 recsel

# client ID [RECORDS]: a registered client
client() {
	printf 'Record: client\nClient: %s\nNaam: Geheim\nAangemeld: 2026-01-05\nHulpvraag: Geheim\nVraag: wonen\n' "$1"
	printf '%b' "${2-}"
	echo
}
# rec ID KIND OP FIELDS
rec() { printf 'Record: %s\nClient: %s\nOp: %s\n%b\n' "$2" "$1" "$3" "$4"; }

at="fasen-advance --today=2026-06-01"
{ client a 'Vraag: werk\n'; rec a fase 2026-01-05 'Fase: aanmelding\n'; } >ready.rec
{ client b; rec b fase 2026-01-05 'Fase: aanmelding\n'; } >unready.rec
client n 'Vraag: werk\n' >none.rec
{ client e 'Vraag: werk\nBegeleider: x\n'; rec e fase 2026-03-01 'Fase: evaluatie\n'; } >evaluation.rec
{ client c; rec c fase 2026-01-05 'Fase: aanmelding\n'; rec c uitstroom 2026-03-01 'Reden: verhuisd\n'; } >closed.rec
{ client o; rec o fase 2026-01-05 'Fase: oud\n'; } >old.rec
{ client l; rec l fase 2026-01-05 'Fase: uitstroom\n'; rec l evaluatie 2026-02-05 'Soort: eind\nBesluit: uitstroom\n'; } >last.rec

added() { tail -n +"$(($(wc -l <"$1") + 1))" out; }
says() { like "$(cat err)" "$1" "$2"; }
field() { recsel -P "$1" out | sed '/^$/d' | tail -1; }

# Next
runs 0 "a client who is ready" $at ready.rec
is "$(added ready.rec)" 'Record: fase
Client: a
Op: 2026-06-01
Fase: intake
Door: tester' "enters the next phase"
runs 1 "a client who is not" $at unready.rec
same out unready.rec "passes unchanged"
is "$(cat err)" 'fasen-advance: unready.rec:8: error: Eist: b: aanmelding: client.Vraag >= 2: 1 of at least 2 values of Vraag' \
	"the condition is named, with what is there, at the line of the phase"
unlike "$(cat err)" Geheim "no private value is in it"
runs 0 "a dossier without phase" $at none.rec
is "$(field Fase)" aanmelding "enters the first"
runs 1 "one whose phase the model does not know" $at old.rec
says 'no phase "oud"' "is refused"
runs 0 "and moves with a phase and a reason" $at --to=intake --reden=r old.rec
runs 1 "the last phase" $at last.rec
says 'last phase; --close' "leads nowhere"
runs 0 "a reason and a date of one's own go along" $at --to=intake --reden='Zo is het.' --streefdatum=2026-07-01 ready.rec
is "$(field Reden) $(field Streefdatum)" "Zo is het. 2026-07-01" "they are recorded"

# To
runs 0 "by number" $at --to=2 ready.rec
is "$(field Fase)" intake "the code is written"
runs 0 "by alias, in any case" $at --to=Startfase --reden=r --override ready.rec
is "$(field Fase)" opstart "the code is written"
runs 1 "forward over a phase" $at --to=opstart ready.rec
is "$(grep -c 'intake: ' err)" 2 "asks for the conditions of the one skipped"
same out ready.rec "and leaves the dossier"
runs 0 "from no phase over another" $at --to=intake none.rec
runs 1 "to where the client is" $at --to=aanmelding ready.rec
says 'in aanmelding already' "is refused"
runs 1 "back without reason" $at --to=planning evaluation.rec
says 'asks for --reden' "is refused"
runs 0 "back with a reason" $at --to=planning --reden=r evaluation.rec
is "$(field Afwijking)" "" "asks for no conditions"
runs 1 "to a phase that is none" $at --to=intke ready.rec
says 'did you mean "intake"' "the nearest is named"
same out ready.rec "the dossier passes unchanged"
runs 1 "to a number that is none" $at --to=9 ready.rec
says 'expected one of aanmelding' "all are named"

# Override
runs 0 "setting conditions aside" $at --override --reden=r --to=opstart unready.rec
is "$(recsel -e 'Fase = "opstart"' -P Afwijking out)" 'aanmelding: client.Vraag >= 2
intake: intake.Besluit = geplaatst
intake: akkoord.Waarop = intake en Wie = client|vertegenwoordiger' "records each"
runs 0 "of the current phase too" $at --override --reden=r unready.rec
is "$(field Afwijking)" 'aanmelding: client.Vraag >= 2' "in the same form"
runs 0 "with nothing to set aside" $at --override --reden=r ready.rec
is "$(field Afwijking)" "" "records none"
runs 1 "an evaluation that must decide" $at --override --reden=r evaluation.rec
says 'decides where to' "cannot be set aside without --to"
runs 2 "without reason" $at --override ready.rec

# Where an evaluation leads
decided() { { cat evaluation.rec; rec e evaluatie "${2:-2026-03-02}" "Soort: tussentijds\nBesluit: $1\n"; } >decided.rec; }
runs 1 "before the evaluation" $at evaluation.rec
is "$(wc -l <err)" 1 "one message"
for way in voortzetten:uitvoering bijstellen:planning uitstroom:uitstroom; do
	decided "${way%:*}"
	runs 0 "${way%:*}" $at decided.rec
	is "$(field Fase)" "${way#*:}" "leads to ${way#*:}"
done
decided bijstellen
runs 0 "the other way of the decision" $at --to=analyse decided.rec
is "$(field Reden)" "" "needs no reason"
runs 1 "a way of another decision, back" $at --to=uitvoering decided.rec
decided bijstellen 2026-02-28
runs 1 "an evaluation before the phase was entered" $at decided.rec
decided bijstellen 2026-03-01
runs 0 "one of that very day" $at decided.rec
sed '/^Na: bijstellen/d' "$TOP/samples/model.rec" >model.rec
runs 1 "a decision that leads nowhere" $at -m model.rec decided.rec
says '"bijstellen" leads to no phase' "is named"

# Days
runs 0 "a day in the past that fits" $at --date=2026-02-01 ready.rec
is "$(field Op) $(field Vastgelegd)" "2026-02-01 2026-06-01" "both days are recorded"
runs 1 "a day before the phase was entered" $at --date=2026-01-04 ready.rec
says 'ready.rec:9: error: Op: 2026-01-04 is before the fase of 2026-01-05' "is refused"
same out ready.rec "and the dossier left"
{ cat ready.rec; rec a client 2026-03-01 'Vraag: wonen\n'; } >later.rec
runs 0 "conditions are judged on that day" $at --date=2026-02-28 later.rec
runs 1 "so a day later it can be otherwise" $at --date=2026-03-01 later.rec
{ cat ready.rec; rec a fase 2026-03-01 'Fase: intake\n'; } >two.rec
runs 1 "a day between two phases" $at --date=2026-02-01 --to=opstart --reden=r --override two.rec
runs 0 "a day to come" $at --date=2026-07-01 ready.rec
says 'warning: Op: after today, 2026-06-01' "is warned about"
runs 1 "before the registration" $at --date=2026-01-01 none.rec
runs 0 "a date for leaving that is past" $at --date=2026-02-01 --streefdatum=2026-01-31 ready.rec
says 'ready.rec:1: warning: Streefdatum: before the record.s own date 2026-02-01' "is warned about"

# Closing
runs 0 "closing needs no conditions" $at --close=verhuisd --bestemming=Zwolle --nazorg=2026-09-01 --tevredenheid=7 \
	--overdracht='aan het wijkteam' --toelichting=t unready.rec
is "$(added unready.rec)" 'Record: uitstroom
Client: b
Op: 2026-06-01
Reden: verhuisd
Bestemming: Zwolle
Nazorg: 2026-09-01
Tevredenheid: 7
Overdracht: aan het wijkteam
Toelichting: t
Door: tester' "all is recorded"
runs 1 "a reason that is none" $at --close=verhuist unready.rec
says 'did you mean "verhuisd"' "the nearest is named"
same out unready.rec "the dossier is left"
runs 2 "a mark off the scale" $at --close=verhuisd --tevredenheid=11 unready.rec
runs 0 "aftercare in the past" $at --close=verhuisd --nazorg=2026-05-01 unready.rec
says 'unready.rec:1: warning: Nazorg: before the record.s own date 2026-06-01' "is warned about"
runs 1 "a closed dossier" $at --close=verhuisd closed.rec
says 'closed already' "is not closed again"
{ cat ready.rec; rec a leefgebied 2026-04-01 'Leefgebied: wonen\nScore: 3\n'; rec a notitie 2026-05-01 'Tekst: t\n'; } >scored.rec
runs 0 "closing before a later record" $at --close=verhuisd --date=2026-03-31 scored.rec
says 'scored.rec:16: warning: Op: after the closing on 2026-03-31' "is warned about, where that stands"
runs 0 "closing before a later note" $at --close=verhuisd --date=2026-04-01 scored.rec

# A form for closing
runs 0 "an empty form" $at --form
is "$(grep -c '^Record: uitstroom$' out)" 1 "for one client"
runs 0 "a form for a dossier" $at --form=uitstroom --lang=en unready.rec
cp out form
runs 1 "not filled in" $at --fill=form unready.rec
same out unready.rec "does nothing"
sed 's/^Reden:$/& verhuisd/; s/^Overdracht:$/& aan het wijkteam/; s/^Record: uitstroom/&\nOp: 2026-05-31/' form >filled
cp unready.rec filling.rec
runs 0 "filled in" $at -i --fill=filled filling.rec
is "$(tail -6 filling.rec)" 'Op: 2026-05-31
Reden: verhuisd
Overdracht: aan het wijkteam
Door: tester
Vastgelegd: 2026-06-01' "closes"
cp filling.rec twice.rec
runs 0 "filled in twice" $at -i --fill=filled twice.rec
same filling.rec twice.rec "does no harm"
sed 's/verhuisd/overleden/' filled >other
runs 1 "another end" $at -i --fill=other twice.rec
says 'closed already' "is refused"
same filling.rec twice.rec "and not recorded"
sed 's/^Op: 2026-05-31/Op: 2026-01-04/' filled >early
runs 1 "a day before the registration" $at --fill=early unready.rec
says 'unready.rec:8: error: Op: 2026-01-04 is before the fase of 2026-01-05' "is refused"
sed 's/^Op: 2026-05-31/Op: 2026-02-04/; s/^Client: b/Client: a/' filled >early
runs 1 "a day before the phase" $at --fill=early two.rec
says 'two.rec:14: error: Op: 2026-02-04 is before the fase of 2026-03-01' "is refused"
runs 2 "a form of another kind" $at --form=fase unready.rec

# Reopening
runs 1 "moving in a closed dossier" $at closed.rec
says 'closed.rec:8: error: c: the dossier is closed; --reopen' "is refused"
same out closed.rec "and leaves it"
runs 0 "reopening" $at --reopen closed.rec
is "$(field Fase)" aanmelding "enters the first phase"
runs 0 "or another" $at --reopen --to=opstart --reden=r --streefdatum=2026-08-01 closed.rec
is "$(field Fase)" opstart "that of --to"
runs 1 "before it was closed" $at --reopen --date=2026-02-01 closed.rec
runs 1 "an open dossier" $at --reopen ready.rec
says 'not closed' "cannot be reopened"
{ client d; rec d intake 2026-01-20 'Besluit: afgewezen\n'; } >declined.rec
runs 1 "a declined client" $at --to=intake declined.rec
runs 0 "comes back by --reopen" $at --reopen declined.rec
runs 1 "not before the decision" $at --reopen --date=2026-01-19 declined.rec

# A directory
mkdir dir
cp ready.rec unready.rec closed.rec evaluation.rec dir
runs 1 "all of a directory in place" $at -i --all dir
is "$(cat dir/ready.rec | tail -3 | head -1)" "Fase: intake" "who is ready moves"
is "$(cut -d: -f2 err | sort | uniq -c | sed 's/ *//')" "1  dir/evaluation.rec
1  dir/unready.rec" "the others are said to be not"
for f in unready closed evaluation; do same $f.rec dir/$f.rec "$f is untouched"; done

# Check
runs 1 "the view" $at --check -T tsv ready.rec unready.rec closed.rec none.rec evaluation.rec old.rec last.rec
is "$(cat out)" "$(printf '%s\t%s\t%s\t%s\t%s\t%s\n' client fase dagen next ready unmet \
	a aanmelding 147 intake ja '' b aanmelding 147 intake nee 'client.Vraag >= 2' \
	n '' '' aanmelding ja '' e evaluatie 92 '' nee 'evaluatie sinds fase' o oud 147 '' nee Fase l uitstroom 147 '' ja '')" "is exact"
runs 0 "all ready" $at --check ready.rec closed.rec
is "$(cat out)" 'Cliënt  Fase        Dagen  Volgende  Klaar  Nog nodig
a       aanmelding    147  intake    ja' "in the model's language"
runs 1 "what is lacking" $at --check --lang=en unready.rec
like "$(cat out)" '1 of at least 2 values of Vraag$' "is a sentence"
sed 's/^Eist: evaluatie.*/Eist: client.Naam/' "$TOP/samples/model.rec" >model.rec
runs 1 "a decision to wait for" $at -m model.rec --check -T csv evaluation.rec
is "$(tail -1 out | tr -d '\r')" "e,evaluatie,92,,nee,Na" "is Na"
runs 1 "in json" $at --check -T json unready.rec
ok "is json" python3 -c 'import json; t = json.load(open("out"))["tables"][0]; assert t["rows"][0]["dagen"] == 147'

# Ask
runs 0 "the questions" $at --ask --lang=en ready.rec closed.rec unready.rec
is "$(grep -c '^  - ' out)" 10 "of the current phase, per dossier, closed ones left out"
is "$(head -1 out)" "a: Registration" "with its name"
runs 0 "as a table" $at --ask -T tsv ready.rec
is "$(cut -f1-3 out | uniq -c | sed 's/ *//')" "$(printf '1 client\tfase\tsoort\n1 a\taanmelding\tdoel\n5 a\taanmelding\tvraag')" "purpose and questions"
runs 1 "of a phase that the model does not know" $at --ask old.rec
runs 0 "of a phase by itself" $at --ask=evaluatie --lang=en
$at --ask=7 --lang=en >by_number
same by_number out "by its number too"
like "$(cat out)" '^Evaluation$' "is named"
ok "and asks" [ "$(grep -c '^  - ' out)" -gt 0 ]
$at --ask=evaluatie -T tsv >table
is "$(cut -f1-3 table | sort -u | tr '\t\n' ',;')" ",evaluatie,doel;,evaluatie,vraag;client,fase,soort;" "as a table"
runs 2 "with a dossier" $at --ask=evaluatie ready.rec
says 'reads no dossiers' "reads none"
runs 2 "of no phase" $at --ask=evaluatei
says 'did you mean "evaluatie"' "is named with the nearest"

# Wrong calls
for call in '--check --ask' '--check --close=verhuisd' '--ask --reopen' '--check --to=2' '--check --reden=r' '--check -i' '--check --date=2026-01-01' \
	'--close=verhuisd --reopen' '--close=verhuisd --to=2' '--close=verhuisd --reden=r' '--close=verhuisd --streefdatum=2027-01-01' \
	'--close=verhuisd --override --reden=r' '--reopen --override --reden=r' '--nazorg=2027-01-01' '--reopen --bestemming=x' '-T tsv' '--check -T xml' \
	'--streefdatum=morgen' '--reden=' '--check --toelichting=x'; do
	runs 2 "$call is a wrong call" $at $call ready.rec
	is "$(cat out)" "" "nothing is read"
done

# what stands for a phase and is no code is not shown
for value in 'Mijn vader slaat mij' 0612345678; do
	printf '%s\n' 'Record: client' 'Client: 2026-0001' 'Op: 2026-01-05' 'Naam: A' 'Aangemeld: 2026-01-05' 'Hulpvraag: x' '' \
		'Record: fase' 'Client: 2026-0001' 'Op: 2026-01-05' "Fase: $value" >astray.rec
	runs 1 "$value for a phase: nothing is next" $at astray.rec
	like "$(cat err)" 'the model has no phase "…", so none is next' "is said"
	runs 1 "and nothing to ask" $at --ask astray.rec
	like "$(cat err)" 'the model has no phase "…"' "is said"
	runs 1 "and a line of the table" $at --check -T tsv astray.rec
	like "$(cat out)" '2026-0001.…' "has its place"
	unlike "$(cat out err)" "$value" "without the text"
done
runs 1 "a number that is no phase, in the call" $at --to=0612345678 ready.rec
like "$(cat err)" 'the model has no phase "…"; expected one of' "is not shown either"
runs 2 "a picture of the questions" fasen-advance --ask=intake -T svg
like "$(cat err)" 'expected text, html, pdf, ms, tsv, csv or json' "every format that works is said"
done_testing
