#!/bin/sh
# SPDX-License-Identifier: ISC
# Taking back: what was recorded by mistake counts as never recorded, and nothing is wiped out.
. "$(dirname "$0")/lib.sh"
needs recsel python3 xmllint

# clean FILE... DESC: fasen-check has nothing to say, and recsel reads it
clean() {
	runs 0 "$2" fasen-check --today=2026-12-01 "$1"
	is "$(cat out err)" "" "without a word"
	ok "and recsel reads it" recsel "$1"
}
# handle KIND FILE: of its last record of that kind
handle() {
	fasen-show -T tsv --handles --today=2026-12-01 "$2" | awk -F'\t' -v k="$1" '$5 == k { h = $NF } END { print h }'
}
figure() {
	fasen-report "$@" 2>/dev/null
}

# A note in the wrong dossier
fasen-intake -d . --naam='Noor Voorbeeld' --hulpvraag='Ik wil een huis.' --vraag=wonen --vraag=werk --begeleider=anna --today=2026-01-05 >/dev/null
f=2026-0001.rec
fasen-plan -i --note='Belde over haar moeder.' --today=2026-01-06 $f
cp $f before.rec
runs 0 "the note was another client's" fasen-retract -i --last --reden='verkeerde cliënt' --today=2026-01-07 --by=bert $f
is "$(cat out err)" "" "taking it back says nothing"
head -c "$(wc -c <before.rec)" $f >kept
same kept before.rec "every byte stays"
tail -n +"$(($(wc -l <before.rec) + 1))" $f >added
is "$(sed 's/^Wat: .*/Wat: H/' added)" "Record: intrekking
Client: 2026-0001
Op: 2026-01-07
Wat: H
Soort: notitie
Reden: verkeerde cliënt
Door: bert" "one record says it"
is "$(sed -n 's/^Wat: //p' added)" "$(printf 'Record: notitie\nOp: 2026-01-06\nTekst: Belde over haar moeder.\nDoor: tester\n' | sha256sum | cut -c1-12)" \
	"its handle is that of the manual"
clean $f "the dossier is clean"
unlike "$(fasen-show --today=2026-02-01 $f)" 'moeder' "the timeline has the note no more"
like "$(fasen-show --today=2026-02-01 $f)" '^2026-01-07 +Teruggenomen +Notitie' "but that it was taken back"
like "$(fasen-show -v dossier --today=2026-02-01 $f)" '^~~Belde over haar moeder.~~$' "in the client's copy it is struck through"
like "$(fasen-show -v dossier --today=2026-02-01 $f)" '^Teruggenomen: 7 januari 2026, genoteerd door bert. Reden: verkeerde cliënt' "with the reason"
fasen-show -v dossier -T html --today=2026-02-01 $f >copy.html
ok "the page is well-formed" xmllint --noout copy.html
like "$(tr -d '\n' <copy.html)" '<del><p[^>]*>Belde over haar moeder.</p></del>' "and there it is deleted"
runs 1 "a second time" fasen-retract -i --last --reden='nog eens' --today=2026-01-08 $f
like "$(cat err)" "^fasen-retract: $f:18: error: 2026-0001: this record is taken back already, by the one on line 24" "is refused, and says by what"
h=$(handle notitie before.rec)
runs 1 "a handle of a record that is taken back" fasen-retract $h --reden=x $f
same out $f "changes nothing"
runs 0 "the retraction was wrong" fasen-retract -i "$(handle intrekking $f)" --reden='toch van haar' --today=2026-01-09 $f
like "$(fasen-show --today=2026-02-01 $f)" 'moeder' "so the note stands again"
clean $f "the dossier is clean"

# A closing by mistake: reports before and after
mkdir c x y z
cat before.rec >c/2026-0001.rec
fasen-advance -i --close=overleden --date=2026-03-02 --today=2026-03-02 c/2026-0001.rec
is "$(figure -v uitstroom --period=2026-Q1 --today=2026-04-01 -T tsv c/2026-0001.rec | grep -c '^uitstroom	2026-Q1	1	')" 1 "March's report has an outflow"
figure --period=2026-Q1 --today=2026-04-01 -T tsv c/2026-0001.rec >march.tsv
runs 0 "it was somebody else" fasen-retract -i "$(handle uitstroom c/2026-0001.rec)" --reden='was een ander' --today=2026-04-10 c/2026-0001.rec
clean c/2026-0001.rec "the dossier is clean"
is "$(figure -v uitstroom --period=2026-Q1 --today=2026-05-01 -T tsv c/2026-0001.rec | grep -c '^uitstroom	2026-Q1	0	')" 1 "the report has none any more"
figure --period=2026-Q1 --today=2026-05-01 --known=2026-04-09 -T tsv c/2026-0001.rec >known.tsv
same known.tsv march.tsv "as known in April it is the report of then"
is "$(fasen-select --today=2026-05-01 gesloten=nee -l c/2026-0001.rec)" c/2026-0001.rec "the client is open again"
runs 0 "and goes on" fasen-plan -i --note='Weer gesproken.' --today=2026-05-01 c/2026-0001.rec
is "$(cat err)" "" "without a warning that the dossier is closed"

# What others need cannot go
fasen-plan -i --goal='Een huis' --leefgebied=wonen --today=2026-05-02 c/2026-0001.rec
fasen-plan -i --action='Inschrijven' --doel=d1 --wie=client --today=2026-05-03 c/2026-0001.rec
runs 1 "a goal with an action" fasen-retract -i "$(handle doel c/2026-0001.rec)" --reden=vergissing --today=2026-05-04 c/2026-0001.rec
like "$(cat err)" '^fasen-retract: c/2026-0001.rec:[0-9]+: error: Doel: the dossier has no doel "d1"' "is refused, with the line"
is "$(grep -c '^Record: intrekking' c/2026-0001.rec)" 1 "nothing is recorded"
runs 0 "the action first" fasen-retract -i "$(handle werkpunt c/2026-0001.rec)" --reden=vergissing --today=2026-05-04 c/2026-0001.rec
runs 0 "then the goal" fasen-retract -i "$(handle doel c/2026-0001.rec)" --reden=vergissing --today=2026-05-04 c/2026-0001.rec
clean c/2026-0001.rec "the dossier is clean"
fasen-plan -i --goal='Werk' --leefgebied=werk --today=2026-05-05 c/2026-0001.rec
is "$(sed -n 's/^Doel: //p' c/2026-0001.rec | tail -1)" d2 "an id is not given again"
runs 1 "the first record" fasen-retract "$(handle client $f)" --reden=x $f
like "$(cat err)" 'error: 2026-0001: the first record of a dossier cannot be taken back' "stays"

# Equal records
printf 'Record: client\nClient: e\nAangemeld: 2026-01-05\nNaam: N\nHulpvraag: H\n\n' >e.rec
for day in 1 2 3; do printf 'Record: notitie\nClient: e\nOp: 2026-01-06\nTekst: Gebeld\n\n' >>e.rec; done
chmod 600 e.rec
is "$(fasen-show -T tsv --handles --today=2026-02-01 e.rec | cut -f11 | sed 1,2d | sed 's/^[0-9a-f]*//' | tr '\n' ' ')" " -2 -3 " "are numbered"
runs 0 "the second of them" fasen-retract -i "$(fasen-show -T tsv --handles --today=2026-02-01 e.rec | cut -f11 | grep -e -2)" --reden=dubbel --today=2026-02-01 e.rec
is "$(fasen-show -T tsv --handles --today=2026-02-01 e.rec | cut -f11 | sed '1,2d;$d' | sed 's/^[0-9a-f]*//' | tr '\n' ' ')" " -3 " "goes, and the third keeps its name"

# However the bytes are written
python3 - <<'END'
text = ("Record: client\nClient: w\nAangemeld: 2026-01-05\nNaam: N\nHulpvraag: H\n\nRecord: notitie\nClient: w\nOp: 2026-01-06 \n"
        "# tussendoor\nTekst:  een \\\nregel \n+ \n+ twee\\\\\n\n+ drie\nKleur:\trood\nScore:\n\n")
open("w.rec", "w").write(text)
open("wcr.rec", "w").write(text.replace("\n", "\r\n"))
END
python3 - >want <<'END'
import hashlib
record = "Record: notitie\nOp: 2026-01-06 \nTekst:  een regel \n+\n+ twee\\\\\n\n+ drie\nKleur: rood\nScore:\n"
print(hashlib.sha256(record.encode()).hexdigest()[:12])
END
chmod 600 w.rec wcr.rec
is "$(handle notitie w.rec)" "$(cat want)" "a handle is of values as they were read, blanks and all"
is "$(handle notitie wcr.rec)" "$(cat want)" "and not of line ends"

# Wrong calls
for call in "--last" "--reden=x" "--last --reden=" "--last 0123456789ab --reden=x" "0123456789ab 0123456789ab --reden=x" "0123456789AB --reden=x"; do
	runs 2 "$call" fasen-retract $call $f
done
runs 1 "a handle that no dossier has" fasen-retract 0123456789ab --reden=x $f e.rec
like "$(cat err)" 'no dossier that was read has a record 0123456789ab' "is said"
cat $f e.rec >both
same out both "and all pass unchanged"
runs 1 "nothing to take back yet" sh -c "head -8 $f | fasen-retract --last --reden=x"
runs 2 "--handles with a list" fasen-show -v lijst --handles $f
runs 2 "and with a picture of the network" fasen-show -v netwerk --handles $f
for call in "fasen-plan -T tsv" "fasen-domains -T tsv" "fasen-show -T json"; do
	like "$($call --handles --today=2026-12-01 c/2026-0001.rec)" 'merk' "$call --handles has the column"
	unlike "$($call --today=2026-12-01 c/2026-0001.rec)" 'merk' "and without it has not"
done

# Two people on copies: one takes a record back, the other changes what it is about
mkdir -p j/a j/b && fasen-intake -d j --naam='Ad' --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
o=j/2026-0001.rec
fasen-plan -i --goal='Een huis' --leefgebied=wonen --streefdatum=2026-12-01 --today=2026-01-06 $o
fasen-plan -i --amend=d1 --streefdatum=2027-06-01 --today=2026-02-01 $o
cp $o j/a/ && cp $o j/b/
fasen-retract -i --last --reden='niet afgesproken' --today=2026-02-02 j/a/2026-0001.rec
fasen-plan -i --amend=d1 --streefdatum=2027-09-01 --today=2026-02-03 j/b/2026-0001.rec
runs 0 "joined with what they come from" fasen-check --join --base=$o j/a/2026-0001.rec j/b/2026-0001.rec --today=2026-03-01
cp out joined
runs 0 "the other way round" fasen-check --join --base=$o j/b/2026-0001.rec j/a/2026-0001.rec --today=2026-03-01
same out joined "it is the same"
is "$(fasen-plan -T tsv --today=2026-03-01 joined | awk -F'\t' '$2 == "doel" { print $10 }')" 2027-09-01 "the later change holds"
is "$(fasen-plan -T tsv --today=2026-02-02 joined | awk -F'\t' '$2 == "doel" { print $10 }')" 2026-12-01 "and before it what was never changed"
# Both give d1 to a goal of their own, and one takes its back: the handle follows the new number.
cp $o j/a/ && cp $o j/b/
fasen-plan -i --goal='Werk' --leefgebied=werk --streefdatum=2026-12-01 --today=2026-02-05 j/a/2026-0001.rec
fasen-plan -i --goal='Rust' --leefgebied=relaties --streefdatum=2026-12-01 --today=2026-02-06 j/b/2026-0001.rec
fasen-plan -i --note='Over rust' --doel=d2 --today=2026-02-06 j/b/2026-0001.rec
fasen-retract -i --last --reden=dubbel --today=2026-02-07 j/b/2026-0001.rec
fasen-retract -i "$(handle intrekking j/b/2026-0001.rec)" --reden='toch niet' --today=2026-02-08 j/b/2026-0001.rec
fasen-retract -i "$(fasen-show -T tsv --handles --today=2026-12-01 j/b/2026-0001.rec | awk -F'\t' '$5 == "intrekking" { h = $NF } END { print h }')" --reden='toch wel' --today=2026-02-09 j/b/2026-0001.rec
runs 0 "a join that gives other numbers" fasen-check --join j/a/2026-0001.rec j/b/2026-0001.rec --today=2026-03-01
cp out joined
runs 0 "the other way round" fasen-check --join j/b/2026-0001.rec j/a/2026-0001.rec --today=2026-03-01
same out joined "it is the same"
is "$(recsel -e "Record = 'notitie'" -P Doel joined)" d3 "the note follows its goal"
mkdir k && cp joined k/2026-0001.rec && chmod 600 k/2026-0001.rec
clean k/2026-0001.rec "and every retraction names what it named"
unlike "$(fasen-show --today=2026-03-01 k/2026-0001.rec)" 'Over rust' "the note is taken back still"

# What cannot be amended
for what in akkoord evaluatie notitie plan "$h"; do
	runs 2 "--amend=$what" fasen-plan --amend="$what" --toelichting=x $f
	like "$(cat err)" 'taken back by fasen-retract, and recorded anew' "says what to do instead"
done

# What is found
printf 'Record: intrekking\nClient: 2026-0001\nOp: 2026-02-01\nWat: 0123456789ab\nSoort: notitie\nReden: x\n\n' | cat before.rec - >x/2026-0001.rec
chmod 600 x/2026-0001.rec
runs 2 "a handle that names nothing" fasen-check --today=2026-12-01 x/2026-0001.rec
like "$(cat out)" 'x/2026-0001.rec:27: error: Wat: no record of the dossier has this handle' "is an error"
sed "s/^Wat: .*/Wat: $h/; s/^Soort: notitie/Soort: fase/" x/2026-0001.rec >y/2026-0001.rec
chmod 600 y/2026-0001.rec
runs 1 "another kind than that of the record" fasen-check --today=2026-12-01 y/2026-0001.rec
like "$(cat out)" 'y/2026-0001.rec:28: warning: Soort: another kind' "is a warning"
unlike "$(fasen-show --today=2026-12-01 y/2026-0001.rec)" 'moeder' "and the handle decides"
{ cat before.rec; printf 'Record: notitie\nClient: 2026-0001\nOp: 2026-02-01\nDoel: d9\nTekst: Over niets.\n\n'; } >z/2026-0001.rec
chmod 600 z/2026-0001.rec
runs 2 "a note about no goal" fasen-check --today=2026-12-01 z/2026-0001.rec
runs 0 "is taken back" fasen-retract -i --last --reden=x --today=2026-02-02 z/2026-0001.rec
clean z/2026-0001.rec "and then is nobody's error"
done_testing
