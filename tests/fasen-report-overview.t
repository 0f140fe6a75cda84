#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-report -v overzicht: one page for management, its figures those of other reports.
. "$(dirname "$0")/lib.sh"
needs xmllint python3 pdfinfo pdftotext

dossiers=$TOP/samples/dossiers
report="fasen-report --today=2026-11-01 -v overzicht"
mkdir many && python3 "$TOP/tests/histories.py" 7 120 "$TOP/samples/model.rec" 10 many

# Each quarter is the report of that quarter.
runs 0 "a year" $report -T tsv --period=2026 "$dossiers"
grep '^overzicht	' out | cut -f 3,8- | sed 's/	[jn][ae]*$//' >course
is "$(grep -c . course)" 10 "ten figures"
is "$(cut -f 7 out | sed -n 2p)" 2026-Q3 "up to the last quarter that is over"
i=2
for quarter in 2024-Q4 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3; do
	fasen-report --today=2026-11-01 -T tsv -v samenvatting --period=$quarter "$dossiers" >summary
	cut -f 1,$i course | while IFS='	' read -r figure value; do
		awk -F'\t' -v f="$figure" -v v="$value" '$3 == f && $4 == v' summary
	done >same
	is "$(grep -c . same)" 10 "$quarter is that quarter"
	i=$((i + 1))
done
$report -T tsv --period=2026 "$dossiers" >whole
for signal in $(fasen-report --today=2026-11-01 -T tsv -v signalen "$dossiers" | awk -F'\t' 'NR > 1 && $7 != "" && $8 > 0 { print $5 }' | sort -u); do
	n=$(fasen-report --today=2026-11-01 -T tsv -v signalen "$dossiers" | awk -F'\t' -v s="$signal" '$5 == s && $8 > 0 { print $4 }' | sort -u | grep -c .)
	like "$(cat whole)" "^overzicht.te_laat	2026	$signal	$n	[1-9]" "$n clients with $signal"
done
$report --partial --period=2026 "$dossiers" >part
runs 0 "of a part" fasen-report --merge -T tsv -v overzicht part
same out whole "it is the same"
fasen-report --today=2026-11-01 --partial --period=2026 "$dossiers" >part
runs 2 "of a part without its quarters" fasen-report --merge -v overzicht part
like "$(cat err)" "expected parts made with -v overzicht" "it is said"
runs 2 "with --min-cell" $report --min-cell=5 --period=2025 "$dossiers"
like "$(cat err)" "overzicht has quarters beside the period" "it is refused"
unlike "$(fasen-report --today=2026-11-01 -T tsv "$dossiers")" "^overzicht" "it is not there unless it is asked for"
runs 0 "in the first days that there are" fasen-report -v overzicht -T tsv --today=1900-02-01 "$dossiers"

# Text
runs 0 "as text" $report --period=2026 "$dossiers"
like "$(cat out)" '^Instroom +11 +8 +3 +2 ▅▆▃▅▆▅▆█ 4$' "a line of blocks, with its first and last number"

# A page, of which each part is printed on one A4
page() {
	ok "$1: well-formed" xmllint --noout --nonet "$2"
	if command -v chromium >/dev/null && chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
		--user-data-dir="$OWN/chromium" --print-to-pdf=printed.pdf "file://$PWD/$2" >chromium.log 2>&1; then
		is "$(pdfinfo printed.pdf | sed -n 's/^Pages: *//p; s/^Page size: .*\((A4)\)/\1/p' | tr '\n' ' ')" "$3 (A4) " "$1: $3 pages of A4"
		is "$(pdftotext -layout printed.pdf - | grep -c " [0-9][0-9]* */ *$3\$")" "$3" "$1: with their numbers"
	else
		skip "$1: on paper" "no chromium that prints"
	fi
}
runs 0 "as html" $report -T html --period=2026 "$dossiers"
mv out page.html
page "the samples" page.html 1
python3 - page.html whole >shown <<'END'
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
lines = re.findall(r'<svg class="line"[^>]*><title>([^<]*)</title>', page)
rows = [l.split("\t") for l in open(sys.argv[2], encoding="utf-8").read().split("\n") if l.startswith("overzicht\t")]
good = 0
for shown, row in zip(lines, rows):
    values = [re.sub(r"^.* ", "", v).replace(",", ".").replace("–", "") for v in shown.split(": ", 1)[1].split(", ")]
    good += values == row[7:15]
print(good, len(rows))
END
is "$(cat shown)" "10 10" "each line says its values"
runs 2 "of histories, some malformed, by team" $report -T html --period=2026 --group=team --lang=en many
n=$(grep -o '<section class="sheet">' out | grep -c .)
ok "has a part for each" test "$n" -gt 2
mv out page.html
page "by team" page.html "$n"
runs 0 "with another view" $report -v doorstroom -T html "$dossiers"
ok "well-formed" xmllint --noout --nonet out

# Drawn
if command -v fasen-pdf >/dev/null; then
	runs 0 "as pdf" $report -o page.pdf --period=2026 "$dossiers"
	is "$(pdfinfo page.pdf | sed -n 's/^Pages: *//p')" 1 "is one page"
	like "$(pdftotext -layout page.pdf -)" "Te laat" "says what is late"
	like "$(pdftotext page.pdf - | tr '\n\240' '  ' | sed 's/\xc2//g')" "Het verschil is met 1.*januari.*2025 t/m 1.*november.*2025" "names the days of the period before in words"
	runs 2 "of histories" $report -T pdf --period=2026 many
	is "$(pdfinfo out | sed -n 's/^Pages: *//p')" 1 "is one page too"
	printf old >page.pdf
	runs 2 "of what is not there" $report -o page.pdf missing
	is "$(cat page.pdf)" old "the old file is left"
else
	skip "as pdf" "no fasen-pdf"
fi
runs 2 "another view as pdf" fasen-report -v doorstroom -T pdf "$dossiers"
like "$(cat err)" "expected -v overzicht" "is refused"
done_testing
