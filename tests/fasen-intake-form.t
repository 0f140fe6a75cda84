#!/bin/sh
# SPDX-License-Identifier: ISC
# Forms of the intake: printed, filled in, read back.
. "$(dirname "$0")/lib.sh"

# set FIELD VALUE: fills in the first empty field of that name in the form.
set_field() {
	awk -v field="$1" -v value="$2" '!done && $0 ~ "^" field ": *$" { print field ": " value; done = 1; next } { print }' form >form.new
	mv form.new form
}

runs 0 "an empty form" fasen-intake --form --lang=en
is "$(grep '^Record' out | tr '\n' ' ')" "Record: client Record: intake Record: akkoord Record: indicatie " "of all that an intake records"
cp out form
runs 0 "a form of one kind" fasen-intake --form=intake
is "$(grep '^Record' out)" "Record: intake" "is of that kind"
runs 2 "a form of another kind" fasen-intake --form=intak
like "$(cat err)" 'did you mean "intake"' "is refused with the nearest"
runs 2 "a form that records" fasen-intake --form --date=2026-01-01

# a new client, without a word of private text on the command line
set_field Naam 'Samira Hamdaoui'
set_field Geboren 1999-03-13
set_field Aangemeld 2026-05-01
set_field Hulpvraag 'Ik weet niet wat ik met mijn dagen moet.'
set_field Vraag zingeving
sed 's/^Vraag: zingeving$/&\nVraag: werk/' form >form.new && mv form.new form
set_field Besluit geplaatst
set_field Waarop intake
set_field Akkoord ja
set_field Afspraak 'Wij bellen op dinsdag.'
mkdir d
runs 0 "a form that was filled in registers" fasen-intake --fill=form -d d --today=2026-05-10
is "$(cat out)" d/2026-0001.rec "prints the path"
cat >want <<'END'
Record: client
Client: 2026-0001
Op: 2026-05-01
Naam: Samira Hamdaoui
Geboren: 1999-03-13
Aangemeld: 2026-05-01
Hulpvraag: Ik weet niet wat ik met mijn dagen moet.
Vraag: zingeving
Vraag: werk
Door: tester
Vastgelegd: 2026-05-10

Record: fase
Client: 2026-0001
Op: 2026-05-01
Fase: aanmelding
Door: tester
Vastgelegd: 2026-05-10

Record: intake
Client: 2026-0001
Op: 2026-05-10
Besluit: geplaatst
Door: tester

Record: akkoord
Client: 2026-0001
Op: 2026-05-10
Wie: client
Waarop: intake
Akkoord: ja
Afspraak: Wij bellen op dinsdag.
Door: tester

END
same d/2026-0001.rec want "with the decision and the agreement"
runs 0 "without -d" sh -c 'fasen-intake --fill=form --today=2026-05-10 </dev/null'
same out want "it goes to standard output"
runs 0 "from standard input, under an id" sh -c 'fasen-intake --fill=- --id=x-1 <form'
like "$(cat out)" '^Client: x-1' "has that id"
sed 's/^Besluit: .*/Besluit: geplaats/' form >wrong
runs 1 "a form with a wrong code" fasen-intake --fill=wrong -d d --today=2026-05-10
like "$(cat err)" '^fasen-intake: wrong:[0-9]*: error: Besluit: ' "is refused with its line"
is "$(ls d)" 2026-0001.rec "and nothing is registered"
sed 's/^Besluit: .*/Besluit: 0612345678/' form >wrong
runs 1 "a form with a telephone number for a code" fasen-intake --fill=wrong -d d --today=2026-05-10
like "$(cat err)" '^fasen-intake: wrong:[0-9]*: error: Besluit: no valid code; expected one of' "is refused with its line"
unlike "$(cat err)" 0612345678 "and does not show the number"
sed 's/^Record: intake$/Record: Mijn vader slaat mij/' form >wrong
runs 2 "a form with a sentence for a kind" fasen-intake --fill=wrong -d d --today=2026-05-10
unlike "$(cat err)" vader "does not show it"
sed '/^Naam: /d' form >wrong
runs 2 "a form without a name" fasen-intake --fill=wrong -d d
like "$(cat err)" '^fasen-intake: wrong:[0-9]*: error: Naam: ' "is refused"
fasen-intake --form >empty
runs 2 "an empty form has nobody to register" fasen-intake --fill=empty -d d

# a dossier that is there
runs 0 "a form with what there is" fasen-intake --form=client d/2026-0001.rec
like "$(cat out)" '^Naam: Samira Hamdaoui$' "holds it"
cp out form
set_field Team zuid
sed 's/^Vraag: werk$/Vraag: wonen/' form >form.new && mv form.new form
runs 0 "filled in and read back" fasen-intake --fill=form -i d/2026-0001.rec
cat >>want <<'END'
Record: client
Client: 2026-0001
Op: TODAY
Vraag: zingeving
Vraag: wonen
Team: zuid
Door: tester

END
sed "s/^Op: $(date +%F)$/Op: TODAY/" d/2026-0001.rec >got
same got want "records what was changed, and that only"
# What each field is for is said in the language asked for
for kind in client intake akkoord indicatie; do
	fasen-intake --form=$kind --lang=en | grep '^# [a-z]' | sort -u >en
	fasen-intake --form=$kind --lang=nl | grep '^# [a-z]' | sort -u >nl
	ok "form of $kind: fields are explained" test -s en -a -s nl
	is "$(comm -12 en nl)" "" "form of $kind: no explanation is English in the Dutch one"
done
done_testing
