#!/bin/sh
# SPDX-License-Identifier: ISC
# The first month of an organisation with fields and kinds of its own (samples/models/op-maat.rec), in the order in which
# it happens; at every step recsel reads the dossiers and fasen-check finds no error.
. "$(dirname "$0")/lib.sh"
needs recsel python3
T=--today=2026-09-01
export FASEN_MODEL="$TOP/samples/models/op-maat.rec"
mkdir -m 700 d

clean() {
	fasen-check $T d >found 2>&1
	is "$(grep error: found)" "" "$1: no errors"
	is "$(cat d/*.rec | recsel -C 2>&1 | grep -c '^recsel: error')" 0 "$1: recsel reads it all"
}
new() { fasen-intake $T -d d --naam="$1" --hulpvraag='Een huis' --vraag=wonen --vraag=werk --verwachte-weken=20 "$@"; }

# Registering asks for what the model asks, and knows its values.
runs 2 "a required field of its own" fasen-intake $T -d d --naam=Noor --hulpvraag=H --vraag=wonen --vraag=werk
like "$(cat err)" 'error: Doelgroep: missing; client asks for it' "is asked for"
is "$(ls d)" "" "and nothing registered"
runs 1 "a value that is none" fasen-intake $T -d d --naam=Noor --hulpvraag=H --vraag=wonen --doelgroep=jongere
like "$(cat err)" 'did you mean "jongeren"' "the nearest is said"
runs 1 "a team in capitals" fasen-intake $T -d d --naam=Noor --hulpvraag=H --vraag=wonen --doelgroep=jongeren --team=Noord
like "$(cat err)" 'Team: "Noord" is no valid code; expected one of noord zuid jeugd; did you mean "noord"' "is not another team"
runs 0 "all as it should be" fasen-intake $T -d d --naam=Noor --hulpvraag='Een huis' --vraag=wonen --vraag=werk \
	--verwachte-weken=20 --doelgroep=jongeren --team=jeugd --gemeente=Bosrade --begeleider=bert --NOODNUMMER='tante, 06 0000 0009'
is "$(grep -E '^(Doelgroep|Noodnummer|Team)' d/2026-0001.rec)" 'Team: jeugd
Doelgroep: jongeren
Noodnummer: tante, 06 0000 0009' "behind the fields of the format"
clean registered

# From a CSV file, by the name of its column; the template has it.
like "$(fasen-intake --template)" ';Doelgroep;Noodnummer' "in the template"
printf 'Naam;Hulpvraag;Vraag;Doelgroep;Team\nAli;Werk;werk;statushouders;noord\nBo;Geld;financien;student;noord\n' >in.csv
runs 1 "an export" fasen-intake $T --csv -d d --rejects=uit.csv in.csv
like "$(cat err)" 'Doelgroep: .*no valid code' "a value that is none rejects the row"
is "$(cat d/2026-0002.rec | grep Doelgroep)" "Doelgroep: statushouders" "the other came in"
clean imported

printf 'Extern;Naam;Hulpvraag;Vraag;Doelgroep;Kamernr;Huurprijs\nx1;Di;Werk;werk;ouderen;k7;\nx2;Ed;Werk;werk;ouderen;;\n' >kamers.csv
mkdir -m 700 k
for time in first again; do
	runs 0 "rooms from an export, $time" fasen-intake $T --csv --update -d k --map=Kamernr=kamer.Kamernummer --map=Huurprijs=kamer.Huur kamers.csv
	is "$(cat k/*.rec | recsel -C -e "Record = 'kamer'" -P Kamernummer)" k7 "its number alone is a room, once"
done

# Events and kinds with a key.
a=d/2026-0001.rec
runs 0 "an incident" fasen-plan $T -i --record=incident --ernst=zwaar --verloop='Ruzie op de gang' $a
runs 2 "one without severity" fasen-plan $T -i --record=incident --verloop=x $a
like "$(cat err)" 'error: Ernst: missing; incident asks for it' "is refused"
runs 0 "a room" fasen-plan $T -i --record=kamer --kamernummer=k12 --huur=610 $a
runs 0 "its rent later" fasen-plan --today=2026-09-10 -i --record=Kamer --kamernummer=k12 --huur=640 $a
T=--today=2026-09-11
runs 2 "a room without number" fasen-plan $T -i --record=kamer --huur=640 $a
runs 2 "a kind that is none" fasen-plan $T -i --record=kamr $a
like "$(cat err)" 'did you mean kamer' "the nearest is said"
fasen-plan $T --form=incident $a >form
like "$(cat form)" '^# Ernst: licht zwaar' "a form of it"
sed -i 's/^Ernst:.*/Ernst: licht/; s/^Verloop:.*/Verloop: Deur geslagen/' form
runs 0 "filled in" fasen-plan $T -i --fill=form $a
is "$(recsel -e "Record = 'incident'" -P Ernst $a | tr -s '\n' ' ')" "zwaar licht " "two incidents, by recsel"
clean recorded

# What goes with a kind of its own is told, with what may stand there; in both languages.
fasen-plan --record=incident --help >out
like "$(cat out)" '^Fields of incident, Incident:$' "what goes with --record=incident"
like "$(cat out)" '^  --ernst=CODE +Severity: licht .minor., zwaar .serious.$' "its values are told"
unlike "$(cat out)" 'kamer' "and no other kind"
like "$(LANGUAGE=nl fasen-plan --record --help)" '^  --kamernummer=CODE +Kamernummer$' "of all kinds, in Dutch"
like "$(fasen-plan --help=words)" '^--record\|=\|incident kamer' "completion knows the kinds"
like "$(fasen-plan $T --form=kamer --lang=en $a)" '^# Number of the room$' "a form speaks the language of documents"
like "$(fasen-plan $T --form=kamer --lang=en)" '^# Room$' "also of the kind"
like "$(fasen-intake --form --lang=en)" '^# Target group: jongeren .young people up to 27. gezinnen' "and tells what a value means"
runs 0 "a room in other letters" fasen-plan $T --record=kamer --kamernummer=K12 --huur=1 $a
like "$(cat err)" 'warning: Kamernummer: written otherwise than on line' "is likely the same, and said"
sed '/^Kamernummer/d' $a >keyless.rec
runs 2 "a room that lost its number" fasen-check -c 2026-0001 $T keyless.rec
is "$(grep -c 'error: Kamernummer: missing; kamer asks for it' out)" 2 "is an error, of each record"

# On the form for a tablet the model asks too, and its values are there to choose from; what was chosen before stays.
fasen-intake --form -T html --lang=en >page.html
like "$(tr -d '\n' <page.html)" 'Target group.*value="statushouders".*refugees with a permit' "the form of registering asks for its own fields"
like "$(tr -d '\n' <page.html)" '>In an emergency call<br/><textarea' "of whatever type"
like "$(tr -d '\n' <page.html)" 'data-field="Gemeente" value="Bosrade"' "and offers the municipalities"
sed 's/^Gemeente: Bosrade/Gemeente: Elders/' $a >elders.rec
fasen-intake $T --form -T html elders.rec >page.html
like "$(tr '\n' ' ' <page.html)" 'value="Elders"[^>]* checked' "one that is none of them is not lost"
like "$(tr '\n' ' ' <page.html)" 'value="jongeren"[^>]* checked' "and what was chosen is chosen"

# Who works there: what they bring is offered where an action is made, and another support worker is warned of.
p=plan.rec
fasen-intake $T -i --amend --begeleider=anna $a
fasen-plan $T --goal='Een huis' --leefgebied=wonen --streefdatum=2026-12-01 $a >$p
like "$(fasen-plan $T --form=werkpunt $p)" '^# Anna Verzonnen brengt mee: spreekt Arabisch$' "in the form of an action"
like "$(fasen-plan $T --form --lang=en $p)" '^# Anna Verzonnen brings: kent de corporaties$' "in that of the plan"
like "$(FASEN_BY=bert fasen-plan $T --form)" '^# Bert Bedacht brengt mee: weet de weg' "on an empty one what who calls brings"
unlike "$(fasen-plan $T --form)" 'brengt mee' "if the model knows who that is"
fasen-plan $T --form -T html $p >plan.html
like "$(tr -d '\n' <plan.html)" 'Wat Anna Verzonnen meebrengt</dt><dd>.*spreekt Arabisch' "on the page to be filled in"
is "$(grep -c 'data-field="Inzet"' plan.html)" "$(grep -c 'Een stap<br' plan.html)" "each step has room for it"
ok "which is some" grep -q 'data-field="Inzet"' plan.html
is "$(FASEN_BY=iemand fasen-plan $T --form -T html | grep -c Inzet)" 0 "none where nothing is known to choose from"
like "$(fasen-plan --action --help | tr -s ' \n' ' ')" 'anna: kent de corporaties, spreekt Arabisch; bert: weet' "with the option"
fasen-advance $T --to=planning --override --reden=r $p >planning.rec 2>/dev/null
like "$(fasen-advance $T --ask planning.rec)" '^Anna Verzonnen brengt mee: spreekt Arabisch' "with the questions of the phase"
like "$(fasen-advance $T --ask -T tsv planning.rec)" '	inzet	Anna Verzonnen brengt mee: spreekt' "also as a table"
unlike "$(FASEN_BY=anna fasen-advance $T --ask=analyse)" 'brengt mee' "and not of a phase without actions"
runs 0 "one whom the model does not know" fasen-intake $T -i --amend --begeleider=ana $a
like "$(cat err)" "warning: Begeleider: none of the model's workers; did you mean \"anna\"" "is said, and recorded"
like "$(fasen-check $T d)" "$a:[0-9]+: warning: Begeleider: none of the model's workers" "and found"
runs 0 "taken back" fasen-retract $T -i --last --reden=tikfout $a
runs 0 "who left stands in the old records only" fasen-check $T d

# Asked, grouped, counted.
is "$(fasen-select $T --count doelgroep=jongeren d)" 1 "a term"
is "$(fasen-select $T --count incident.Ernst=zwaar d)" 1 "a term on a kind of its own"
is "$(fasen-select $T --count kamer.huur=610 d)$(fasen-select $T --count kamer.huur=640 d)" "01" "the last amendment counts"
is "$(fasen-report $T -T tsv -v doorstroom --group=doelgroep d | grep '^doorstroom	' | cut -f3,5)" "jongeren	1
statushouders	1
totaal	2" "a group"
is "$(fasen-report $T -T tsv -v doorstroom --group=leeftijdsgroep d | grep '^doorstroom	' | cut -f3)" "-
totaal" "the model's groups of ages, none without Geboren"
runs 2 "a private field of its own" fasen-report $T -v doorstroom --group=noodnummer d
like "$(cat err)" '--names' "groups with --names only"
sed 's/^Eist: client.Begeleider$/Eist: incident >= 3/' "$FASEN_MODEL" >m3.rec
fasen-advance $T -m m3.rec --check -T tsv $a >out
like "$(fasen-advance $T --ask=kennismaking)" 'Met wie van ons' "the own phase is there"
like "$(fasen-show $T -v tijdlijn $a)" 'Incident .*Ernst: zwaar' "the timeline"
is "$(fasen-show $T -v tijdlijn -T tsv $a | awk -F'\t' '$5 == "kamer" || $5 == "incident" { print $5, $6, $7, $9 }')" "incident  zwaar Ruzie op de gang
kamer k12 610 
kamer k12 640 
incident  licht Deur geslagen" "also as a table, so that one of them can be told from another"
like "$(fasen-show $T -v dossier $a)" 'Wat er gebeurde +Ruzie op de gang' "the client's copy, by the words of the model"
like "$(fasen-show $T -v dossier --lang=en $a)" 'What happened +Ruzie' "in English"
like "$(fasen-show $T -v dossier --lang=en $a)" '^Room: k12$' "a chapter for each room"
like "$(fasen-plan --help=words)" '^--ernst\|=\|licht zwaar' "completion knows its values"

# Where somebody goes is counted by value once the model says which there are.
printf '\nRecord: veld\nBij: uitstroom\nCode: Bestemming\nWaarde: zelfstandig zelfstandig wonen\nWaarde: familie bij familie\n' | cat "$FASEN_MODEL" - >naar.rec
runs 1 "a destination that is none of them" fasen-advance $T -m naar.rec --close=verhuisd --bestemming=Familie $a
like "$(cat err)" 'Bestemming: no valid code; expected one of zelfstandig familie$' "is refused"
for to in familie zelfstandig familie ''; do
	n=$((n + 1))
	fasen-advance $T -m naar.rec --close=verhuisd ${to:+--bestemming=$to} $a | sed "s/2026-0001/w-$n/" >w-$n.rec
done
fasen-advance $T --close=verhuisd --bestemming='Ergens heen' $a | sed 's/2026-0001/w-9/' >w-9.rec
fasen-report $T -m naar.rec -v uitstroom -T tsv w-*.rec >out
is "$(sed -n 's/^uitstroom.bestemming	[^	]*	//p' out | cut -f1-3 | tr '\t' ' ')" "zelfstandig 1 20.0
familie 2 40.0
onbekend 1 20.0
- 1 20.0" "each where the model has it, what it has not in one row, and none"
is "$(fasen-report $T -v uitstroom -T tsv w-*.rec | grep -c '^uitstroom.bestemming')" 0 "without values there is nothing to count by"

# Written by hand: a second way of writing a value is found.
sed 's/^Team: jeugd/Team: Jeugd/; s/^Doelgroep: jongeren/Doelgroep: Jongeren/' $a >hand.rec
runs 2 "by hand" fasen-check $T hand.rec
is "$(grep -c 'is no valid code' err out | paste -sd+ | sed 's/[a-z]*://g' | tr + ' ' | awk '{print $1 + $2}')" 2 "both are found"
# Since the field is asked of those who came since: no gap of an older dossier.
sed 's/2026-09-01/2025-09-01/; /^Doelgroep/d' d/2026-0002.rec >old.rec
sed '/^Doelgroep/d' d/2026-0002.rec >young.rec
is "$(fasen-check $T old.rec young.rec 2>&1 | grep Doelgroep | cut -d: -f1)" young.rec "Vanaf: of trajectories that began since"
is "$(fasen-report $T -T tsv -v kwaliteit old.rec | grep -c client.Doelgroep)" 0 "in kwaliteit too"
is "$(fasen-report $T -T tsv -v kwaliteit young.rec | grep client.Doelgroep | cut -f6)" 1 "and asked of the others"

# A trajectory ends by a refusal too, and what is taken back ended none: check and kwaliteit tell it in one way.
{
	cat "$TOP/samples/model.rec"
	printf '\nRecord: veld\nBij: notitie\nCode: Duur\nType: getal\nVerplicht: ja\nVanaf: 2026-06-01\n'
} >dated.rec
begin='Record: client\nClient: a\nNaam: X\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\n\nRecord: fase\nClient: a\nOp: 2026-01-05\nFase: aanmelding\n\n'
note='Record: fase\nClient: a\nOp: 2026-07-01\nFase: intake\n\nRecord: notitie\nClient: a\nOp: 2026-07-02\nTekst: x\n\n'
printf "$begin"'Record: intake\nClient: a\nOp: 2026-02-01\nBesluit: afgewezen\nReden: vol\n\n'"$note" >refused.rec
printf "$begin"'Record: uitstroom\nClient: a\nOp: 2026-03-01\nReden: volgens-plan\n\n' |
	fasen-retract --last --reden=vergissing --date=2026-03-02 --today=2026-11-01 -m dated.rec >stayed.rec
printf "$note" >>stayed.rec
for file in refused stayed; do
	fasen-check -m dated.rec --today=2026-11-01 $file.rec >said 2>&1
	is "$(grep -c 'Duur: missing' said)" "$(fasen-report -m dated.rec --today=2026-11-01 -v kwaliteit -T tsv $file.rec | grep -c 'notitie.Duur	1')" "$file: a field asked for from a day on, in both"
done
like "$(fasen-check -m dated.rec --today=2026-11-01 refused.rec 2>&1)" 'Duur: missing; notitie asks for it' "of who came back after a refusal it is asked"

# Two copies that grew apart.
cp $a one.rec && cp $a two.rec
fasen-plan $T -i --record=incident --ernst=licht --verloop=Een one.rec
fasen-plan $T -i --record=incident --ernst=zwaar --verloop=Twee two.rec
fasen-check $T --join one.rec two.rec >j1; fasen-check $T --join two.rec one.rec >j2
same j1 j2 "joined in either order"
is "$(recsel -C -e "Record = 'incident'" -P Ernst j1 | wc -l)" 4 "nothing lost, nothing doubled"

# Any bytes in, the same bytes out.
printf 'Record: client\nClient: z\nNaam: Z\nDoelgroep:   jongeren \n# x\nAangemeld: 2026-08-01\nHulpvraag: H\n\nRecord: incident\nClient: z\nErnst: zwaar\nErnst: licht\nVerloop: a\n+ b\n\n' >odd.rec
fasen-plan <odd.rec >through
same odd.rec through "a filter changes no byte"

# One name in several kinds: what it holds is known once the verb is.
printf '\nRecord: veld\nBij: incident\nCode: Wanneer\nType: tekst\n\nRecord: veld\nBij: kamer\nCode: wanneer\nType: datum\n' | cat "$FASEN_MODEL" - >twee.rec
printf '\nRecord: veld\nBij: incident\nCode: Gezien_door\nType: woord\nHerhaalt: ja\n\nRecord: veld\nBij: kamer\nCode: Gezien_door\nType: woord\n' >>twee.rec
two="fasen-plan $T -m twee.rec -n"
like "$($two --record=incident --ernst=licht --verloop=x --wanneer=today $a)" '^Wanneer: today$' "a text is no day"
like "$($two --record=kamer --kamernummer=k1 --wanneer=+3 $a)" '^wanneer: 2026-09-14$' "and a day may be said by its distance"
is "$($two --record=incident --ernst=licht --verloop=x --gezien-door=a --gezien-door=b $a | grep -c Gezien)" 2 "what repeats in one kind"
runs 2 "may be given once in another" $two --record=kamer --kamernummer=k1 --gezien-door=a --gezien-door=b $a
like "$(cat err)" '--gezien_door is given twice' "which is said"

# A field of its own in each of our kinds is an option of the call that makes such a record.
for kind in client intake fase leefgebied kracht netwerk doel werkpunt stand akkoord evaluatie notitie indicatie intrekking uitstroom; do
	printf '\nRecord: veld\nBij: %s\nCode: Eigen_%s\nType: woord\n' $kind $kind
done | cat "$FASEN_MODEL" - >elk.rec
fasen-plan $T --goal='Een huis' --leefgebied=wonen --streefdatum=2026-12-01 $a >elk-in.rec
fasen-advance $T --close=verhuisd $a >dicht.rec
n=0
while read -r kind file call; do
	n=$((n + 1))
	is "$(eval "$call" $T -m elk.rec -n --eigen-$kind=z $file 2>err | grep "^Record: $kind\$\|^Eigen_$kind: z\$" | tr '\n' ' ')" "Record: $kind Eigen_$kind: z " "of $kind: $call"
done <<'END'
client elk-in.rec fasen-intake --amend
intake elk-in.rec fasen-intake --decide=geplaatst
indicatie elk-in.rec fasen-intake --indication --product=x --van=today
akkoord elk-in.rec fasen-intake --agree=intake --wie=client
fase elk-in.rec fasen-advance --to=opstart --override --reden=r
fase elk-in.rec fasen-advance --streefdatum=+9
fase dicht.rec fasen-advance --reopen
uitstroom elk-in.rec fasen-advance --close=verhuisd
leefgebied elk-in.rec fasen-domains --domain=wonen --score=3
kracht elk-in.rec fasen-domains --strength=x --leefgebied=wonen --soort=kennis
netwerk elk-in.rec fasen-domains --network=x --relatie=y
doel elk-in.rec fasen-plan --goal=x --leefgebied=wonen
doel elk-in.rec fasen-plan --amend=d1
werkpunt elk-in.rec fasen-plan --action=x --doel=d1 --wie=client
stand elk-in.rec fasen-plan --status=open --doel=d1
akkoord elk-in.rec fasen-plan --refuse=plan --wie=client
evaluatie elk-in.rec fasen-plan --evaluate=voortzetten --soort=tussentijds
notitie elk-in.rec fasen-plan --note=x
intrekking elk-in.rec fasen-retract --last --reden=x
END
is $n 19 "all were tried"
runs 2 "where nothing takes it" fasen-advance $T -m elk.rec --close=verhuisd --eigen-fase=z elk-in.rec
like "$(fasen-advance -m elk.rec --help=all)" '^  --eigen_fase=CODE' "told by --help=all"
like "$(fasen-retract -m elk.rec --help=words)" '^--eigen_intrekking' "and by completion"

# Models that cannot be.
model() {
	printf '%s\n' "$2" | cat "$TOP/samples/model.rec" - >bad.rec
	fasen-check -m bad.rec </dev/null >out 2>&1
	like "$(cat out)" "$3" "$1"
}
veld() { printf '\nRecord: veld\nBij: %s\nCode: %s\n%s' "$1" "$2" "$3"; }
model "a name that is an attribute" "$(veld client leeftijd 'Type: getal')" '"leeftijd" means something else already'
model "a kind" "$(veld client Doel 'Type: getal')" 'means something else'
model "Op" "$(veld client op 'Type: getal')" 'means something else'
model "an option" "$(veld client DATE 'Type: getal')" 'means something else'
model "a type that is none" "$(veld client X 'Type: tekts')" 'expected tekst, woord, datum or getal'
model "no type" "$(veld client X 'Naam: X')" 'Type: missing'
model "values of a text" "$(veld client X 'Type: tekst
Waarde: a A')" 'only a woord has values'
model "a value twice, in other letters" "$(veld client X 'Type: woord
Waarde: laag Laag
Waarde: Laag Laag')" 'this code stands twice in the record'
model "a name of two words" "$(veld client Gemeente 'Waarde: Den Haag')" 'warning: Waarde: only Den is the code, and what is behind it its name; a code has no blank'
model "a code in front of it" "$(veld client Gemeente 'Waarde: den-haag Den Haag
Waarde: Delft Delft
Waarde: WLZ Wet langdurige zorg
Waarde: k2 Onzin')$(veld client Team 'Waarde: x X')" '^[^W]*$'
model "more on a field of ours" "$(veld client Team 'Type: woord')" 'only Waarde, Verplicht and Vanaf'
model "values of a field that has them" "$(veld intake Besluit 'Waarde: a A')" 'its values are fixed'
model "required of what is made by itself" "$(veld fase X 'Type: woord
Verplicht: ja')" 'Verplicht: a fase is recorded where nobody fills it in'
model "a field of ours twice" "$(veld client Vorm "Waarde: x X"; echo; veld client Vorm "Waarde: y Y")" "the field Vorm is there already"
model "a kind that is none" "$(veld clint X 'Type: woord')" 'did you mean "client"'
model "a key that is no field" "$(printf '\nRecord: soort\nCode: huis\nNaam: Huis\nSleutel: Adres\n')" 'Sleutel: expected the Code of a veld'
model "twice" "$(veld client X 'Type: woord'; echo; veld client x 'Type: woord')" 'only Waarde|twice|there already'
model "thirty-three" "$(for i in $(seq 33); do veld client "V$i" 'Type: woord'; echo; done)" 'at most 32 own fields'
for option in $(for c in "$BUILD"/bin/fasen-*; do "$c" --help=all 2>/dev/null | sed '/^Fields of/,$d'; done |
	grep -oE '^  (-., )?--[a-z0-9_-]+' | sed 's/.*--//' | sort -u | grep -vxE 'reden|streefdatum'); do
	printf '%s\n' "$(veld client "$option" 'Type: woord' | tr - _)" | cat "$TOP/samples/model.rec" - >bad.rec
	fasen-check -m bad.rec </dev/null >out 2>&1 || continue
	echo "$option"
done >free
is "$(cat free)" "" "no field has the name of an option that is no field of the format"

# What the model refuses stops no stream: the dossiers pass as they are.
cat "$TOP"/samples/dossiers/2026-000[3-5].rec >three.rec
own="--today=2026-11-01 -m own-all.rec"
{
	cat "$TOP/samples/models/op-maat.rec"
	for kind in client fase uitstroom intake doel werkpunt evaluatie leefgebied notitie; do
		printf '\nRecord: veld\nBij: %s\nCode: Eigen_%s\nType: woord\nWaarde: ja ja\n' $kind $kind
	done
	printf '\nRecord: veld\nBij: client\nCode: Eigen_getal\nType: getal\n'
	printf '\nRecord: veld\nBij: client\nCode: Eigen_dag\nType: datum\n'
} >own-all.rec
while IFS='|' read -r words; do
	# shellcheck disable=SC2086
	runs 1 "$words" ${words%% *} $own ${words#* } three.rec
	same out three.rec "lets the dossiers pass"
	like "$(cat err)" ': error: [A-Z][a-z_]*: ' "and says which field"
done <<'END'
fasen-intake --amend --gemeente=Parijs
fasen-intake --amend --team=nergens
fasen-intake --amend --doelgroep=midden
fasen-intake --amend --eigen-getal=veel
fasen-intake --amend --eigen-dag=morgen
fasen-intake --decide=geplaatst --eigen-intake=foo
fasen-plan --note=x --eigen-notitie=foo
fasen-plan --goal=x --leefgebied=wonen --eigen-doel=foo
fasen-plan --amend=d1 --eigen-doel=foo
fasen-plan --action=x --doel=d1 --wie=client --eigen-werkpunt=foo
fasen-plan --evaluate=voortzetten --soort=tussentijds --eigen-evaluatie=foo
fasen-domains --domain=wonen --situatie=x --eigen-leefgebied=foo
fasen-advance --to=evaluatie --override --reden=x --eigen-fase=foo
fasen-advance --close=verhuisd --eigen-uitstroom=foo
END
runs 2 "a value that no model takes" fasen-intake $own --amend --geboren=gisteren three.rec

# KIND.FIELD must be a field, not an attribute.
for kind in toestemming score Score werkpunten; do
	{
		cat "$TOP/samples/model.rec"
		printf '\nRecord: soort\nCode: %s\nNaam: S\n\nRecord: veld\nBij: %s\nCode: Soortnaam\nType: woord\n' $kind $kind
	} >kind.rec
	runs 2 "a kind that is called $kind" fasen-check -m kind.rec three.rec
	like "$(cat err)" 'error: Code: .*means something else already' "would not be found by that name"
done

for field in evaluatie.Laatste notitie.laatste; do
	{
		cat "$TOP/samples/model.rec"
		printf '\nRecord: veld\nBij: %s\nCode: %s\nType: datum\n' ${field%.*} ${field#*.}
	} >field.rec
	runs 2 "a field that is called $field" fasen-check -m field.rec three.rec
	like "$(cat err)" "error: Code: \"$field\" means something else already" "would not be found by that name"
	sed "s/^Record: model/&\nEigen_veld: $field/" "$TOP/samples/model.rec" >short.rec
	runs 2 "so in the short form" fasen-check -m short.rec three.rec
	like "$(cat err)" "error: Eigen_veld: \"$field\" means something else already" "is said"
done

# Asked from a day on: of the trajectory of now, in the view kwaliteit and in fasen-check alike
{
	cat "$TOP/samples/model.rec"
	printf '\nRecord: veld\nBij: client\nCode: Sinds_maart\nType: woord\nVerplicht: ja\nVanaf: 2026-03-01\n'
} >march.rec
printf 'Record: client\nClient: back\nOp: 2026-02-01\nNaam: X\nAangemeld: 2026-02-01\nHulpvraag: h\nVraag: wonen\nVraag: werk\n\n' >back.rec
printf 'Record: fase\nClient: back\nOp: 2026-02-01\nFase: aanmelding\n\n' >>back.rec
lacks() {
	fasen-report -m march.rec --today=2026-06-01 -T tsv -v kwaliteit back.rec >out 2>err
	grep -c 'client\.Sinds_maart' out
}
is "$(lacks)" 0 "an earlier trajectory is not asked"
runs 0 "by fasen-check neither" fasen-check -m march.rec --today=2026-06-01 back.rec
printf 'Record: uitstroom\nClient: back\nOp: 2026-02-20\nReden: verhuisd\n\n' >>back.rec
printf 'Record: fase\nClient: back\nOp: 2026-03-10\nFase: aanmelding\n\n' >>back.rec
is "$(lacks)" 1 "a later one is"
runs 1 "by fasen-check too" fasen-check -m march.rec --today=2026-06-01 back.rec
like "$(cat out)" 'warning: Sinds_maart: missing; client asks for it' "which says so"
printf 'Record: client\nClient: back\nOp: 2026-03-11\nSinds_maart: ja\n\n' >>back.rec
is "$(lacks)" 0 "what was filled in since is there"
runs 0 "for fasen-check too" fasen-check -m march.rec --today=2026-06-01 back.rec
# Of a kind with a key a condition asks of what was recorded in this trajectory, also of what was there before
{
	sed '/^Record: fase/,/^$/{/^Code: aanmelding/s/$/\nEist: ding.Stuks = 5\nEist: ding >= 2 sinds fase/;}' "$TOP/samples/model.rec"
	printf '\nRecord: soort\nCode: ding\nNaam: Ding\nSleutel: Wat_ding\n\nRecord: veld\nBij: ding\nCode: Wat_ding\nType: woord\nVerplicht: ja\n'
	printf '\nRecord: veld\nBij: ding\nCode: Stuks\nType: getal\n\nRecord: veld\nBij: ding\nCode: Kleur\nType: woord\n'
} >things.rec
{
	printf 'Record: client\nClient: k\nNaam: X\nAangemeld: 2026-01-05\nHulpvraag: h\nVraag: wonen\nVraag: werk\nBegeleider: anna\n\n'
	printf 'Record: fase\nClient: k\nOp: 2026-01-05\nFase: aanmelding\n\nRecord: ding\nClient: k\nOp: 2026-01-06\nWat_ding: stok\nStuks: 5\n\n'
	printf 'Record: uitstroom\nClient: k\nOp: 2026-02-01\nReden: verhuisd\n\nRecord: fase\nClient: k\nOp: 2026-03-01\nFase: aanmelding\n\n'
} >again.rec
unmet() { fasen-advance -m things.rec --today=2026-06-01 --check -T tsv again.rec | sed 1d | cut -f 6; }
is "$(unmet)" "ding.Stuks = 5; ding >= 2 sinds fase" "of the trajectory before nothing counts"
fasen-plan -i -m things.rec --today=2026-03-02 --record=ding --wat-ding=stok --kleur=rood again.rec
is "$(unmet)" "ding >= 2 sinds fase" "what is recorded of it again counts as it is by now"
fasen-plan -i -m things.rec --today=2026-03-03 --record=ding --wat-ding=stok --kleur=blauw again.rec
is "$(unmet)" "ding >= 2 sinds fase" "once"
fasen-plan -i -m things.rec --today=2026-03-04 --record=ding --wat-ding=bril again.rec
is "$(unmet)" "" "and another is another"

# It says u to its clients, and so do all its questions.
{ fasen-advance --ask=intake; fasen-domains --ask; fasen-intake --form; fasen-plan --form; fasen-domains --form; } >asked 2>err
ok "with questions of its own" test "$(grep -cw u asked)" -gt 20
is "$(grep -cwiE 'je|jij|jou|jouw|jezelf' asked)" 0 "in one voice"
done_testing
