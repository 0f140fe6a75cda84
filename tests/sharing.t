#!/bin/sh
# SPDX-License-Identifier: ISC
# Whom data may be shared with, for what and until when; and what the municipality pays for.
. "$(dirname "$0")/lib.sh"
needs recsel fasen-pdf

f=2026-0001.rec
clean() {
	runs 0 "$1" fasen-check --today=2026-12-01 $f
	is "$(cat out err)" "" "without a word"
	ok "and recsel reads it" recsel $f
}

# Noor agrees, for a time; and thinks otherwise of her doctor
fasen-intake -d . --naam='Noor Voorbeeld' --hulpvraag='Ik wil een huis.' --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
fasen-plan -i --agree=delen --wie=client --met='Gemeente Delft' --waarvoor='de wachtlijst' --tot=2026-06-30 --today=2026-01-06 $f
fasen-plan -i --agree=delen --wie=client --met=huisarts --today=2026-01-06 $f
fasen-plan -i --refuse=delen --wie=client --met=huisarts --today=2026-02-06 $f
fasen-plan -i --agree=delen --wie=begeleider --met=school --today=2026-02-06 $f
clean "the dossier is clean"
is "$(fasen-show -v toestemming -T tsv --today=2026-03-01 $f)" "client	met	toestemming	sinds	tot	waarvoor	wie
2026-0001	Gemeente Delft	ja	2026-01-06	2026-06-30	de wachtlijst	client
2026-0001	huisarts	nee	2026-02-06			client" "who may know what: the client's latest word, and only hers"
like "$(fasen-show -v toestemming --lang=en --today=2026-07-01 $f)" '^2026-0001 +Gemeente Delft +expired' "after its last day it is expired"
like "$(fasen-show -v toestemming -T tsv --handles --today=2026-03-01 $f)" '	[0-9a-f]{12}$' "with handles"
for format in html ms pdf; do
	runs 0 "on paper, as $format" fasen-show -v toestemming -T $format --handles --today=2026-07-01 $f
	mv out paper.$format
done
fasen-show -v toestemming -T html --today=2026-07-01 $f | tr -d '\n' >out
like "$(cat out)" '<bdi>Gemeente Delft</bdi></td><td><bdi>de wachtlijst</bdi></td><td><bdi>verlopen</bdi>' "with whom, and that it is over"
like "$(cat out)" 'Hier staat met wie we over jou mogen praten' "towards the client"
like "$(cat paper.html)" '>[0-9a-f]{12}<' "with handles"
for term in toestemming.gemeente_delft=ja 'toestemming.GEMEENTE DELFT=ja' toestemming.huisarts=nee toestemming.school= toestemming.niemand!=ja; do
	is "$(fasen-select -l --today=2026-06-30 "$term" $f 2>err)" $f "$term"
done
is "$(fasen-select -l --today=2026-07-01 toestemming.gemeente-delft=verlopen $f)" $f "expired from the day after"
runs 1 "somebody whom no dossier names" fasen-select toestemming.tandarts=ja $f
is "$(cat err)" "fasen-select: warning: toestemming.tandarts: no dossier has an akkoord on delen with that Met; fasen-show -v toestemming lists those there are" "may be a mistake, and that is said"
fasen-report -v doorstroom -T tsv --group=toestemming.gemeente --today=2026-03-01 $f >out 2>err
is "$?,$(grep -c '^doorstroom	.*	-	' out),$(grep -c 'warning: toestemming.gemeente: no dossier has' err)" "0,1,1" "in a group too"
fasen-report --partial --group=toestemming.gemeente --today=2026-03-01 $f >part1 2>err
is "$(cat err)" "" "a part says nothing"
runs 0 "parts" fasen-report --merge -v doorstroom part1
like "$(cat err)" 'warning: toestemming.gemeente: no dossier has' "of which none has it"
fasen-report --partial --group=toestemming.huisarts --today=2026-03-01 $f >part1
runs 0 "one that has it" fasen-report --merge -v doorstroom part1
is "$(cat err)" "" "is merged without a word"
for wrong in toestemming.huisarts=jaa toestemming.huisarts!=Nee; do
	runs 2 "$wrong" fasen-select "$wrong" $f
	like "$(cat err)" 'is no valid code; expected one of ja nee verlopen; did you mean "' "is no answer"
done
like "$(fasen-report -v doorstroom -T tsv --group=toestemming.gemeente_delft --today=2026-03-01 $f)" 'ja' "a report can be divided by it"

# One party written in two ways is one, for what is due too
{ cat $f; fasen-plan -n --agree=delen --wie=client --met='Het CJG' --tot=2026-04-10 --today=2026-02-07 $f; } >apart.rec
signalled() { fasen-report -v signalen -T tsv --today=2026-03-15 "$1" | grep -c '	toestemming	'; }
is "$(signalled apart.rec)" 1 "a consent that is about to end is signalled"
runs 0 "who took it back, in other letters" fasen-plan -i --refuse=delen --wie=client --met='het-cjg' --today=2026-03-01 apart.rec
is "$(signalled apart.rec)" 0 "gets no signal of it any more"

# It is signalled before it ends, and no more once it did
late() {
	fasen-report -v signalen -T tsv --today="$1" $f | awk -F'\t' -v s="$2" '$3 == s || $4 == s || $5 == s { n++ } END { print n + 0 }'
}
is "$(late 2026-05-18 toestemming) $(late 2026-05-19 toestemming) $(late 2026-06-30 toestemming)" "0 1 1" "a consent of which 42 days are left"

# A copy for the municipality goes out with a valid yes only: the recipe of fasen(7)
copy() {
	fasen-select --today="$1" toestemming.gemeente_delft=ja $f >copy.rec && fasen-show -v dossier --today="$1" copy.rec
}
runs 0 "while it holds" copy 2026-06-30
like "$(cat out)" 'Noor Voorbeeld' "there is a copy"
runs 1 "when it is expired" copy 2026-07-01
is "$(cat out)" "" "there is none"
runs 0 "it is taken back" fasen-retract -i "$(fasen-show -v toestemming -T tsv --handles --today=2026-03-01 $f | awk -F'\t' '/Delft/ { print $NF }')" --reden='niet zo bedoeld' --today=2026-03-02 $f
runs 1 "after that" copy 2026-03-02
is "$(cat out)" "" "there is none either"

# What the municipality pays for
runs 0 "an indication" fasen-intake -i --indication --product=Begeleiding --van=2026-01-01 --tot=2026-12-31 --omvang='3 uur in de week' --toewijzing=77 --gemeente=Delft --today=2026-03-03 $f
is "$(tail -11 $f)" "Record: indicatie
Client: 2026-0001
Op: 2026-03-03
Product: Begeleiding
Van: 2026-01-01
Tot: 2026-12-31
Omvang: 3 uur in de week
Toewijzing: 77
Gemeente: Delft
Door: tester" "is a record"
clean "the dossier is clean"
is "$(fasen-select -l indicatie.Product=Begeleiding $f)" $f "it can be selected on"
fasen-show --today=2026-03-04 $f | sed "s/$(printf '\302\240')/ /g" >timeline
like "$(cat timeline)" 'Indicatie +Begeleiding, van 1 januari 2026 tot en' "and is in the timeline"
like "$(cat timeline)" '^2026-02-06 +Akkoord' "where no day is broken"
is "$(late 2026-11-18 indicatie) $(late 2026-11-19 indicatie) $(late 2026-12-31 indicatie)" "0 1 1" "is signalled 42 days before its last"
is "$(fasen-report -v indicaties -T tsv --today=2026-11-19 $f | sed -n 2p | cut -f3-7 | tr '\t' ' ')" "1 1 1 1 0" "and counted: open, ever, valid, ending, none"
is "$(fasen-report -v indicaties -T tsv --today=2027-01-01 $f | sed -n 2p | cut -f3-7 | tr '\t' ' ')" "1 1 0 0 1" "until there is none any more"
like "$(fasen-show -v agenda --today=2026-12-01 --ahead=60 $f)" '2026-12-31' "it is in the agenda of her support worker"
runs 2 "one that ends before it begins" fasen-intake --indication --product=x --van=2026-02-01 --tot=2026-01-01 $f
runs 2 "one of nothing" fasen-intake --indication --van=2026-02-01 $f
fasen-intake --form=indicatie >form.rec
sed 's/^Product:.*/Product: Dagbesteding/; s/^Van:.*/Van: 2026-05-01/' form.rec >filled.rec
runs 0 "by a form" fasen-intake -i --fill=filled.rec --today=2026-05-01 $f
is "$(grep -c '^Record: indicatie' $f)" 2 "it is recorded too"
printf 'Naam;Hulpvraag;Vraag;Aangemeld;Product;Van;Tot\nPiet;Help;wonen;2026-01-05;Begeleiding;2026-01-01;2026-12-31\n' >in.csv
mkdir d
runs 0 "from an export" fasen-intake --csv -d d --map=Product=indicatie.Product --map=Van=indicatie.Van --map=Tot=indicatie.Tot --map==indicatie.Op:2026-01-05 --today=2026-05-01 in.csv
is "$(recsel -e "Record = 'indicatie'" -P Tot d/*.rec)" "2026-12-31" "it comes along"
done_testing
