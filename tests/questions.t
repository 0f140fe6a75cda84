#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report(1), QUESTIONS: each is answered by its command; the recipe for sqlite3 gives the figures of the report.
. "$(dirname "$0")/lib.sh"
needs sqlite3

cp -r "$TOP/samples/dossiers" dossiers
for page in fasen-report.1 nl/fasen-report.1; do
	awk '/^\.Sh (QUESTIONS|VRAGEN)$/ { on = 1; next } /^\.Sh / { on = 0 } on' "$TOP/man/$page" >section
	sed -n 's/\\-/-/g; s/^\.Ql \(fasen-report -v .*\)/\1/p' section >asked
	is "$(wc -l <asked)" 20 "$page: twenty questions"
	while IFS= read -r command; do
		sh -c "$command --today=2026-11-01" >out 2>err
		is "$? $(cat err)" "$(case $command in *signalen*) echo 1;; *) echo 0;; esac) " "$command"
		ok "says something" test "$(wc -l <out)" -gt 2
	done <asked
	language=en
	[ "$page" = fasen-report.1 ] || language=nl
	runs 0 "$page: its outputs" python3 "$TOP/tests/questions.py" "$TOP/man/$page" $language
	same out "$TOP/man/$page" "are those of the commands (make questions)"
	is "$(grep -c '^\.Bd -literal -compact$' section)" 20 "each has one"
	# The recipe, as it stands there; a value that begins with a quote is one too.
	sed 's/^Verwijzer: verloskundige$/Verwijzer: "De Brug" te Soest/' dossiers/2026-0003.rec >quote && mv quote dossiers/2026-0003.rec
	awk '/^\.Bd -literal -offset/ { lit = 1; next } /^\.Ed/ { lit = 0 } lit' section | sed 's/\\e/\\/g; s/^\$ //' >recipe.sh
	sed -i 's/fasen-report/fasen-report --today=2026-11-01/' recipe.sh
	runs 0 "the recipe" sh recipe.sh
	report() {
		fasen-report -T tsv -v doorstroom -v uitstroom --period=2026 --today=2026-11-01 dossiers | awk -F'\t' "$@"
	}
	{
		report '$1 == "uitstroom.reden" && $4 == "ja" { print $3 "\t" $5 }'
		report '$1 == "doorstroom.fase" && $6 > 0 { print $3 "\t" $6 }' | LC_ALL=C sort
		report '$1 == "doorstroom" && $2 != "periode" { print $4 }'
	} | tr '\t' '|' >want
	is "$(grep -c '|[1-9]' want)" 8 "there are phases with clients"
	is "$(cat out)" "$(cat want)" "gives the figures of the report"
	is "$(sqlite3 figures.db "SELECT waarde FROM kenmerken WHERE waarde LIKE '%Brug%'")" '"De Brug" te Soest' "a quote is a quote"
	is "$(sqlite3 figures.db .tables | wc -w)" "$(ls tables | wc -l)" "there is a table for each"
	rm -rf tables; cp "$TOP/samples/dossiers/2026-0003.rec" dossiers
	rm -f ./*.db ./*.tsv
done
done_testing
