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
	# The recipe, as it stands there
	awk '/^\.Bd -literal -offset/ { lit = 1; next } /^\.Ed/ { lit = 0 } lit' section | sed 's/\\e/\\/g; s/^\$ //' >recipe.sh
	sed -i 's/^fasen-report/fasen-report --today=2026-11-01/; s/period=2026 /period=2025 /' recipe.sh
	runs 0 "the recipe" sh recipe.sh
	fasen-report -T tsv -v uitstroom --period=2025 --today=2026-11-01 dossiers |
		awk -F'\t' '$1 == "uitstroom.reden" && $4 == "ja" { print $3 "\t" $5 }' >want
	like "$(cat want)" "^eenzijdig-client	[1-9]" "there is drop-out"
	is "$(cat out)" "$(cat want)" "gives the figures of the report"
	rm -f ./*.db ./*.tsv
done
done_testing
