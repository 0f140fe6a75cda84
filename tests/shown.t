#!/bin/sh
# SPDX-License-Identifier: ISC
# No message shows a text that stands where a key or a code belongs, nor a value of a private field.
. "$(dirname "$0")/lib.sh"
T=--today=2026-06-01

# hidden STATUS DESC COMMAND...	the command exits so, says something, and not the text
hidden() {
	runs "$@"
	_desc=$2
	ok "$_desc: something is said" test -s err
	unlike "$(cat err)" "$SECRET" "$_desc: and not what nobody may read"
}

# So does fasen-check, on standard output.
found() {
	runs "$@"
	_desc=$2
	ok "$_desc: something is said" test -s out
	unlike "$(cat out err)" "$SECRET" "$_desc: and not what nobody may read"
}

head='Record: client
Client: a
Op: 2026-01-01
Naam: X
Aangemeld: 2026-01-01
Hulpvraag: h'

# A text in the key of a goal and of an action
SECRET='Jansen|0612345678'
cat >lk.rec <<END
$head

Record: doel
Client: a
Op: 2026-01-02
Doel: Jan Jansen 0612345678
Leefgebied: wonen
Tekst: t
Termijn: kort

Record: doel
Client: a
Op: 2026-01-02
Doel: d7
Leefgebied: wonen
Tekst: u
Termijn: kort

Record: werkpunt
Client: a
Op: 2026-01-02
Werkpunt: Piet_Jansen_0612345678
Doel: Jan Jansen 0612345678
Tekst: t
Wie: client

END
hidden 1 "--status of a goal that is not there" fasen-plan $T --status=bezig --doel=d1 lk.rec
is "$(cat err)" 'fasen-plan: lk.rec:1: error: Doel: the dossier has no doel "d1"; expected one of d7; did you mean "d7"?' \
    "the keys that look like codes are named"
hidden 1 "--status of an action" fasen-plan $T --status=bezig --werkpunt=d1.1 lk.rec
like "$(cat err)" 'no werkpunt "d1\.1"; expected one that it has, and those look like no id$' "and that others look like none"
hidden 1 "--note of a goal" fasen-plan $T --note=x --doel=d1 lk.rec
hidden 1 "--goal under another" fasen-plan $T --goal=x --leefgebied=wonen --onder=d1 lk.rec
hidden 1 "--action for a goal" fasen-plan $T --action=x --wie=client --doel=d1 lk.rec
hidden 1 "--amend" fasen-plan $T --amend=d1 --prioriteit=1 lk.rec
like "$(cat err)" 'no goal or action "d1"; expected one of d7; did' "the keys that look like codes are named"
printf 'Record: stand\nClient: a\nOp: 2026-02-01\nDoel: d1\nStand: bezig\n' >stand.form
hidden 1 "--fill" fasen-plan $T --fill=stand.form lk.rec
mkdir d
cp lk.rec d/a.rec
printf 'ID;Doel;Stand;Dag\na;d1;bezig;2026-02-01\n' >stand.csv
hidden 1 "--csv --update" fasen-intake $T --csv --update -d d --map=ID=ID --map=Doel=stand.Doel --map=Stand=stand.Stand \
    --map=Dag=stand.Op stand.csv
for end in 'Doel: d1' 'Werkpunt: d1.1'; do
	{ cat lk.rec; printf 'Record: stand\nClient: a\nOp: 2026-02-01\n%s\nStand: bezig\n\n' "$end"; } >wrong.rec
	found 2 "fasen-check, $end" fasen-check $T wrong.rec
	hidden 1 "--join, $end" fasen-check $T --join wrong.rec lk.rec
	found 2 "fasen-check -T json, $end" fasen-check $T -T json wrong.rec
	like "$(cat out)" '"unknown-key"' "as a key that is not there"
done
sed 's/^Termijn: kort$/&\nOnder: Jan Jansen 0612345678/' lk.rec >circle.rec
{ cat lk.rec; printf 'Record: stand\nClient: a\nOp: 2026-02-01\nDoel: d7\nWerkpunt: Piet_Jansen_0612345678\nStand: bezig\n\n'; } >other.rec
{ cat lk.rec; printf 'Record: doel\nClient: a\nOp: 2026-01-02\nDoel: Jan Jansen 0612345678\nLeefgebied: werk\nTekst: v\nTermijn: kort\n\n'; } >double.rec
for file in circle other double; do
	found 2 "fasen-check of a $file" fasen-check $T $file.rec
done
hidden 1 "conditions of each goal" fasen-advance $T --to=uitvoering lk.rec
sed 's/^Hulpvraag: h$/&\n\nRecord: fase\nClient: a\nOp: 2026-01-03\nFase: planning/' lk.rec >planning.rec
found 1 "and their view" fasen-advance $T --check -T tsv planning.rec
like "$(cat out)" 'werkpunt per doel' "which asks an action of each goal"
hidden 0 "what the plan lacks" fasen-plan $T --agree=plan --wie=client lk.rec
sed 's/^Tekst: t$/Tekst: v/; s/^Termijn: kort$/Termijn: lang/' lk.rec >two.rec
hidden 1 "two goals of one id" fasen-check $T --join lk.rec two.rec

# A word that is private, with values that the model gives; the same of a private field of ours
SECRET='psychose'
{
	cat "$TOP/samples/model.rec"
	printf '\nRecord: veld\nBij: client\nCode: Diagnose\nType: woord\nWaarde: a angst\nWaarde: psychosis p\nPrive: ja\n'
	printf '\nRecord: veld\nBij: client\nCode: Nr_elders\nType: getal\nPrive: ja\n'
	printf '\nRecord: soort\nCode: middel\nNaam: Middel\nSleutel: Wat\n'
	printf '\nRecord: veld\nBij: middel\nCode: Wat\nType: woord\nVerplicht: ja\nPrive: ja\nWaarde: a\n'
	for field in client.Naam client.Roepnaam client.Vertegenwoordiger client.Hulpvraag notitie.Tekst leefgebied.Zorg \
	    netwerk.Relatie akkoord.Met uitstroom.Bestemming; do
		printf '\nRecord: veld\nBij: %s\nCode: %s\nWaarde: X\nWaarde: h\nWaarde: psychosis\n' ${field%.*} ${field#*.}
	done
} >private.rec
M="-m private.rec"
{
	printf '%s\n\n' "$head"
	printf 'Record: fase\nClient: a\nOp: 2026-01-01\nFase: aanmelding\n\n'
} >a.rec
for field in Diagnose Roepnaam Vertegenwoordiger; do
	sed "s/^Naam: X$/&\n$field: psychose/" a.rec >wrong.rec
	found 2 "fasen-check, $field" fasen-check $M $T wrong.rec
	like "$(cat out)" ": $field: no valid code; expected one of .*psychosis \[value\]" "what is expected is said"
	found 2 "fasen-check -T json, $field" fasen-check $M $T -T json wrong.rec
done
for field in Naam Hulpvraag; do
	sed "s/^$field:.*/$field: psychose/" a.rec >wrong.rec
	found 2 "fasen-check, $field" fasen-check $M $T wrong.rec
done
for record in 'notitie\nTekst: psychose' 'leefgebied\nLeefgebied: wonen\nZorg: psychose' 'netwerk\nNaam: N\nRelatie: psychose' \
    'akkoord\nWie: client\nWaarop: delen\nMet: psychose\nAkkoord: ja' 'middel\nWat: psychose'; do
	{ cat a.rec; printf "Record: $record\nOp: 2026-02-01\n\n" | sed 's/^Record:.*/&\nClient: a/'; } >wrong.rec
	found 2 "fasen-check, ${record%%\\*}" fasen-check $M $T wrong.rec
	sed -n '/^Record: fase/,$p' wrong.rec | sed '1,/^$/d' >wrong.form
	command=fasen-plan
	[ "${record%%\\*}" = netwerk ] && command=fasen-domains
	hidden 1 "--fill, ${record%%\\*}" $command $M $T --fill=wrong.form a.rec
done
rm -rf d
mkdir d
cp a.rec d/a.rec
printf 'ID;Diagnose;Roepnaam;Nr_elders\na;psychose;psychose;psychose\n' >rows.csv
hidden 1 "--csv --update" fasen-intake $M $T --csv --update --rejects=rejects.csv -d d rows.csv
unlike "$(sed 1d rejects.csv | cut -d ';' -f 6-)" "$SECRET" "nor in Foutmelding"
printf 'ID;Diag\na;psychose\n' >rows.csv
printf 'ID=ID\nDiag=Diagnose\n  psychosis -> a\n' >diagnose.map
hidden 1 "a code table" fasen-intake $M $T --csv --update --map-file=diagnose.map -d d rows.csv
hidden 1 "--amend" fasen-intake $M $T --amend --diagnose=psychose a.rec
hidden 1 "registering" fasen-intake $M $T --naam=X --hulpvraag=h --diagnose=psychose
hidden 1 "--note" fasen-plan $M $T --note=psychose a.rec
hidden 1 "--network" fasen-domains $M $T --network=N --relatie=psychose a.rec
hidden 2 "a term" fasen-select $M $T diagnose=psychose a.rec
hidden 2 "a term of a number" fasen-select $M $T 'nr_elders<psychose' a.rec
hidden 2 "a term of a day" fasen-select $M $T 'geboren<psychose' a.rec
hidden 2 "--group" fasen-report $M $T --group=diagnose -v doorstroom a.rec
sed 's/^Client: a/Client: b/; s/^Naam: X/&\nDiagnose: psychose/' a.rec >b.rec
hidden 1 "--unite" fasen-check $M $T --unite --same-person a.rec b.rec

done_testing
