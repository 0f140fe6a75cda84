#!/bin/sh
# SPDX-License-Identifier: ISC
# The recipes of fasen-recipes(7) for what happens now and then, each as it stands there.
. "$(dirname "$0")/lib.sh"
needs recsel

sed -n '/^\.Sh NOW AND THEN/,/^\.Sh FROM CRON/p' "$TOP/man/fasen-recipes.7" >section
# recipe N: the commands of the N-th literal block
recipe() {
	awk -v n="$1" '/^\.Bd -literal/ { on = ++i == n; next } /^\.Ed/ { on = 0 } on' section | sed 's/^\$ //; s/\\e/\\/g' >recipe.sh
	# a line that goes on behind a pipe needs no sign
	cat recipe.sh
}
clean() {
	runs 0 "$1" fasen-check --today=2026-12-01 dossiers
	is "$(cat out err)" "" "without a word"
}

mkdir -m 700 dossiers
for n in 1 2 3 4 5 6 7; do
	fasen-intake -d dossiers --naam="Client $n" --hulpvraag=Help --vraag=wonen --vraag=werk --begeleider=$([ $n -lt 4 ] && echo anna || echo carla) --team=noord --today=2026-01-0$n >/dev/null
done

# Sharing
recipe 1 >run.sh
runs 1 "without a yes" sh run.sh
is "$(cat out)" "" "there is no copy"
fasen-plan -i --agree=delen --wie=client --met=gemeente dossiers/2026-0001.rec
runs 0 "with one" sh run.sh
like "$(cat out)" 'Client 1' "there is"

# Another worker and team
recipe 2 >run.sh
runs 0 "Anna's clients go to Bert, and to team zuid" sh run.sh
is "$(fasen-select --count begeleider=bert team=zuid dossiers)" 3 "all three"
is "$(fasen-select --count begeleider=carla team=noord dossiers)" 4 "and nobody else's"
clean "the dossiers are clean"

# Another id
fasen-retract -i --last --reden=x dossiers/2026-0007.rec
cp dossiers/2026-0007.rec plain
recipe 3 >run.sh
runs 0 "another id" sh run.sh
is "$(ls dossiers | tail -1)" x-7.rec "names the file"
is "$(recsel -e "Record = 'client'" -P Vervangt dossiers/x-7.rec)" 2026-0007 "and keeps the old one"
clean "the dossiers are clean, retraction and all"
is "$(fasen-intake -d dossiers --naam=Nieuw --hulpvraag=Help --vraag=wonen --vraag=werk)" dossiers/2026-0008.rec "the old one is not given again"

# Once more, and in files that an editor left otherwise
sed 's/x-7/y-7/g; s/2026-0007/x-7/g' run.sh >again.sh
runs 0 "another id once more" sh again.sh
is "$(cat err)" "" "says nothing"
is "$(recsel -e "Record = 'client'" -P Vervangt dossiers/y-7.rec | xargs)" "2026-0007 x-7 2026-0007" "and keeps both"
runs 1 "the first" fasen-intake -d dossiers --id=2026-0007 --naam=Nieuw --hulpvraag=Help --vraag=wonen --vraag=werk
like "$(cat err)" 'known already as y-7' "is not given again by hand either"
sed 's/2026-0007/Y/g; s/x-7/2026-0007/g; s/Y/y-7/g' run.sh >back.sh
cp dossiers/y-7.rec .
runs 0 "and the first again" sh back.sh
is "$(cat err)" "" "says nothing"
is "$(recsel -e "Record = 'client' && Vervangt = 'y-7'" -P Vervangt dossiers/2026-0007.rec | sort | xargs)" "x-7 y-7" "and does not keep its own"
clean "the dossiers are clean"
rm dossiers/2026-0007.rec
sed 's/^Client: .*/Client: 2026-0007 /' plain >dossiers/2026-0007.rec
runs 0 "blanks behind the id" sh run.sh
is "$(sed -n 2p dossiers/x-7.rec)" "Client: x-7 " "stay"
rm dossiers/x-7.rec
sed "s/^Client: .*/Client: 2026-0007/; s/\$/$(printf '\r')/" plain >dossiers/2026-0007.rec
runs 0 "line ends of another system" sh run.sh
is "$(tr -d '\r' <dossiers/x-7.rec | grep ^Vervangt)" "Vervangt: 2026-0007" "keep the old one"
rm dossiers/x-7.rec
sed 's/^Client: .*/Client: 7/' plain >dossiers/2026-0007.rec
runs 1 "an id that the file does not have" sh run.sh
like "$(cat err)" 'no dossier of client x-7' "is said"
is "$(ls dossiers | grep 7)" x-7.rec "and nothing removed"
rm dossiers/x-7.rec
cp dossiers/2026-0006.rec dossiers/x-7.rec
sed 's/^Client: .*/Client: 2026-0007/' plain >dossiers/2026-0007.rec
sh run.sh >/dev/null 2>&1
same dossiers/x-7.rec dossiers/2026-0006.rec "another one of that name stays as it is"
ok "and so does the one that was to get it" grep -q '^Client: 2026-0007' dossiers/2026-0007.rec
rm dossiers/x-7.rec dossiers/2026-0007.rec
mv y-7.rec dossiers

# Taking back the last
runs 0 "the last record" fasen-retract -i --last --reden='verkeerde cliënt' dossiers/2026-0002.rec
clean "the dossiers are clean"

# Destroying
cp dossiers/2026-0001.rec dossiers/2026-0007.rec
sed -i 's/^Client: .*/Client: 2026-0007/' dossiers/2026-0007.rec
recipe 4 >run.sh
runs 0 "destroying a dossier" sh run.sh
ok "the workbook of the year is kept" test -s jaar-2026.xlsx
ok "the dossier is not" test ! -e dossiers/2026-0007.rec
done_testing
