#!/bin/sh
# SPDX-License-Identifier: ISC
# The workbook, read back by another reader: the values of the tsv, and what a manager expects of a workbook.
. "$(dirname "$0")/lib.sh"
needs xmllint pdftotext unzip python3

report="fasen-report --today=2026-11-01"
all="-v samenvatting -v doorstroom -v wachten -v doorlooptijd -v caseload -v leefgebieden -v doelen -v uitstroom
	-v uitgangspunten -v evaluaties -v krachten -v indicaties -v kenmerken -v kwaliteit -v signalen -v clienten"
read_workbook() {
	python3 "$TOP/tests/read_workbook.py" "$@"
}
well_formed() {
	rm -rf parts && mkdir parts && unzip -q -d parts "$1" && find parts -type f -exec xmllint --noout --nonet {} +
}

# book STATUS DESC ARGUMENTS: writes book.xlsx, and holds it against the tsv of the same arguments.
book() {
	runs "$1" "$2" $report -o book.xlsx $3
	is "$(grep -v "1999: nothing that is counted is in it" err)" "" "$2: nothing is said"
	ok "$2: a sound archive of well-formed parts" well_formed book.xlsx
	$report -T tsv $all $3 >tsv 2>/dev/null
	runs 0 "$2: each cell has the value of the tsv" read_workbook values book.xlsx tsv
	read_workbook facts book.xlsx >facts
	like "$(cat facts)" '^formulas 0$' "$2: no formulas"
}

mkdir scales
cp "$TOP"/samples/dossiers/*.rec .
book 0 "a year" "--period=2026 ."
cp book.xlsx year.xlsx
facts=$(cat facts)
n=$(printf '%s\n' "$facts" | grep -c '^sheet ')
is "$(printf '%s\n' "$facts" | grep -c '^sheet .*paper 9|landscape|width 1|.*footer pages')" "$n" "every sheet prints on A4 landscape, one page wide, numbered"
is "$(printf '%s\n' "$facts" | grep '^sheet ' | grep -vc 'titles none')" "$n" "every sheet repeats its titles"
is "$(printf '%s\n' "$facts" | grep '^sheet ' | grep -c 'widths 0')" 0 "every sheet has fitted widths"
is "$(printf '%s\n' "$facts" | grep -E '^sheet ([2-9]|1[0-9])' | grep -c 'frozen 0')" 0 "what heads a sheet stays in sight"
is "$(printf '%s\n' "$facts" | grep '^table ' | grep -vc 'filter True')" 0 "every table has filters"
for view in samenvatting doorstroom doorstroom_maand doorstroom_fase wachten_duur doorlooptijd caseload leefgebieden doelen uitstroom_reden \
	uitgangspunten signalen clienten; do
	like "$facts" "^table $view\\|" "there is a table $view"
done
like "$facts" '^sheet 1\|Overzicht\|.*charts [2-9]' "the first sheet has charts"
for sheet in Doorstroom Doorlooptijd Caseload Doelen Uitstroom; do
	like "$facts" "^sheet [0-9]+\\|$sheet[^|]*\\|.*charts [1-9]" "$sheet has a chart"
done
like "$facts" '^sheet [0-9]+\|.*conditional [1-9]' "there are conditional colours"
like "$facts" '^chart .*\|.*1 3 1 1 1 7 2 1' "a chart has the caseload by phase"
like "$facts" '^chart .*\|.*1 1 0 1 1 1 0 2 2 2 0' "a chart has the inflow by month"
like "$facts" '^chart Doorstroom per fase: Open\|' "a chart of one figure says which"
like "$(unzip -p book.xlsx xl/styles.xml)" 'formatCode="\[\$-413\]0\.0"' "numbers as the Dutch write them"
like "$facts" '^property title .' "the document has a title"
like "$facts" '^property created 2026-11-01' "and the day it was made for"
like "$facts" '^elsewhere 0$' "nothing comes from elsewhere"
like "$facts" '^times 1980-1-1$' "no clock in the archive"
unlike "$facts" '^chart [^|]*\|[0-9]+ series\|[0 ]*\|' "no chart shows nothing"
cells=$(read_workbook cells book.xlsx)
like "$cells" 'Mediaan van begin tot uitstroom' "a figure of the summary is defined"
like "$cells" 'De helft duurde niet langer' "a column is defined"
like "$cells" '^2026: van 01-01-2026 .*vergeleken met 1.{1,2}januari.{1,2}2025 t/m 1.{1,2}november.{1,2}2025' "a period before is named in words"
like "$cells" '8-fasenmodel' "the model is named"
like "$cells" '01-11-2026' "and the peildatum, as the Dutch write it"

$report --period=2026 -T xlsx . >out.xlsx
same year.xlsx out.xlsx "the same bytes on standard output"
sleep 2
$report --period=2026 -o again.xlsx $(ls *.rec | sort -r)
runs 0 "a second later, the dossiers in another order" $report --period=2026 -o again.xlsx .
same year.xlsx again.xlsx "the same bytes a moment later"
LC_ALL=nl_NL.UTF-8 LANGUAGE=nl $report --period=2026 -o nl.xlsx .
same year.xlsx nl.xlsx "the same bytes in another locale"

read_workbook charts year.xlsx >charts
like "$(head -n 1 charts)" '^[1-9][0-9]+ charts 0 cut$' "no chart is cut by the end of a page"

# What has a row for each client is written row by row, so that memory does not hold it as cells too.
for sheet in Signalen Cliënten; do
	n=$(printf '%s\n' "$facts" | sed -n "s/^sheet \([0-9]*\)|$sheet|.*/\1/p")
	ok "$sheet is written so" sh -c "unzip -p year.xlsx xl/worksheets/sheet$n.xml | grep -q 't=\"inlineStr\"'"
done

book 0 "two quarters" "--period=2026-Q2 --period=2026-Q3 ."
book 0 "by team" "--period=2026 --group=team ."
read_workbook cells book.xlsx >cells
like "$(cat cells)" "Team: centrum$" "a page with the charts of a team"
like "$(grep -A 1 "Team: zuid$" cells | tr '\n' ' ')" "Team: zuid" "the last of them"
unlike "$(grep -B 1 -A 1 "Team: zuid$" cells)" "Team: (Totaal|-)$" "none of what has no charts"
book 0 "by team and worker, two years" "--period=2025 --period=2026 --group=team,begeleider ."
# Each group begins a page, on which no chart is cut.
book 0 "by municipality" "--period=2026 --group=gemeente ."
read_workbook charts book.xlsx >charts
like "$(head -n 1 charts)" '^[1-9][0-9]+ charts 0 cut$' "no chart is cut by a page break"
like "$(cat charts)" '^Doorlooptijd per fase · Utrecht\. Hoogste: [A-Z].*, [A-Z].* [0-9]+\.$' "a chart says what is seen"
n=$(fasen-report --today=2026-11-01 -T tsv -v doorlooptijd --period=2026 --group=gemeente . | awk -F'\t' '$1 == "doorlooptijd" && $3 != "totaal" && $6 + $7 > 0 { print $3 }' | sort -u | grep -c .)
is "$(python3 - book.xlsx <<'END'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
print(len(re.findall("<brk ", book.read("xl/worksheets/sheet%d.xml" % (names.index("Doorlooptijd") + 1)).decode())))
END
)" "$n" "and each group with something to see has a page"
# Nor is a page there for the blank rows behind a table, or between two of them.
ends() {
	python3 - "$1" <<-'END'
		import re, sys, zipfile
		book = zipfile.ZipFile(sys.argv[1])
		for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
		    sheet = book.read(name).decode()
		    filled = [int(r) for r in re.findall(r'<row r="(\d+)"[^>]*><c ', sheet)]
		    parts = [n for n in book.namelist() if n == name.replace("worksheets/", "worksheets/_rels/") + ".rels"]
		    tables = re.findall(r"tables/table\d+.xml", book.read(parts[0]).decode()) if parts else []
		    last = max([int(re.search(r'ref="[A-Z0-9]+:[A-Z]+(\d+)"', book.read("xl/" + t).decode())[1])
		        for t in tables], default=0)
		    breaks = [int(r) for r in re.findall(r'<brk id="(\d+)"', sheet)]
		    charts = [r for r in breaks if r >= last][:1]
		    for row in [r for r in breaks if r < last] + charts:
		        print(name, "behind a row" if row in filled else "behind a blank row %d" % row)
	END
}
ends book.xlsx >pages
like "$(cat pages)" "behind a row" "a page of charts begins right behind the tables"
unlike "$(cat pages)" "blank row" "and so does one of a table"
# A client who asks about three domains is in three groups, and has each signal once.
kinds() {
	fasen-report --today=2026-11-01 -o "$1.xlsx" -v samenvatting -v signalen --period=2026 $2 . >/dev/null 2>&1
	python3 - "$1.xlsx" <<-'END'
		import re, sys, zipfile
		book = zipfile.ZipFile(sys.argv[1])
		words = re.findall(r"<si><t[^>]*>(.*?)</t></si>", book.read("xl/sharedStrings.xml").decode())
		row = []
		for kind, value in re.findall(r'<c [^>]*?(t="s")?><v>(.*?)</v>', book.read("xl/worksheets/sheet1.xml").decode()):
		    row.append(words[int(value)] if kind else value)
		start = row.index("Signalen naar soort")
		print([(a, b) for a, b in zip(row[start:], row[start + 1:]) if a == "Evaluatie te laat" and b.isdigit()])
	END
}
like "$(kinds plain)" "^\[\('Evaluatie te laat', '[0-9]+'\)\]$" "how many signals there are of a kind"
is "$(kinds byvraag --group=vraag)" "$(kinds plain)" "is the same by a field that repeats"
# A page names few periods; what is measured on another scale, or is another trait, has a chart of its own.
months=$(printf ' --period=2026-%02d' 1 2 3 4 5 6 7 8 9 10)
book 0 "ten months" "$months ."
cp book.xlsx months.xlsx
is "$(read_workbook cells book.xlsx | grep -c '^10 perioden, 2026-01 … 2026-10, laatste peildatum 31-10-2026')" \
	"$(read_workbook facts book.xlsx | grep -c '^sheet ')" "each sheet says which in a line"
like "$(cat facts)" '^chart Doorlooptijd per fase · 2026-01\|3 series\|.*14 42 14 42 28 91 14 42\|' "the third series is the norm"
like "$(read_workbook cells book.xlsx)" '^Bewaar_jaren na het einde van het traject' "signals are defined"
like "$(cat facts)" '^chart Doorstroom per fase: Open .de laatste 6 van 10.\|6 series' "all phases have room"
{ cat "$TOP/samples/model.rec"; printf '\nRecord: schaal\nCode: tien\nNaam: Tien\nMin: 1\nMax: 10\n'; } >scales.model
{
	printf 'Record: client\nClient: a1\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: h\nGemeente: Ede\n\n'
	for score in wonen:02-01:zelfredzaamheid:2 wonen:03-01:zelfredzaamheid:3 wonen:02-01:tien:8 wonen:03-01:tien:9 werk:02-01:tien:6 werk:03-01:tien:7; do
		printf 'Record: leefgebied\nClient: a1\nLeefgebied: %s\nOp: 2026-%s\nSchaal: %s\nScore: %s\n\n' $(echo $score | tr : ' ')
	done
} >scales/a1.rec
book 0 "two scales" "-m scales.model scales"
like "$(cat facts)" '^chart Ontwikkeling per leefgebied · Tien\|2 series\|8 6 9 7\|' "a chart for the one"
like "$(cat facts)" '^chart Ontwikkeling per leefgebied · Zelfredzaamheid\|2 series\|0 2 0 0 0 0 0 0 3 ' "and one for the other"
runs 0 "on a page" $report -m scales.model -v leefgebieden -T html scales
like "$(cat out)" '<title>Ontwikkeling per leefgebied · Tien</title>' "too"
book 0 "in English" "--lang=en --period=2026 ."
like "$(cat facts)" '^sheet 1\|Overview\|' "its sheets are in English"
book 0 "all that was" "."
book 0 "thirteen domains" "-m $TOP/samples/models/zrm-dertien.rec ."
mkdir empty one closed
runs 1 "of nobody" fasen-report --period=2026 -o nobody.xlsx empty
ok "is no workbook" [ ! -e nobody.xlsx ]
cp 2026-0042.rec one
book 0 "of one client" "--period=2026 one"
for file in *.rec; do
	fasen-advance --today=2026-11-01 --close=volgens-plan "$file" >closed/"$file" 2>/dev/null
done
book 0 "all closed" "--period=2026 closed"
book 0 "a period before anything" "--period=1999 ."

# Excel repairs a sheet in which two widths are of one column.
python3 - year.xlsx >widths <<'END'
import re, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
for name in z.namelist():
    if name.startswith('xl/worksheets/sheet'):
        last = 0
        for low, high in re.findall(r'<col min="(\d+)" max="(\d+)"', z.read(name).decode()):
            if int(low) <= last:
                print(name, low)
            last = int(high)
END
is "$(cat widths)" "" "no column has two widths"

# What a dossier says is never run: a team as a formula, a worker as markup, controls, Excel's own escape.
mkdir odd
sed 's/^Team: .*/Team: =1+1/; s/^Begeleider: .*/Begeleider: @SUM(A1) <b>\&amp; _x0041_/' 2025-0012.rec >odd/2025-0012.rec
sed 's/^Team: .*/Team: =cmd|x!A1/; s/^Begeleider: .*/Begeleider: -2+3/' 2026-0042.rec >odd/2026-0042.rec
book 0 "a team that is a formula" "--period=2026 --group=team odd"
ok "the team stands there as it is" sh -c 'python3 "$1" cells book.xlsx | grep -qxF "=1+1"' - "$TOP/tests/read_workbook.py"
ok "and the worker" sh -c 'python3 "$1" cells book.xlsx | grep -qxF "@SUM(A1) <b>&amp; _x0041_"' - "$TOP/tests/read_workbook.py"
is "$(unzip -p book.xlsx 'xl/charts/*.xml' | grep -cE '<c:f>[^<]*(1\+1|cmd)')" 0 "no chart runs it either"

$report --period=2026-Q3 -o hidden.xlsx --min-cell=5 .
$report --period=2026-Q3 -T tsv --min-cell=5 . >tsv
runs 0 "with --min-cell" read_workbook values hidden.xlsx tsv
is "$(read_workbook cells hidden.xlsx | grep -c '^Aantallen zijn afgerond op vijftallen')" 2 "with --min-cell it says so in two places"
like "$(read_workbook cells hidden.xlsx)" '^Aantallen zijn afgerond op vijftallen; x is 7 personen of minder' "which it says"
like "$(read_workbook facts hidden.xlsx)" '^sheet 1\|Lees mij\|' "on the first sheet"
unlike "$(cat facts)" '^sheet [0-9]+\|Lees mij\|' "which else is not there"
mkdir broken && cp 2026-0042.rec broken && printf 'Record: client\nClient: x\nNaam\n' >broken/x.rec
runs 2 "of a malformed dossier" $report --lang=en -o broken.xlsx broken
like "$(read_workbook facts broken.xlsx)" '^sheet 1\|Read me\|' "there is one too"
like "$(read_workbook cells broken.xlsx)" '^2 read, 1 counted, 1 not counted' "which says so"
unlike "$(read_workbook facts hidden.xlsx)" '^sheet [0-9]+\|(Signalen|Cliënten)\|' "and no one is listed"
$report --period=2026 --partial . >part
$report --merge -o merged.xlsx part
$report --merge -T tsv part >tsv
runs 0 "of parts" read_workbook values merged.xlsx tsv
book 0 "with names" "--names --period=2026 ."
runs 0 "of one view" $report -v doelen -o goals.xlsx .
is "$(read_workbook facts goals.xlsx | grep '^sheet ' | cut -d'|' -f2 | tr '\n' ' ')" "Doelen Definities " "without a first sheet"
{ cat 2025-0044.rec; printf 'Record: client\nClient: 2025-0044\nOp: 2026-01-01\nTeam: a\033[31mb\357\277\277c\n\n'; } >odd/2025-0044.rec
runs 0 "a team that acts on a screen" $report --group=team -o odd.xlsx odd
ok "makes a sound workbook" well_formed odd.xlsx

# Whole or not at all.
printf old >kept.xlsx
runs 2 "a directory that may not be" $report -o none/x.xlsx .
runs 2 "an operand that is not there" $report -o kept.xlsx --period=2026 missing
is "$(ls -A | grep -c 'fasen$')" 0 "nothing is left beside"
if [ -w /dev/full ]; then
	runs 2 "to a full disk" sh -c 'fasen-report --today=2026-11-01 -T xlsx . >/dev/full'
	unlike "$(cat err)" '\[ERROR\]' "in the words of the command"
fi
printf old >kept.xlsx
runs 2 "files may not grow" sh -c "trap '' XFSZ; ulimit -f 8; fasen-report --today=2026-11-01 -o kept.xlsx ."
is "$(cat kept.xlsx)" old "the old file is left"
unlike "$(cat err)" '\[ERROR\]' "in the words of the command"

# Where temporary files do not fit the library packs a part of them.
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=8k none small 2>/dev/null; then
	runs 2 "no room for temporary files" env TMPDIR="$PWD/small" $report -o kept.xlsx .
	umount small
	like "$(cat err)" 'kept.xlsx: error: .*TMPDIR' "it says so"
	is "$(cat kept.xlsx)" old "the old file is left"
else
	skip "no room for temporary files" "no small disk can be had here"
fi

if command -v soffice >/dev/null; then
	office() {
		soffice "-env:UserInstallation=file://$OWN/office" --headless "$@" >office.log 2>&1
	}
	office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3' year.xlsx
	like "$(cat year-Doorstroom.csv)" '^2026 .lopend.,9,11,1,2,17' "LibreOffice reads it"
	like "$(cat year-Doorstroom.csv)" '^2026 .lopend.,01-10-2026,2,0,0' "months are dates"
	office --convert-to pdf year.xlsx
	pdftotext -layout year.pdf pages
	like "$(cat pages)" 'Overzicht, pagina 1 van [0-9]' "and prints it"
	like "$(cat pages)" '2026 .lopend.  *okt 2026  *2  *0  *0' "with Dutch months"
	# What is too wide for a page is printed on one more, without the titles that each has.
	office --convert-to pdf months.xlsx
	pdftotext -layout months.pdf pages
	is "$(awk 'BEGIN { RS = "\f" } NF && $1 !~ /^(Rapport|Samenvatting|Doorstroom|Wachten|Doorlooptijd|Caseload|Leefgebieden|Doelen|Uitstroom|Uitgangspunten|Evaluaties|Krachten|Indicaties|Wie|Kwaliteit|Signalen|Cliënten|Wat|Definities)$/' pages)" \
		"" "nothing of ten months is too wide for a page"
else
	skip "LibreOffice reads it" "no LibreOffice"
fi
# What writes it is a program of its own, so that no other report waits for libxlsxwriter.
is "$(ldd "$BUILD/bin/fasen-report" | grep -cE 'xlsx|crypto|minizip')" 0 "fasen-report links nothing of it"
mkdir words && cp 2026-0027.rec ./-o
runs 0 "operands before options" fasen-report 2026-0027.rec --today=2026-11-01 -o words/a.xlsx
runs 0 "and one that looks like an option" fasen-report --today=2026-11-01 -o words/b.xlsx -- -o
ok "are those of the call" cmp words/a.xlsx words/b.xlsx
rm ./-o
mkdir -p alone && cp "$BUILD/bin/fasen-report" alone
runs 2 "where that program is not there" alone/fasen-report --today=2026-11-01 -o none.xlsx .
like "$(cat err)" '^fasen-report: .*report-xlsx: No such file' "it is said"
ok "and nothing is written" test ! -e none.xlsx
done_testing
