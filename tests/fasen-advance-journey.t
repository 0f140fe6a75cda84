#!/bin/sh
# SPDX-License-Identifier: ISC
# One dossier by commands alone: all eight phases, two loops, an override, a closing, a return. Every
# dossier on the way is read by recsel, clean under fasen-check, and the one before with records added.
. "$(dirname "$0")/lib.sh"
needs recsel

f=dossiers/k-1.rec
mkdir -m 700 dossiers

# on DATE COMMAND...: the step of that day, in place
on() {
	day=$1
	shift
	cp "$f" before
	command=$1
	shift
	runs 0 "$day $command $*" "$command" -i --today="$day" "$@" "$f"
	sound
}

# The dossier after a step: only added to, and sound for all who read it.
sound() {
	head -c "$(wc -c <before)" "$f" >beginning
	same before beginning "nothing that was there is changed"
	recsel -c "$f" >count 2>&1
	is "$(cat count)" "$(grep -c '^Record: ' "$f")" "recsel reads as many records"
	fasen-check --today="$day" "$f" >findings 2>&1
	is "$(cat findings)" "" "fasen-check has nothing to say"
}

phase() { is "$(recsel -P Fase -e 'Record = "fase"' "$f" | tail -1)" "$1" "the phase is $1"; }

# next DATE CONDITION...: not ready, and each condition is named
next_asks() {
	day=$1
	shift
	cp "$f" before
	runs 1 "$day is too early to leave the phase" fasen-advance -i --today="$day" "$f"
	same before "$f" "the dossier is unchanged"
	is "$(wc -l <err)" "$#" "a message for each unmet condition"
	for _c; do ok "$_c is named" grep -qF ": $_c: " err; done
}
agreed() { echo "akkoord.Waarop = $1 en Wie = client|vertegenwoordiger${2-}"; }

runs 0 "registration" fasen-intake --today=2026-01-05 -d dossiers --id=k-1 --naam='Noor Voorbeeld' --geboren=1990-01-01 \
	--hulpvraag='Ik wil weer op mezelf wonen.' --vraag=wonen --team=noord --verwachte_weken=40
is "$(cat out)" "$f" "the path is printed"
phase aanmelding
next_asks 2026-01-06 'client.Vraag >= 2'
on 2026-01-06 fasen-intake --amend --vraag=wonen --vraag=werk
on 2026-01-07 fasen-advance
phase intake
next_asks 2026-01-08 'intake.Besluit = geplaatst' "$(agreed intake)"
on 2026-01-10 fasen-intake --decide=geplaatst
on 2026-01-10 fasen-intake --agree=intake --wie=client --afspraak='Samen op tijd.'

# The worker is not known yet: on to the analysis all the same, with a reason.
cp "$f" before
runs 1 "passing over a phase asks for its conditions" fasen-advance -i --today=2026-01-12 --to=analyse "$f"
same before "$f" "the dossier is unchanged"
like "$(cat err)" 'opstart: client.Begeleider: ' "the skipped phase is named"
on 2026-01-12 fasen-advance --to=4 --override --reden='Begeleider volgt maandag.' --streefdatum=2026-03-01
phase analyse
is "$(recsel -P Afwijking -e 'Fase = "analyse"' "$f")" 'opstart: client.Begeleider' "what was set aside is recorded"
is "$(recsel -P Streefdatum -e 'Fase = "analyse"' "$f")" 2026-03-01 "and the client's own pace"
# Back, with a reason: no conditions
runs 1 "back asks for a reason" fasen-advance -i --today=2026-01-13 --to=startfase "$f"
on 2026-01-13 fasen-advance --to=startfase --reden='Eerst kennismaken met de begeleider.'
phase opstart
on 2026-01-14 fasen-intake --amend --begeleider=anna
on 2026-01-15 fasen-advance
phase analyse
next_asks 2026-01-16 'leefgebied per leefgebied' 'kracht >= 1' "$(agreed persoonsbeschrijving ' sinds fase')"
on 2026-01-20 fasen-domains --scores=zingeving=4,wonen=2,financien=3,relaties=3,lichamelijk=4,psychisch=3
cp "$f" before
runs 1 "one domain is left" fasen-advance -i --today=2026-01-20 "$f"
like "$(cat err)" ': werk$' "it is named"
on 2026-01-21 fasen-domains --domain=werk --nvt='Wil zij later.'
on 2026-01-21 fasen-domains --strength='Kan goed koken.' --leefgebied=wonen --soort=vaardigheid
on 2026-01-22 fasen-plan --agree=persoonsbeschrijving --wie=client
on 2026-01-23 fasen-advance
phase planning
next_asks 2026-01-24 'doel >= 1' "$(agreed plan ' sinds fase')"
on 2026-01-25 fasen-plan --goal='Een eigen huis.' --leefgebied=wonen --termijn=lang --streefdatum=2026-09-01 --kracht='Kan goed koken.'
next_asks 2026-01-26 'werkpunt per doel' "$(agreed plan ' sinds fase')"
on 2026-01-26 fasen-plan --action='Inschrijven.' --doel=d1 --wie=client
on 2026-01-27 fasen-plan --agree=plan --wie=client
on 2026-01-28 fasen-advance
phase uitvoering
next_asks 2026-03-01 'stand sinds fase' 'stand per doel sinds fase'
on 2026-03-20 fasen-plan --status=bezig --doel=d1
on 2026-04-20 fasen-advance
phase evaluatie
next_asks 2026-04-21 'evaluatie sinds fase'

# First loop: adjust, back to the planning
on 2026-04-22 fasen-plan --evaluate=bijstellen --soort=tussentijds --volgende=2026-07-20
on 2026-04-22 fasen-advance
phase planning
on 2026-04-23 fasen-plan --action='Brief aan de gemeente.' --doel=d1 --wie=begeleider
next_asks 2026-04-23 "$(agreed plan ' sinds fase')"
on 2026-04-24 fasen-plan --agree=plan --wie=client
on 2026-04-24 fasen-advance
phase uitvoering
next_asks 2026-07-01 'stand sinds fase' 'stand per doel sinds fase'
on 2026-07-01 fasen-plan --status=bezig --doel=d1
on 2026-07-01 fasen-advance
phase evaluatie
next_asks 2026-07-02 'evaluatie sinds fase'

# Second loop: go on, back to the work
on 2026-07-03 fasen-plan --evaluate=voortzetten --soort=tussentijds --volgende=2026-10-01
on 2026-07-03 fasen-advance
phase uitvoering
on 2026-09-01 fasen-plan --status=behaald --doel=d1 --score=2
on 2026-09-02 fasen-domains --scores=wonen=4
on 2026-09-02 fasen-advance
phase evaluatie
on 2026-09-05 fasen-plan --evaluate=uitstroom --soort=eind --tevredenheid=8
on 2026-09-05 fasen-advance
phase uitstroom
cp "$f" before
runs 1 "the last phase leads nowhere" fasen-advance -i --today=2026-09-20 "$f"
like "$(cat err)" 'last phase' "it says so"
on 2026-09-30 fasen-advance --close=volgens-plan --bestemming='eigen woning' --nazorg=2026-12-15 --tevredenheid=9
runs 1 "a closed dossier is refused" fasen-advance -i --today=2026-10-01 "$f"
like "$(cat err)" 'closed' "it says so"
runs 1 "and is not closed twice" fasen-advance -i --today=2026-10-01 --close=verhuisd "$f"
on 2026-12-15 fasen-plan --note='Het gaat goed.'

# A return, half a year later
on 2027-03-01 fasen-advance --reopen --reden='Weer dakloos.'
phase aanmelding
is "$(fasen-select --today=2027-03-01 --count traject=2 gesloten=nee "$f")" 1 "a second trajectory is open"
on 2027-03-02 fasen-advance
next_asks 2027-03-03 'intake.Besluit = geplaatst' "$(agreed intake)"
on 2027-03-04 fasen-advance --close=verhuisd
is "$(recsel -P Fase -e 'Record = "fase"' "$f" | tr -s '\n' ' ')" \
	"aanmelding intake analyse opstart analyse planning uitvoering evaluatie planning uitvoering evaluatie uitvoering evaluatie uitstroom aanmelding intake " \
	"the whole way is there"
done_testing
