#!/bin/sh
# SPDX-License-Identifier: ISC
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
mkdir laptop kantoor && cp $b laptop && cp $a kantoor
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

# On a laptop is still a copy of the other dossier.
u=kantoor/2026-0001.rec l=laptop/2026-0002.rec
cp $u before
runs 1 "a join of the two" fasen-check --join $u $l --today=2026-05-01
is "$(cat err)" "fasen-check: $l:1: error: Client: 2026-0001 took over 2026-0002; --unite with $u first, then $l, adds what this one has more" \
	"says what to do"
is "$(cat out)" "" "and does nothing"
runs 1 "the other way round" fasen-check --join $l $u --today=2026-05-01
is "$(cat err)" "fasen-check: $l:1: error: Client: 2026-0001 took over 2026-0002; --unite with $u first, then $l, adds what this one has more" \
	"says the same"
runs 0 "that is done" fasen-check --unite $u $l -o $u --today=2026-05-01
same $u before "where there is nothing more, nothing changes"
fasen-plan -i --note='Nog over rust.' --doel=d1 --today=2026-04-10 $l
fasen-plan -i --goal='Een hond' --leefgebied=relaties --streefdatum=2026-12-01 --today=2026-04-11 $l
runs 0 "what was added on the laptop" fasen-check --unite $u $l -o $u --today=2026-05-01
is "$(grep -c '^Record: ' $u) $(grep -c '^Record: ' before)" "$(($(grep -c '^Record: ' before) + 2)) $(grep -c '^Record: ' before)" "is taken over"
is "$(recsel -e "Tekst = 'Nog over rust.'" -P Doel $u) $(recsel -e "Tekst = 'Een hond'" -P Doel $u)" "d2 d3" "by the numbers of here"
cp $u before
runs 0 "once more" fasen-check --unite $u $l -o $u --today=2026-05-01
same $u before "it is there once"
runs 0 "and clean" fasen-check --today=2026-05-01 kantoor
cp $l l2
by 2026-04-12 fasen-advance -i --to=analyse --override --reden=r $l
runs 0 "the phases go on there" fasen-check --unite $u $l -o $u --today=2026-05-01
phase() {
	fasen-show -v lijst -T tsv --today=2026-05-02 $u | tail -1 | cut -f3
}
is "$(phase)" analyse "and here with them"
runs 0 "and clean again" fasen-check --today=2026-05-01 kantoor
by 2026-04-13 fasen-advance -i --to=planning --override --reden=r $l
by 2026-04-14 fasen-advance -i --to=uitvoering --override --reden=r $u
runs 1 "they go on there and here" fasen-check --unite $u $l --today=2026-05-01
like "$(cat err)" 'both have phases of their own.*--phases-of=A|B' "whose hold is to be said"
cp $u before
for who in A=uitvoering B=planning; do
	cp before $u
	runs 0 "--phases-of=${who%=*}" fasen-check --unite --phases-of=${who%=*} $u $l -o $u --today=2026-05-01
	is "$(phase)" "${who#*=}" "hold"
	runs 0 "and clean again" fasen-check --today=2026-05-01 kantoor
	runs 0 "once more" fasen-check --unite $u $l --today=2026-05-02
	same $u out "changes nothing"
done

# Two people are not one by mistake.
mkdir p
for who in 1 2; do
	fasen-intake -d p --naam='Ad Voorbeeld' --geboren=1990-05-01 --hulpvraag=Help --vraag=wonen --vraag=werk --today=2026-0$who-05 >/dev/null 2>&1
done
x=p/2026-0001.rec y=p/2026-0002.rec
person() { # STATUS DESC SED-OF-Y: whether they are united
	sed "$3" $y >p2
	runs "$1" "$2" fasen-check --unite $x p2 --today=2026-03-01
}
person 0 "another way to write the name" 's/^Naam: .*/Naam: voorbeeld, AD/'
person 0 "no date of birth" '/^Geboren/d'
person 1 "another name" 's/^Naam: .*/Naam: Els Verzonnen/'
is "$(cat err)" "fasen-check: $x:4: error: Naam: another one than at p2:4, as of another person; --same-person says that they are one" "is named, not shown"
is "$(cat out)" "" "and nothing comes out"
person 1 "another date of birth" 's/^Geboren: .*/Geboren: 1991-05-01/'
like "$(cat err)" '^fasen-check: p/2026-0001.rec:5: error: Geboren: another one' "is named"
sed 's/^Naam: .*/Naam: Els Verzonnen/' $y >p2
runs 0 "with --same-person" fasen-check --unite --same-person $x p2 --today=2026-03-01
like "$(cat err)" 'warning: Naam: 2026-0001 has a value of its own, which stays' "they are one"
sed -i 's/^Geboren: .*/&\nBSN: 999990019/' $x p2
runs 0 "one BSN settles it" fasen-check --unite $x p2 --today=2026-03-01
sed -i 's/^BSN: .*/BSN: 999990020/' p2
runs 1 "another BSN" fasen-check --unite $x p2 --today=2026-03-01
like "$(cat err)" 'error: BSN: another one' "is named"
unlike "$(cat err)" '99999|Els|1990' "without what is private"
runs 2 "--same-person alone" fasen-check --same-person $x

# Comments of the other dossier come along, those on its registration and on what both have too.
mkdir r
printf 'Record: client\nClient: a\nNaam: Bo\nAangemeld: 2026-01-05\nHulpvraag: h\n\nRecord: fase\nClient: a\nOp: 2026-01-05\nFase: aanmelding\n\n' >r/a.rec
for more in '' 'Gemeente: Delft\n'; do
	printf "# op 1\\nRecord: client\\nClient: b\\n# op 2\\nNaam: Bo\\nAangemeld: 2026-01-05\\nHulpvraag: h\\n$more# op 3\\n\\n# op 4\\nRecord: fase\\nClient: b\\n# op 5\\nOp: 2026-01-05\\nFase: aanmelding\\n# op 6\\n\\n# op 7\\n" >b.rec
	runs 0 "two with comments${more:+, and a field that is taken}" fasen-check --unite r/a.rec b.rec --today=2026-03-01 --by=bert
	is "$(sed -n 's/^# op //p' out | sort | tr -d '\n')" 1234567 "each is kept, once"
	cp out one.rec
	runs 0 "once more" fasen-check --unite one.rec b.rec --today=2026-03-01 --by=bert
	same out one.rec "changes nothing"
done

# The other dossier was left beside the one.
mkdir s
cp b.rec s/b.rec
fasen-check --unite r/a.rec b.rec --today=2026-03-01 --by=bert >s/a.rec
chmod 600 s/*
cp -r s s0
runs 2 "what was taken over still stands there" fasen-check --today=2026-03-02 s
like "$(cat out)" 's/b.rec:2: error: Client: b was taken over at s/a.rec:1; --unite adds what this one has more, then it can go' "is an error"
is "$(grep -c 's/b.rec' out)" 1 "said once"
runs 2 "the other first" fasen-check --today=2026-03-02 s/b.rec s/a.rec
like "$(cat out)" 's/a.rec:[0-9]*: error: Vervangt: b still has a dossier, at s/b.rec:2; --unite adds' "is an error too"
runs 1 "a report" fasen-report -T text --today=2026-03-02 --period=2026-Q1 s
like "$(cat out)" '2 gelezen, 1 meegeteld, 0 niet meegeteld .onleesbaar., 1 dubbel' "counts the person once"
like "$(cat err)" 's/b.rec:2: warning: Client: b was taken over in s/a.rec; this one is passed over; fasen-check --unite' "and says so"
runs 1 "a report, the other first" fasen-report -T text --today=2026-03-02 --period=2026-Q1 s/b.rec s/a.rec
like "$(cat out)" '2 gelezen, 1 meegeteld, 0 niet meegeteld .onleesbaar., 1 dubbel' "counts the person once"
like "$(cat err)" 's/a.rec:[0-9]*: warning: Vervangt: b still has a dossier in s/b.rec, which came first; this one is passed over' "and says so"
cat s/a.rec s/b.rec >both
runs 1 "a stream of the two" fasen-plan --note=Gebeld --today=2026-03-03 both
is "$(grep -c Gebeld out) $(diff both out | grep -c '^<')" "1 0" "gets one note, and loses nothing"
runs 1 "by the other id" fasen-plan -i -c b --note=Gebeld --today=2026-03-03 s
is "$(grep -l Gebeld s/*)" s/a.rec "one of them gets the note"
same s/b.rec s0/b.rec "the other stays as it is"
cp -r s0 s1
line=$(grep -n '^Vervangt' s1/a.rec | cut -d: -f1)
wat=$(fasen-show -T tsv --handles --today=2026-03-04 s1/a.rec | tail -1 | awk -F'\t' '{ print $NF }')
for which in --last "$wat"; do
	runs 1 "what keeps the ids, by $which" fasen-retract -i $which --reden='Toch twee mensen' --today=2026-03-04 s1/a.rec
	like "$(cat err)" "s1/a.rec:1: error: Wat: takes back the ids on line $((line - 3)), which must stay" "cannot be taken back"
	same s1/a.rec s0/a.rec "and nothing is written"
done
printf '\nRecord: intrekking\nClient: a\nOp: 2026-03-04\nWat: %s\nSoort: client\nReden: Toch twee\n' "$wat" >>s1/a.rec
runs 2 "in an editor it can" fasen-check --today=2026-03-04 s1/a.rec
like "$(cat out)" "Wat: takes back the ids on line $((line - 3)), which must stay.*takes-ids" "and is an error"
runs 0 "by the other id" fasen-plan -i -c b --note=Gebeld --today=2026-03-05 s1
is "$(grep -l Gebeld s1/*)" s1/b.rec "the other is found, and no more than that"
rm s/b.rec
runs 0 "without it" fasen-check --today=2026-03-03 s
is "$(cat out err)" "" "all is well"

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
# The goals of the dossier that goes on keep their numbers, on paper and in exports, also where they are the later ones.
mkdir f
fasen-intake -d f --naam=Mia --geboren=1991-01-01 --hulpvraag=Werk --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
fasen-plan -i --goal='Ik wil een huis' --leefgebied=wonen --streefdatum=2027-01-01 --today=2026-03-10 f/2026-0001.rec
fasen-intake -d f --naam=Mia --geboren=1991-01-01 --hulpvraag=Werk --vraag=wonen --vraag=werk --today=2026-02-05 >/dev/null 2>&1
fasen-plan -i --goal='Ik wil werk' --leefgebied=werk --streefdatum=2027-01-01 --today=2026-03-08 f/2026-0002.rec
fasen-plan -i --action=Solliciteren --doel=d1 --wie=client --streefdatum=2026-12-01 --today=2026-03-09 f/2026-0002.rec
runs 0 "her goal is the later" fasen-check --unite f/2026-0001.rec f/2026-0002.rec --today=2026-04-01
is "$(recsel -e "Record = 'doel'" -R Doel,Tekst out | sort | xargs)" "d1 Ik wil een huis d2 Ik wil werk" "and keeps its number"
is "$(recsel -e "Record = 'werkpunt'" -R Doel,Werkpunt out)" "d2 d2.1" "the other's step goes with its goal"


# Who has been away comes back: neither trajectory is lost.
N='fasen-intake --hulpvraag=h --vraag=wonen --vraag=werk --naam=Jan'
mkdir g
unite() { # STATUS DESC A B [OPTION...]: the two, in u.rec
	runs "$1" "$2" fasen-check --unite --today=2026-04-01 --by=bert "$3" "$4"
	cp out u.rec
	cp err said
}
opened() {
	fasen-select --count gesloten=nee --today=2026-04-01 "$1"
}
course() { # begin and end of each trajectory, as its moves say
	recsel -e "Record = 'fase' || Record = 'intake' || Record = 'uitstroom'" -R Record,Op "$1" | xargs
}
$N --date=2025-01-05 --today=2025-01-05 --id=a >g/new.rec
$N --date=2026-02-05 --today=2026-02-05 --id=b >g/b.rec
cp g/b.rec g/on.rec
by 2026-03-05 fasen-advance -i --to=planning --override --reden=r g/on.rec
for end in --close=verhuisd --decide=afgewezen; do
	for day in 2025-06-01 2026-02-05; do
		for other in b on; do
			cp g/new.rec g/a.rec
			case $end in --c*) do=fasen-advance ;; *) do=fasen-intake ;; esac
			by $day $do -i $end g/a.rec
			unite 0 "$end on $day, then back, $other" g/a.rec g/$other.rec
			unlike "$(cat said)" 'phases|closed' "asks nothing"
			is "$(opened u.rec)" 1 "is open"
			is "$(grep -c intrekking u.rec) $(course u.rec)" "0 $(course g/a.rec) $(course g/$other.rec)" "with both trajectories"
			is "$(fasen-report -v doorstroom -T tsv --today=2026-04-01 --period=2026-Q1 u.rec | awk -F'\t' '$1 == "doorstroom" { print $4, $7 }')" \
				"$(fasen-report -v doorstroom -T tsv --today=2026-04-01 --period=2026-Q1 g/$other.rec | awk -F'\t' '$1 == "doorstroom" { print $4, $7 }')" "as the second one counts"
			cp u.rec once.rec
			unite 0 "once more" once.rec g/$other.rec
			same u.rec once.rec "changes nothing"
			unite 0 "what was added since" once.rec g/on.rec
			is "$(grep -c intrekking u.rec) $(course u.rec)" "0 $(course g/a.rec) $(course g/on.rec)" "is added"
		done
	done
done
sed '/^Record: fase/,$d' g/b.rec >g/bare.rec
unite 0 "one without a phase" g/a.rec g/bare.rec
is "$(opened u.rec) $(course u.rec)" "1 $(course g/a.rec) $(course g/b.rec)" "begins by its registration"
cp g/new.rec g/a.rec
by 2026-03-05 fasen-advance -i --close=verhuisd g/a.rec
unite 0 "one that was closed while the other was open" g/a.rec g/b.rec
like "$(cat said)" 'g/b.rec:[0-9]*: warning: is open; the phases of a hold, which is closed, for they overlap' "is said"
unite 1 "and that went on" g/a.rec g/on.rec
like "$(cat said)" 'both have phases of their own.*g/on.rec:' "is asked"
# An earlier trajectory stands, whose phases hold in the one that overlaps.
by 2025-06-01 fasen-advance -i --close=verhuisd g/new.rec
by 2026-01-10 fasen-advance -i --reopen g/new.rec
by 2026-01-20 fasen-advance -i --to=analyse --override --reden=r g/new.rec
unite 1 "one that came back twice" g/new.rec g/on.rec
runs 0 "the phases of the other hold" fasen-check --unite --phases-of=B --today=2026-04-01 g/new.rec g/on.rec
cp out u.rec
is "$(grep -c '^Record: intrekking' u.rec)" 2 "in that one"
is "$(fasen-select --count gesloten=nee --today=2025-12-31 u.rec) $(fasen-show -v lijst -T tsv --today=2026-04-01 u.rec | tail -1 | cut -f3,7)" "0 planning	2026-02-05" "and the first one stands"

# Somebody opens a copy of the first again, which was closed when they became one.
$N --date=2026-01-05 --today=2026-01-05 --id=a >g/closed.rec
by 2026-02-05 fasen-domains -i --scores=wonen=4 g/closed.rec
by 2026-02-05 fasen-advance -i --close=verhuisd g/closed.rec
cp g/on.rec g/b.rec
by 2026-02-05 fasen-domains -i --scores=wonen=2 g/b.rec
unite 0 "an end score and a begin score" g/closed.rec g/b.rec
cp u.rec once.rec
cp g/closed.rec g/open.rec
by 2026-02-10 fasen-advance -i --reopen g/open.rec
runs 1 "a copy that was opened again" fasen-check --join once.rec g/open.rec --today=2026-04-01
like "$(cat err)" 'contradicts g/open.rec:[0-9]*, for one of them came with b; fasen-retract takes back' "says what to do"
by 2026-02-11 fasen-retract -i --last --reden='Was al open' g/open.rec
runs 0 "that is done" fasen-check --join once.rec g/open.rec --today=2026-04-01

# What was taken back in one of the two still stands in the other, though they are equal.
mkdir t
shared() {
	fasen-select --count toestemming.gemeente=ja --today=2026-04-01 "$1"
}
$N --date=2026-01-05 --today=2026-01-05 --id=a >t/a0.rec
$N --date=2026-02-05 --today=2026-02-05 --id=b >t/b0.rec
by 2026-03-01 fasen-intake -i --agree=delen --wie=client --met=gemeente t/a0.rec
for f in a b; do
	by 2026-03-03 fasen-intake -i --refuse=delen --wie=client --met=gemeente t/${f}0.rec
	by 2026-03-04 fasen-plan -i --note=Gebeld t/${f}0.rec
	by 2026-03-04 fasen-plan -i --note=Gebeld t/${f}0.rec
	cp t/${f}0.rec t/${f}1.rec
	no=$(fasen-show -T tsv --handles --today=2026-03-05 t/${f}0.rec | awk -F'\t' '$5 == "akkoord" { h = $NF } END { print h }')
	by 2026-03-05 fasen-retract -i "$no" --reden=x t/${f}1.rec
	by 2026-03-05 fasen-retract -i --last --reden=y t/${f}1.rec
	cp t/${f}1.rec t/${f}2.rec
	again=$(fasen-show -T tsv --handles --today=2026-03-05 t/${f}2.rec | awk -F'\t' '$5 == "intrekking" { print $NF; exit }')
	by 2026-03-06 fasen-retract -i "$again" --reden=z t/${f}2.rec
done
standing() { # the notes that count
	fasen-show -T tsv --today=2026-04-01 "$1" | awk -F'\t' '$5 == "notitie" { n++ } END { print n + 0 }'
}
for i in 0 1 2; do
	for j in 0 1 2; do
		unite 0 "a$i and b$j" t/a$i.rec t/b$j.rec
		is "$(shared u.rec)" "$([ $i$j = 11 ] && echo 1 || echo 0)" "a no that stands in one of them stands"
		is "$(standing u.rec)" $(($(standing t/a$i.rec) + $(standing t/b$j.rec))) "and the notes of each"
		unlike "$(fasen-check --today=2026-04-01 - <u.rec)" 'error' "and all is clean"
		cp u.rec once.rec
		unite 0 "once more" once.rec t/b$j.rec
		same u.rec once.rec "changes nothing"
		is "$(cat said)" "" "without a word"
	done
done
unite 0 "one that took back nothing yet" t/a0.rec t/b0.rec
cp u.rec once.rec
for f in b a; do
	if [ $f = b ]; then
		unite 0 "what was taken back since in the other" once.rec t/b1.rec
	else
		runs 0 "and in a copy of the one" fasen-check --join u.rec t/a1.rec --today=2026-04-01
		cp out u.rec
	fi
	is "$(standing u.rec)" "$([ $f = b ] && echo 3 || echo 2)" "leaves what the other has"
	is "$(fasen-check --unite --today=2026-04-01 --by=bert u.rec t/b1.rec | cmp - u.rec 2>&1)" "" "once more changes nothing"
	is "$(shared u.rec)" "$([ $f = b ] && echo 0 || echo 1)" "and its no"
done
printf '\nRecord: intrekking\nClient: b\nOp: 2026-03-04\nWat: %s\nSoort: akkoord\nReden: Los\n' "$(fasen-show -T tsv --handles --today=2026-03-05 t/a0.rec | awk -F'\t' '$5 == "akkoord" { print $NF; exit }')" | cat t/b0.rec - >t/bad.rec
unite 1 "one that takes back what only the other has" t/a0.rec t/bad.rec
like "$(cat said)" 't/bad.rec:[0-9]*: error: Wat: no record of the dossier has this handle' "is refused"
# Of two versions of one dossier the equal record is one; that it goes is said.
$N --date=2026-01-05 --today=2026-01-05 --id=a >base.rec
for f in x y; do
	cp base.rec $f.rec
	by 2026-03-04 fasen-plan -i --note=Gebeld $f.rec
done
by 2026-03-05 fasen-retract -i --last --reden=y y.rec
for pair in 'x y' 'y x'; do
	set -- $pair
	runs 0 "$pair, joined" fasen-check --join --base=base.rec --today=2026-04-01 $1.rec $2.rec
	like "$(cat err)" 'y.rec:[0-9]*: warning: Wat: takes back what x.rec:[0-9]* has too' "say so"
done

# A third dossier of one person, on the same day or another.
$N --date=2026-03-05 --today=2026-03-05 --id=c >t/c.rec
unite 0 "two" t/a0.rec t/b0.rec
cp u.rec ab.rec
for day in 2026-04-01 2026-04-02; do
	runs 0 "and a third on $day" fasen-check --unite --today=$day ab.rec t/c.rec
	is "$(cat err)" "" "without a word"
	mkdir -p third
	cp out third/a.rec
	chmod 600 third/a.rec
	unlike "$(fasen-check --today=2026-04-03 third)" 'error' "is clean"
	for id in b c; do
		runs 0 "and found by $id" fasen-plan -n -c $id --note=x --today=2026-04-03 third
		like "$(cat out)" '^Client: a$' "as the one"
	done
done

runs 2 "--phases-of alone" fasen-check --phases-of=A e/2026-0001.rec
runs 2 "--unite of one" fasen-check --unite e/2026-0001.rec
runs 1 "of two versions of one" fasen-check --unite e/2026-0001.rec e/2026-0001.rec
done_testing
