#!/bin/sh
# SPDX-License-Identifier: ISC
# Whose word an agreement is, what each may expect of the other, and until when.
. "$(dirname "$0")/lib.sh"
needs recsel

cat >a.rec <<'END'
Record: client
Client: a
Op: 2026-01-05
Naam: Lísa de Vries
Roepnaam: Lies
Aangemeld: 2026-01-05
Hulpvraag: Rust in huis

Record: fase
Client: a
Op: 2026-01-05
Fase: intake

Record: akkoord
Client: a
Op: 2026-01-10
Wie: client
Waarop: intake
Akkoord: ja
Afspraak: We bellen op maandag
Afspraak: Yonas tolkt

Record: doel
Client: a
Op: 2026-02-01
Doel: d1
Leefgebied: wonen
Tekst: Een eigen sleutel

END
chmod 600 a.rec
p() { fasen-plan --today=2026-03-01 "$@"; }
# expects: what each may expect of the other, by the plan on paper
expects() { fasen-plan --today="${2:-2026-03-01}" -T text --lang=en "$1" | sed -n '/^What we agreed/,/^Signatures/ s/^- //p'; }

is "$(expects a.rec)" "We bellen op maandag
Yonas tolkt" "the plan shows what was arranged at the intake"
p --agree=plan --wie=client --afspraak='Ik kom op tijd' a.rec >b.rec
is "$(expects b.rec)" "We bellen op maandag
Yonas tolkt
Ik kom op tijd" "and on the plan"
p --agree=plan --wie=client --afspraak='Jij ook' b.rec >c.rec
is "$(expects c.rec)" "We bellen op maandag
Yonas tolkt
Ik kom op tijd
Jij ook" "a second agreement leaves the arrangements of the first"
p --agree=plan --wie=netwerk --afspraak=' Ik kom op tijd ' --afspraak='Oma past op' c.rec | p --agree=intake --wie=Oma --afspraak='Yonas tolkt' >d.rec
is "$(expects d.rec)" "We bellen op maandag
Yonas tolkt
Ik kom op tijd
Jij ook
Oma past op" "of everybody, each text once"

# Ended
runs 0 "--vervalt" p --agree=intake --wie=client --vervalt=' Yonas tolkt' --afspraak='Een tolk tolkt' c.rec
cp out ended.rec
is "$(recsel -e 'Vervalt != ""' -p Vervalt,Afspraak ended.rec)" "Vervalt:  Yonas tolkt
Afspraak: Een tolk tolkt" "is recorded"
is "$(expects ended.rec)" "We bellen op maandag
Een tolk tolkt
Ik kom op tijd
Jij ook" "and ends it"
is "$(expects ended.rec 2026-02-28)" "We bellen op maandag
Yonas tolkt" "from its day on"
p --agree=intake --wie=client --vervalt='Yonas tolkt' d.rec >one.rec
like "$(expects one.rec)" "^Yonas tolkt$" "what somebody else arranged too stands"
is "$(p --refuse=plan --wie=client c.rec | expects -)" "We bellen op maandag
Yonas tolkt" "a refusal ends what that person arranged on it"
p --agree=plan --wie=client --afspraak='Tot de zomer' --tot=2026-06-30 a.rec >until.rec
like "$(expects until.rec 2026-06-30)" "^Tot de zomer$" "it stands up to and including its own last day"
unlike "$(expects until.rec 2026-07-01)" "Tot de zomer" "and no longer"
like "$(fasen-plan -T text --lang=nl --today=2026-03-01 until.rec)" "akkoord op 1 maart 2026, tot en met 30 juni 2026" "which the paper says"
fasen-advance --close=verhuisd --today=2026-03-02 c.rec >closed.rec
is "$(expects closed.rec 2026-03-03)" "" "the end of the trajectory ends all"

# A closed plan is a record: who had agreed and when, with nothing left to sign.
paper() { fasen-plan --today=2026-03-03 -T "$1" --lang=en closed.rec; }
for kind in text html ms; do
	like "$(paper $kind)" "Who agreed" "a closed plan as $kind says who agreed"
	like "$(paper $kind)" "agreed on 1.{1,6}March.{1,6}2026" "and when"
	unlike "$(paper $kind)" "Signatures|Signing means|Who else signs|[Ss]ign again" "and has nothing to sign"
done
like "$(fasen-plan --today=2026-03-03 -T text --lang=nl closed.rec)" "Wie akkoord ging" "in Dutch too"
like "$(fasen-domains --person --today=2026-03-03 --lang=en closed.rec)" "You did not sign this description" "a description that nobody signed says so"
like "$(fasen-plan --today=2026-03-01 -T text --lang=en closed.rec)" "Signing means" "as it was while it ran it is to sign"

# Of nothing
refused() { # NAME OPTION...
	_name=$1
	shift
	runs 1 "$_name" p "$@"
	same out ended.rec "the dossier passes unchanged"
	like "$(cat err)" "^fasen-plan: ended\.rec:1: error: Vervalt: .*expected one that stands" "and why is said"
	unlike "$(cat err)" "tolk|maandag" "without the words"
}
refused "other words" --agree=intake --wie=client --vervalt='Yonas tolkt niet' ended.rec
refused "somebody else's" --agree=intake --wie=netwerk --vervalt='We bellen op maandag' ended.rec
refused "on something else" --agree=plan --wie=client --vervalt='We bellen op maandag' ended.rec
refused "with somebody" --agree=intake --wie=client --met=school --vervalt='We bellen op maandag' ended.rec
refused "what was ended already" --agree=intake --wie=client --vervalt='Yonas tolkt' ended.rec
refused "what is only arranged in the same record" --agree=intake --wie=client --vervalt=Nieuw --afspraak=Nieuw ended.rec
refused "before it was arranged" --agree=intake --wie=client --vervalt='Een tolk tolkt' --date=2026-02-01 ended.rec
printf 'Record: akkoord\nClient: a\nWie: client\nWaarop: intake\nAkkoord: ja\nVervalt: Niets\n' >nothing.form
runs 1 "by a form" p --fill=nothing.form ended.rec
same out ended.rec "the same"
like "$(cat err)" "nothing\.form:6: error: Vervalt: " "at the line of the form"
printf 'Record: akkoord\nClient: a\nWie: client\nWaarop: intake\nAkkoord: ja\nVervalt: We bellen op maandag\n' >monday.form
runs 0 "a form that ends what stands" p --fill=monday.form ended.rec
unlike "$(expects - <out)" maandag "ends it"
is "$(p --form=akkoord --lang=nl ended.rec | grep '^# Afspraak')" "# Afspraak die staat (client, intake): We bellen op maandag
# Afspraak die staat (client, plan): Ik kom op tijd
# Afspraak die staat (client, plan): Jij ook
# Afspraak die staat (client, intake): Een tolk tolkt" "the form lists what stands"
fasen-check --today=2026-03-01 - <ended.rec >findings
is "$(cat findings)" "" "fasen-check has nothing to say"
{ cat c.rec; printf 'Record: akkoord\nClient: a\nOp: 2026-03-02\nWie: client\nWaarop: intake\nAkkoord: ja\nVervalt: Gehiem\n\n'; } >odd.rec
mkdir -m 700 hand
(umask 77 && cp odd.rec hand/a.rec)
runs 2 "a Vervalt of nothing by hand" fasen-check --today=2026-03-02 hand
like "$(cat out)" "^hand/a\.rec:[0-9]*: error: Vervalt: no Afspraak in these words.*\[ends-nothing\]$" "is an error"

# The client's word is the client's.
for name in Lies lies 'Lisa de Vries' 'DE VRIES, LISA'; do
	runs 1 "--wie=$name for an agreement" p --agree=plan --wie="$name" c.rec
	same out c.rec "the dossier passes unchanged"
	runs 1 "--wie=$name for an action" p --action=Bellen --doel=d1 --wie="$name" c.rec
	same out c.rec "the dossier passes unchanged"
done
is "$(cat err)" "fasen-plan: c.rec:1: error: Wie: the client's own name, which counts as somebody else's; expected client" "what to write is said, the name is not"
runs 1 "at the intake" fasen-intake --agree=intake --wie=lies --today=2026-03-01 c.rec
printf 'Record: akkoord\nWie: Lies\nWaarop: plan\nAkkoord: ja\n' >name.form
runs 1 "on a form" p --fill=name.form c.rec
same out c.rec "the dossier passes unchanged"
p --action=Bellen --doel=d1 --wie=client c.rec >action.rec
runs 1 "in an amendment" p --amend=d1.1 --wie=Lies action.rec
runs 0 "somebody of nearly that name" p --agree=plan --wie=Liesbeth c.rec
p --agree=plan --wie=Lisa a.rec >hand/a.rec
runs 0 "what was recorded under another name" fasen-intake -i --amend --roepnaam=Lisa --today=2026-03-01 hand/a.rec
like "$(cat err)" "warning: Wie: the client's own name" "is warned of"
runs 1 "an older dossier" fasen-check --today=2026-03-01 hand
like "$(cat out)" "a\.rec:[0-9]*: warning: Wie: the client's own name.*\[own-name\]$" "is warned of"
unlike "$(cat out)" "Lisa" "without the name"
printf 'Naam;Hulpvraag;Vraag;Wie\nPia Pot;Rust;wonen;pia pot\nJo Jan;Rust;wonen;client\n' >rows.csv
mkdir d
runs 1 "by a row of CSV" fasen-intake --csv --map=Wie=akkoord.Wie --map==akkoord.Waarop:intake --map==akkoord.Akkoord:ja --today=2026-03-01 -d d rows.csv
is "$(ls d | wc -l)" 1 "that row is rejected"
done_testing
