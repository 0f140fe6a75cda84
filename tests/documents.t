#!/bin/sh
# SPDX-License-Identifier: ISC
# Documents: nothing in a dossier or a model becomes markup, and what is printed is what the records say.
. "$(dirname "$0")/lib.sh"
needs groff xmllint pdftotext pdfinfo python3 recsel

samples=$TOP/samples/dossiers models=$TOP/samples/models
today=--today=2026-11-01
read_markup() { python3 "$TOP/tests/read_markup.py" "$@"; }
read_ics() { python3 "$TOP/tests/read_ics.py"; }
esc=$(printf '\033') csi=$(printf '\302\233') rlo=$(printf '\342\200\256')

# What every text field of this client holds: requests, escapes, elements, lines of a calendar, what a terminal obeys.
evil=".so ../secret
+ 'sy touch pwned
+ .ex
+ \\X'ps: exec pwned' \\*[LF] \\n[PN] \\Z' \\fB \\
+ \\c
+ </p></article><script>pwn()</script><b onclick=\"pwn()\">&amp; ]]> <!--
+ END:VEVENT
+ BEGIN:VALARM;,:\\\\
+ marks on no letter: \\́ ' ̈ (̣ 3̦ .̧
+ ${esc}[2Jscreen${csi}31m$rlo reversed"
body="Client: evil
Op: 2026-02-02"
{
	printf 'Record: client\nClient: evil\nAangemeld: 2026-01-05\nBegeleider: anna\n'
	for field in Naam Roepnaam Hulpvraag Vertegenwoordiger; do printf '%s: %s\n' $field "$evil"; done
	printf '\nRecord: leefgebied\n%s\nLeefgebied: wonen\nScore: 2\nSituatie: %s\nWens: %s\nZorg: %s\n' "$body" "$evil" "$evil" "$evil"
	printf '\nRecord: leefgebied\n%s\nLeefgebied: werk\nNvt: %s\n' "$body" "$evil"
	printf '\nRecord: kracht\n%s\nLeefgebied: wonen\nSoort: kennis\nTekst: %s\n' "$body" "$evil"
	printf '\nRecord: netwerk\n%s\nNaam: %s\nRelatie: %s\nGeeft: %s\nKrijgt: %s\n' "$body" "$evil" "$evil" "$evil" "$evil"
	printf '\nRecord: doel\n%s\nDoel: d1\nLeefgebied: wonen\nStreefdatum: 2026-12-31\nTekst: %s\nKracht: %s\n' "$body" "$evil" "$evil"
	printf '\nRecord: doel\n%s\nDoel: d2\nLeefgebied: wonen\nTekst: %s\n' "$body" "$evil"
	printf '\nRecord: werkpunt\n%s\nWerkpunt: d1.1\nDoel: d1\nTekst: %s\nWie: %s\nInzet: %s\n' "$body" "$evil" "$evil" "$evil"
	printf '\nRecord: akkoord\n%s\nWie: client\nWaarop: plan\nAkkoord: ja\nAfspraak: %s\nOpmerking: %s\nMet: %s\n' "$body" "$evil" "$evil" "$evil"
	printf '\nRecord: akkoord\n%s\nWie: client\nWaarop: persoonsbeschrijving\nAkkoord: nee\nOpmerking: %s\n' "$body" "$evil"
	printf '\nRecord: akkoord\n%s\nWie: %s\nWaarop: plan\nAkkoord: ja\n' "$body" "$evil"
	printf '\nRecord: akkoord\n%s\nWie: %s[2J\nWaarop: plan\nAkkoord: ja\n' "$body" "$esc"
	printf '\nRecord: evaluatie\n%s\nSoort: tussentijds\nBesluit: voortzetten\nAanwezig: %s\nToelichting: %s\n' "$body" "$evil" "$evil"
	printf '\nRecord: stand\n%s\nDoel: d2\nStand: gestopt\nScore: -2\nToelichting: %s\n' "$(echo "$body" | sed s/02-02/03-03/)" "$evil"
	printf '\nRecord: stand\n%s\nWerkpunt: d1.1\nStand: bezig\nToelichting: %s\n\n' "$(echo "$body" | sed s/02-02/03-03/)" "$evil"
} >evil.rec
echo SECRET >secret
cp secret ..
runs 0 "the dossier is good rec" recsel evil.rec

no_controls() {
	! LC_ALL=C.UTF-8 grep -aqP '[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80\xAE' "$1"
}

# Requests of a document of ours; those of an evil one are among them.
requests() { sed -n "s/^[.']\([^ ]*\).*/\1/p" "$1" | sort -u; }

for view in "fasen-plan -T" "fasen-domains --person -T" "fasen-show -v tijdlijn -T" "fasen-show -v dossier -T"; do
	runs 0 "$view text" $view text $today evil.rec
	ok "$view text: no control character" no_controls out
	runs 0 "$view html" $view html $today evil.rec
	cp out evil.html
	ok "$view html: well-formed" xmllint --noout evil.html
	ok "$view html: only our elements and attributes" sh -c "python3 '$TOP/tests/read_markup.py' <evil.html >evil.words"
	like "$(cat evil.words)" '<script>pwn\(\)</script>' "$view html: the text is there"
	ok "$view html: no control character" no_controls evil.html
	runs 0 "$view ms" $view ms $today evil.rec
	cp out evil.ms
	ok "$view ms: ASCII" sh -c '! LC_ALL=C grep -q "[^ -~]" evil.ms'
	$view ms $today "$samples" >good.ms
	is "$(requests evil.ms | grep -vxF "$(requests good.ms)")" "" "$view ms: no request but ours"
	groff -ww -ms -Tpdf evil.ms >evil.pdf 2>err
	is "$(cat err)" "" "$view ms: groff has nothing to say"
	pdftotext -layout evil.pdf evil.words
	like "$(cat evil.words)" '^ *\.ex|[^a-z]\.ex' "$view ms: a request is text"
	like "$(cat evil.words)" "fB" "$view ms: an escape is text"
	unlike "$(cat evil.words)" SECRET "$view ms: no file is read"
done
ok "nothing was run" test ! -e pwned
like "$(groff -ms -Tpdf evil.ms | pdftotext -layout - -)" 'evil' "the document goes on to its end"

runs 0 "a calendar" fasen-plan -T ics $today evil.rec
is "$(read_ics <out)" "$(printf 'evil.evaluatie1@fasen\t2026-02-02\tEvaluatie · evil\nevil.evaluatie2@fasen\t2026-05-04\tEvaluatie · evil\nevil.d1@fasen\t2026-12-31\tStreefdatum d1 · evil')" \
	"a calendar has no texts"
runs 0 "a calendar with texts" fasen-plan -T ics --with-text $today evil.rec
is "$(read_ics <out | wc -l)" 3 "no event more"
like "$(read_ics <out)" 'd1 · evil: \.so \.\./secret\\n.*END:VEVENT\\nBEGIN:VALARM;,:\\' "the text is whole"
sed 's/^Doel: d1$/Doel: Mijn vader slaat mij/' evil.rec >sentence.rec
fasen-plan -T ics $today sentence.rec >out
is "$(grep -c 'SUMMARY:Streefdatum x[0-9a-f]* ' out) $(grep -ci vader out)" "1 0" "a sentence that stands for an id is not in it"
runs 0 "an event is the same on another day" fasen-plan -T ics --today=2026-12-01 evil.rec
is "$(read_ics <out | cut -f1 | sed -n 2p)" "evil.evaluatie2@fasen" "its UID"
# event UID FILE: how a calendar is told of it
event() { fasen-plan -T ics $today "$2" | tr -d '\r' | sed -n "/^UID:$1@/,/^END/p" | grep -E '^(SEQ|STATUS|LAST|DTSTART)' | tr '\n' ' '; }
fasen-plan --goal=G --leefgebied=wonen --streefdatum=2026-12-31 --date=2026-01-10 $today evil.rec >moved.rec
is "$(event evil.d3 moved.rec)" "LAST-MODIFIED:20260110T000000Z SEQUENCE:0 STATUS:CONFIRMED DTSTART;VALUE=DATE:20261231 " "a goal's day"
fasen-plan --amend=d3 --streefdatum=2027-01-31 --date=2026-06-01 $today moved.rec >again.rec
is "$(event evil.d3 again.rec)" "LAST-MODIFIED:20260601T000000Z SEQUENCE:1 STATUS:CONFIRMED DTSTART;VALUE=DATE:20270131 " "moved"
fasen-plan --status=behaald --doel=d3 --date=2026-06-02 $today again.rec >done.rec
is "$(event evil.d3 done.rec)" "LAST-MODIFIED:20260602T000000Z SEQUENCE:2 STATUS:CONFIRMED DTSTART;VALUE=DATE:20270131 " "attained it stays"
like "$(fasen-plan -T ics $today done.rec)" 'Streefdatum d3 .behaald.' "and says so"
fasen-plan --status=gestopt --doel=d3 --date=2026-06-02 $today again.rec >stopped.rec
like "$(event evil.d3 stopped.rec)" 'SEQUENCE:2 STATUS:CANCELLED' "stopped it is cancelled"
fasen-plan --amend=d3 --streefdatum= --date=2026-06-02 $today again.rec >without.rec
like "$(event evil.d3 without.rec)" 'SEQUENCE:2 STATUS:CANCELLED DTSTART;VALUE=DATE:20270131' "so is one without a day"
fasen-retract --last --reden=vergissing --date=2026-06-09 $today done.rec >back.rec
is "$(event evil.d3 back.rec)" "LAST-MODIFIED:20260609T000000Z SEQUENCE:3 STATUS:CONFIRMED DTSTART;VALUE=DATE:20270131 " "a calendar takes that it is not attained after all"
fasen-advance --close=verhuisd --date=2026-06-03 $today again.rec >ended.rec 2>/dev/null
like "$(event evil.d3 ended.rec)" 'LAST-MODIFIED:20260603T000000Z SEQUENCE:2 STATUS:CANCELLED' "and what the end of the trajectory left open"
# What is no longer there at all: a calendar must be told
retracted() { fasen-retract --last --reden=vergissing --date=$1 $today "$2"; }
retracted 2026-06-09 moved.rec >gone.rec
is "$(event evil.d3 gone.rec)" "LAST-MODIFIED:20260609T000000Z SEQUENCE:1 STATUS:CANCELLED DTSTART;VALUE=DATE:20261231 " \
	"a goal that is taken back is cancelled"
fasen-plan --evaluate=voortzetten --soort=tussentijds --volgende=2026-09-01 --date=2026-06-03 $today evil.rec >held.rec 2>/dev/null
retracted 2026-06-09 held.rec >unheld.rec
is "$(event evil.evaluatie2 unheld.rec)" "$(event evil.evaluatie2 evil.rec | sed 's/SEQUENCE:0/SEQUENCE:2/')" "an evaluation that is taken back is again to be held"
is "$(event evil.evaluatie3 unheld.rec)" "LAST-MODIFIED:20260609T000000Z SEQUENCE:3 STATUS:CANCELLED DTSTART;VALUE=DATE:20260901 " \
	"and the one behind it is cancelled"
fasen-advance --close=verhuisd --nazorg=2026-12-03 --date=2026-06-03 $today again.rec >ended.rec 2>/dev/null
is "$(event evil.nazorg ended.rec)" "LAST-MODIFIED:20260603T000000Z SEQUENCE:0 STATUS:CONFIRMED DTSTART;VALUE=DATE:20261203 " "aftercare"
retracted 2026-06-09 ended.rec >unended.rec
is "$(event evil.nazorg unended.rec)" "LAST-MODIFIED:20260609T000000Z SEQUENCE:1 STATUS:CANCELLED DTSTART;VALUE=DATE:20261203 " \
	"is cancelled when the end is taken back"
fasen-advance --reopen --date=2026-06-10 $today ended.rec >reopened.rec 2>/dev/null
is "$(event evil.nazorg reopened.rec)" "LAST-MODIFIED:20260610T000000Z SEQUENCE:1 STATUS:CANCELLED DTSTART;VALUE=DATE:20261203 " \
	"or the client comes back before"
is "$(event evil.d3 reopened.rec)" "LAST-MODIFIED:20260603T000000Z SEQUENCE:2 STATUS:CANCELLED DTSTART;VALUE=DATE:20270131 " \
	"then too what was left open stays cancelled"

# A model's names are no markup either.
sed "s|^Naam: Wonen|Naam: <b>\"Wonen'</title>\&|" "$TOP/samples/model.rec" >evil-model.rec
runs 0 "a web" fasen-domains -T svg -m evil-model.rec $today evil.rec
ok "of an evil model is well-formed" xmllint --noout out
like "$(read_markup <out)" "<b>\"Wonen'</title>&" "its names are text"

# All samples in all formats
for lang in nl en; do
	for view in "fasen-plan" "fasen-domains --person"; do
		runs 0 "$view --lang=$lang: html of all" $view -T html --lang=$lang $today "$samples"
		ok "is well-formed" xmllint --noout out
		is "$(read_markup article <out)" 26 "a part for each client"
		$view -T ms --lang=$lang $today "$samples" >all.ms
		groff -ww -ms -Tpdf all.ms 2>err >all.pdf
		is "$(cat err)" "" "$view --lang=$lang: groff has nothing to say"
		runs 0 "$view --lang=$lang: text of all" $view -T text --lang=$lang $today "$samples"
		is "$(awk '{ gsub(/[\200-\277]/, "") } length > 80' out | grep -v ____)" "" "lines of at most 80 columns"
	done
done
runs 0 "a calendar of all" fasen-plan -T ics $today "$samples"
ok "is strict RFC 5545" read_ics <out
like "$(pdfinfo all.pdf)" '^Page size: .*A4' "pages are A4"

# Names as the client wants, and as the printer can
runs 0 "a Polish name" fasen-plan -T ms $today "$samples/2024-0007.rec"
like "$(sed 's/\\%//g' out)" '^\\&Begeleidingsplan van W\\\[u0142\]odek$' "is printed whole"
unlike "$(cat out)" 'printer' "nothing is said of letters that lack"
runs 0 "an Arabic name" fasen-plan -T ms $today "$samples/2025-0012.rec"
like "$(sed 's/\\%//g' out)" '^\\&Begeleidingsplan van Khaled al-' "the printer gets the full name"
like "$(sed 's/\\%//g' out)" 'het lettertype van de printer' "and the document says so"
runs 0 "in html" fasen-plan -T html $today "$samples/2025-0012.rec"
like "$(cat out)" '<h1>Begeleidingsplan van <span lang="und-Arab" xml:lang="und-Arab">خالد</span></h1>' "it stands as wanted"
like "$(cat out)" '<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" xml:lang="nl">' "the language is named"
like "$(fasen-plan -T html --lang=en "$samples/2025-0012.rec")" 'lang="en".*xml:lang="en"' "also English"

runs 0 "two clients in html" fasen-plan -T html $today "$samples/2025-0012.rec" "$samples/2024-0007.rec"
is "$(grep -o '@page part[0-9]* { @bottom-left { content: "[^"]*"' out | sed 's/.*content: //')" '"Begeleidingsplan · 2025-0012"
"Begeleidingsplan · 2024-0007"' "in print each page has the id of its client at its foot"
is "$(grep -c 'counter(pages)' out)" 0 "and no count of all pages"
printf 'Record: client\nClient: ar\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\nRecord: doel\nClient: ar\nOp: 2026-01-06\nDoel: d1\nLeefgebied: wonen\nTekst: %s\n\n' 'أريد بيتا صغيرا' >ar.rec
like "$(fasen-plan -T html $today ar.rec)" '<h2 class="goal" dir="auto" lang="und-Arab" xml:lang="und-Arab">أريد' "words in another script say so"
like "$(fasen-plan -T html --lang=en $today "$samples/2025-0031.rec")" '<h2 class="goal" dir="auto" lang="nl" xml:lang="nl">Ik' "and so do Dutch ones on an English paper"
fasen-show -v tijdlijn -T html $today "$samples/2025-0031.rec" >out
like "$(cat out)" "<bdi><span class=\"day\">7 april 2025</span></bdi>" "a day is written out, and does not break"
like "$(cat out)" '<h2>Verder met Uitvoering, ' "nobody went back where the evaluation said to go on"
is "$(grep -c '<bdi>verder met Uitvoering</bdi>' out)" "$(grep -c '<h2>Verder met Uitvoering, ' out)" "and the row says the same"
printf 'Record: client\nClient: iso\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: sinds 2025-04-07 zonder huis\n\n' >iso.rec
like "$(fasen-show -v tijdlijn -T html $today iso.rec)" '<span class="whole">2025-04-07</span>' "nor does one in a text"

# A score of an earlier trajectory is grey, not a first measurement
{
	printf 'Record: client\nClient: e\nNaam: N\nAangemeld: 2025-01-05\nHulpvraag: H\n\n'
	for score in 2025-02-01,wonen,2 2025-02-01,werk,3; do
		printf 'Record: leefgebied\nClient: e\nOp: %s\nLeefgebied: %s\nScore: %s\nSituatie: S\n\n' $(echo $score | tr , ' ')
	done
	printf 'Record: uitstroom\nClient: e\nOp: 2025-06-01\nReden: verhuisd\n\nRecord: fase\nClient: e\nOp: 2026-01-10\nFase: analyse\n\n'
	printf 'Record: leefgebied\nClient: e\nOp: 2026-02-01\nLeefgebied: wonen\nScore: 4\nSituatie: S\n\n'
} >earlier.rec
fasen-domains -T svg $today earlier.rec >out
is "$(grep -o '<rect[^>]*stroke="#8c8c8c"' out | wc -l)" 2 "one mark of it, and the legend"
like "$(cat out)" 'van een eerdere keer, 1.februari.2025' "which says so"
unlike "$(cat out)" 'stroke-dasharray="6 4"' "one measurement is drawn as one"
like "$(cat out)" '>N · e · ' "whose web it is"

# Whose paper it is
mkdir house
printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII= | python3 -c 'import base64, sys
sys.stdout.buffer.write(base64.b64decode(sys.stdin.read()))' >house/logo.png
sed 's/^Naam: 8-fasenmodel$/&\nOrganisatie: Stichting <De> Haven\nLogo: logo.png\nAanspreken: u/' "$TOP/samples/model.rec" >house/model.rec
printf '\nRecord: medewerker\nCode: youssef\nNaam: Youssef Benali\nFunctie: woonbegeleider\nTelefoon: 06 00 00 00 02\n' >>house/model.rec
runs 0 "a model with an organisation" fasen-plan -m house/model.rec -T html $today "$samples/2025-0012.rec"
cp out house.html
ok "is well-formed" xmllint --noout house.html
like "$(cat house.html)" '<p class="letterhead">Stichting &lt;De&gt; Haven<img alt="" src="data:image/png;base64,iVBORw0KGgo' "its name and logo stand above the title"
like "$(cat house.html)" '<bdi>Youssef Benali, woonbegeleider, 06 00 00 00 02</bdi>' "the worker by full name, function and telephone"
like "$(cat house.html)" 'Dit is uw plan: wat u wilt bereiken' "and the client is spoken to as the model says"
like "$(fasen-plan -m house/model.rec -T text $today "$samples/2025-0012.rec")" 'klagen kan ook bij$' "where to complain"
if [ -x "$BUILD/bin/fasen-pdf" ]; then
	runs 0 "in pdf" fasen-plan -m house/model.rec -T pdf $today "$samples/2025-0012.rec"
	cp out house.pdf
	like "$(pdftotext house.pdf -)" 'Stichting <De> Haven' "too"
fi
rm house/logo.png
runs 2 "a logo that is not there" fasen-plan -m house/model.rec -T html $today "$samples/2025-0012.rec"
like "$(cat err)" 'house/model.rec: error: Logo: no PNG' "is said"
unlike "$(cat out)" '<img' "and left out"

# The plan against the records
plan=$samples/2024-0007.rec
fasen-plan -T text $today "$plan" >plan
goals=$(recsel -e "Record = 'doel'" -CP Doel "$plan" | grep . | sort -u | wc -l)
is "$(grep -cE '^d[0-9]+ ' plan)" "$goals" "each goal of the records is in the plan"
actions=$(recsel -e "Record = 'werkpunt'" -CP Werkpunt "$plan" | grep . | sort -u | grep -cE '^d1[12]\.')
is "$(grep -oE '^d1[12]\.[0-9]+ ' plan | sort -u | wc -l)" "$actions" "and the steps of those that are open"
fasen-domains --person -T text $today "$plan" >person
strengths=$(recsel -e "Record = 'kracht'" -c "$plan")
is "$(grep -cE '\((Vaardigheid|Interesse|Kennis|Kwaliteit|Contact|Mogelijkheid)\)' person)" "$strengths" "each strength is in the description"

fasen-domains --person -T text -m "$models/zes-leefgebieden.rec" $today "$plan" >person
is "$(grep -cE '\((Vaardigheid|Interesse|Kennis|Kwaliteit|Contact|Mogelijkheid)\)' person)" "$strengths" "also under a model that has not all its domains"
like "$(cat person)" '^lichamelijk$' "which go by their codes"

# Changes since the evaluation, and who has agreed
like "$(cat plan)" '^Veranderd sinds het gesprek van 25 augustus 2026$' "what changed since the last evaluation"
like "$(cat plan)" '^d12\.2 Vrije dagen regelen.* nog niet begonnen  *behaald op 22 oktober 2026' "an action"
fasen-plan -T text --today=2026-08-25 "$plan" >then
like "$(cat then)" 'Veranderd tussen de gesprekken van 19 mei 2026 en 25 augustus 2026' "at the meeting: since the one before"
like "$(cat plan)" '^Cliënt: Włodzimierz Żurkowiak \(akkoord op 20 november 2025\)$' "agreed after the last change"
fasen-plan --amend=d11 --streefdatum=2027-03-31 --date=2026-10-30 $today "$plan" | fasen-plan -T text $today >plan
like "$(cat plan)" '^Dit plan is daarna nog veranderd, voor het laatst op 30 oktober 2026. Wil je' "a goal that changed asks for a new signature"
like "$(cat plan)" '^Cliënt: Włodzimierz Żurkowiak$' "the line is empty again"
fasen-plan --refuse=plan --wie=client --date=2026-10-29 $today "$plan" | fasen-plan --amend=d11 --streefdatum=2027-03-31 --date=2026-10-30 $today |
	fasen-plan -T text $today >plan
like "$(cat plan)" '^Je was het niet eens met dit plan. Daarna is het veranderd, voor het laatst op$' "after a refusal there is nothing to sign again"
unlike "$(cat plan)" 'opnieuw tekenen' "and it does not ask to"

# All that the plan shows of a goal, an action or the network is compared, in the words of the document
fasen-plan --amend=d11 --leefgebied=werk --termijn=kort --prioriteit=3 --kracht=Geduld --kracht=Humor --onder=d12 $today "$plan" |
	fasen-plan --amend=d11.2 --wie=client --inzet=Tijd $today | fasen-domains --network=Ola --geeft=Raad $today >amended.rec
fasen-plan -T html --lang=en $today amended.rec | xmllint --xpath '//*[local-name() = "table"][.//*[. = "Then"]]/*[local-name() = "tbody"]' - | sed 's/<br\/>//; s/<\/*span[^>]*>//g; s/<[^>]*>/|/g; s/||*/|/g' >changes
is "$(sed -n '/: life domain/,/: what the/p' changes | sed 's/^|[^|]*: /|/')" "|life domain|Housing|Work and activities|
|parent goal|–|d12|
|term|long|short|
|priority|1|3|
|strengths that help|Ik bewaar alle papieren op volgorde
Ik kan alles repareren: kranen, fietsen, sloten, radio's|Geduld
Humor|
|who|anna|Włodek|
|what the support worker does|–|Tijd|" "what was amended"
like "$(cat changes)" '^\|Ola: gives\|.*\|Raad\|$' "and who gives otherwise"

like "$(fasen-plan --evaluate=uitstroom --soort=eind $today "$plan" | fasen-plan -T text $today)" '^Besluit  *afronden$' "a decision is said in words, as in the timeline"

# Goals under each other, in a circle, under one that is finished, under none that exists: each once
goal() {
	printf 'Record: doel\nClient: g\nOp: 2026-02-02\nDoel: %s\nLeefgebied: wonen\nTekst: T\nOnder: %s\nPrioriteit: %s\n\n' "$1" "$2" "$3"
}
{
	printf 'Record: client\nClient: g\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n'
	goal d1 d2 3; goal d2 d1 3; goal d3 d3 2; goal d4 d5 ''; goal d5 '' 1; goal d10 d6 ''; goal d6 d99 ''; goal d7 d6 1
	printf 'Record: stand\nClient: g\nOp: 2026-03-01\nDoel: d6\nStand: behaald\n\n'
} >goals.rec
is "$(fasen-plan -T text $today goals.rec | grep -oE '^d[0-9]+ ' | tr -d '\n')" "d5 d4 d7 d10 d3 d1 d2 d6 " "the order of goals"

# Nothing to show is a document too, and a malformed dossier spoils no other.
runs 0 "no client" fasen-plan -T html $today /dev/null
ok "is well-formed" xmllint --noout out
{ cat goals.rec; printf 'Record: client\nClient: bad\nnonsense\n\n'; } >bad.rec
runs 2 "a malformed dossier" fasen-plan -T html $today bad.rec
is "$(read_markup article <out)" 1 "the others are there"

# Six, seven, eight and thirteen domains, and as many axes
thirteen() {
	printf 'Record: client\nClient: z\nNaam: N\nAangemeld: 2025-01-06\nHulpvraag: H\n\n'
	for domain in $(recsel -e "Record = 'leefgebied'" -CP Code "$1"); do
		for score in 2025-02-10,1 2026-02-10,4; do
			printf 'Record: leefgebied\nClient: z\nOp: %s\nLeefgebied: %s\nScore: %s\nSituatie: S\n\n' ${score%,*} $domain ${score#*,}
		done
	done
}
for model in "$models/zes-leefgebieden.rec" "$TOP/samples/model.rec" "$models/acht-leefgebieden.rec" "$models/zrm-dertien.rec"; do
	thirteen "$model" >z.rec
	n=$(recsel -e "Record = 'leefgebied'" -c "$model")
	runs 0 "a web of $n domains" fasen-domains -T svg -m "$model" $today z.rec
	ok "is well-formed" xmllint --noout out
	is "$(grep -c 'text-anchor="\(start\|end\|middle\)"><tspan' out)" "$n" "$n names"
	is "$(grep -o '1 → 4' out | wc -l)" "$n" "$n pairs of first and latest"
	is "$(read_markup desc <out)" 1 "a description"
	ok "small enough to mail" test "$(wc -c <out)" -lt 20000
	fasen-domains --person -T ms -m "$model" $today z.rec | groff -ww -ms -Tpdf 2>err >z.pdf
	is "$(cat err)" "" "the description of $n domains is printed"
done

# Thirteen long names do not stand on another, nor on the title or the legend.
sed '/^Record: leefgebied/,/^$/ s/^Naam: .*/Naam: Activiteiten van het dagelijks leven in en om het huis/' "$models/zrm-dertien.rec" >long-names.rec
fasen-domains -T svg -m long-names.rec $today z.rec >out
cat >apart.py <<'END'
import re, sys
svg = sys.stdin.read()
title = float(re.search(r' y="([\d.]+)" font-size="14"', svg).group(1))
legend = min(float(y) for y in re.findall(r' y="([\d.]+)" font-size="12"', svg))
sides, last = {}, []
for side, name in re.findall(r'font-size="13" text-anchor="(\w+)">(<tspan.*)</text>', svg):
    ys = [float(y) for y in re.findall(r' y="([\d.]+)"', name)]
    sides.setdefault(side, []).append((ys[0], ys[-1]))
    last += [ys[-1]]
    if ys[0] < title + 16 or ys[-1] > legend - 16:
        print("a name on the title or the legend")
for names in sides.values():
    names.sort()
    for above, below in zip(names, names[1:]):
        if below[0] < above[1] + 16:
            print("a name on another")
print(len(last))
END
is "$(python3 apart.py <out)" 13 "thirteen long names are apart"

# Scales are never mixed: a web for each.
cat >two-scales.rec <<'END'
Record: schaal
Code: cijfer
Naam: Rapportcijfer
Min: 1
Max: 10

END
{ cat "$TOP/samples/model.rec"; echo; cat two-scales.rec; } >scales.rec
{
	thirteen "$TOP/samples/model.rec"
	printf 'Record: leefgebied\nClient: z\nOp: 2026-03-01\nLeefgebied: wonen\nScore: 9\nSchaal: cijfer\n\n'
} >z.rec
runs 0 "two scales" fasen-domains -T svg -m scales.rec $today z.rec
is "$(grep -cE '>(Zelfredzaamheid|Rapportcijfer)</text>' out)" 2 "a web for each"
is "$(grep -oE '[0-9]+ → [0-9]+' out | sort -u)" "1 → 4" "no step from one scale to the other"

# The name of a scale is printed with its table, wherever on the page that falls.
for lines in $(seq 16 23); do
	{ sed '/^Hulpvraag/q' z.rec; yes '+ H' | head -n "$lines"; sed '1,/^Hulpvraag/d' z.rec; } >long.rec
	fasen-plan -T ms -m scales.rec $today long.rec | groff -ms -Tpdf | pdftotext -layout - - | tr -d '\f' | grep -vE '^ *$' |
		grep -A1 -E '^ *Rapportcijfer' | tail -n 1
done >below
is "$(grep -cE '^ *Leefgebied ' below)" 8 "a caption is never alone at the foot of a page"

done_testing
