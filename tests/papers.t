#!/bin/sh
# SPDX-License-Identifier: ISC
# Every paper as PDF, for people of several scripts and for dossiers with much and with hardly anything in them.
. "$(dirname "$0")/lib.sh"
needs fasen-pdf pdftotext pdfinfo pdffonts python3 strings recsel

python3 "$TOP/tests/paper_dossiers.py" set
today=--today=2026-11-01
runs 0 "the dossiers are sound" fasen-check $today set
is "$(cat out err)" "" "without a word"

# The text of a PDF as one line, without the marks by which pdftotext says a direction.
text_of() {
	pdftotext "$1" - | python3 -c 'import sys
print(" ".join("".join(c for c in sys.stdin.read() if c not in "\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u2066\u2067\u2068\u2069").split()))'
}
# in_it FILE KIND FIELD PDF: each value of the field in those dossiers is in the PDF, whole; a ligature of Arabic counts as its letters
in_it() {
	recsel -e "Record = '$2'" -P "$3" "$1" | sort -u >wanted
	text_of "$4" >got
	python3 -c 'import unicodedata
text = unicodedata.normalize("NFC", "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c
	for c in open("got", encoding="utf-8").read().replace(" ", "").replace("\u00a0", "")))
wanted = [w for w in open("wanted", encoding="utf-8").read().split("\n") if w]
print(len(wanted) > 0, [w for w in wanted if w.replace(" ", "") not in text])'
}
# paper NAME COMMAND OPTION...: drawn without a word, tagged, with title and language, all fonts in it
paper() {
	name=$1
	shift
	runs 0 "$name" "$@" -T pdf $today set
	is "$(cat err)" "" "$name: without a word"
	mv out "$name.pdf"
	is "$(pdfinfo "$name.pdf" | grep -cE '^(Title: +[^ ]|Tagged: +yes|Page size: .*A4)')" 3 "$name: titled, tagged, A4"
	is "$(strings "$name.pdf" | grep -c '/Lang (nl)')" 1 "$name: in its language"
	is "$(pdffonts "$name.pdf" | sed 1,2d | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+$')" "" "$name: fonts embedded, and map to text"
}
paper plan fasen-plan
paper person fasen-domains --person
paper web fasen-domains
for view in tijdlijn dossier lijst reiskaart netwerk krachten; do
	paper $view fasen-show -v $view
done
paper aanmelding fasen-intake --form
paper beschrijving fasen-domains --form
paper doelen fasen-plan --form
paper evaluatie fasen-plan --form=evaluatie
paper vragen fasen-advance --ask

for file in nl-1 ar-1 zh-1 ru-1 vi-1 he-1 nl-12; do
	cat "set/$file.rec"
done >people
for pair in plan:Naam plan:Roepnaam person:Naam dossier:Naam aanmelding:Naam tijdlijn:Roepnaam doelen:Roepnaam reiskaart:Roepnaam \
	web:Roepnaam krachten:Roepnaam lijst:Roepnaam; do
	is "$(in_it people client "${pair#*:}" "${pair%:*}.pdf")" "True []" "${pair%:*}: every ${pair#*:} is read back"
done
for name in plan doelen evaluatie reiskaart; do
	is "$(in_it people doel Tekst $name.pdf)" "True []" "$name: so is every goal"
done
for name in person krachten beschrijving; do
	is "$(in_it people kracht Tekst $name.pdf)" "True []" "$name: so is every strength"
done

fasen-show -v netwerk -T pdf $today set/nl-1.rec | pdftotext - - | grep -o 'Mensen om Jo\|1 november 2026' | tr '\n\240\302' ';  ' >words
is "$(tr -s ' ' <words)" "Mensen om Jo;1 november 2026;" "a page with a picture says once whose it is and of when"
fasen-domains -T pdf $today set/nl-1.rec | pdftotext - - >words
like "$(cat words)" 'redt het helemaal zelf' "a scale is told by what goes well"
unlike "$(cat words)" 'acuut probleem|nog niet' "and by nothing else"
is "$(fasen-domains --person -T pdf $today set/kaal-1.rec | pdfinfo - | sed -n 's/^Pages: *//p')" 1 "so is the description"
like "$(fasen-domains --person $today set/kaal-1.rec)" '^Nog niet besproken +Zingeving, Wonen' "which names in one line what was not talked about"
fasen-plan -T pdf $today set/he-1.rec | pdftotext -layout - - | LC_ALL=C sed 's/\xe2\x80[\xab\xac]//g' >words
like "$(cat words)" '^שרה לוי +ines$' "a name that is read from the right stands below the word Cliënt"
is "$(fasen-plan -T pdf $today set/kaal-1.rec | pdfinfo - | sed -n 's/^Pages: *//p')" 1 "the plan of who is registered only is a page"
is "$(fasen-plan -T pdf $today set/he-1.rec | pdfinfo - | sed -n 's/^Pages: *//p')" 2 "one of two goals is two, with the annex"

fasen-advance --ask -T pdf $today set/dicht-1.rec | pdftotext - - >words
like "$(cat words)" 'Er is niets te laten zien' "a paper of nothing says so"
like "$(fasen-plan -T html </dev/null)" '<h1>Begeleidingsplan</h1>' "a page too"
like "$(fasen-plan -T html $today set/nl-1.rec)" '^\.sign \.line \{.*margin-top: 2' "on a page too there is room to sign, whatever a paragraph of it has"

like "$(fasen-plan -T html $today set/nl-1.rec)" '^tbody tr:nth-last-child\(2\) \{ break-after: avoid' "nor is its last row alone when it is printed"

# A page of a PDF: page FILE N
page() {
	pdftotext -layout -f "$2" -l "$2" "$1" -
}
fasen-plan -T pdf $today set/een-1.rec >een.pdf
like "$(page een.pdf 1)" 'plaats en datum' "one goal is signed on its page"
fasen-plan -T pdf $today set/vijf-1.rec >vijf.pdf
is "$(page vijf.pdf 2 | grep -oE '^(Ik zie|Ik slaap|Handtekeningen)|plaats en datum' | tr '\n' ';')" \
	"Ik zie;Ik slaap;Handtekeningen;plaats en datum;plaats en datum;plaats en datum;" "five on the second, not by themselves"
like "$(page vijf.pdf 3)" '^Bijlage' "and the annex comes then"
page een.pdf 2 >words
like "$(cat words)" 'Wonen +1 van 5 +3 van 5' "the annex says which score changed"
is "$(sed -n '/Veranderd/,/oogopslag/p' words | grep -cE '^(Werk|Zingeving)|Zelfredzaamheid')" 0 \
	"not which did not, nor the name of the only scale"
fasen-plan --form -T pdf $today set/nl-12.rec | pdftotext -layout - - |
	awk 'BEGIN { RS = "\f" } { n = split($0, line, "\n"); at = 0; for (i = 1; i <= n; i++)
		{ if (line[i] ~ /^Ik doe stap/) at = 1; if (line[i] ~ /^Een stap/) at = 0 } if (at) print NR }' >words
is "$(cat words)" "" "a goal on a form stands on the page of its next step"
pdftotext -layout -f 1 -l 1 aanmelding.pdf - >words
like "$(cat words)" '^Hoe (wilt u|wil je) genoemd worden' "the form of a registration begins on its first page"
fasen-intake --form -T pdf $today "$TOP/samples/dossiers/2025-0031.rec" | pdftotext -layout -f 1 -l 1 - - >words
like "$(cat words)" '^Je naam' "so it does with much filled in"
is "$(fasen-show -T svg --lang=en $today "$TOP/samples/dossiers/2025-0031.rec" | grep -o '>6  Implementation.*</text>')" \
	">6  Implementation  5×</text>" "the name of a phase is whole on the map"

while read -r id language; do
	fasen-plan -T html $today "set/$id.rec" | grep -o '<td><bdi><span lang="[a-zA-Z-]*" xml:lang="[a-zA-Z-]*">' | sort -u >words
	is "$(cat words)" "<td><bdi><span lang=\"$language\" xml:lang=\"$language\">" "html: what $id says is in $language"
	fasen-plan -T pdf $today "set/$id.rec" | LC_ALL=C grep -ao '/Lang (.*)' | sort -u >words
	is "$(cat words)" "$(printf '%s\n' '/Lang (nl)' "/Lang ($language)" | sort)" "pdf: so it is there"
done <<'END'
ar-1 und-Arab
he-1 he
ru-1 und-Cyrl
zh-1 zh
END
is "$(fasen-plan -T html $today set/vi-1.rec | grep -c '<span lang')" 0 "Latin letters do not say a language"
fasen-plan -T html --lang=en $today set/vijf-1.rec >words
like "$(cat words)" '<span lang="nl" xml:lang="nl">Bellen op woensdag</span>' "in English, a step in Dutch says so"
like "$(fasen-show -T html --lang=en $today set/vijf-1.rec)" '<span lang="nl" xml:lang="nl">Bellen op woensdag</span>' "in a timeline too"
fasen-plan -T pdf --lang=en $today set/vijf-1.rec >english.pdf
is "$(LC_ALL=C grep -ao '/Lang (.*)' english.pdf | sort | uniq -c | awk '{ print ($1 > 10), $3 }' | tr '\n' ';')" \
	"0 (en);1 (nl);" "and in pdf"
is "$(pdftotext english.pdf - | LC_ALL=C tr -d -c '\001\002' | wc -c)" 0 "of which nothing is seen"
fasen-plan -T pdf $today set/he-1.rec | python3 -c 'import re, sys
read = [bytes.fromhex(h.decode()).decode("utf-16") for h in re.findall(rb"/ActualText <([0-9A-F]*)> /Type", sys.stdin.buffer.read())]
print(read.count("אני רוצה לגור לבד"), "שרה לוי" in read)' >words
is "$(cat words)" "4 True" "what is read from the right carries its text in the order in which it is read"
done_testing
