#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-tutorial(7): the first day as it stands there, in one shell; and with how many keys ten acts of a day are done, before
# a directory could be set and now.
. "$(dirname "$0")/lib.sh"
needs python3

page=$TOP/man/fasen-tutorial.7
mkdir bin
printf '#!/bin/sh\nexec cat "$@"\n' >bin/less
chmod 700 bin/less
PATH="$PWD/bin:$PATH"

n=$(python3 "$TOP/tests/typed.py" "$page")
ok "many commands" test "$n" -gt 20
sh typed/script
i=0
while [ $i -lt "$n" ]; do
	i=$((i + 1))
	case $(cat typed/$i) in
	'fasen-advance --check'*) want=1 ;;
	*) want=0 ;;
	esac
	is "$(cat typed/$i.status) $(grep -v ': warning: ' typed/$i.err)" "$want " "$(head -n 1 typed/$i)"
	case $(cat typed/$i) in
	*--agree* | *--ask* | *fasen-show* | *fasen-report* | *'--check'* | *--goal*) ;;
	*) is "$(cat typed/$i.err)" "" "without a word" ;;
	esac
	[ ! -e typed/$i.shown ] || same typed/$i.out typed/$i.shown "prints what the page shows"
done
is "$(grep -h '^Fase' dossiers/c1.rec | xargs)" "Fase: aanmelding Fase: intake Fase: opstart Fase: analyse" "afterwards she is in the fourth phase"
is "$(grep -c '^Record' dossiers/c1.rec)" 17 "with all that happened"
ok "the papers are made" test -s samira.html -a -s plan.html
fasen-check dossiers >found
is "$(cat found)" "" "and the dossier is sound"

# Ten acts of a day: what each was with the file named, then as the page has it.
cat >before <<'END'
fasen-plan -i --note='Thee gedronken.' dossiers/2026-0001.rec
fasen-plan --form=notitie dossiers/2026-0001.rec > f; vi f; fasen-plan -i --fill=f dossiers/2026-0001.rec; rm f
fasen-plan -i --status=bezig --doel=d1 dossiers/2026-0001.rec
fasen-plan -i --goal='Ik woon op mezelf' --leefgebied=wonen dossiers/2026-0001.rec
fasen-plan -i --action='Bellen' --doel=d1 --wie=client dossiers/2026-0001.rec
fasen-domains -i --scores=wonen=3 dossiers/2026-0001.rec
fasen-show dossiers/2026-0001.rec
fasen-advance -i dossiers/2026-0001.rec
fasen-select begeleider=anna 'evaluatie.volgende<today+14' dossiers | fasen-show -v lijst
fasen-select -l -0 team=noord dossiers | fasen-show -T tsv --files0-from=- | awk '$2 >= "2026-10-19"'
END
# keys: with how many keys a line is typed, Enter included, the words between quotes not
keys() {
	printf %s "$1" | sed "s/'[^']*'/''/g" | wc -m | awk '{ print $1 + 1 }'
}
awk '/^\.Sh TEN ACTS/ { on = 1 } /^\.Ed/ { on = 0 } on && /^ ?[0-9]+  / { sub(/^ /, ""); print }' "$page" >acts
is "$(wc -l <acts)" 10 "ten acts"
: >rows
while read -r count act <&3 && IFS= read -r old <&4; do
	is "$count" "$(keys "$act")" "$act: $(keys "$old") keys before, $count now"
	echo "$count $(keys "$old")" >>rows
done 3<acts 4<before
is "$(awk '$1 >= $2' rows)" "" "each takes fewer than before"

# And each does what it says.
mkdir -m 700 day && cd day && mkdir -m 700 dossiers || exit 1
cp "$TOP/samples/dossiers/2025-0031.rec" dossiers/2026-0001.rec
sed -i 's/^Client: .*/Client: 2026-0001/' dossiers/2026-0001.rec
cp "$TOP"/samples/dossiers/2024-0007.rec "$TOP"/samples/dossiers/2025-0070.rec dossiers
chmod 600 dossiers/*
export FASEN_DIR="$PWD/dossiers"
grep -v ' note ' ../acts | sed 's/^[0-9]*  *//; s/^\(fasen-[a-z]*\)/\1 --today=2026-11-01/' >run
while IFS= read -r act; do
	sh -c "$act" >out 2>err </dev/null
	status=$?
	case $act in
	fasen-advance*) is "$status" 1 "$act" ;;
	*) is "$status" 0 "$act" ;;
	esac
done <run
is "$(tail -n 26 dossiers/2026-0001.rec | sed -n 's/^Record: //p' | xargs)" "doel werkpunt leefgebied" "three of them recorded"
done_testing
