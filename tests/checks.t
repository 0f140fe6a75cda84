#!/bin/sh
# SPDX-License-Identifier: ISC
# One set of checks for every way in: what fasen-check calls an error is refused, what it calls a warning is said and recorded.
. "$(dirname "$0")/lib.sh"

today=--today=2026-11-20
runs 0 "a dossier" fasen-intake -d . --id=base --naam='Geheime Naam' --hulpvraag='Geheime vraag' --vraag=wonen --vraag=werk \
	--geboren=1990-01-01 --aangemeld=2026-01-05 --today=2026-01-05
fasen-plan $today --date=2026-02-01 --goal='Ik woon' --leefgebied=wonen --streefdatum=2027-01-01 base.rec |
	fasen-plan $today --date=2026-02-01 --action='Bellen' --doel=d1 --wie=client --streefdatum=2027-01-01 |
	fasen-plan $today --date=2026-02-01 --goal='Ik werk' --leefgebied=werk --onder=d1 --streefdatum=2027-01-01 >goals.rec
chmod 600 goals.rec
is "$(fasen-check $today - <goals.rec)" "" "which is clean"

# try DESC PLACE COMMAND...: the command, on a copy of $from, says what $finding has, and does what its severity asks.
try() {
	_desc=$1 _place=$2
	shift 2
	cp -p "$from" x.rec
	"$@" >out.rec 2>err
	_got=$?
	case $finding in
	error*) is "$_got" 1 "$_desc: refused" ;;
	*) is "$_got" 0 "$_desc: recorded" ;;
	esac
	like "$(cat err)" "^fasen-[a-z]*: ${_place:+$_place: }${finding%%: *}: .*${finding#*: }" "$_desc: what is wrong, and where"
	unlike "$(cat err)" Geheime "$_desc: nothing private is said"
	chmod 600 out.rec
	case $finding in
	error*) same "$from" out.rec "$_desc: the dossier is as it was" ;;
	*) like "$(fasen-check $today out.rec)" ": warning: .*${finding#*: }" "$_desc: and fasen-check finds it" ;;
	esac
}

row() {
	rm -rf dir && mkdir dir && cp -p x.rec dir/base.rec
	fasen-intake $today --csv --update -d dir --map-file=map rows.csv >/dev/null
	_status=$?
	cat dir/base.rec
	return $_status
}

# ways DESC FINDING LINE PROGRAM CALL...: by the options of the call, by the form on stdin (LINE tells where), and by a
# row of CSV with a column for each field of that form.
ways() {
	what=$1 finding=$2 line=$3 program=$4
	shift 4
	cat >form
	try "$what, by options" 'x.rec:1' "$program" $today "$@" x.rec
	try "$what, by a form" "form:$line" "$program" $today --fill=form x.rec
	awk -F ': ' 'BEGIN { head = "Client"; row = "base" }
		$1 == "Record" { kind = $2 == "client" ? "" : $2 "."; next }
		{ head = head ";k" NR; row = row ";" $2; print "k" NR "=" kind $1 >"map" }
		END { print head; print row }' form >rows.csv
	try "$what, by CSV" 'rows.csv:2' row
}

from=goals.rec
ways "a target date that is past" "warning: before the record's own date 2026-11-20" 4 \
	fasen-plan --goal='Ik rust' --leefgebied=wonen --streefdatum=2026-01-31 <<-END
	Record: doel
	Leefgebied: wonen
	Tekst: Ik rust
	Streefdatum: 2026-01-31
END
ways "sharing with nobody" "warning: missing; sharing" 1 fasen-plan --agree=delen --wie=client <<-END
	Record: akkoord
	Waarop: delen
	Wie: client
	Akkoord: ja
END
ways "a slip in who agrees" 'warning: .*did you mean "client"' 3 fasen-intake --agree=intake --wie=clent <<-END
	Record: akkoord
	Waarop: intake
	Wie: clent
	Akkoord: ja
END
ways "a next evaluation that is past" "warning: not after the record's own date" 4 \
	fasen-plan --evaluate=voortzetten --soort=tussentijds --volgende=2026-11-20 <<-END
	Record: evaluatie
	Soort: tussentijds
	Besluit: voortzetten
	Volgende: 2026-11-20
END
ways "aftercare that is past" "warning: before the record's own date" 3 fasen-advance --close=verhuisd --nazorg=2026-11-19 <<-END
	Record: uitstroom
	Reden: verhuisd
	Nazorg: 2026-11-19
END
finding='warning: Op: after the closing on 2026-01-31'
try "closing before a record" 'x.rec:20' fasen-advance $today --close=verhuisd --date=2026-01-31 x.rec
ways "a day to come" "warning: after today, 2026-11-20" 2 fasen-plan --note=T --date=2026-12-01 <<-END
	Record: notitie
	Op: 2026-12-01
	Tekst: T
END
ways "a goal that begins later" "warning: begins only on 2026-02-01" 3 fasen-plan --status=bezig --doel=d1 --date=2026-01-31 <<-END
	Record: stand
	Op: 2026-01-31
	Doel: d1
	Stand: bezig
END
ways "a day before registration" "error: before the registration on 2026-01-05" 2 fasen-plan --note=T --date=2026-01-04 <<-END
	Record: notitie
	Op: 2026-01-04
	Tekst: T
END
ways "a goal that is not there" 'error: the dossier has no doel "d9"; expected one of d1 d2' 2 fasen-plan --status=bezig --doel=d9 <<-END
	Record: stand
	Doel: d9
	Stand: bezig
END
ways "an amendment of before the goal" "error: missing; the first record of a doel, by date" 1 \
	fasen-plan --amend=d1 --termijn=kort --date=2026-01-31 <<-END
	Record: doel
	Doel: d1
	Op: 2026-01-31
	Termijn: kort
END
ways "a birth after the registration" "error: birth after the registration on 2026-01-05" 2 fasen-intake --amend --geboren=2026-01-06 <<-END
	Record: client
	Geboren: 2026-01-06
END
ways "a birth to come" "error: birth after the registration on 2026-01-05" 2 fasen-intake --amend --geboren=2027-01-06 <<-END
	Record: client
	Geboren: 2027-01-06
END
ways "a registration to come" "error: after today, 2026-11-20" 2 fasen-intake --amend --aangemeld=2027-01-06 <<-END
	Record: client
	Aangemeld: 2027-01-06
END
from=base.rec
ways "a plan without goals" "warning: agreement on plan while no doel" 2 fasen-plan --agree=plan --wie=client <<-END
	Record: akkoord
	Waarop: plan
	Wie: client
	Akkoord: ja
END

# A trajectory is not cut in two behind one's back, and ends once: what fasen-advance --close refuses, every way refuses.
{ cat goals.rec; printf 'Record: fase\nClient: base\nOp: 2026-03-01\nFase: analyse\nReden: Op verzoek\n\n'; } >moved.rec
chmod 600 moved.rec
is "$(fasen-check $today - <moved.rec)" "" "a client in analyse, which is clean"
from=moved.rec
for decision in afgewezen doorverwezen ingetrokken; do
	ways "$decision before a phase" "error: before the phase of 2026-03-01" 2 \
		fasen-intake --decide=$decision --date=2026-02-15 <<-END
		Record: intake
		Op: 2026-02-15
		Besluit: $decision
	END
done
finding="error: Op: before the phase of 2026-03-01"
printf 'Client;Einde;Waarom\nbase;2026-02-15;verhuisd\n' >rows.csv
printf 'Einde=uitstroom.Op\nWaarom=uitstroom.Reden\n' >map
finding="error: .*before the phase of 2026-03-01" try "a closing before a phase, by CSV" 'rows.csv:2' row
fasen-advance $today --date=2026-04-01 --close=verhuisd moved.rec >closed.rec
chmod 600 closed.rec
# A return that begins before it began; a closing that another takes the place of.
fasen-advance $today --date=2026-05-01 --reopen closed.rec >again.rec
chmod 600 again.rec
from=again.rec finding="error: .*before the phase of 2026-05-01, recorded earlier, with which"
printf 'Client;F;D\nbase;intake;2026-04-15\n' >rows.csv
printf 'F=fase.Fase\nD=fase.Op\n' >map
try "a return before the return, by CSV" 'rows.csv:2' row
from=closed.rec
finding="error: the trajectory has a closing already, of 2026-04-01"
printf 'Record: intake\nOp: 2026-03-15\nBesluit: afgewezen\n' >form
try "a decision that takes the place of a closing, by options" 'x.rec:1' \
	fasen-intake $today --decide=afgewezen --date=2026-03-15 x.rec
try "a decision that takes the place of a closing, by a form" 'form:2' fasen-intake $today --fill=form x.rec
# By CSV the map decides (fasen-intake-closing.t); where the one is a closing and the other none, what stands here does.
printf 'Client;D;B\nbase;2026-03-15;afgewezen\n' >rows.csv
printf 'D=intake.Op\nB=intake.Besluit\n' >map
cp closed.rec x.rec && chmod 600 x.rec
row >out.rec 2>err
is "$?" 0 "by CSV it is no error of the row"
like "$(cat err)" 'intake.Besluit: 1 dossier says otherwise since 2026-11-20; left so' "it is named"
same closed.rec out.rec "and the dossier is as it was"
rm -rf dir && mkdir dir && cp closed.rec dir/base.rec
printf 'Client;F;D\nbase;intake;2026-05-15\n' >rows.csv
printf 'F=fase.Fase\nD=fase.Op\n' >map
runs 0 "a return by CSV" fasen-intake $today --csv --update -d dir --map-file=map rows.csv
like "$(cat err)" '^fasen-intake: rows.csv:2: warning: F: begins a new trajectory, after the closing on 2026-04-01' "is said"
# A row of a client who left and returned tells both; a later closing of the new one is that of the new one.
printf 'Naam;H;A;Einde;F;D\nN;H;2026-01-05;2026-03-01;intake;2026-05-01\nM;H;2026-01-05;2026-06-01;intake;2026-05-01\n' >rows.csv
printf 'H=Hulpvraag\nA=Aangemeld\nEinde=uitstroom.Op\n=uitstroom.Reden: verhuisd\nF=fase.Fase\nD=fase.Op\n' >map
runs 0 "a row of who returned" fasen-intake $today --csv --map-file=map rows.csv
cp out returned.rec
like "$(cat err)" '^fasen-intake: rows.csv:2: warning: F: begins a new trajectory, after the closing on 2026-03-01' "says so"
unlike "$(cat err)" '^fasen-intake: rows.csv:3: warning: F' "only of who did"
is "$(sed -n 's/^Record: //p' returned.rec | tr '\n' ' ')" "client fase uitstroom fase client fase fase uitstroom " "the phase stands behind the closing"
is "$(fasen-check $today - <returned.rec)" "" "and fasen-check has nothing to say"

{ cat closed.rec; printf 'Record: uitstroom\nClient: base\nOp: 2026-04-01\nReden: volgens-plan\n\n'; } >two.rec
like "$(fasen-check $today - <two.rec)" '^-:[0-9]*: warning: Op: the trajectory has a closing already, of 2026-04-01, and one counts' "two closings of one day by hand are found"
{ cat moved.rec; printf 'Record: uitstroom\nClient: base\nOp: 2026-02-20\nReden: volgens-plan\n\n'; } >two.rec
like "$(fasen-check $today - <two.rec)" '^-:[0-9]*: warning: Op: before the phase of 2026-03-01, recorded earlier' "and a closing by hand that cuts one in two"
from=moved.rec
ways "whoever is guided declined" "warning: ends the trajectory as not placed, though the client is in analyse; expected an uitstroom" 2 \
	fasen-intake --decide=ingetrokken <<-END
	Record: intake
	Besluit: ingetrokken
END
ways "whoever is guided on the waiting list" "warning: counts as waiting, though the client is in analyse" 2 \
	fasen-intake --decide=wachtlijst <<-END
	Record: intake
	Besluit: wachtlijst
END
runs 0 "declining at the intake" fasen-intake $today --decide=afgewezen goals.rec
is "$(cat err)" "" "is what it is for"

from=goals.rec
ways "a final evaluation that goes on" "warning: goes on after a final evaluation; expected uitstroom, or tussentijds as its kind" 3 \
	fasen-plan --evaluate=voortzetten --soort=eind <<-END
	Record: evaluatie
	Soort: eind
	Besluit: voortzetten
END
fasen-intake $today --amend --vertegenwoordiger='mw. J. Bakker' --date=2026-02-01 goals.rec >represented.rec
chmod 600 represented.rec
from=represented.rec
ways "the representative by name" "warning: the name of the representative, which counts as somebody else's; expected vertegenwoordiger" 3 \
	fasen-plan --agree=plan --wie='mw. j. bakker' <<-END
	Record: akkoord
	Waarop: plan
	Wie: mw. j. bakker
	Akkoord: ja
END
from=moved.rec
ways "whoever is guided placed" "warning: counts as placed on that day, though the client is in analyse" 2 \
	fasen-intake --decide=geplaatst <<-END
	Record: intake
	Besluit: geplaatst
END
fasen-intake $today --decide=geplaatst --reden=Plek base.rec >decided.rec
chmod 600 decided.rec
from=decided.rec
ways "declined on the day of placing" "warning: geplaatst on line [0-9]*, of the same day; expected one of the two, the other taken back" 2 \
	fasen-intake --decide=afgewezen <<-END
	Record: intake
	Besluit: afgewezen
END
finding='warning: Besluit: decided so already, on 2026-11-20'
try "placed again" 'x.rec:1' fasen-intake $today --decide=geplaatst x.rec
printf 'Record: intake\nBesluit: geplaatst\nReden: Toch\n' >form
try "placed again, by a form" 'form:2' fasen-intake $today --fill=form x.rec

# A code in other letters is nobody's name.
from=goals.rec
for who in Client CLIENT cliënt Kliënt klient 'de cliënt' "$(printf 'cli\302\255ent')" Netwerk netwerc Begeleider begeleidér Vertegenwoordiger; do
	case $who in
	[Nn]*) code=netwerk ;;
	[Bb]*) code=begeleider ;;
	V*) code=vertegenwoordiger ;;
	*) code=client ;;
	esac
	runs 2 "--refuse=plan --wie=$who" fasen-plan $today --refuse=plan --wie="$who" goals.rec
	is "$(cat out)" "" "is a wrong call"
	like "$(cat err)" "^fasen-plan: error: Wie: counts as somebody's name; expected the code \"$code\"\$" "that names the code"
done
runs 2 "an action for Cliënt" fasen-plan $today --action=Bellen --doel=d1 --wie=Cliënt goals.rec
finding="error: .*counts as somebody's name; expected the code \"client\""
printf 'Record: akkoord\nWaarop: plan\nWie: Cliënt\nAkkoord: nee\n' >form
try "Cliënt on a form" 'form:3' fasen-plan $today --fill=form x.rec
printf 'Record: werkpunt\nDoel: d1\nTekst: Bellen\nWie: Cliënt\n' >form
try "Cliënt for an action on a form" 'form:4' fasen-plan $today --fill=form x.rec
printf 'Client;W\nbase;Cliënt\n' >rows.csv
printf 'W=akkoord.Wie\n=akkoord.Waarop:plan\n=akkoord.Akkoord:nee\n' >map
try "Cliënt in a row" 'rows.csv:2' row
for name in "$(printf 'Geheime\302\255 Naam')" "$(printf 'Ge\342\201\240heime Na\342\200\213am')" "$(printf 'Naam, G\315\217eheime')"; do
	runs 1 "the client's name with what is not seen" fasen-plan $today --agree=plan --wie="$name" goals.rec
	like "$(cat err)" "error: Wie: the client's own name" "is the client's name"
	same out goals.rec "and the dossier as it was"
done

# What is nearly a code, or likely the client, is said and recorded.
likely() { # WHO FINDING
	runs 0 "--wie=$1" fasen-plan $today --agree=intake --wie="$1" goals.rec
	like "$(cat err)" "^fasen-plan: goals.rec:1: warning: Wie: $2" "is said"
	unlike "$(cat err)" "${3:-$1}" "and not shown"
	like "$(fasen-check $today - <out)" "warning: Wie: $2" "and found"
}
for who in cliënte 'cliënt zelf' 'client en begeleider'; do
	likely "$who" 'neither a code nor likely a name; did you mean "client"'
done
likely begeleidster '.*did you mean "begeleider"'
likely Geheime "likely the client's own name"
fasen-intake $today --amend --roepnaam=Gijs goals.rec >called.rec
runs 0 "the name that the client goes by with the rest" fasen-plan $today --agree=intake --wie='Naam, Gijs' called.rec
like "$(cat err)" "warning: Wie: likely the client's own name" "is said"
for who in Clara Clemens 'moeder van Geheime' Naam Oma; do
	runs 0 "--wie=$who" fasen-plan $today --agree=intake --wie="$who" goals.rec
	is "$(cat err)" "" "is somebody"
done

# What is written otherwise is kept apart, and said.
fasen-plan $today --date=2026-03-01 --agree=delen --wie=client --met='De School' goals.rec |
	fasen-plan $today --date=2026-03-01 --agree=plan --wie=Oma |
	fasen-domains $today --date=2026-03-01 --network=Anneke --relatie=familie >apart.rec
chmod 600 apart.rec
is "$(fasen-check $today - <apart.rec)" "" "agreements and a network"
from=apart.rec
ways "sharing with whom is written otherwise" "warning: written otherwise than on line [0-9]*, so that each counts by itself" 3 \
	fasen-plan --refuse=delen --wie=client --met=' de  school' <<-END
	Record: akkoord
	Waarop: delen
	Met: de-school
	Wie: client
	Akkoord: nee
END
ways "who agrees written otherwise" "warning: written otherwise than on line" 3 fasen-plan --refuse=plan --wie=oma <<-END
	Record: akkoord
	Waarop: plan
	Wie: OMA
	Akkoord: nee
END
ways "one of the network written otherwise" "warning: written otherwise than on line" 2 \
	fasen-domains --network=Annéke --relatie=familie <<-END
	Record: netwerk
	Naam: anneke
	Relatie: familie
END
runs 0 "sharing with the same once more" fasen-plan $today --refuse=delen --wie=client --met='De School' apart.rec
is "$(cat err)" "" "is as it should be"
runs 0 "sharing with another" fasen-plan $today --agree=delen --wie=client --met='De Schoolarts' apart.rec
is "$(cat err)" "" "is too"
ways "an arrangement in a refusal" "warning: does not stand, for it comes with a refusal" 5 \
	fasen-plan --refuse=intake --wie=client --afspraak=Bellen <<-END
	Record: akkoord
	Waarop: intake
	Wie: client
	Akkoord: nee
	Afspraak: Bellen
END

# What ends as it begins, and a pace behind the closing.
from=goals.rec
fasen-domains $today --date=2026-10-01 --strength=Koken --leefgebied=wonen --soort=kennis goals.rec >cooks.rec
cat >form <<-END
	Record: kracht
	Tekst: Kokn
	Leefgebied: wonen
	Soort: kennis
	Tot: 2026-11-20
END
line=$(grep -n '^Record: kracht' cooks.rec | cut -d: -f1)
from=cooks.rec
finding='error: Tekst: no strength to end was recorded in these words, .* by that day; the nearest is on line '$line
try "a strength that is to end, in other words, by options" x.rec:1 fasen-domains $today --strength=Kokn --leefgebied=wonen --soort=kennis --tot=2026-11-20 x.rec
try "a strength that is to end, in other words, by a form" form:2 fasen-domains $today --fill=form x.rec
finding='error: Tekst: no strength to end was recorded in these words, .* by that day'
try "one of another kind" x.rec:1 fasen-domains $today --strength=Koken --leefgebied=wonen --soort=interesse --tot=2026-11-20 x.rec
try "one that began later" x.rec:1 fasen-domains $today --date=2026-09-01 --strength=Koken --leefgebied=wonen --soort=kennis --tot=2026-11-20 x.rec
from=goals.rec
finding="warning: not after its begin on 2026-11-20"
printf 'Client;a;b;c;d\nbase;Koken;wonen;kennis;2026-11-20\n' >rows.csv
printf 'a=kracht.Tekst\nb=kracht.Leefgebied\nc=kracht.Soort\nd=kracht.Tot\n' >map
try "begin and end in a row" rows.csv:2 row
runs 0 "one that is there" fasen-domains $today --strength=Koken --leefgebied=wonen --soort=kennis --tot=2026-11-01 cooks.rec
is "$(cat err)" "" "ends"
fasen-advance $today --to=aanmelding --streefdatum=2027-01-01 goals.rec >pace.rec
runs 0 "closing before the pace was changed" fasen-advance $today --close=verhuisd --date=2026-11-01 pace.rec
like "$(cat err)" '^fasen-advance: pace.rec:[0-9]*: warning: Op: after the closing on 2026-11-01' "is warned of"

# Blanks say nothing.
for call in '--agree=plan --wie=client --afspraak' '--agree=plan --wie=client --opmerking' '--status=bezig --doel=d1 --toelichting'; do
	runs 2 "$call of blanks" fasen-plan $today $call="$(printf ' \302\240\302\255')" goals.rec
	like "$(cat err)" 'error: [A-Z][a-z]*: blanks only; expected a text$' "is a wrong call"
	runs 2 "$call of nothing" fasen-plan $today $call= goals.rec
	like "$(cat err)" 'is empty; expected a value, for [a-z]* has nothing to clear$' "is one too"
done
for call in 'fasen-plan --note' 'fasen-plan --leefgebied=wonen --goal' 'fasen-domains --leefgebied=wonen --soort=kennis --strength' \
	'fasen-domains --relatie=familie --network'; do
	runs 2 "$call of what is not seen" $call="$(printf ' \342\200\213\302\240')" $today goals.rec
	like "$(cat err)" 'expected a text, not an empty one' "is a wrong call"
done
for call in '--to=intake' '--override' '--to=uitvoering --override'; do
	runs 2 "fasen-advance $call with a reason of blanks" fasen-advance $today $call --reden='  ' moved.rec
	like "$(cat err)" 'reden: expected a text, not an empty one' "is a wrong call"
done
finding='error: emptied, though doel asks for it'
try "a goal's text of what is not seen" 'x.rec:1' fasen-plan $today --amend=d1 --tekst="$(printf '\302\255')" x.rec
runs 2 "a domain's wish of blanks" fasen-domains $today --domain=wonen --wens='  ' goals.rec
like "$(cat err)" 'error: Wens: blanks only; expected a text, or nothing to clear it$' "is a wrong call"
runs 0 "a wish of nothing" fasen-domains $today --domain=wonen --wens= goals.rec
{ cat goals.rec; printf 'Record: akkoord\nClient: base\nOp: 2026-03-01\nWie: client\nWaarop: intake\nAkkoord: ja\nAfspraak:   \n\n'; } >blank.rec
like "$(fasen-check $today - <blank.rec)" '^-:[0-9]*: warning: Afspraak: blanks only' "one by hand is found"

# Where the method does not fit is said whenever that is given.
fits() { # FIELD WHAT COMMAND...
	_field=$1 _what=$2
	shift 2
	runs 0 "$*" "$@"
	like "$(cat err)" "warning: $_field: the method is for .*$_what" "does not fit"
}
fits Verwachte_weken 'expected are 3' fasen-intake $today --amend --verwachte-weken=3 goals.rec
fits Vraag '0 asked about' fasen-intake $today --amend --vraag= goals.rec
fits Vraag '1 asked about' fasen-intake $today --amend --vraag=wonen goals.rec
printf 'Record: client\nVraag: wonen\nVerwachte_weken: 4\n' >form
fits Vraag '1 asked about' fasen-intake $today --fill=form goals.rec
like "$(cat err)" '^fasen-intake: form:3: warning: Verwachte_weken: .*expected are 4' "and the weeks"
rm -rf dir && mkdir dir && cp goals.rec dir/base.rec
printf 'Client;V;W\nbase;wonen;3\n' >rows.csv
fits V '1 asked about' fasen-intake $today --csv --update -d dir --map=V=Vraag --map=W=Verwachte_weken rows.csv
like "$(cat err)" '^fasen-intake: rows.csv:2: warning: W: .*expected are 3' "and the weeks"
runs 0 "what is not about it" fasen-intake $today --amend --team=noord goals.rec
is "$(cat err)" "" "says nothing of it"

# The model says what is on a scale, so nothing of the dossier is needed to know it.
finding="error: Score: off the scale"
try "a score off the scale" '' fasen-domains $today --domain=werk --score=6 x.rec
printf 'Record: leefgebied\nLeefgebied: werk\nScore: 6\n' >form
try "a score off the scale, by a form" 'form:3' fasen-domains $today --fill=form x.rec

# What would be wrong elsewhere in the dossier is said where it stands; a row says so too.
from=goals.rec finding="error: Op: before the registration on 2026-02-02"
printf 'Record: client\nAangemeld: 2026-02-02\n' >form
printf 'Client;k2\nbase;2026-02-02\n' >rows.csv
echo 'k2=Aangemeld' >map
for line in 3 14 20; do
	try "a registration after line $line" "x.rec:$line" fasen-intake $today --amend --aangemeld=2026-02-02 x.rec
	try "a registration after line $line, by a form" "x.rec:$line" fasen-intake $today --fill=form x.rec
	finding="error: dir/base.rec:$line: Op: before the registration on 2026-02-02" \
		try "a registration after line $line, by CSV" 'rows.csv:2' row
done
is "$(grep -c error: err)" 6 "all of them are said, and that nothing is recorded"
from=goals.rec finding='error: nothing is recorded, for it would make other records of base wrong'
try "a registration after records" 'x.rec:1' fasen-intake $today --amend --aangemeld=2026-02-02 x.rec
finding='error: emptied, though client asks for it'
try "a name that is emptied" 'x.rec:1' fasen-intake $today --amend --naam= x.rec
try "a name of blanks" 'x.rec:1' fasen-intake $today --amend --naam=' ' x.rec

# A domain asked about twice is one; two columns that say it are one from the start.
finding='warning: Vraag: the same value stands in the record already'
try "a domain asked about twice" 'x.rec:1' fasen-intake $today --amend --vraag=wonen --vraag=wonen x.rec
printf 'Record: client\nVraag: wonen\nVraag: werk\nVraag: wonen\n' >form
try "a domain asked about twice, by a form" 'form:4' fasen-intake $today --fill=form x.rec
runs 0 "a new client who asks about one domain twice" fasen-intake $today --id=new --naam=N --hulpvraag=H --vraag=wonen --vraag=wonen
like "$(cat err)" 'warning: Vraag: the method is for questions on several life domains; 1 asked about' "asks about one"
like "$(cat err)" "warning: Vraag: the same value stands in the record already" "and is told"

# Once is enough: of several records, and of a closed dossier.
fasen-domains $today --scores=wonen=2,werk=3 --date=2026-12-01 goals.rec >out 2>err
is "$(grep -c 'after today' err)" 1 "a day to come is said once for all scores"
fasen-advance $today --close=verhuisd --date=2026-11-01 goals.rec >closed.rec
chmod 600 closed.rec
runs 0 "a score behind the closing" fasen-domains $today --domain=werk --score=2 closed.rec
is "$(cat err)" "fasen-domains: closed.rec:1: warning: Op: after the closing on 2026-11-01" "is told once"
runs 0 "a note behind it" fasen-plan $today --note=T closed.rec
is "$(cat err)" "fasen-plan: closed.rec:1: warning: the dossier of base is closed; recorded all the same" "is no finding, and told"
mv out noted.rec
line=$(grep -n 'Record: notitie' noted.rec | cut -d : -f 1)
runs 0 "the same note once more" fasen-plan $today --note=T noted.rec
like "$(cat err)" "warning: the same record as on line $line" "says on which line it stands"
like "$(fasen-check $today - <out)" "^-:[0-9]*: warning: the same record as on line $line" "and so does fasen-check"

# Blanks around a code, a date or an id are nobody's.
fasen-plan $today --date=2026-02-02 --action='Lopen' --doel=' d1 ' --wie=' client ' --streefdatum=' 2027-01-01' goals.rec |
	fasen-plan $today --date=2026-02-03 --status=' bezig' --werkpunt='d1.2 ' >out 2>err
is "$(cat err)" "" "blanks around values are no fault"
like "$(cat out)" "^Werkpunt: d1.2$" "and are not recorded"

# What was wrong before hinders nobody.
{ cat goals.rec; printf 'Record: notitie\nClient: base\nOp: 2026-01-01\nTekst: T\nDoel: d7\n\n'; } >wrong.rec
runs 0 "recording in a dossier with errors" fasen-plan $today --note=T wrong.rec
is "$(cat err)" "" "says nothing of them"

# A dossier of very many records is judged in a second or two (a busy machine may need more).
head() {
	printf 'Record: client\nClient: x\nOp: 2020-01-01\nNaam: N\nHulpvraag: H\nAangemeld: 2020-01-01\n\n'
}
{ head; awk 'BEGIN { for (i = 1; i <= 20000; i++) { print "Record: doel\nClient: x\nOp: 2021-01-01\nDoel: d" i
	print "Leefgebied: wonen\nTekst: T" i; if (i > 1) print "Onder: d" i - 1; print "" } }'; } >nested.rec
runs 0 "20,000 goals each under another" timeout 20 fasen-plan $today --note=T nested.rec
{ head; awk 'BEGIN { for (i = 1; i <= 10000; i++)
	print "Record: fase\nClient: x\nOp: 2021-01-01\nFase: " (i % 2 ? "planning" : "uitvoering") "\n" }'; } >moves.rec
runs 0 "10,000 moves to and fro" timeout 20 fasen-plan $today --note=T moves.rec
{ head; awk 'BEGIN { for (i = 1; i <= 20000; i++)
	print "Record: akkoord\nClient: x\nOp: 2021-01-01\nWie: n" i "\nWaarop: plan\nAkkoord: ja\n" }'; } >agreed.rec
runs 0 "20,000 agreements on nothing" timeout 20 fasen-plan $today --note=T agreed.rec

done_testing
