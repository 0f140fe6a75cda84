#!/bin/sh
# SPDX-License-Identifier: ISC
# The client's own pace within a phase, and strengths and people that are no longer there.
. "$(dirname "$0")/lib.sh"
needs recsel

# clean: fasen-check has nothing to say of the dossier, and recsel reads it
clean() {
	runs 0 "$1" fasen-check --today=2026-12-01 $f
	is "$(cat out err)" "" "without a word"
	ok "and recsel reads it" recsel $f
}

fasen-intake -d . --naam='Noor Voorbeeld' --hulpvraag='Ik wil een huis.' --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
f=2026-0001.rec
fasen-advance -i --to=opstart --override --reden='Spoed' --streefdatum=2026-03-01 --today=2026-01-10 $f

# Noor is ill in February: more time
runs 0 "another pace" fasen-advance -i --streefdatum=2026-04-01 --reden='Noor is ziek.' --today=2026-02-01 --by=bert $f
is "$(tail -9 $f)" "Record: fase
Client: 2026-0001
Op: 2026-02-01
Fase: opstart
Reden: Noor is ziek.
Streefdatum: 2026-04-01
Sinds: 2026-01-10
Door: bert" "is a record that enters no phase"
clean "the dossier is clean"
is "$(fasen-select --today=2026-02-11 -l dagen_in_fase=32 $f)" $f "the days in the phase go on"
is "$(fasen-report -v doorstroom -T tsv --today=2026-05-01 $f | awk -F'\t' '$1 == "doorstroom.fase" && $3 == "opstart" { print $4 }')" 1 "one stay"
is "$(fasen-report -v signalen -T tsv --today=2026-04-02 $f | grep -c 'fase	opstart	2026-04-01')" 1 "the phase is late after the new day"
is "$(fasen-report -v signalen -T tsv --today=2026-03-02 $f | grep -c '	fase	')" 0 "and not after the old one"
is "$(fasen-report -v signalen -T tsv --today=2026-03-02 --known=2026-01-31 $f | grep -c 'fase	opstart	2026-03-01')" 1 "as known before, the old day counts"
like "$(fasen-show --today=2026-02-02 $f)" 'ander tempo \(was 1 maart 2026\)' "the earlier date stays visible"
runs 1 "the same date again" fasen-advance --streefdatum=2026-04-01 --today=2026-02-02 $f
runs 0 "by the name of the phase" fasen-advance -i --to=opstart --streefdatum=2026-04-15 --today=2026-02-03 $f
is "$(grep -c '^Sinds: 2026-01-10' $f)" 2 "it is the pace too"
cp $f away.rec
runs 0 "no pace of her own any more" fasen-advance -i --streefdatum= --reden='Weet het niet.' --today=2026-02-04 away.rec
is "$(recsel -e "Op = '2026-02-04'" -R Streefdatum,Sinds away.rec)" " 2026-01-10" "is a record that says so"
is "$(fasen-report -v signalen -T tsv --today=2026-02-05 away.rec | grep -c 'fase	opstart	2026-01-24')" 1 "the norm counts again"
is "$(fasen-check --today=2026-02-05 -T tsv away.rec | grep -cv file-name)" 1 "the dossier is clean"
runs 1 "once more" fasen-advance --streefdatum= --today=2026-02-05 away.rec
like "$(cat err)" 'has no Streefdatum in the present phase' "is said"
runs 2 "with a move" fasen-advance --to=analyse --streefdatum= away.rec
like "$(cat err)" 'takes away the pace of the present phase; expected no move' "it makes no sense"
cp $f before.rec
runs 0 "the last one is taken back" fasen-retract -i --last --reden=vergissing --today=2026-02-04 $f
is "$(fasen-report -v signalen -T tsv --today=2026-04-03 $f | grep -c 'fase	opstart	2026-04-01')" 1 "so the one before counts"
runs 1 "the entry itself, while a pace hangs on it" fasen-retract "$(fasen-show -T tsv --handles --today=2026-02-05 $f | awk -F'\t' '$5 == "fase" && $2 == "2026-01-10" { print $NF }')" --reden=x --today=2026-02-05 $f
like "$(cat err)" 'error: Sinds: no phase was entered on that day' "is refused, with the line"
clean "the dossier is clean"
printf 'Record: fase\nClient: 2026-0001\nOp: 2026-02-20\nFase: opstart\nStreefdatum: 2026-05-01\nSinds: 2026-02-19\n\n' >>before.rec
runs 2 "a pace of no phase" fasen-check --today=2026-12-01 before.rec

# Strengths and network that end
fasen-domains -i --strength='Kent de buurt' --leefgebied=wonen --soort=kennis --today=2026-02-10 $f
fasen-domains -i --strength='Kookt graag' --leefgebied=werk --soort=interesse --today=2026-02-10 $f
fasen-domains -i --network=Oma --relatie=grootmoeder --geeft='een luisterend oor' --krijgt='boodschappen' --today=2026-02-10 $f
like "$(fasen-plan --form --today=2026-02-11 $f)" '^# .*Kent de buurt' "the form of the plan lists what she can"
fasen-plan -i --goal='Een huis' --leefgebied=wonen --streefdatum=2026-12-01 --today=2026-02-11 $f
like "$(fasen-plan --form=notitie --today=2026-02-11 $f)" '^# Doel d1: Een huis' "the form of a note lists the open goals"
runs 0 "Noor moves" fasen-domains -i --strength='Kent de buurt' --leefgebied=wonen --soort=kennis --tot=2026-06-30 --today=2026-06-30 $f
runs 0 "and her grandmother dies" fasen-domains -i --network=Oma --tot=2026-07-10 --today=2026-07-11 $f
clean "the dossier is clean"
like "$(fasen-domains --person --today=2026-06-30 $f)" 'Kent de buurt' "on its last day the strength is there"
unlike "$(fasen-domains --person --today=2026-07-01 $f)" 'Kent de buurt' "and after it not"
like "$(fasen-domains --person --today=2026-07-10 $f)" 'grootmoeder' "so is the grandmother"
unlike "$(fasen-domains --person --today=2026-07-11 $f)" 'grootmoeder' "and no more"
unlike "$(fasen-plan --form --today=2026-07-11 $f)" 'Kent de buurt' "the form leaves out what is no longer there"
like "$(fasen-plan --form --today=2026-07-11 $f)" 'Kookt graag' "and lists the others"
is "$(fasen-domains -T tsv --today=2026-07-11 $f | grep -c 'Kent de buurt')" 0 "nor do the domains"
like "$(fasen-show -v dossier --today=2026-07-11 $f)" 'Kent de buurt' "the client's copy has it all"
reciprocity() {
	fasen-report -v uitgangspunten -T tsv "$@" $f | awk -F'\t' '$3 == "wederkerigheid" { print $5 }'
}
is "$(reciprocity --today=2026-07-10)" 1 "the network gives and receives"
is "$(reciprocity --today=2026-07-11)" 0 "until it ends"
runs 0 "she knows her new street by now" fasen-domains -i --strength='Kent de buurt' --leefgebied=wonen --soort=kennis --today=2026-09-01 $f
like "$(fasen-domains --person --today=2026-09-01 $f)" 'Kent de buurt' "so it is there again"
clean "the dossier is clean"
done_testing
