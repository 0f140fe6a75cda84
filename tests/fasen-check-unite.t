#!/bin/sh
# One person, one dossier: two that were begun for one person become one.
. "$(dirname "$0")/lib.sh"
needs recsel

by() {
	d=$1
	shift
	"$@" --date="$d" --today="$d"
}
a=d/2026-0001.rec b=d/2026-0002.rec
mkdir d
# In January Noor comes by way of her doctor; in March somebody registers her again, and goes on with her.
fasen-intake -d d --naam='Noor Voorbeeld' --geboren=1990-05-01 --hulpvraag='Ik wil een huis.' --vraag=wonen --vraag=werk --verwijzer=huisarts --team=noord --today=2026-01-05 >/dev/null
fasen-plan -i --goal='Een eigen huis' --leefgebied=wonen --streefdatum=2026-12-01 --today=2026-01-10 $a
fasen-plan -i --note='Belde over d1.' --doel=d1 --today=2026-01-11 $a
fasen-intake -d d --naam='Noor Voorbeeld' --geboren=1990-05-01 --hulpvraag='Ik zoek woonruimte.' --vraag=wonen --vraag=relaties --gemeente=Delft --team=zuid --today=2026-03-02 >/dev/null 2>&1
by 2026-03-05 fasen-intake -i --decide=geplaatst $b
by 2026-03-05 fasen-advance -i --to=opstart --override --reden='Spoed' $b
fasen-plan -i --goal='Rust in huis' --leefgebied=relaties --streefdatum=2026-12-01 --today=2026-03-06 $b
fasen-plan -i --note='Wil rust: d1.' --doel=d1 --today=2026-03-07 $b
fasen-plan -i --note='Bij vergissing.' --doel=d1 --today=2026-03-08 $b
fasen-retract -i --last --reden='verkeerd' --today=2026-03-09 $b

runs 1 "the later one first" fasen-check --unite $b $a --today=2026-04-01
like "$(cat err)" 'Aangemeld: registered later than in d/2026-0001.rec' "is refused"
is "$(cat out)" "" "with nothing written"
runs 0 "the two become one" fasen-check --unite $a $b --today=2026-04-01 --by=bert -o $a
like "$(cat err)" 'd/2026-0002.rec:7: warning: Hulpvraag: 2026-0001 has a value of its own, which stays' "what is not taken is named"
unlike "$(cat err)" 'woonruimte' "and not shown"
rm $b
runs 0 "the dossier is clean" fasen-check --today=2026-04-02 d
is "$(cat out err)" "" "without a word"
ok "and recsel reads it" recsel $a
is "$(grep -c '^Client: 2026-0001$' $a)" "$(grep -c '^Record: ' $a)" "every record is hers"
is "$(recsel -e "Record = 'client'" -P Vervangt $a)" 2026-0002 "the other id is kept"
is "$(recsel -e "Record = 'client' && Gemeente = 'Delft'" -P Op $a)" 2026-03-02 "what she lacked is taken, dated as it was"
is "$(recsel -e "Record = 'doel'" -P Doel $a | tr '\n' ' ')" "d1  d2 " "the goals have numbers of their own"
is "$(recsel -e "Record = 'notitie' && Doel = 'd2'" -P Tekst $a | head -1)" "Wil rust: d1." "and notes follow"
unlike "$(fasen-show --today=2026-04-02 $a)" 'vergissing' "what was taken back still is"
is "$(fasen-show -v lijst -T tsv --today=2026-04-02 $a | tail -1 | cut -f3,7)" "opstart	2026-01-05" "the phases of the one who went on hold, from the first registration"
is "$(fasen-report -v doorstroom -T tsv --today=2026-04-02 --period=2026-Q1 d | awk -F'\t' '$1 == "doorstroom" { print $4 }')" 1 "one client came in"
fasen-intake -d d --naam='Piet' --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-04-03 >out
is "$(cat out)" d/2026-0003.rec "and the other id is not given again"

runs 0 "by the other id she is found" fasen-plan -i -c 2026-0002 --note=Gebeld --today=2026-04-04 d
is "$(tail -4 $a | sed -n 's/^Tekst: //p')" Gebeld "and her dossier gets the note"

# Both have phases of their own
mkdir e
fasen-intake -d e --naam='Ad' --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
fasen-intake -d e --naam='Ad' --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-02-05 >/dev/null 2>&1
by 2026-01-10 fasen-advance -i --to=intake --override --reden=r e/2026-0001.rec
by 2026-02-10 fasen-advance -i --to=planning --override --reden=r e/2026-0002.rec
runs 1 "both in a phase" fasen-check --unite e/2026-0001.rec e/2026-0002.rec --today=2026-03-01
like "$(cat err)" 'e/2026-0001.rec:17: error: both have phases of their own, these and those at e/2026-0002.rec:17; --phases-of' "both lines are named"
for who in A B; do
	runs 0 "--phases-of=$who" fasen-check --unite --phases-of=$who e/2026-0001.rec e/2026-0002.rec --today=2026-03-01
	mkdir $who && cp out $who/2026-0001.rec && chmod 600 $who/2026-0001.rec
	runs 0 "is clean" fasen-check --today=2026-03-02 $who
	is "$(fasen-show -v lijst -T tsv --today=2026-03-02 $who | tail -1 | cut -f3)" "$([ $who = A ] && echo intake || echo planning)" "its phases hold"
	is "$(grep -c '^Fase: ' $who/2026-0001.rec)" 4 "and those of the other are kept"
done
runs 2 "--phases-of alone" fasen-check --phases-of=A e/2026-0001.rec
runs 2 "--unite of one" fasen-check --unite e/2026-0001.rec
runs 1 "of two versions of one" fasen-check --unite e/2026-0001.rec e/2026-0001.rec
done_testing
