#!/bin/sh
# SPDX-License-Identifier: ISC
# -T pdf: what is drawn can be read back exactly, in every script; how it is made, and what is refused.
. "$(dirname "$0")/lib.sh"
needs fasen-pdf pdftotext pdfinfo pdffonts qpdf python3

# With sanitizers: what these libraries keep until the end is no leak of ours.
printf 'leak:libfontconfig\nleak:libcairo\nleak:libpango\n' >kept
export LSAN_OPTIONS="suppressions=$PWD/kept:print_suppressions=0"

# client ID NAME GOAL: a dossier of one's own
client() {
	cat >"$1.rec" <<-E
		Record: client
		Client: $1
		Aangemeld: 2026-03-02
		Naam: $2
		Hulpvraag: $3
		Begeleider: anna

		Record: doel
		Client: $1
		Op: 2026-03-20
		Doel: d1
		Leefgebied: wonen
		Tekst: $3
		Termijn: kort
		Streefdatum: 2027-01-31

		Record: werkpunt
		Client: $1
		Op: 2026-03-21
		Werkpunt: d1.1
		Doel: d1
		Tekst: $3
		Wie: client

	E
	chmod 600 "$1.rec"
}

# The text of a PDF as one line, without the marks by which pdftotext says a direction.
text_of() {
	pdftotext "$1" - | python3 -c 'import sys, unicodedata as u
t = sys.stdin.read()
print(" ".join("".join(c for c in t if c not in "\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u2066\u2067\u2068\u2069").split()))'
}

holds() {
	case $(text_of "$1") in
	*"$2"*) told 0 "$3" </dev/null ;;
	*) text_of "$1" | told 1 "$3" ;;
	esac
}

n=0
while IFS='|' read -r language name goal; do
	n=$((n + 1))
	client "p-$n" "$name" "$goal"
	runs 0 "a plan in $language is drawn" fasen-plan -T pdf --today=2026-11-01 "p-$n.rec"
	is "$(cat err)" "" "without a word"
	mv out "$n.pdf"
	holds "$n.pdf" "$name" "$language: the name is read back"
	holds "$n.pdf" "$goal" "$language: and the goal"
	is "$(pdffonts "$n.pdf" | sed 1,2d | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+$')" "" "$language: all fonts are embedded, and map to text"
	is "$(qpdf --check "$n.pdf" 2>&1 | tail -2 | head -1)" "No syntax or stream encoding errors found; the file may still contain" "$language: qpdf finds no fault"
done <<-E
	Dutch|Joëlle van 't Hoff|Ik regel één ding per week zélf
	Polish|Włodzimierz Żółć|Chcę mieć własny klucz do mieszkania
	Russian|Светлана Щукина|Я хочу жить одна и спать спокойно
	Arabic|فاطمة الزهراء|أريد بيتا صغيرا مع ابنتي
	Hebrew|שרה לוי|אני רוצה לגור לבד
	Chinese|王小明|我想一个人住在自己的家里
	Vietnamese|Nguyễn Thị Phượng|Tôi muốn sống một mình ở nhà riêng
E

pdfinfo 1.pdf >info
like "$(cat info)" '^Title: +Begeleidingsplan' "the title"
like "$(cat info)" '^Tagged: +yes' "tagged"
like "$(cat info)" '^Page size: .*\(A4\)' "A4"
qpdf --qdf --object-streams=disable 1.pdf plain.pdf
like "$(strings plain.pdf)" '^ */Lang \(nl\)$' "the language"
like "$(strings plain.pdf)" '^ */DisplayDocTitle true$' "the title is shown"
fasen-plan -T pdf --lang=en --today=2026-11-01 p-1.rec >en.pdf
like "$(strings en.pdf)" '/Lang \(en\)$' "or English"

# The structure, and the headings among the bookmarks.
pdfinfo -struct-text 4.pdf >tree 2>/dev/null
is "$(grep -oE '^ *[A-Z][A-Za-z0-9]*' tree | tr -d ' ' | sort -u | tr '\n' ' ')" \
	"Document H1 H2 L LBody LI Lbl P Part TD TH TR Table " "the structure has all that a plan is made of"
is "$(sed -n 's/ (block)//; 1,3p' tree)" "Document
  Part
    H1" "from the top"
qpdf --json 4.pdf | python3 -c 'import json, sys
print("\n".join(o["title"] for o in json.load(sys.stdin)["outlines"][0]["kids"]))' >marks
like "$(cat marks)" '^أريد بيتا صغيرا مع ابنتي$' "goals and headings are bookmarks"

# Several clients.
cat p-1.rec p-4.rec p-6.rec >all.rec
chmod 600 all.rec
runs 0 "three clients" fasen-plan -T pdf --today=2026-11-01 all.rec
mv out all.pdf
pdftotext -layout all.pdf - | tr '\f' '\n' | sed -n 's|^.*· \(p-[0-9]*\)  *\([0-9]*\)/\([0-9]*\)$|\1 \2 / \3|p' >feet
is "$(cut -d ' ' -f 1 feet | uniq)" "p-1
p-4
p-6" "each foot has the id"
is "$(awk '{ n[$1]++; if ($2 != n[$1]) print "not in a row"; all[$1] = $4 } END { for (c in n) if (n[c] != all[c]) print c }' feet)" "" \
	"and the page of how many, from 1 for each"
pdftotext all.pdf - | awk 'BEGIN { RS = "\f" } /Begeleidingsplan van/ { print NR % 2 }' >begins
is "$(cat begins)" "1
1
1" "each begins on an odd page"
is "$(pdfinfo -struct all.pdf 2>/dev/null | grep -c '^  Part')" 3 "each is a part of the document, none of another"

# The other papers.
runs 0 "the description" fasen-domains --person -T pdf --today=2026-11-01 p-4.rec
mv out person.pdf
holds person.pdf "أريد بيتا صغيرا مع ابنتي" "holds the question"
for view in tijdlijn dossier lijst reiskaart; do
	runs 0 "-v $view" fasen-show -v $view -T pdf --today=2026-11-01 p-3.rec
	mv out "$view.pdf"
	holds "$view.pdf" p-3 "is of the client"
	is "$(qpdf --check "$view.pdf" 2>&1 | grep -c 'No syntax')" 1 "and sound"
done

runs 0 "the web" fasen-domains -T pdf --today=2026-11-01 "$TOP/samples/dossiers/2026-0003.rec"
mv out web.pdf
holds web.pdf "Web van Zoë" "is a page with its client's name"
holds web.pdf "Lichamelijke gezondheid: 4" "and what is drawn in words"
like "$(pdfinfo -struct web.pdf 2>/dev/null)" '^ *Figure' "the picture is one in the structure"
is "$(pdffonts web.pdf | sed 1,2d | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+$')" "" "with its fonts in the file"
runs 0 "questions for a talk" fasen-domains --ask=wonen -T pdf
mv out ask.pdf
holds ask.pdf "Vragen voor een gesprek" "are a paper too"
holds ask.pdf "$(fasen-domains --ask=wonen -T csv | sed -n '2s/^[^,]*,[^,]*,[^,]*,"*\([^"?]*\).*/\1/p' | cut -c 1-30)" "with each question"
like "$(pdftotext -layout ask.pdf -)" "^Vraag +Notities" "with room to write beside it"

# A document by hand, for what a plan seldom has.
lines() {
	for _i in $(seq "$1"); do
		echo "$2"
	done
}
tab=$(printf '\t')
head="fasen-pdf-1${tab}nl${tab}Titel
part${tab}Een titel${tab}${tab}voet x-1"
{
	printf '%s\nh2\tKop\ntable\t\ncolumn\t1\tleft\tWat\ncolumn\t2\tright\tHoeveel\n' "$head"
	lines 200 "row${tab}links${tab}rechts"
	printf 'table-end\np\t%s\n' "$(lines 200 'woorden en woorden' | tr '\n' ' ')"
	printf 'keep\nh3\tSamen\n'
	lines 20 "p${tab}regel"
	printf 'keep-end\npage\np\tbijna vol\n'
	lines 33 "p${tab}regel"
	printf 'signs\thandtekening\tnaam en handtekening\tplaats\nsign\tWie\tNaam\t\nsign\tEn\tAnder\t\nend\n'
} >long
runs 0 "a long document" fasen-pdf <long
mv out long.pdf
pdfinfo -struct-text long.pdf 2>/dev/null | grep -oE '^ *[A-Z][A-Za-z0-9]*' | tr -d ' ' >tree
# by_page PROGRAM: awk with a page at a time
by_page() {
	pdftotext -layout long.pdf - | awk 'BEGIN { RS = "\f" } '"$1"
}
is "$(by_page '/links/ { pages++; heads += /Wat +Hoeveel/ } END { print (pages > 2), pages - heads }')" "1 0" \
	"the headings of a table are on each of its pages"
is "$(grep -cx TH tree)" 2 "and once in the structure"
is "$(grep -cx Table tree)" 1 "where the table is one"
is "$(grep -cx Span tree)" 2 "and a paragraph on two pages is one"
for n in 31 32 33 34 35 36 37 38; do
	{ printf '%s\ntable\t\ncolumn\t1\tleft\tWat\n' "$head"; lines $n "row${tab}rij"; printf 'table-end\nend\n'; } |
		fasen-pdf | pdftotext -layout - - | awk 'BEGIN { RS = "\f" } { print NR, gsub(/rij/, "") }'
done | sort -u >rows
is "$(grep -c ' 1$' rows)" 0 "no row of a table is alone on a page"
is "$(awk '$1 == 2 && $2 > 1' rows | wc -l | awk '{ print ($1 > 2) }')" 1 "where one was left over two are"
is "$(by_page '/Samen/ { print gsub(/regel/, "") }')" 20 "what is kept together is on one page"
is "$(by_page '/handtekening/ { print (gsub(/regel/, "") > 0), gsub(/handtekening/, "") }')" "1 2" \
	"lines to sign are on one page, and not alone there"

# Of many clients no more is in memory than of some.
# many N: a document of so many clients, a page for each
many() {
	printf 'fasen-pdf-1\tnl\tTitel\n'
	seq "$1" | sed "s/.*/part${tab}Plan van &${tab}${tab}voet x-&\\
h2${tab}Doel van &\\
table${tab}\\
column${tab}1${tab}left${tab}Wat\\
row${tab}stap &\\
table-end/"
	echo end
}
# numbered WORD: how many lines are the word and 1, 2 …, and which are not
numbered() {
	grep -o "$1 [0-9]*" | awk '$NF != NR { print "not in a row: " $0 } END { print NR }'
}
many 150 >clients
runs 0 "more clients than are drawn at a time" fasen-pdf <clients
mv out many.pdf
is "$(qpdf --check many.pdf 2>&1 | grep -c 'No syntax')" 1 "are one sound file"
pdfinfo many.pdf >info
is "$(sed -n 's/^Pages: *//p; s/^Tagged: *//p; s/^Title: *//p' info)" "Titel
yes
299" "with its title, tagged, each from an odd page"
pdftotext many.pdf - >words
is "$(numbered stap <words)" 150 "with the words of each"
pdfinfo -struct-text many.pdf >tree 2>&1
is "$(grep -c '^  Part' tree)" 150 "each a part"
is "$(grep -c Document tree)" 1 "of one document"
is "$(grep -A 1 '^ *TD' tree | numbered stap)" 150 "which leads to the words of each"
qpdf --json many.pdf | python3 -c 'import json, sys
for o in json.load(sys.stdin)["outlines"]:
	print(o["title"], o["destpageposfrom1"], *(k["title"] for k in o["kids"]))' >marks
is "$(awk '$1 $2 != "Planvan" || $3 != NR || $4 != 2 * NR - 1 || $7 != NR || NF != 7 { print }
    END { print NR }' marks)" 150 "bookmarks lead to all"
is "$(pdffonts many.pdf | sed 1,2d | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+$')" "" "with all fonts"
cat >took.py <<-'E'
	import resource, subprocess, sys
	with open(sys.argv[2]) as given:
	    subprocess.run([sys.argv[1]], stdin=given, stdout=subprocess.DEVNULL, check=True)
	print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
E
# took N: memory in kB for so many clients, each with thirty rows
took() {
	many "$1" | awk '/^row/ { for (i = 0; i < 30; i++) print; next } 1' >rows
	python3 took.py "$BUILD/bin/fasen-pdf" rows
}
few=$(took 100)
all=$(took 600)
case $BUILD in
*san*) ;;
*) is "$((all - few < 2000))" 1 "six times the clients take no more memory ($few and $all kB)" ;;
esac

# A character without a font: said by script, never by itself.
printf '%s\np\t\363\240\204\200\360\222\277\277\nend\n' "$head" >none
runs 1 "no font for a character" fasen-pdf <none
like "$(cat err)" '^fasen-pdf: no font here has all characters of the script .* the package fonts-' "is said, with the script and a package"
mv out none.pdf
is "$(qpdf --check none.pdf 2>&1 | grep -c 'No syntax')" 1 "the rest is drawn"

printf '%s\npicture\t<svg geheim\t\nend\n' "$head" >bad
runs 2 "a picture that is none" fasen-pdf <bad
unlike "$(cat err)" geheim "is refused without its text"

# What is no document.
refused() {
	runs 2 "$1" fasen-pdf <bad
	like "$(cat err)" "^fasen-pdf: standard input:$2: no line of a document" "is refused at its line"
	unlike "$(cat err)" geheim "without its text"
}
behind() {
	printf '%s\n' "$head" >bad
	printf "$1" >>bad
	refused "$2" "$3"
}
: >bad
refused "nothing" 0
echo geheim >bad
refused "another file" 1
printf 'fasen-pdf-2\tnl\tTitel\nend\n' >bad
refused "another version" 1
printf 'fasen-pdf-1\tde\tTitel\nend\n' >bad
refused "a language that papers do not come in" 1
printf 'fasen-pdf-1\tnl\tTitel\np\tgeheim\nend\n' >bad
refused "a paragraph outside of a part" 2
behind 'p\tgeheim\n' "a document without its end" 3
behind 'p\tgeheim' "a line without its end" 3
behind 'p\tgeheim\nend\np\tgeheim\n' "something behind the end" 5
behind 'geheim\tgeheim\nend\n' "a word that there is not" 3
behind 'p\tgeheim\tgeheim\nend\n' "a field too many" 3
behind 'p\tgeheim\\x\nend\n' "an escape that there is not" 3
behind 'p\tgeheim\\\nend\n' "a backslash at the end" 3
behind 'p\tgeheim\377\nend\n' "what is not UTF-8" 3
behind 'p\tgeheim\000\nend\n' "a NUL" 3
behind 'table\t\nrow\tgeheim\nend\n' "a row without columns" 4
behind 'table\t\ncolumn\t0\tleft\tgeheim\nend\n' "a column without width" 4
behind 'table\t\ncolumn\t1\tleft\tgeheim\nrow\ta\tgeheim\n' "a row with a field too many" 5
behind 'sign\ta\tgeheim\tc\nend\n' "a line to sign before what stands below it" 3
runs 2 "an operand" fasen-pdf none
runs 2 "an option that there is not" fasen-pdf --geheim

# Failures are seen by who started it.
if [ -w /dev/full ]; then
	fasen-plan -T pdf p-1.rec >/dev/full 2>err
	is $? 2 "a full disk"
	like "$(cat err)" '^fasen-pdf: standard output: No space left on device$' "is said"
fi
mkdir alone broken
cp "$BUILD/bin/fasen-plan" alone
cp "$BUILD/bin/fasen-plan" "$BUILD/bin/fasen-report" broken
# Agreements that leave no room to sign below them go to the next page; the goals stay on the first.
runs 0 "goals, many agreements and lines to sign" \
    fasen-plan -T pdf --today=2026-11-28 "$TOP/samples/dossiers/2024-0007.rec"
pdftotext -f 1 -l 1 out first.txt
pdftotext -f 2 -l 2 out second.txt
is "$(grep -cE '^(Ik heb een gewone huurwoning|Ola slaapt een weekend)' first.txt)" 2 \
    "both goals are on the first page"
is "$(grep -cE '^(Wat we hebben afgesproken|Handtekeningen)$' second.txt)" 2 \
    "what was agreed is signed on one page"

without() {
	PATH=/usr/bin:/bin alone/fasen-plan "$@"
}
runs 2 "where fasen-pdf is not installed" without -T pdf p-1.rec
like "$(cat err)" '^fasen-plan: .*libpango1\.0-dev' "the message names the package"
is "$(cat out)" "" "and nothing is written"
# instead SHELL: stands in for fasen-pdf
instead() {
	printf '#!/bin/sh\n%s\n' "$1" >broken/fasen-pdf
	chmod 700 broken/fasen-pdf
}
instead 'kill -9 $$'
runs 2 "where fasen-pdf dies" broken/fasen-plan -T pdf p-1.rec
like "$(cat err)" '^fasen-plan: fasen-pdf was ended by signal 9$' "that is said"
instead 'echo "fasen-pdf: error while loading shared libraries" >&2; exit 127'
runs 2 "where its libraries are not" broken/fasen-plan -T pdf p-1.rec
like "$(cat err)" '^fasen-plan: .*packages libpangocairo-1\.0-0 and librsvg2-2' "their packages are named"
runs 2 "with a file to write" broken/fasen-report -v overzicht -T pdf -o undrawn.pdf p-1.rec
is "$(ls -A | grep -c undrawn)" 0 "nothing is left"
instead 'exit 1'
runs 1 "its status is passed on" broken/fasen-plan -T pdf p-1.rec
instead 'cat >/dev/null; printf "%s" "$*"'
runs 0 "nothing is on its command line" broken/fasen-plan -T pdf p-1.rec
is "$(cat out)" "" "not even a title"
is "$(python3 - "$BUILD/bin/fasen-plan" <<-E
	import os, signal, subprocess, sys
	read, write = os.pipe()
	os.close(read)
	run = subprocess.run([sys.argv[1], "-T", "pdf", "p-1.rec"], stdout=write, restore_signals=True)
	print(run.returncode == -signal.SIGPIPE)
	E
)" True "who reads no more ends both quietly"

is "$(ldd "$BUILD/bin/fasen-plan" | grep -cE 'pango|cairo|glib|font')" 0 "fasen-plan links nothing of it"
done_testing
