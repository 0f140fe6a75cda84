#!/bin/sh
# SPDX-License-Identifier: ISC
# The report as a page: well-formed, self-contained, and with the values of the tsv.
. "$(dirname "$0")/lib.sh"
needs xmllint python3

report="fasen-report --today=2026-11-01"
cp "$TOP"/samples/dossiers/*.rec .
page() {
	runs "$1" "$2" $report -T html $3
	mv out page.html
	ok "it is well-formed" xmllint --noout --nonet page.html
	is "$(grep -ciE '<script|<link|<img|http-equiv|url\(|src=' page.html)" 0 "it asks for nothing from elsewhere"
	$report -T tsv -v samenvatting -v doorstroom -v wachten -v doorlooptijd -v caseload -v leefgebieden -v doelen -v uitstroom \
		-v uitgangspunten -v evaluaties -v krachten -v indicaties -v kenmerken -v kwaliteit -v signalen -v clienten $3 >tsv 2>/dev/null
	runs 0 "its tables have the values of the tsv" python3 "$TOP/tests/page_values.py" page.html tsv
}

page 0 "a year" "--period=2026 ."
like "$(fasen-report --today=2026-11-01 -T html --period=2026 .)" '<title>Rapport · 2026 .lopend.</title>' "in Dutch"
like "$(cat page.html)" '<dt>Doorlooptijd \(mediaan, dagen\)</dt><dd>Mediaan van begin tot uitstroom' "a row of the summary is defined"
like "$(cat page.html)" '<text [^>]*>Open</text>' "a chart of one series says what it shows"
is "$(grep -o '<path class="norm"[^>]*><title>Uitvoering, Norm: [0-9]*' page.html | sed 's/.*>//')" "Uitvoering, Norm: 91" "a norm is a line"
is "$(sed -n 's/.*<path class="norm" d="M\([0-9.]*\) .*Uitvoering, Norm.*/\1/p; s/.*<text x="\([0-9.]*\)".*>86<.*/\1/p' page.html | sort -n | awk 'NR == 2 { print $1 - last } { last = $1 }')" 5 "and no number is under it"
like "$(cat page.html)" '<title>Wie de cliënten zijn · Gemeente</title>' "a trait has a chart of its own"
page 0 "two quarters" "--period=2026-Q2 --period=2026-Q3 ."
page 0 "by team" "--period=2026 --group=team ."
page 0 "in English" "--lang=en ."
page 0 "thirteen domains" "-m $TOP/samples/models/zrm-dertien.rec ."
mkdir empty one
runs 1 "of nobody" fasen-report -T html -o nobody.html empty
ok "is no page" [ ! -e nobody.html ]
cp 2026-0042.rec one
page 0 "of one client" one
page 0 "of a period before anything" "--period=1999 ."

sed 's/^Begeleider: .*/Begeleider: <script>alert("x")<\/script> \& =1+1/' 2025-0012.rec >one/evil.rec
page 0 "with a worker's name that is markup" one
runs 0 "to a file" $report -o r.html .
$report -T html . >r2.html
same r.html r2.html "the same bytes as on standard output"

# A bar of parts says what they are in all, as published, not what is left of them.
python3 "$TOP/tests/histories.py" 7 300 "$TOP/samples/model.rec" >"$HOME/many.rec"
$report -T html -v doelen --min-cell=5 "$HOME/many.rec" >published.html 2>err
is "$(grep -o 'text-anchor="start">[0-9x]*<' published.html | sed 's/.*>\(.*\)</\1/' | tr '\n' ' ')" \
	"$($report -T tsv -v doelen --min-cell=5 "$HOME/many.rec" 2>err | awk -F'\t' '$1 == "doelen.open" && $3 != "totaal" { printf "%s ", $9 }')" \
	"beside each bar stands the total of the table"
like "$(cat published.html)" 'om te publiceren: afgerond op vijftallen, x is 7 personen of minder' "it says that it is rounded"
$report -T html -v kwaliteit --min-cell=5 . >published.html
like "$(cat published.html)" 'niets dat kan worden gepubliceerd' "a table without rows does not say that there is nothing"
done_testing
