#!/bin/sh
# SPDX-License-Identifier: ISC
# What a dossier took over stays taken over, in every command, and is never its own id or that of a dossier that is there.
. "$(dirname "$0")/lib.sh"

new() {
	fasen-intake -d d --id="$1" --naam="Client $1" --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-01-02 >/dev/null
}
# rename FROM TO: another id, the earlier ones not kept
rename() {
	sed "s/^Client: $1\$/Client: $2/" "d/$1.rec" >"d/$2.rec" && rm "d/$1.rec"
	fasen-intake -i --amend --vervangt="$1" --today=2026-01-03 "d/$2.rec" 2>warned
}
sums() {
	cksum d/*.rec
}
mkdir -m 700 d
new a
rename a x-7
is "$(cat warned)" "" "one id is taken over without a word"
rename x-7 y-7
like "$(cat warned)" 'y-7.rec:.*warning: Vervangt: leaves out a of line [0-9]+, which still counts' "an amendment that leaves out one is warned of"
like "$(fasen-check --today=2026-01-04 d)" 'warning: Vervangt: .*\[dropped\]' "by fasen-check too"
runs 1 "an id of long ago" fasen-intake -d d --id=a --naam=B --hulpvraag=Help --vraag=wonen --vraag=werk
like "$(cat err)" 'known already as y-7' "is known"
printf 'Client;Naam;Hulpvraag;Team\na;Client a;Help;zuid\n' >a.csv
runs 0 "an import of it" fasen-intake --csv --update -d d --today=2026-01-05 a.csv
is "$(cat out) $(ls d)" "d/y-7.rec y-7.rec" "is of the dossier that took it over"
is "$(fasen-select -c a --count d)" 1 "-c finds it"
sed 's/^Client: .*/Client: a/; /^Vervangt/d' d/y-7.rec >d/a.rec
like "$(fasen-check --today=2026-01-06 d)" 'error: Vervangt: a still has a dossier.*\[double-client\]' "a dossier of it is found beside"
fasen-select --count d >out 2>err
like "$(cat err)" 'a still has a dossier in d/a.rec' "and passed over by the others"
rm d/a.rec
fasen-retract -i "$(fasen-show --handles -T tsv --today=2026-01-06 d/y-7.rec | grep -m1 2026-01-03 | awk -F '\t' '{ print $NF }')" --reden=fout d/y-7.rec 2>err
like "$(cat err)" 'error: Wat: takes back the ids on line [0-9]+, which must stay' "is not taken back"
is "$(grep -c intrekking d/y-7.rec)" 0 "and stays"
sed -i '/^Vervangt: a$/d' d/y-7.rec
runs 0 "what was wrong comes free in an editor" fasen-intake -d d --id=a --naam=B --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-01-06

# The own id, and one that is there
new q1
new q2
before=$(sums)
refused() {
	_why=$1 _what=$2
	shift 2
	runs 1 "$_what" "$@"
	like "$(cat err)" "Vervangt: $_why" "says why"
	is "$(sums)" "$before" "and nothing is recorded"
}
own='the id of the dossier itself'
there='q1 still has a dossier, in'
refused "$own" "the own id by option" fasen-intake -i --amend --vervangt=q1 d/q1.rec
refused "$there d/q1.rec" "one that is there, by option" fasen-intake -i -c q2 --amend --vervangt=q1 d
refused "$there d/q1.rec" "of one file" fasen-intake -i --amend --vervangt=q1 d/q2.rec
cat d/q1.rec d/q2.rec >stream
runs 1 "in a stream" fasen-intake -c q2 --amend --vervangt=q1 stream
same out stream "passes as it is"
fasen-intake --form=client d/q2.rec >form
sed 's/^Vervangt:/& q2/' form >own.rec
sed 's/^Vervangt:/& q1/' form >there.rec
refused "$own" "the own id by form" fasen-intake -i --fill=own.rec d/q2.rec
refused "$there d/q1.rec" "one that is there, by form" fasen-intake -i --fill=there.rec d/q2.rec
row='is the client.s own id, or has a dossier'
printf 'Client;Vervangt;Naam;Hulpvraag\nq2;q1;;\nn1;q1;Nieuw;Help\nn2;n2;Nieuw;Help\nq1;q1;;\n' >b.csv
refused "q1 $row" "rows of both" fasen-intake --csv --update -d d b.csv
is "$(grep -c "error: Vervangt: .* $row" err)" 4 "each"
refused "q1 $row" "registering one that is there" fasen-intake -d d --vervangt=q1 --naam=Nieuw --hulpvraag=Help --vraag=wonen --vraag=werk
refused "n3 $row" "registering the own id" fasen-intake -d d --id=n3 --vervangt=n3 --naam=Nieuw --hulpvraag=Help --vraag=wonen --vraag=werk
printf 'Record: client\nClient: z\nOp: 2026-01-02\nVervangt: z\nNaam: Z\nAangemeld: 2026-01-02\nHulpvraag: Help\nVraag: wonen\nVraag: werk\n' >z.rec
runs 2 "what was written by hand" fasen-check --today=2026-01-06 z.rec
like "$(cat out)" "z.rec:4: error: Vervangt: $own" "is found by fasen-check"
printf 'Client;Vervangt;Naam;Hulpvraag;Vraag\nn4;o4;Vier;Help;wonen,werk\no4;;Vier;Help;wonen,werk\n' >c.csv
runs 0 "what an earlier row took over" fasen-intake --csv -d d --today=2026-01-06 c.csv
is "$(cat out)" d/n4.rec "is known to a later one"
done_testing
