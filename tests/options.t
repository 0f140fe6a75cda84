#!/bin/sh
# SPDX-License-Identifier: ISC
# Every option of every command, as --help lists them: given twice it is refused unless it repeats, and in a call in
# which it has no effect it is refused. An option that is new stands in no row below, so it is expected to be refused.
. "$(dirname "$0")/lib.sh"
needs python3

export FASEN_MODEL="$TOP/samples/model.rec"
printf 'Record: client\nClient: a\nNaam: X\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\n\nRecord: fase\nClient: a\nOp: 2026-01-05\nFase: aanmelding\n\n' >a.rec
printf 'Naam;Aangemeld;Hulpvraag\nX;2026-01-05;H\n' >a.csv
fasen-plan --form=notitie >form.rec
printf 'Record: notitie\nClient: a\nTekst: T\n\n' >note.rec
printf 'Record: uitstroom\nClient: a\nReden: verhuisd\n\n' >end.rec
printf 'Record: leefgebied\nClient: a\nLeefgebied: wonen\nWens: W\n\n' >domain.rec
printf 'Record: intake\nClient: a\nBesluit: geplaatst\n\n' >decision.rec
printf 'Record: client\nNaam: X\nHulpvraag: H\n\n' >new.rec
printf 'a.rec\0' >list.0
head -c 64 /dev/zero | tr '\0' k >key.bin
fasen-report --partial --today=2026-11-01 a.rec >a.part

python3 "$TOP/tests/options.py" "$BUILD/bin" >tried || exit 1
while IFS='	' read -r call wrong; do
	is "$wrong" "" "$call"
done <tried
runs 2 "a letter and a name are one option" fasen-show -c a --client=b a.rec
is "$(head -1 err)" "fasen-show: -c is given twice; expected once" "named by its letter"
runs 2 "a name and its beginning too" fasen-report --group=Team --gro=Begeleider a.rec
is "$(head -1 err)" "fasen-report: --group is given twice; expected once" "named in full"
runs 2 "a field with a dash and with a line" fasen-intake --naam=x --hulpvraag=y --verwachte-weken=6 --verwachte_weken=9
like "$(cat err)" 'given twice' "is one field"
runs 2 "one view twice" fasen-report -v doorstroom -v wachten -v doorstroom a.rec
like "$(cat err)" '^fasen-report: --view=doorstroom is given twice' "is said"
runs 2 "a period by two names" fasen-report --today=2026-11-01 --period=last-month --period=2026-10 a.rec
like "$(cat err)" '^fasen-report: --period: last-month and 2026-10 are the same days' "is said"

# A text that was typed or pasted in the place of a word is private: no message shows it.
while read -r call; do
	runs 2 "$call, with a sentence" $call'zij slaat mij' a.rec
	unlike "$(cat err)" 'slaat' "and it is not shown"
	like "$(cat err)" '"…"' "but dots are"
done <<-'END'
	fasen-plan --date=
	fasen-plan -T
	fasen-plan --form=
	fasen-domains -T
	fasen-show -v
	fasen-show -T
	fasen-report -v
	fasen-report --period=
	fasen-report -T
END
runs 2 "fasen with a sentence" fasen 'zij slaat mij'
unlike "$(cat err)" 'slaat' "and it is not shown"
for call in 'fasen-advance --ask=' 'fasen-domains --ask=' 'fasen-domains --ask -T' 'fasen-domains --person -T'; do
	runs 2 "$call, with a sentence" $call'zij slaat mij'
	unlike "$(cat err)" 'slaat' "and it is not shown"
done

done_testing
