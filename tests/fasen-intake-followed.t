#!/bin/sh
# SPDX-License-Identifier: ISC
# What an export says every night, and a worker has answered since: it is recorded once, and named.
. "$(dirname "$0")/lib.sh"
needs python3

# night DAY ARGUMENT... is the import of that night into d, by a name of its own; said is what it named.
night() {
	day=$1
	shift
	FASEN_BY=export fasen-intake --csv --update -d d --today="$day" "$@" >out 2>err
	status=$?
	said=$(sed '$d' err | grep -v 'warning:\|warned,')
}
records() { cat d/*.rec | grep -c '^Record'; }
# Two clients, and two goals of the first.
start() {
	rm -rf d
	mkdir d
	printf 'Extern;Naam;Hulpvraag;Vraag\n1;Piet;H;wonen,werk\n2;Jan;H;wonen,werk\n' >start.csv
	night 2026-05-01 start.csv
	fasen-plan -i --goal=Huis --leefgebied=wonen --streefdatum=2027-01-01 --today=2026-05-01 $one
	fasen-plan -i --goal=Werk --leefgebied=werk --streefdatum=2027-01-01 --today=2026-05-01 $one
}
one=d/2026-0001.rec

# followed DESC ROW FIELDS VERB... : the night records what ROW says; the worker answers; no night answers back.
# FIELDS are the fields that are named.
followed() {
	desc=$1 row=$2 fields=$3
	shift 3
	start
	printf '%s\n' "$row" | tr ' ' '\n' >x.csv
	night 2026-06-01 $map x.csv
	before=$(records)
	FASEN_BY=lisa "$@" -i --today=2026-06-02 $one >/dev/null 2>worker
	after=$(records)
	ok "$desc: is recorded, and answered" test "$before" -eq 7 -a "$after" -eq 8
	want=
	for f in $fields; do
		want="$want${want:+
}fasen-intake: $f: 1 dossier says otherwise since 2026-06-02; left so"
	done
	night 2026-06-03 $map x.csv
	is "$said" "$want" "$desc: what the worker said is named"
	night 2026-12-03 $map x.csv
	is "$said $status $(records)" "$want 0 $after" "$desc: each night, and nothing is recorded"
	FASEN_BY=export fasen-intake --csv --update -q -d d --today=2026-12-03 $map x.csv >out 2>err
	is "$(cat out err)" "" "$desc: not with -q"
}
# other DESC ROW FIELD: then the export says something else, which is recorded; and again as it was.
other() {
	printf '%s\n' "$2" | tr ' ' '\n' >y.csv
	night 2026-12-04 $map y.csv
	is "$said" "fasen-intake: $3: 1 dossier said otherwise since 2026-06-02; what the export says was recorded" "$1: what is news in the export is recorded"
	night 2026-12-05 $map x.csv
	is "$said $(records)" " $((after + 2))" "$1: and when it changes back"
	night 2026-12-06 $map x.csv
	is "$said $(records)" " $((after + 2))" "$1: once"
}
map='--map=a=akkoord.Akkoord --map==akkoord.Wie:client --map==akkoord.Waarop:intake'
followed "an answer" 'Extern;a 1;ja' akkoord.Akkoord fasen-intake --refuse=intake --wie=client
map='--map=b=intake.Besluit'
followed "a decision" 'Extern;b 1;wachtlijst' intake.Besluit fasen-intake --decide=geplaatst
other "a decision" 'Extern;b 1;afgewezen' intake.Besluit
map='--map=f=fase.Fase'
followed "a phase" 'Extern;f 1;intake' fase.Fase fasen-advance --to=opstart --override --reden=r
other "a phase" 'Extern;f 1;planning' fase.Fase
map='--map=s=stand.Stand --map==stand.Doel:d1'
followed "a status" 'Extern;s 1;bezig' stand.Stand fasen-plan --status=behaald --doel=d1
other "a status" 'Extern;s 1;gestopt' stand.Stand
map='--map=e=evaluatie.Besluit --map==evaluatie.Soort:tussentijds'
followed "an evaluation" 'Extern;e 1;voortzetten' evaluatie.Besluit fasen-plan --evaluate=bijstellen --soort=tussentijds
other "an evaluation" 'Extern;e 1;uitstroom' evaluatie.Besluit
map='--map=t=indicatie.Tot --map==indicatie.Product:Thuis --map==indicatie.Van:2026-01-01'
followed "an indication" 'Extern;t 1;2026-12-31' indicatie.Tot fasen-intake --indication --product=Thuis --van=2026-01-01 --tot=2027-12-31
other "an indication" 'Extern;t 1;2028-12-31' indicatie.Tot
map='--map=s=leefgebied[wonen].Score'
followed "a score" 'Extern;s 1;2' leefgebied.Score fasen-domains --scores=wonen=3
other "a score" 'Extern;s 1;4' leefgebied.Score
followed "a score, and why there is none" 'Extern;s 1;2' leefgebied.Score fasen-domains --domain=wonen --nvt='Wil er niet over praten.'
map='--map=n=leefgebied[wonen].Nvt'
followed "why there is no score, and one" 'Extern;n 1;Later' leefgebied.Nvt fasen-domains --scores=wonen=3
map='--map=t=kracht.Tot --map==kracht.Leefgebied:wonen --map==kracht.Soort:kennis --map==kracht.Tekst:Zingt'
followed "the last day of a strength" 'Extern;t 1;2026-12-31' kracht.Tot fasen-domains --strength=Zingt --leefgebied=wonen --soort=kennis --tot=2027-12-31
other "the last day of a strength" 'Extern;t 1;2028-12-31' kracht.Tot

# a worker was first, and the export comes behind
start
FASEN_BY=lisa fasen-advance -i --to=intake --override --reden=r --today=2026-05-02 $one 2>worker
printf 'Extern;f;s\n1;intake;2\n' >x.csv
map='--map=f=fase.Fase --map=s=leefgebied[wonen].Score'
FASEN_BY=lisa fasen-domains -i --scores=wonen=2 --today=2026-05-02 $one
night 2026-05-03 $map x.csv
is "$(records) $said" "8 " "what a worker recorded first is there"
FASEN_BY=lisa fasen-advance -i --to=opstart --override --reden=r --today=2026-05-04 $one 2>worker
FASEN_BY=lisa fasen-domains -i --scores=wonen=3 --today=2026-05-04 $one
night 2026-05-05 $map x.csv
is "$(records) $said" "10 fasen-intake: fase.Fase: 1 dossier says otherwise since 2026-05-04; left so
fasen-intake: leefgebied.Score: 1 dossier says otherwise since 2026-05-04; left so" "and an export that comes behind takes nobody back"

# what has a day, and was corrected on it
corrected() { # DESC ROW FIELDS VERB...
	desc=$1 row=$2 fields=$3
	shift 3
	start
	printf '%s\n' "$row" | tr ' ' '\n' >x.csv
	night 2026-06-01 $map --map=dag=$kind.Op x.csv
	FASEN_BY=lisa "$@" -i --date=2026-06-01 --today=2026-06-02 $one >/dev/null 2>worker
	before=$(records)
	night 2026-06-03 $map --map=dag=$kind.Op x.csv
	is "$before $(records) $said" "8 8 fasen-intake: $fields: 1 dossier says otherwise since 2026-06-02; left so" "$desc of a day, corrected on it: is left, and named"
}
map='--map=a=akkoord.Akkoord --map==akkoord.Wie:client --map==akkoord.Waarop:intake' kind=akkoord
corrected "an answer" 'Extern;a;dag 1;ja;2026-06-01' akkoord.Akkoord fasen-intake --refuse=intake --wie=client
map='--map=b=intake.Besluit' kind=intake
corrected "a decision" 'Extern;b;dag 1;wachtlijst;2026-06-01' intake.Besluit fasen-intake --decide=geplaatst
map='--map=f=fase.Fase' kind=fase
corrected "a phase" 'Extern;f;dag 1;intake;2026-06-01' fase.Fase fasen-advance --to=opstart --override --reden=r
map='--map=s=stand.Stand --map==stand.Doel:d1' kind=stand
corrected "a status" 'Extern;s;dag 1;bezig;2026-06-01' stand.Stand fasen-plan --status=behaald --doel=d1
map='--map=e=evaluatie.Besluit --map==evaluatie.Soort:tussentijds' kind=evaluatie
corrected "an evaluation" 'Extern;e;dag 1;voortzetten;2026-06-01' evaluatie.Besluit fasen-plan --evaluate=bijstellen --soort=tussentijds
map='--map=t=indicatie.Tot --map==indicatie.Product:Thuis --map==indicatie.Van:2026-01-01' kind=indicatie
corrected "an indication" 'Extern;t;dag 1;2026-12-31;2026-06-01' indicatie.Tot fasen-intake --indication --product=Thuis --van=2026-01-01 --tot=2027-12-31
map='--map=t=kracht.Tot --map==kracht.Leefgebied:wonen --map==kracht.Soort:kennis --map==kracht.Tekst:Zingt' kind=kracht
corrected "a strength" 'Extern;t;dag 1;2026-12-31;2026-06-01' kracht.Tot fasen-domains --strength=Zingt --leefgebied=wonen --soort=kennis --tot=2027-12-31
map='--map=t=netwerk.Tot --map==netwerk.Naam:Els --map==netwerk.Relatie:zus' kind=netwerk
corrected "somebody" 'Extern;t;dag 1;2026-12-31;2026-06-01' netwerk.Tot fasen-domains --network=Els --relatie=zus --tot=2027-12-31
map='--map=s=leefgebied[wonen].Score' kind=leefgebied
corrected "a score" 'Extern;s;dag 1;2;2026-06-01' leefgebied.Score fasen-domains --domain=wonen --nvt='Wil er niet over praten.'

# what goes together is not one thing
start
printf 'Extern;p;v;q;w\n1;A;2026-01-01;B;2026-02-01\n' >i.csv
two='--map=p=indicatie[a].Product --map=v=indicatie[a].Van --map=q=indicatie[b].Product --map=w=indicatie[b].Van'
night 2026-06-01 $two i.csv
first=$(records)
night 2026-06-02 $two i.csv
night 2026-06-03 $two i.csv
is "$first $(records) $said" "8 8 " "two indications of a row are recorded once"
start
printf 'Extern;e;f\n1;voortzetten;bijstellen\n' >e.csv
two='--map=e=evaluatie[a].Besluit --map=f=evaluatie[b].Besluit --map==evaluatie.Soort:tussentijds'
night 2026-06-01 $two e.csv
first=$(records)
night 2026-06-02 $two e.csv
night 2026-06-03 $two e.csv
is "$first $(records) $said" "8 8 " "and two undated events of one kind"
start
printf 'Extern;m\n1;\n' >m.csv
map='--map==akkoord.Wie:client --map==akkoord.Waarop:delen --map==akkoord.Akkoord:ja'
sed 's/;$/;school/' m.csv >m2.csv
night 2026-06-01 $map --map=m=akkoord.Met m2.csv
FASEN_BY=lisa fasen-intake -i --refuse=delen --wie=client --met=gemeente --today=2026-06-02 $one
night 2026-06-03 $map --map=m=akkoord.Met m2.csv
is "$(records) $said" "8 " "a refusal of another Met is no answer"

# eenmalig, of what is no field of client
once() { # DESC MAP VALUE FIELD VERB...
	desc=$1 column=$2 value=$3 field=$4
	shift 4
	start
	printf 'Extern;x\n1;%s\n' "$value" >x.csv
	night 2026-06-01 "--map=x=$column eenmalig" $rest x.csv
	is "$(records)" $once_records "$desc eenmalig: what is not there is recorded"
	FASEN_BY=lisa "$@" -i --today=2026-06-02 $one >/dev/null 2>worker
	sed "s/;$value/;$other/" x.csv >y.csv
	before=$(records)
	night 2026-06-03 "--map=x=$column eenmalig" $rest y.csv
	is "$(records) $said" "$before fasen-intake: $field: 1 dossier says otherwise since 2026-06-02; left so (eenmalig)" "$desc eenmalig: whatever the export says, it is left and named"
}
once_records=7 rest='--map==akkoord.Wie:client --map==akkoord.Waarop:intake' other=nee
once "an answer" akkoord.Akkoord ja akkoord.Akkoord fasen-intake --agree=intake --wie=client --opmerking=Toch
rest='' other=4
once "a score" 'leefgebied[wonen].Score' 2 leefgebied.Score fasen-domains --scores=wonen=3
rest='' other=afgewezen
once "a decision" intake.Besluit wachtlijst intake.Besluit fasen-intake --decide=geplaatst
start
printf 'Extern;i;t;k\n1;d1;Een huis;lang\n' >g.csv
before=$(records)
night 2026-06-03 --map=i=doel.Doel '--map=t=doel.Tekst eenmalig' '--map=k=doel.Termijn eenmalig' g.csv
is "$(records) $status" "$before 0" "fields of a goal eenmalig: one that is there stays as it is"
for wrong in 'x=fase.Op eenmalig' 'x=doel.Doel eenmalig' 'x=fase.Door eenmalig'; do
	runs 2 "--map='$wrong': exit 2" fasen-intake --csv --update -d d "--map=$wrong" start.csv
done

# whatever workers say, and the export
is "$(python3 "$TOP/tests/nights.py" 6 1 2>&1)" "6 histories: some answers, some changes" "a night with nothing new in the export records nothing"

# whatever happens between the nights, a naive model says what they record
mkdir histories
is "$(cd histories && python3 "$TOP/tests/imports.py" 3 make-check 2>&1 | sed '$s/, .*: / /')" "3 histories 0 wrong" \
	"random nights record what the export says, once"

# dossiers are counted, not rows
start
printf 'Extern;d;s\n1;wonen;2\n1;werk;2\n2;wonen;2\n' >s.csv
map='--map=d=leefgebied.Leefgebied --map=s=leefgebied.Score'
night 2026-06-01 $map s.csv
FASEN_BY=lisa fasen-domains -i --scores=wonen=3,werk=3 --today=2026-06-02 $one
FASEN_BY=lisa fasen-domains -i --scores=wonen=3 --today=2026-06-04 d/2026-0002.rec
night 2026-06-05 $map s.csv
is "$said" 'fasen-intake: leefgebied.Score: 2 dossiers say otherwise since 2026-06-02; left so' "a dossier of which two rows say otherwise counts once"
start
printf 'Extern;d;s;w;dag\n1;wonen;2;Tuin;2026-06-01\n1;wonen;4;Tuin;2026-06-01\n' >s.csv
night 2026-06-02 $map --map=w=leefgebied.Wens --map=dag=leefgebied.Op s.csv
is "$(grep -c error err) $(grep -c 'error: s: an earlier row' err)" "1 1" "of two scores of one day only the score is wrong"
done_testing
