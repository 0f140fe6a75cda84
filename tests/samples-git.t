#!/bin/sh
# SPDX-License-Identifier: ISC
# samples/git: a directory of dossiers under git, shown as a story, checked before a commit, joined.
. "$(dirname "$0")/lib.sh"
needs git

git config --global init.defaultBranch main
git config --global user.name anna
git config --global user.email anna@voorbeeld.example
git=$TOP/samples/git
mkdir -m 700 dossiers
runs 0 "setup" sh "$git/setup" dossiers
is "$(cat out err)" "" "is silent"
runs 0 "once more" sh "$git/setup" dossiers
fasen-intake -d dossiers --today=2026-03-02 --naam='Samira Voorbeeld' --hulpvraag='Een plek.' --vraag=wonen --vraag=werk >/dev/null
printf '%s\n' out err story >>dossiers/.git/info/exclude
cd dossiers || exit 1
ok "a commit" git add -A
runs 0 "of a sound dossier" git commit -qm "Samira"
is "$(git ls-files | xargs)" ".gitattributes .gitignore 2026-0001.rec" "the dossiers and what goes with them"
is "$(git -C . config core.sharedRepository) $(find .git -perm /077 -name 'index')" "0600 " "closed to others"

# The story
fasen-plan -i --today=2026-03-03 --note='Thee gedronken.' 2026-0001.rec
fasen-plan -i --today=2026-03-03 --goal='Ik woon op mezelf' --streefdatum=2026-09-01 --leefgebied=wonen 2026-0001.rec
git commit -qam "Gesprek"
git log -p -1 --format=%s 2026-0001.rec >story
is "$(grep '^[-+][^-+]' story)" "+2026-03-03  Notitie  Thee gedronken.  tester
+2026-03-03  Doel  d1, Wonen: Ik woon op mezelf  tester
+  Streefdatum: 1 september 2026" "git log -p tells what was added"
fasen-plan -i --today=2026-09-30 --note='Een lange tekst over wat zij vertelde, van haar moeder in Assen, de week op de bank bij een vriendin, en de rust die zij zoekt.' 2026-0001.rec
is "$(git diff 2026-0001.rec | grep -c '^[-+][^-+]')" 1 "a long text and a longer day change no other line"
git checkout -q 2026-0001.rec
like "$(git show --no-textconv)" "^\+Record: doel" "--no-textconv shows the file"
sed -i 's/Thee gedronken/Thee met melk gedronken/' 2026-0001.rec
like "$(git diff --word-diff)" "Thee \{\+met melk\+\} gedronken\." "a correction is a word"
git checkout -q 2026-0001.rec

# Before a commit
sed -i 's/^Leefgebied: wonen/Leefgebied: wonnen/' 2026-0001.rec
runs 1 "an error" git commit -qam "wonnen"
like "$(cat err)" '^2026-0001.rec:[0-9]+: error: Leefgebied' "stops the commit, and is named"
is "$(git log --format=%s | sed 1q)" "Gesprek" "nothing is committed"
is "$(find .git -name 'check.*')" "" "nothing is left"
git checkout -q -f HEAD .
sed -i 's/^Tekst: Thee.*/Tekst: Thee en koek./' 2026-0001.rec
git add 2026-0001.rec
sed -i 's/^Leefgebied: wonen/Leefgebied: wonnen/' 2026-0001.rec
runs 0 "what is staged is looked at, not what is not" git commit -qm "koek"
git checkout -q -f HEAD .
fasen-plan -i --today=2026-03-04 --note='Thee en koek.' 2026-0001.rec
fasen-plan -i --today=2026-03-04 --note='Thee en koek.' 2026-0001.rec 2>/dev/null
runs 0 "a warning" git commit -qam "tweemaal"
like "$(cat err)" "warning:" "is said"
mkdir onder
cp 2026-0001.rec "onder/met blank.rec"
sed -i 's/^Client: .*/Client: 2026-0009/; s/^Aangemeld: .*/Aangemeld: gisteren/' "onder/met blank.rec"
git add -A
runs 1 "in a folder, with a blank in its name" git commit -qm x
like "$(cat err)" '^onder/met blank.rec:[0-9]+: error: Aangemeld' "too"
git rm -q -f --cached "onder/met blank.rec"
rm -r onder
git rm -q 2026-0001.rec
runs 0 "a dossier that goes" git commit -qm "vernietigd"
cd ..

# Where the scripts are, whatever it is called
odd='fa'\''s$(id)`id` "\\n%s;&*'
mkdir -m 700 "$odd" elders
cp "$git"/* "$odd"
runs 0 "setup in a directory of an odd name" sh "$odd/setup" elders
fasen-intake -d elders --today=2026-03-02 --naam='Samira Voorbeeld' --hulpvraag='Een plek.' --vraag=wonen --vraag=werk >/dev/null
git -C elders add -A
runs 0 "a commit there" git -C elders commit -qm begin
is "$(cat err)" "" "goes through the check"
fasen-plan -i --today=2026-03-03 --note='Thee gedronken.' elders/2026-0001.rec
is "$(git -C elders diff | grep '^[-+][^-+]')" "+2026-03-03  Notitie  Thee gedronken.  tester" "and is shown"
sed -i 's/^Vraag: wonen/Vraag: wonnen/' elders/2026-0001.rec
runs 1 "an error there" git -C elders commit -qam fout
like "$(cat err)" '^2026-0001.rec:[0-9]+: error: Vraag' "is named"
runs 0 "setup from where they are now" sh "$git/setup" elders
is "$(sed -n 2p elders/.git/hooks/pre-commit)" "exec sh '$git/pre-commit'" "tells git so"
echo 'exit 0 # own' >elders/.git/hooks/pre-commit
sh "$odd/setup" elders
is "$(cat elders/.git/hooks/pre-commit)" 'exit 0 # own' "a hook of one's own stays"
mkdir "two
lines"
cp "$git"/* "two
lines"
runs 2 "a directory whose name has two lines" sh "two
lines/setup" elders
like "$(cat err)" "holds a line end" "is refused"
cd "$odd" || exit 1
runs 0 "setup beside the caller, with CDPATH set" env CDPATH=/ sh setup ../elders
cd ..

# Two clones
git -C dossiers revert --no-edit HEAD >/dev/null
git clone -q dossiers thuis 2>/dev/null
sh "$git/setup" thuis
fasen-plan -i --today=2026-03-05 --note='Op kantoor.' dossiers/2026-0001.rec
fasen-plan -i --today=2026-03-05 --note='Thuis.' thuis/2026-0001.rec
git -C dossiers commit -qam kantoor
git -C thuis commit -qam thuis
runs 0 "versions that grew apart" git -C thuis pull -q --no-rebase --no-edit
is "$(grep -cE '^Tekst: (Op kantoor|Thuis)\.$' thuis/2026-0001.rec)" 2 "are joined"

# A group
(umask 022 && git clone -q dossiers open)
sh "$git/setup" open
is "$(find open -path open/.git -prune -o \( -path open -o -name '*.rec' \) -perm /077 -print)" "" "a clone is closed, whatever umask it was made with"
ok "which has dossiers" test -e open/2026-0001.rec
mkdir -m 2770 groep
sh "$git/setup" groep
is "$(git -C groep config core.sharedRepository) $(ls -ld groep/.git | cut -c 1-10)" "0660 drwxrws---" "a directory that a group shares has a repository that it shares"
done_testing
