#!/bin/sh
# SPDX-License-Identifier: ISC
# Every place where somebody types a name: of a field, a kind, an attribute, an option, a view. However it is typed it is
# found; one that is none is said, with the nearest; none reads as nothing.
. "$(dirname "$0")/lib.sh"

today=--today=2026-11-01
sed 's/^Naam: 8-fasenmodel/&\nEigen_veld: client.Doelgroep\nEigen_veld: doel.Bron/' "$TOP/samples/model.rec" >own.rec
printf 'Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\nVraag: werk\nTeam: noord\nVerwachte_weken: 9\nDoelgroep: jong\n\n' >a.rec
printf 'Record: fase\nClient: a\nOp: 2026-01-05\nFase: aanmelding\n\nRecord: doel\nClient: a\nOp: 2026-02-01\nDoel: d1\nLeefgebied: wonen\nTekst: T\nTermijn: kort\nBron: zelf\n\n' >>a.rec

# found REGEX PLACE COMMAND...: exit 0, and the output has it
found() {
	regex=$1
	desc=$2
	shift 2
	runs 0 "$desc" "$@"
	like "$(cat out)" "$regex" "is found"
}
# said REGEX PLACE COMMAND...: exit 2, nothing on standard output, and the message says it
said() {
	regex=$1
	desc=$2
	shift 2
	runs 2 "$desc" "$@"
	is "$(cat out)" "" "gives nothing"
	like "$(cat err)" "$regex" "and is said"
}

# Terms of fasen-select
for term in TEAM=noord Verwachte-Weken=9 CLIENT.team=noord Fase=aanmelding dagen-in-FASE\>1 DOEL.termijn=kort Doel.BRON=zelf \
    doelgroep=jong DoelGroep=jong client.doelgroep=jong Score.WONEN= 'SIGNALEN=fase'; do
	found '^1$' "a term, $term" fasen-select $today -m own.rec --count "$term" a.rec
done
said '"temm" is no attribute.*; did you mean "team"\?' "a term, temm" fasen-select $today temm=noord a.rec
said '"doel.Termjin" is no attribute.*; did you mean "doel.Termijn"\?' "a field of a kind" fasen-select $today doel.Termjin=kort a.rec
said '"dol.Termijn" is no attribute.*; did you mean "doel.Termijn"\?' "a kind" fasen-select $today dol.Termijn=kort a.rec
said 'no domain of the model.*did you mean "wonen"' "a domain" fasen-select $today score.wonne=2 a.rec

# Groups of fasen-report
for group in TEAM Verwachte-Weken client.TEAM Fase dagen-in-FASE DOELGROEP Score.WONEN; do
	found '^doorstroom	' "a group, $group" fasen-report $today -m own.rec -v doorstroom -T tsv --group=$group a.rec
done
said '"temm" is no attribute.*; did you mean "team"\?' "a group, temm" fasen-report $today --group=temm a.rec

# Values that no dossier can have
said 'leeftijdsgroep: "18-25" is not in the model; expected one of 0-17 18-26 27-45 46-66 67\+; did you mean "18-26"\?' \
	"a group of ages that is none" fasen-select $today leeftijdsgroep=18-25 a.rec
said 'evaluatie.Tevredenheid: out of range; expected 1 ... 10' "a mark that is none" fasen-select $today evaluatie.Tevredenheid=11 a.rec

# Columns of CSV by their own name, and targets of maps
printf 'NAAM;aangemeld;HULPVRAAG;vraag;verwachte-weken;doelgroep;INTAKE.op;Intake.BESLUIT;ID\nX;2026-01-05;H;wonen,werk;9;jong;2026-01-06;geplaatst;x1\n' >named.csv
found '^Verwachte_weken: 9$' "columns named otherwise" fasen-intake $today -q --csv -m own.rec named.csv
for line in 'Client: x1' 'Naam: X' 'Vraag: werk' 'Doelgroep: jong' 'Record: intake' 'Besluit: geplaatst'; do
	like "$(cat out)" "^$line\$" "as $line"
done
unlike "$(cat err)" 'warning' "without a warning"
printf 'Naam;Aangemeld;Hulpvraag;Vraag;Groep;Kleur;Beg\nX;2026-01-05;H;wonen,werk;jong;rood;anna\n' >map.csv
runs 0 "a column that is no field's name" fasen-intake $today --csv -m own.rec map.csv
like "$(cat err)" '^fasen-intake: map.csv:1: warning: Kleur: no rule of a map and no field of its own name takes it' "is named"
for target in BEGELEIDER client.begeleider CLIENT.Begeleider; do
	found '^Begeleider: anna$' "a map to $target" fasen-intake $today --csv --map=Beg=$target map.csv
done
for target in doelgroep CLIENT.DOELGROEP; do
	found '^Doelgroep: jong$' "a map to $target" fasen-intake $today --csv -m own.rec --map=Groep=$target map.csv
done
printf '=Doel.LEEFGEBIED: wonen\n=doel.tekst: T\n=DOEL.op: 2026-02-01\nGroep=Doel.bron\n' >file.map
found '^Bron: jong$' "a map file" fasen-intake $today --csv -m own.rec --map-file=file.map map.csv
said 'begeleidr: no field of client; did you mean Begeleider\?' "a map to begeleidr" fasen-intake $today --csv --map=Beg=begeleidr map.csv
said 'doelgroepp: no field of client; did you mean Doelgroep\?' "a map to doelgroepp" fasen-intake $today --csv -m own.rec --map=Beg=doelgroepp map.csv
said 'dol: no kind of record; did you mean doel\?' "a map to dol.Tekst" fasen-intake $today --csv --map=Beg=dol.Tekst map.csv
said 'cannot be the name of a field' "a map to record" fasen-intake $today --csv --map=Beg=record map.csv
said 'Begg: no column of this file.*; did you mean "Beg"\?' "a map of a column that is not there" fasen-intake $today --csv --map=Begg=Team map.csv

# Forms
form() {
	printf "$1" >form
	found "$2" "a form with $3" fasen-plan $today -m own.rec -n --fill=form a.rec
}
form 'Record: notitie\nClient: a\ntekst: hallo\n' '^Tekst: hallo$' tekst
form 'record: Notitie\nclient: a\nTEKST: hallo\\\ntekst: welt\n' '^Tekst: hallotekst: welt$' 'record, Notitie and client'
unlike "$(cat out)" '^(record|client)' "and nothing of it is left as it was typed"
form 'Record: DOEL\nClient: a\nleefgebied: werk\ntekst: x\n+ tekst: y\nbron: z\n' '^Bron: z$' 'fields of a goal'
like "$(cat out)" '^\+ tekst: y$' "of which the text stays as it is"
printf 'Record: client\nnaam: B\nHULPVRAAG: h\nVerwachte-weken: 9\n' >form
found '^Verwachte_weken: 9$' "a form that registers" fasen-intake $today -n --fill=form
printf 'Record: notitie\nClient: a\nTekst: T\nTeks: x\n' >form
runs 0 "a form with a name near to ours" fasen-plan $today -n --fill=form a.rec
like "$(cat err)" '^fasen-plan: form:4: warning: Teks: .*did you mean "Tekst"' "is told"
said '"notite" is no record that this command makes.*did you mean "notitie"' "a kind that is none" \
	sh -c 'printf "Record: notite\nClient: a\nTekst: T\n" | fasen-plan --fill=- a.rec'

# Options, and names that are their values
for option in --Note=x --NOTE=x --NoT=x; do
	found '^Tekst: x$' "an option typed as $option" fasen-plan $today -n $option a.rec
done
found '^Team: west$' "a field as --TEAM" fasen-intake $today -n --Amend --TEAM west a.rec
found '^Verwachte_weken: 6$' "a field as --VERWACHTE-weken" fasen-intake $today -n --amend --VERWACHTE-weken=6 a.rec
found '^Client: q0001$' "an option of ours with _" fasen-intake $today -n --ID_PREFIX=q --naam=N --hulpvraag=H
found '^Tekst: --TEAM$' "but what an option is given stays" fasen-plan $today -n --NOTE --TEAM a.rec
said '^fasen-plan: --S may be --status or --streefdatum; expected more' "a beginning of two in capitals" fasen-plan --S=x a.rec
said '^fasen-advance: --check takes no value' "a value of what takes none" fasen-advance --CHECK=x a.rec
said '^fasen-plan: --note is given twice' "the same twice in other letters" fasen-plan --note=x --Note=y a.rec
said '^fasen-intake: --team is given twice' "a field twice in other letters" fasen-intake --amend --team=x --TEAM=y a.rec
said '^fasen-plan: --nota .*did you mean --note\?' "an option misspelt" fasen-plan --nota=x a.rec
found '^Verwachte_weken: 6$' "an option of a field with -" fasen-intake $today -n --amend --verwachte-weken=6 a.rec
found '^Verwachte_weken: 6$' "and with _" fasen-intake $today -n --amend --verwachte_weken=6 a.rec
found '^Record: doel$' "a kind of form" fasen-plan --form=Doel
said 'did you mean "doel"' "a kind of form that is none" fasen-plan --form=dol
said 'did you mean "wonen"' "a domain to ask about" fasen-domains --ask=Wonen
said 'is no view' "a view of fasen-show" fasen-show -v lijsst a.rec
said 'did you mean doorstroom' "a view of fasen-report" fasen-report -v doorstrom a.rec
said 'no format "tvs"' "a format" fasen-report -T tvs a.rec
runs 1 "a phase" fasen-advance $today --to=intaek --reden=x a.rec
like "$(cat err)" 'no phase "intaek"; did you mean "intake"' "is said, and the dossier passes as it is"
same out a.rec "byte for byte"
runs 1 "a reason" fasen-advance $today --close=verhuist a.rec
like "$(cat err)" 'did you mean "verhuisd"' "is said, and the dossier passes as it is"
same out a.rec "byte for byte"

# The model
model() {
	sed "$1" "$TOP/samples/model.rec" >m.rec
	ok "$2 is there" sh -c '! cmp -s m.rec "$0"' "$TOP/samples/model.rec"
	said "$3" "$2 in the model" fasen-plan -m m.rec a.rec
}
model 's/^Norm_dagen/Norm_daggen/' "a field misspelt" '"Norm_daggen" is no field of this kind of record.*did you mean "Norm_dagen"'
model 's/^Record: schaal/Record: schal/' "a kind misspelt" 'schal.*did you mean "schaal"'
model 's/^Naam: 8-fasenmodel/&\nEigen_veld: dol.Kleur/' "an own field of a kind that is none" '"dol" is no kind of record; did you mean "doel"'
model 's/^Naam: 8-fasenmodel/&\nEigen_veld: client.begeleider/' "an own field that is ours" 'the field begeleider is there already'
model '0,/^Eist: .*/s//Eist: client.begeleidr/' "a field in a condition" 'did you mean "Begeleider"'
model '0,/^Eist: .*/s//Eist: clint.Begeleider/' "a kind in a condition" '"clint" is no kind of record; did you mean "client"'
model 's/^Evaluatie_vanaf: .*/Evaluatie_vanaf: uitvoring/' "a phase" 'no phase "uitvoring".*did you mean "uitvoering"'
model '0,/^Eist: .*/s//Eist: akkoord.Wie = Cliënt/' "a code in other letters" 'can never hold: .*expected the code "client"'
model '0,/^Eist: .*/s//Eist: client.Vraag = wonen|wonen >= 2/' "a value twice" 'can never hold: there are never more than 1'
sed "s/^Record:/RECORD:/; s/^Norm_dagen/NORM_dagen/; s/^Naam_en/naam_EN/; s/^Eist: client.Vraag/eist: CLIENT.vraag/; s/ en Wie = / en WIE = /
	s/^Record: schaal/record: Schaal/; s/^Alias/aLias/; s/^Code/code/" "$TOP/samples/model.rec" >typed.rec
ok "a model typed otherwise is there" sh -c '[ $(diff "$0" typed.rec | grep -c "^>") -gt 100 ]' "$TOP/samples/model.rec"
# both COMMAND...: says the same by either model
both() {
	"$@" $today -m "$TOP/samples/model.rec" >ours 2>err
	"$@" $today -m typed.rec >theirs 2>>err
	same ours theirs "and $1 $2 reads it as it is"
}
both fasen-advance --check "$TOP/samples/dossiers"
both fasen-advance --ask=intake --lang=en
both fasen-domains --ask --lang=en
both fasen-report -T tsv -v doorlooptijd -v caseload -v leefgebieden -v kwaliteit "$TOP/samples/dossiers"
sed 's/^Naam: 8-fasenmodel/&\nEIGEN_veld: Client.Doelgroep/' "$TOP/samples/model.rec" >own2.rec
found '^1$' "an own field declared as Client.Doelgroep" fasen-select $today -m own2.rec --count doelgroep=jong a.rec

# A dossier
printf 'Record: client\nClient: b\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: H\nbegeleider: anna\n\n' >b.rec
chmod 600 b.rec
runs 1 "a field in small letters" fasen-check $today b.rec
like "$(cat out)" '^b.rec:6: warning: begeleider: .*"Begeleider"' "is found by fasen-check"
done_testing
