#!/bin/sh
# SPDX-License-Identifier: ISC
# samples/migratie: a running organisation of 400 clients comes over from three CSV files, and the report reads it at once.
. "$(dirname "$0")/lib.sh"

cd "$TOP/samples/migratie" || exit 1
dossiers=$OWN/test/dossiers
mkdir "$dossiers"
intake() {
	fasen-intake --csv -d "$dossiers" --update --encoding=CP1252 --date-format=dmy --today=2026-11-01 --map-file="$1.map" "$1.csv" \
		>"$OWN/test/out" 2>"$OWN/test/err"
}
picture() { find "$dossiers" -type f -printf '%P %i %T@\n' -exec md5sum {} + | sort; }

for file in clienten fasen metingen; do
	ok "$file: every row is taken" intake $file
	like "$(cat "$OWN/test/err")" ', 0 rejected$' "$file: none is rejected"
	is "$(grep -c ': error\|column' "$OWN/test/err")" 0 "$file: no column is left out"
done
is "$(find "$dossiers" -name '*.rec' | wc -l)" 400 "400 dossiers"
picture >"$OWN/test/before"
for file in clienten fasen metingen; do
	ok "$file again: exit 0" intake $file
	like "$(cat "$OWN/test/err")" ' 0 registered, 0 updated' "$file again: nothing new"
done
picture >"$OWN/test/after"
same "$OWN/test/before" "$OWN/test/after" "no byte changes"

cd "$OWN/test" || exit 1
runs 0 "fasen-check finds nothing wrong" fasen-check --today=2026-11-01 dossiers
is "$(cat out err)" "" "and has nothing to say"
is "$(fasen-select --count fase=uitvoering --today=2026-11-01 dossiers)" \
	"$(fasen-select -l fase=uitvoering --today=2026-11-01 dossiers | wc -l)" "clients can be selected by phase"
is "$(cat dossiers/*.rec | grep '^Fase: ' | sort -u | wc -l)" 8 "all phases occur"
for kind in intake leefgebied kracht doel werkpunt stand akkoord evaluatie uitstroom; do
	ok "records of $kind came over" sh -c "cat dossiers/*.rec | grep -q '^Record: $kind'"
done
runs 0 "the report reads them" fasen-report --today=2026-11-01 -v doorstroom -v samenvatting -T tsv dossiers
ok "with as many clients as registered" sh -c 'fasen-report --today=2026-11-01 -v samenvatting -T tsv dossiers | grep -q "	400"'
done_testing
