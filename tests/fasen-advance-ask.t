#!/bin/sh
# SPDX-License-Identifier: ISC
# The questions of a phase, to take along: without a dossier, in every format, with room to write.
. "$(dirname "$0")/lib.sh"
needs groff pdftotext python3 xmllint

cat >m.rec <<'END'
Record: model
Naam: Eigen

Record: fase
Code: begin
Naam: Begin
Doel: Elkaar leren kennen.
Werkwijze: Luister eerst.
Werkwijze: Vat samen.
Werkwijze_en: Listen first.
Werkwijze_en: Sum up.
Vraag: Wat wilt u?
Vraag: Wie kent u?

Record: leefgebied
Code: wonen
Naam: Wonen

Record: uitstroomreden
Code: klaar
Naam: Klaar

END
ask() {
	fasen-advance --ask=begin -m m.rec "$@"
}
is "$(ask)" "Begin
Elkaar leren kennen.
Luister eerst.
Vat samen.
  - Wat wilt u?
  - Wie kent u?" "as text"
is "$(ask -T tsv | grep -c '	werkwijze	')" 2 "as tsv"
like "$(ask -T json)" '"soort":"werkwijze","tekst":"Luister eerst."' "as json"
ask -T html >out.html
ok "as html" xmllint --noout out.html
like "$(cat out.html)" 'Luister eerst.' "with how one works"
like "$(cat out.html)" 'Wat wilt u\?' "and the questions"
like "$(ask -T ms)" 'Wat wilt u' "for groff"
like "$(ask --lang=en -T tsv)" 'Listen first.' "in English"
runs 2 "with a dossier" ask x.rec
runs 2 "in a format that is none" ask -T svg
if command -v pdftotext >/dev/null && [ -x "$BUILD/bin/fasen-pdf" ]; then
	ask -T pdf >out.pdf
	like "$(pdftotext out.pdf -)" 'Luister eerst' "as PDF"
else
	skip "as PDF" "no pdftotext or fasen-pdf"
fi

# What is read fits the width.
is "$({ fasen-advance --ask "$TOP"/samples/dossiers; fasen-domains --ask; } | python3 -c 'import sys; sys.stdout.writelines(l for l in sys.stdin if len(l) > 81)')" "" \
	"80 columns without a terminal"
is "$(COLUMNS=40 fasen-advance --ask=analyse | python3 -c 'import sys; sys.stdout.writelines(l for l in sys.stdin if len(l) > 41)')" "" "or those of COLUMNS"
done_testing
