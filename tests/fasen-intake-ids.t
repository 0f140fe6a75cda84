#!/bin/sh
# SPDX-License-Identifier: ISC
# An export goes on calling a client, a goal and an action as it always did, whatever became of their ids here.
. "$(dirname "$0")/lib.sh"
needs recsel

# night DAY ARGUMENT... is the import of that night into d, by a name of its own; said is what is wrong or named.
night() {
	day=$1
	shift
	FASEN_BY=export fasen-intake --csv --update -d d --today="$day" "$@" >out 2>err
	status=$?
	said=$(sed '$d' err)
}
records() { cat d/*.rec | grep -c '^Record'; }
one=d/2026-0001.rec two=d/2026-0002.rec
goals='--map=i=doel.Doel --map=t=doel.Tekst --map==doel.Leefgebied:wonen --map=w=werkpunt.Werkpunt --map=i=werkpunt.Doel --map=a=werkpunt.Tekst --map==werkpunt.Wie:client'
stands='--map=i=stand.Doel --map=s=stand.Stand'
# One person, registered twice elsewhere: each number goes on with its own goals
unite() { # [DESC SED]: of the second dossier
	rm -rf d && mkdir d
	printf 'Extern;Naam;Geboren;Hulpvraag;Vraag;Aangemeld;Team;i;t;w;a\n11;Noor;1990-01-01;H;wonen,werk;2026-01-05;noord;d1;Huis;d1.1;Zoeken\n77;Noor;1990-01-01;H;wonen,werk;2026-03-01;zuid;d1;Rust;d1.1;Slapen\n' >x.csv
	night 2026-04-01 $goals x.csv
	sed -i "$2" $two && cp $two b.rec
	runs 0 "two registrations${1:+, $1,} become one" fasen-check --unite $one $two -o $one --today=2026-04-02 --by=lisa
	rm $two
}
unite
runs 0 "the dossier" fasen-check --today=2026-04-02 d
is "$(cat out err)" "" "is clean"
is "$(recsel -e "Vervangt = '2026-0002'" -P Vervangt_extern $one)" "2026-0001 11
2026-0002 77" "which keeps what each was called elsewhere"
is "$(grep '^# ' $one)" "# was d1 in 2026-0001
# was d1.1 in 2026-0001
# was d1 in 2026-0002
# was d1.1 in 2026-0002" "and what their goals and actions were called"
before=$(records)
night 2026-04-03 $goals x.csv
is "$(ls d) $(records) $status" "2026-0001.rec $before 0" "the same export registers nobody and records nothing"
is "$said" "" "nor contradicts what is in the first registration"
printf 'Extern;i;s\n11;d1;bezig\n77;d1;gestopt\n' >s.csv
night 2026-04-04 $stands s.csv
is "$(recsel -e "Record = 'stand'" -R Doel,Stand $one | xargs)" "d1 bezig d2 gestopt" "a status is of the goal that it meant"
printf 'Client;i;s\n2026-0002;d1;behaald\n' >s2.csv
night 2026-04-05 $stands s2.csv
is "$(recsel -e "Record = 'stand' && Op = '2026-04-05'" -R Doel,Stand $one) $(ls d)" "d2 behaald 2026-0001.rec" "by the other id too"
printf 'Extern;i;x\n77;d1;Geld\n' >o.csv
night 2026-04-05 --map=i=kracht.Doel --map=x=kracht.Tekst --map==kracht.Leefgebied:wonen --map==kracht.Soort:kennis o.csv
is "$(recsel -e "Record = 'kracht'" -P Doel $one)" "d2" "so is a field of one's own that is called so"
sed 's/Rust/Veel rust/; s/Slapen/Uitslapen/' x.csv >y.csv
night 2026-04-06 $goals y.csv
is "$(recsel -e "Op = '2026-04-06'" -R Doel,Werkpunt,Tekst $one | grep .)" "d2 Veel rust
d2.1 Uitslapen" "a text that the export changes is that of its own goal"
printf 'Extern;i;t;w;a\n77;d2;Ander;;\n' >n.csv
before=$(records)
night 2026-04-07 $goals n.csv
is "$status $said $(recsel -e "Tekst = 'Ander'" -P Doel $one)" "0  d3" "a new goal of the other dossier gets the next number"
is "$(grep -c '^# was d2 in 2026-0002$' $one)" 1 "and what the export calls it stands before it"
printf 'Extern;i;t;w;a\n11;d2;Eigen;;\n' >n.csv
night 2026-04-07 $goals n.csv
is "$status $said $(recsel -e "Tekst = 'Eigen'" -P Doel $one)" "0  d4" "so does one of its own whose number is another's now"
printf '77;d2;Ander;;\n11;d2;Eigen;;\n11;d5;Nieuw;;\n' | sed '1i Extern;i;t;w;a' >n.csv
night 2026-04-07 $goals y.csv n.csv
is "$status $(records) $(recsel -e "Tekst = 'Nieuw'" -P Doel $one)" "0 $((before + 3)) d5" "a free one is new, the others are known"
night 2026-04-08 $goals n.csv
is "$said $(records)" " $((before + 3))" "once"
fasen-check --unite $one b.rec -o $one --today=2026-04-09 --by=lisa 2>err
is "$(grep -c '^# was' $one) $(recsel -e "Tekst = 'Nieuw'" -P Doel $one)" "6 d5" "united once more it stays so"
printf 'Extern;Team;Gemeente;Begeleider\n77;west;Delft;anna\n' >c.csv
night 2026-04-10 c.csv
is "$(recsel -e "Record = 'client'" -P Team $one | tail -1) $(recsel -e "Record = 'client'" -P Gemeente $one) $(recsel -e "Op = '2026-04-10'" -P Extern $one)" "noord Delft " "a row of the one that was taken over fills what is empty, and changes nothing"
printf 'BSN;i;s\n999990019;d1;behaald\n' >s3.csv
fasen-intake -i --amend --bsn=999990019 --today=2026-04-11 $one 2>err
night 2026-04-12 $stands s3.csv
like "$said" 's3.csv:2: error: i: several are called d1' "a row by BSN does not say whose goal it means"
unite "one without Extern" '/^Extern/d'
printf 'Client;i;s\n2026-0002;d1;gestopt\n2026-0001;d1;bezig\n' >s.csv
night 2026-04-04 $stands s.csv
is "$(recsel -e "Record = 'stand'" -R Doel,Stand $one | xargs)" "d2 gestopt d1 bezig" "is found by id"
# A goal of the other dossier that kept its number is not the first one's
rm -rf d && mkdir d
printf 'Extern;Naam;Geboren;Hulpvraag;Vraag;Aangemeld;i;t;w;a\n11;Noor;1990-01-01;H;wonen,werk;2026-01-05;;;;\n77;Noor;1990-01-01;H;wonen,werk;2026-03-01;d1;Rust;;\n' >x.csv
night 2026-04-01 $goals x.csv
fasen-check --unite $one $two -o $one --today=2026-04-02 --by=lisa 2>err && rm $two
printf 'Extern;i;t;w;a\n11;d1;Huis;;\n' >n.csv
night 2026-04-03 $goals n.csv
is "$(recsel -e "Record = 'doel'" -R Doel,Tekst $one | xargs)" "d1 Rust d2 Huis" "a goal that kept its number is not written over by the other's"
is "$(grep '^# was d1 in 2026-0001' $one)" "# was d1 in 2026-0001" "which is known by what the export calls it"

# Two people give one number, and a join gives one of them another
joined() { # WORKER-TEXT DAY: the worker's goal d2, set on that day; the export's is of 4 April
	rm -rf d && mkdir d
	printf 'Extern;Naam;Hulpvraag;Vraag;i;t;w;a\n1;Piet;H;wonen,werk;d1;Huis;;\n' >x.csv
	night 2026-04-01 $goals x.csv
	cp $one laptop.rec && cp $one base.rec
	printf 'Extern;i;t;w;a\n1;d2;Werk;d2.1;Bellen\n' >g.csv
	night 2026-04-04 $goals g.csv
	FASEN_BY=${3-lisa} fasen-plan -i --goal="$1" --leefgebied=wonen --streefdatum=2027-01-01 --today="$2" laptop.rec
	fasen-check --join --base=base.rec $one laptop.rec -o $one --today=2026-04-06 2>err
	like "$(cat err)" "another one at .*; becomes d3" "a join gives ${3:+(by one name) }d2 of $2 or that of the export another number"
}
joined Hond 2026-04-02
mine=$(recsel -e "Tekst = 'Werk'" -P Doel $one)
is "$mine" d3 "the export's goal"
before=$(records)
night 2026-04-07 $goals g.csv
is "$(records) $status $said" "$before 0 " "is the one it was"
sed 's/Werk/Betaald werk/; s/Bellen/Opbellen/' g.csv >h.csv
night 2026-04-08 $goals h.csv
is "$(recsel -e "Op = '2026-04-08'" -R Doel,Werkpunt,Tekst $one | grep .)" "d3 Betaald werk
d3.1 Opbellen" "and so it is with another text"
is "$(recsel -e "Doel = 'd2' && Record = 'doel'" -P Tekst $one)" Hond "the worker's is left"
printf 'Extern;i;s\n1;d2;behaald\n' >s.csv
night 2026-04-09 $stands s.csv
is "$(recsel -e "Record = 'stand'" -R Doel,Stand $one)" "d3 behaald" "a status is of its own"
cp $one j.rec
runs 0 "joined again" fasen-check --join j.rec laptop.rec --today=2026-04-10
same out j.rec "nothing changes"
joined Hond 2026-04-05
is "$(recsel -e "Tekst = 'Hond'" -P Doel $one)" d3 "the worker's goal, set later"
night 2026-04-08 $goals h.csv
is "$(recsel -e "Op = '2026-04-08'" -R Doel,Werkpunt,Tekst $one | grep .)" "d2 Betaald werk
d2.1 Opbellen" "does not take the export's with it"
joined Hond 2026-04-02 export
night 2026-04-07 $goals g.csv
is "$status $said" "0 " "where one name recorded both, the text tells"
before=$(records)
night 2026-04-08 $goals h.csv
is "$status $(records)" "1 $before" "and without it nothing is guessed"
like "$said" 'h.csv:2: error: i: several are called d2 since versions of 2026-0001 were joined' "and why is said"
# ... or nobody joins, and the second is the export
rm -rf d && mkdir d
night 2026-04-01 $goals x.csv
FASEN_BY=lisa fasen-plan -i --goal=Hond --leefgebied=wonen --streefdatum=2027-01-01 --today=2026-04-02 $one
before=$(records)
night 2026-04-04 $goals g.csv
is "$status $(recsel -e "Tekst = 'Werk'" -P Doel $one) $(recsel -e "Tekst = 'Hond'" -P Doel $one)" "0 d3 d2" "a number that a worker gave to another goal meanwhile stays of that one"
printf 'Extern;i;t;w;a\n1;d1;Een huis;;\n1;d2;Hond;;\n' >g.csv
night 2026-04-05 $goals g.csv
is "$status $(recsel -e "Op = '2026-04-05'" -R Doel,Tekst $one)" "0 d1 Een huis" "a text of its own goal is changed, and one that is the worker's is there"

# Another id for the same dossier
rm -rf d && mkdir d
night 2026-04-01 $goals x.csv
sed 's/2026-0001/x-7/' $one >d/x-7.rec && rm $one
fasen-intake -i --amend --vervangt=2026-0001 --today=2026-04-02 d/x-7.rec
before=$(records)
sed 's/^Extern/Client/; s/^1;/2026-0001;/' x.csv >y.csv
night 2026-04-03 $goals y.csv
is "$status $(records)" "0 $before" "a dossier that got another id is found by the old one, and its goals by their text"
# The last number, and a file of numbers that is none
rm -rf d && mkdir d
night 2026-04-01 $goals x.csv
mv $one d/2026-999999999.rec && sed -i 's/^Client: .*/Client: 2026-999999999/' d/2026-999999999.rec && rm d/.fasen-ids
runs 2 "after the last number nobody is registered without an id" fasen-intake -d d --naam=X --hulpvraag=h --vraag=wonen --vraag=werk
like "$(cat err)" '--id: no number of nine digits is left' "and why is said"
printf 'Naam;Hulpvraag;Vraag\nX;h;wonen en werk\n' >n.csv
runs 1 "nor a row" fasen-intake --csv -d d --map=Naam=Naam --map=Hulpvraag=Hulpvraag --map='Vraag=Vraag split  en ' n.csv
is "$(ls d)" "2026-999999999.rec" "nothing is made"
for kind in 'mkfifo' 'truncate -s 2M' 'mkdir' 'ln -s 2026-999999999.rec'; do
	rm -rf d/.fasen-ids && $kind d/.fasen-ids
	runs 2 "$kind: nobody is registered" fasen-intake -d d --id=x --naam=X --hulpvraag=h --vraag=wonen --vraag=werk
	is "$(ls d)" "2026-999999999.rec" "$kind: nothing is made"
done

# No room for the file of ids
if [ "$(id -u)" = 0 ] && mkdir full && mount -t tmpfs -o nr_inodes=2 none full 2>/dev/null; then
	fasen-intake -d full --naam=X --hulpvraag=h --vraag=wonen --vraag=werk >out 2>err
	is "$? $(cat out)" "2 full/$(date +%Y)-0001.rec" "a dossier that stands is said to"
	like "$(cat err)" 'full/.fasen-ids: error: .*are not to be registered again' "and that it is not to be made again"
	umount full
fi

# A directory that a group shares
mkdir -m 2770 shared
(umask 077 && fasen-intake -d shared --naam=X --hulpvraag=h --vraag=wonen --vraag=werk) >/dev/null 2>&1
is "$(cd shared && stat -c '%a %n' .fasen-ids *.rec | sed 's/[^ ]*\.rec/dossier/')" "660 .fasen-ids
660 dossier" "the file of ids is the group's, whatever the umask, as a dossier is"

done_testing
