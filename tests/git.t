#!/bin/sh
# SPDX-License-Identifier: ISC
# Three people on three clones of one repository of dossiers, with fasen-check as git's merge driver: the recipe is that
# of fasen-check(1). Nothing is lost, nothing stands twice, and what people must settle can be seen.
. "$(dirname "$0")/lib.sh"
needs git

# The recipes of the page, as they stand there.
awk '/^\.Ss Git/ { on = 1 } /^\.Sh ENV/ { on = 0 } on && /^\.Bd/ { lit = 1; next } /^\.Ed/ { lit = 0 } lit' \
	"$TOP/man/fasen-check.1" | sed 's/\\e/\\/g' >recipes
sed -n '/^git config/,/^git checkout/p' recipes | sed '/^git checkout/d' >configure
sed -n '/^git checkout --ours/,/^git add/p' recipes >another_id
is "$(wc -l <configure) $(wc -l <another_id)" "4 4" "the page says how"

git config --global init.defaultBranch main
git init -q --bare --shared=0660 kantoor.git
for who in anna bas cem; do
	mkdir -m 700 $who
	git clone -q kantoor.git $who 2>/dev/null
	(
		cd $who || exit 1
		git config user.name $who
		git config user.email $who@voorbeeld.example
		git config pull.rebase false
		sh -e ../configure
	)
done

# by WHO COMMAND...: what someone does in the own clone; what is said goes to ./out and ./err
by() (
	FASEN_BY=$1
	export FASEN_BY
	cd "$1" || exit 1
	shift
	"$@"
)

# sends WHO MESSAGE: commits and pushes; receives WHO: pulls
sends() { by "$1" git add -A && by "$1" git commit -qm "$2" && by "$1" git push -q origin HEAD 2>/dev/null; }
receives() { by "$1" git pull -q --no-edit >out 2>err; }

# On Monday there is one dossier, and everybody has it.
echo '*.rec merge=fasen' >anna/.gitattributes
by anna fasen-intake -d . --id=2026-0001 --today=2026-03-02 --naam='Samira Voorbeeld' --hulpvraag=H --vraag=wonen --vraag=werk >/dev/null
by anna fasen-plan -i --today=2026-03-02 --goal='Ik wil een wooning' --streefdatum=2026-09-01 --leefgebied=wonen 2026-0001.rec
ok "anna sends a dossier" sends anna "Samira"
ok "bas has it" receives bas
ok "cem has it" receives cem

# On Tuesday all three work on it: two new goals of one number, an action, notes.
by anna fasen-plan -i --today=2026-03-03 --goal='Ik wil werken' --streefdatum=2026-09-01 --leefgebied=werk 2026-0001.rec
by anna fasen-plan -i --today=2026-03-03 --action='Een brief schrijven' --streefdatum=2026-09-01 --doel=d2 --wie=client 2026-0001.rec
by bas fasen-plan -i --today=2026-03-03 --goal='Ik wil geen schulden' --streefdatum=2026-09-01 --leefgebied=financien 2026-0001.rec
by bas fasen-plan -i --today=2026-03-04 --status=bezig --doel=d2 2026-0001.rec
by cem fasen-plan -i --today=2026-03-03 --note='Gebeld' --doel=d1 2026-0001.rec
ok "anna sends hers" sends anna "werk"
by bas git commit -qam "schulden"
ok "bas receives it, and git joins" receives bas
like "$(cat err)" '^fasen-check: 2026-0001.rec:[0-9]*: warning: Doel: d2 is another one at 2026-0001.rec:[0-9]*; becomes d3' \
	"one of the two goals gets another id, which is said with the name of the dossier"
ok "bas sends the two" by bas git push -q
by cem git commit -qam "gebeld"
ok "cem receives it all" receives cem
by cem git push -q
receives anna
receives bas
same anna/2026-0001.rec cem/2026-0001.rec "all have the same dossier"
same bas/2026-0001.rec cem/2026-0001.rec "all three"
is "$(grep -c '^Record: doel' anna/2026-0001.rec) $(grep -c '^Tekst: Gebeld' anna/2026-0001.rec) $(grep -c ^Record anna/2026-0001.rec)" "3 1 8" \
	"nothing is lost, nothing stands twice"
runs 0 "and it is sound" by anna fasen-check --today=2026-03-05 .

# marks FILE: how many marks of git's are in it
marks() { grep -c '^\(<<<<<<<\|=======\|>>>>>>>\)' "$1"; }

# On Wednesday two of them correct one goal, each in another way.
sed -i 's/een wooning/een woning/' anna/2026-0001.rec
sed -i 's/een wooning/een eigen woning/' bas/2026-0001.rec
sends anna "een woning"
by bas git commit -qam "een eigen woning"
cp bas/2026-0001.rec mine
runs 1 "two corrections of one goal are a conflict for git" by bas git pull -q --no-edit
like "$(cat err)" '^fasen-check: 2026-0001.rec:[0-9]*: error: ' "which is said with the name of the dossier"
is "$(grep -c 'een woning$' bas/2026-0001.rec) $(grep -c 'een eigen woning$' bas/2026-0001.rec) $(marks bas/2026-0001.rec)" "1 1 3" \
	"both stand in the file, once, between marks"
sed '/^=======/,/^>>>>>>>/d; /^<<<<<<</d' bas/2026-0001.rec >ours
sed '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' bas/2026-0001.rec >theirs
same ours mine "one side is the one version"
same theirs anna/2026-0001.rec "the other side the other"
runs 2 "fasen-check says so" by bas fasen-check .
is "$(grep -c ': error: an unresolved merge mark' out)" 3 "of each mark"
by bas git commit -qam "toch maar"
runs 2 "also when it was committed all the same" by bas fasen-check .
cp bas/2026-0001.rec marked
runs 2 "nobody writes in it" by bas fasen-plan -i --note=x --today=2026-03-04 2026-0001.rec
same bas/2026-0001.rec marked "so it stays"
by bas fasen-plan --note=x --today=2026-03-04 2026-0001.rec >passed 2>/dev/null
same passed marked "and passes through a filter unchanged"
cp theirs bas/2026-0001.rec
runs 0 "until bas takes the one" by bas fasen-check .
sends bas "opgelost"
ok "cem receives the end of it" receives cem

# On Thursday two people register a client each, under one id.
by anna git pull -q
by anna fasen-intake -d . --id=2026-0002 --today=2026-03-05 --naam='Yonas Een' --hulpvraag=H --vraag=wonen --vraag=werk >/dev/null
by cem fasen-intake -d . --id=2026-0002 --today=2026-03-05 --naam='Fatima Twee' --hulpvraag=H --vraag=wonen --vraag=werk >/dev/null
sends anna "Yonas"
by cem git add -A
by cem git commit -qm "Fatima"
runs 1 "two clients of one id are a conflict for git" by cem git pull -q --no-edit
like "$(cat err)" '^fasen-check: 2026-0002.rec:2: error: Record: the first record is another one than at 2026-0002.rec:[12][0-9];' "with the lines of both"
is "$(grep -c '^Naam: Yonas Een' cem/2026-0002.rec) $(grep -c '^Naam: Fatima Twee' cem/2026-0002.rec) $(marks cem/2026-0002.rec)" "1 1 3" \
	"both stand in the file"
by cem git commit -qam "haast"
is "$(by cem git show HEAD:2026-0002.rec | grep -c ^Naam)" 2 "so that a hasty commit loses nobody"
runs 2 "and fasen-check finds it" by cem fasen-check .
by cem git reset -q --hard HEAD^1
by cem git pull -q --no-edit >/dev/null 2>&1
cat >move <<-'END'
	git checkout --ours 2026-0002.rec
	git show :3:./2026-0002.rec |
	    sed 's/^Client: 2026-0002$/Client: 2026-0003/' > 2026-0003.rec
	git add 2026-0002.rec 2026-0003.rec
END
is "$(sed 's/2026-0002/2026-0001/g; s/2026-0003/2026-0002/g' move)" "$(cat another_id)" "by the page"
ok "one of the two gets an id of its own" by cem sh -e ../move
ok "which is committed" by cem git commit -qm "Yonas is 2026-0003"
is "$(grep -l '^Naam: Yonas Een' cem/*.rec) $(grep -l '^Naam: Fatima Twee' cem/*.rec)" "cem/2026-0003.rec cem/2026-0002.rec" "both are there"
runs 0 "and fasen-check is content" by cem fasen-check --today=2026-03-05 .
by cem git push -q
receives anna
receives bas

# On Friday anna closes a dossier, while bas writes a note in it.
by anna fasen-advance -i --today=2026-03-06 --close=verhuisd 2026-0001.rec
by bas fasen-plan -i --today=2026-03-06 --note='Alles gaat goed' 2026-0001.rec
sends anna "gesloten"
by bas git commit -qam "notitie"
ok "a closing and a note" receives bas
is "$(tail -20 bas/2026-0001.rec | grep -c '^Record: uitstroom\|^Tekst: Alles gaat goed')" 2 "both stand"
runs 0 "and are sound" by bas fasen-check --today=2026-03-06 .

# Other ways for versions to meet: a rebase, a pick, a stash; in a folder with a blank in its name.
receives anna
receives bas
mkdir 'bas/team noord' && by bas git mv 2026-0003.rec 'team noord'
sends bas "verhuisd"
receives anna
by anna fasen-plan -i --today=2026-03-09 --note=anna 'team noord/2026-0003.rec'
sends anna "anna"
by bas fasen-plan -i --today=2026-03-09 --note=bas 'team noord/2026-0003.rec'
by bas git commit -qam "bas"
ok "a rebase joins" by bas git pull -q --rebase
is "$(sed -n 's/^Tekst: //p' 'bas/team noord/2026-0003.rec' | tr '\n' ' ')" "anna bas " "both"
by bas fasen-advance -i --today=2026-03-10 --close=verhuisd 'team noord/2026-0003.rec'
by bas git stash -q
by bas git pull -q --rebase
ok "so does a stash" by bas git stash pop -q
is "$(tail -9 'bas/team noord/2026-0003.rec' | grep -c '^Record: uitstroom')" 1 "with what it held"
by bas git commit -qam "dicht"
by bas git push -q
by anna fasen-advance -i --today=2026-03-10 --close=overleden 'team noord/2026-0003.rec'
by anna git commit -qam "dicht"
runs 1 "two reasons for leaving, rebased" by anna git pull -q --rebase
like "$(cat err)" '^fasen-check: team noord/2026-0003.rec:[0-9]*: error: Reden: contradicts team noord/2026-0003.rec:[0-9]*;' \
	"are told by the path of the dossier"
line=$(sed -n 's/.*rec:\([0-9]*\): error: Reden.*/\1/p' err)
is "$(sed -n "${line}p" 'anna/team noord/2026-0003.rec' | grep -c '^Reden: ')" 1 "and by its line"
is "$(marks 'anna/team noord/2026-0003.rec')" 3 "and stand between marks"
by anna git rebase --abort

# A dossier that one of the two broke.
by anna git reset -q --hard HEAD^
receives anna
sed -i 's/^Op: 2026-03-02$/Op: 2026-03-32/' anna/2026-0001.rec
sends anna "stuk"
by bas fasen-plan -i --today=2026-03-09 --note='Nog iets' 2026-0001.rec 2>/dev/null
by bas git commit -qam "nog iets"
runs 1 "a malformed version is a conflict" by bas git pull -q --no-edit
like "$(cat err)" '^fasen-check: 2026-0001.rec:[0-9]*: error: Op: ' "with its line"
is "$(grep -c '^Tekst: Nog iets' bas/2026-0001.rec) $(grep -c '^Op: 2026-03-32' bas/2026-0001.rec) $(marks bas/2026-0001.rec)" "1 3 6" "both are kept"
by bas git merge --abort

# Two lines that met before, in two ways: git then joins their ancestors first, and those disagree.
git init -q kruis
cd kruis || exit 1
git config user.name t
git config user.email t@voorbeeld.example
sh -e ../configure
echo '*.rec merge=fasen' >.gitattributes
fasen-intake --id=x --today=2026-03-02 --naam=N --hulpvraag=H --vraag=wonen --vraag=werk >x.rec
fasen-plan -i --today=2026-03-02 --note='wooning' x.rec
git add -A && git commit -qm begin
git checkout -q -b een && sed -i 's/wooning/woning/' x.rec && git commit -qam een
git checkout -q -b twee main && sed -i 's/wooning/huis/' x.rec && git commit -qam twee
git checkout -q -b links een
git merge -q twee >/dev/null 2>&1
git checkout -q --ours x.rec && git commit -qam "de ene"
git checkout -q -b rechts twee
git merge -q een >/dev/null 2>&1
git checkout -q --ours x.rec && git commit -qam "de andere"
fasen-plan -i --today=2026-03-03 --note='rechts' x.rec
git commit -qam rechts
git checkout -q links
runs 1 "a disagreement that was settled in two ways" git merge -q --no-edit rechts
is "$(grep -c '^Tekst: woning' x.rec) $(grep -c '^Tekst: huis' x.rec) $(grep -c '^Tekst: rechts' x.rec)" "1 1 1" "loses nothing"
runs 2 "and can be seen" fasen-check x.rec
cd .. || exit 1

# Where fasen-check cannot do its work git stops, and does not go on with one of the two.
receives anna
receives bas
receives cem
by anna fasen-plan -i --today=2026-03-11 --note=anna 2026-0002.rec
sends anna "anna"
by cem fasen-plan -i --today=2026-03-11 --note=cem 2026-0002.rec
by cem git commit -qam "cem"
mkdir bin
for tool in git sh rm test; do ln -s "$(command -v $tool)" bin/$tool; done
before=$(by cem git rev-parse HEAD)
runs 2 "fasen-check is not found" by cem env PATH="$PWD/bin" git pull -q --no-edit
is "$(by cem git rev-parse HEAD) $(by cem git status --porcelain)" "$before " "nothing has changed"
runs 2 "a model that is not there" by cem env FASEN_MODEL=nergens git pull -q --no-edit
is "$(by cem git rev-parse HEAD) $(by cem git status --porcelain)" "$before " "likewise"
ok "then it does" by cem git pull -q --no-edit
is "$(grep -c '^Tekst: anna\|^Tekst: cem' cem/2026-0002.rec)" 2 "and both are there"

# Three again, each on a day of its own: no day tells who knew of whom. Nothing is lost, nothing doubled, and each
# conflict is in the file until somebody decides.
git init -q --bare huis.git
for who in an be co; do
	git clone -q huis.git $who 2>/dev/null
	chmod 700 $who
	(
		cd $who || exit 1
		git config user.name $who
		git config user.email $who@voorbeeld.example
		git config pull.rebase false
		sh -e ../configure
	)
done
echo '*.rec merge=fasen' >an/.gitattributes
by an fasen-intake -d . --id=n --today=2026-03-02 --naam='Noor Voorbeeld' --hulpvraag=H --vraag=wonen --vraag=werk >/dev/null
by an fasen-plan -i --today=2026-03-02 --goal='Een huis' --streefdatum=2026-09-01 --leefgebied=wonen n.rec
by an fasen-plan -i --today=2026-03-02 --goal='Werk' --streefdatum=2026-09-01 --leefgebied=werk n.rec
by an fasen-plan -i --today=2026-03-03 --status=bezig --doel=d1 n.rec
sends an "Noor"
receives be
receives co
# conflicting FIELD DESC: an has sent, be has not; the two meet in a conflict on that field, which be settles for an
conflicting() {
	cp be/n.rec mine
	be=$(grep -c ^Record be/n.rec)
	runs 1 "$2 is a conflict for git" by be git pull -q --no-edit
	like "$(cat err)" "^fasen-check: n.rec:[0-9]*: error: $1: " "$2: the field is named"
	sed '/^=======/,/^>>>>>>>/d; /^<<<<<<</d' be/n.rec >ours
	sed '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' be/n.rec >theirs
	same ours mine "$2: one side is the one version"
	same theirs an/n.rec "$2: the other side the other"
	runs 2 "$2: fasen-check says so" by be fasen-check --today=2026-04-01 .
	by be git commit -qam "haast"
	runs 2 "$2: also after a hasty commit" by be fasen-check --today=2026-04-01 .
	cp theirs be/n.rec
	sends be "opgelost"
	receives an
	receives co
}
by an fasen-plan -i --today=2026-03-04 --amend=d1 --streefdatum=2026-10-01 n.rec
by be fasen-plan -i --today=2026-03-05 --amend=d1 --streefdatum=2026-12-01 n.rec
sends an "later"
by be git commit -qam "veel later"
conflicting Streefdatum "a goal amended on two days"
by an fasen-plan -i --today=2026-03-06 --status=gestopt --doel=d1 n.rec
by be fasen-plan -i --today=2026-03-05 --status=open --doel=d1 n.rec
sends an "gestopt"
by be git commit -qam "open"
conflicting Stand "a status of two days"
by an fasen-advance -i --today=2026-03-06 --to=intake n.rec
by be fasen-advance -i --today=2026-03-05 --to=analyse --override --reden=spoed n.rec
sends an "intake"
by be git commit -qam "analyse"
conflicting Fase "a client moved on two days"
by an sed -i '/^Hulpvraag/d' n.rec
by be fasen-plan -i --today=2026-03-07 --note='Gebeld' n.rec
sends an "geen hulpvraag"
by be git commit -qam "gebeld"
conflicting Hulpvraag "what one took out by hand"
sed -i '1,/^$/s/^Aangemeld/Hulpvraag: H\n&/' an/n.rec
sends an "hersteld"
receives be
receives co
# One takes back what another amends: the amendment holds, what was taken back does not, in all three.
by an fasen-plan -i --today=2026-03-09 --amend=d2 --streefdatum=2026-11-01 n.rec
sends an "d2 later"
receives be
receives co
by an fasen-retract -i --last --reden='niet afgesproken' --today=2026-03-10 n.rec
sends an "toch niet"
by be fasen-plan -i --today=2026-03-11 --amend=d2 --termijn=kort n.rec
by be git commit -qam "d2 kort"
ok "one takes back an amendment, another amends too" receives be
by be git push -q
by co fasen-plan -i --today=2026-03-12 --note=Ook --doel=d2 n.rec
by co git commit -qam "ook"
ok "a third writes a note" receives co
by co git push -q
receives an
receives be
same an/n.rec be/n.rec "all have the same"
same an/n.rec co/n.rec "all three"
is "$(fasen-plan -T tsv --today=2026-03-13 an/n.rec | awk -F'\t' '$2 == "doel" && $3 == "d2" { print $7, $10 }')" "kort 2026-09-01" "the goal is as it was, and short"
is "$(grep -c '^Streefdatum: 2026-11-01' an/n.rec) $(grep -c '^Record: intrekking' an/n.rec) $(grep -c '^Termijn: kort' an/n.rec) $(grep -c '^Tekst: Ook' an/n.rec)" \
	"1 1 1 1" "nothing is lost, nothing doubled"
runs 0 "and it is sound" by an fasen-check --today=2026-04-01 .
# The goal itself is taken back, while another amends it.
for what in '$5 == "notitie" && $9 == "Ook"' '$2 == "2026-03-11"' '$6 == "d2" && $9 == "Werk"'; do
	handle=$(fasen-show -T tsv --handles --today=2026-04-01 an/n.rec | awk -F'\t' "$what { print \$NF }")
	by an fasen-retract -i "$handle" --reden=dubbel --today=2026-03-13 n.rec
done
is "$(grep -c '^Record: intrekking' an/n.rec)" 4 "a goal is taken back with what hangs on it"
by be fasen-plan -i --today=2026-03-14 --status=behaald --doel=d2 n.rec
sends an "d2 bestaat niet"
by be git commit -qam "d2 behaald"
conflicting Doel "a goal that one takes back and another attains"

# Git's own way to join lines makes one agreement of two, which the page warns of.
like "$(cat "$TOP/man/fasen-check.1")" '^\.Ql merge=union' "the page speaks of merge=union"
git init -q union
cp 'cem/team noord/2026-0003.rec' union/x.rec
cd union || exit 1
git config user.name t
git config user.email t@voorbeeld.example
echo '*.rec merge=union' >.gitattributes
git add -A && git commit -qm begin
git checkout -q -b thuis
fasen-intake -i --today=2026-03-06 --agree=intake --wie=client x.rec
git commit -qam thuis
git checkout -q main
fasen-intake -i --today=2026-03-06 --refuse=intake --wie=netwerk x.rec
git commit -qam kantoor
git merge -q --no-edit thuis >/dev/null 2>&1
is "$(grep -c '^Record: akkoord' x.rec) $(grep -c '^Wie: ' x.rec)" "1 2" "for good reason"
done_testing
