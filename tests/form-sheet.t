#!/bin/sh
# SPDX-License-Identifier: ISC
# Forms as papers: --form -T pdf with lines to write on, -T html to fill in without a network and read back with --fill.
. "$(dirname "$0")/lib.sh"
needs fasen-pdf pdftotext xmllint recsel python3

samples=$TOP/samples/dossiers
today=--today=2026-11-01

sheet() { # COMMAND OPTION...
	runs 0 "$* -T pdf" "$@" -T pdf $today
	mv out form.pdf
	pdftotext -layout form.pdf words
	is "$(cat err)" "" "without a word"
	runs 0 "$* -T html" "$@" -T html $today
	mv out form.html
	ok "is well-formed" xmllint --noout form.html
	is "$(sed 's/ xmlns="[^"]*"//' form.html | grep -ciE '(src|href)=|https?://')" 0 "and asks nothing of a network"
}
# of FIELD: how many there are to fill in
of() { grep -o "data-field=\"$1\"" form.html | wc -l; }

sheet fasen-intake --form
like "$(cat words)" 'Waar wil je hulp bij' "a registration asks in the client's words"
is "$(of Naam) $(of Hulpvraag) $(of Vraag)" "1 1 7" "for what a client record needs"
fasen-intake --form -T pdf --lang=en >en.pdf
like "$(pdftotext en.pdf -)" 'What do you want help with' "also in English"
sed 's/^Naam: 8-fasenmodel$/&\nAanspreken: u/' "$TOP/samples/model.rec" >u.rec
like "$(fasen-intake --form -T html -m u.rec)" 'Waar wilt u hulp bij' "or with u, as the model says"

sheet fasen-domains --form "$samples/2025-0012.rec"
like "$(head -30 words)" 'Jouw krachten' "a description begins with strengths"
like "$(cat words)" 'Twintig jaar kennis van medicijnen' "those that are known"
is "$(of Soort) $(of Leefgebied | awk '{ print ($1 > 14) }')" "6 1" "of six kinds, then each domain"
is "$(grep -n 'data-field="Score"' form.html | head -1 | cut -d: -f1)" \
	"$(grep -n 'data-field="\(Score\|Situatie\)"' form.html | grep -A1 Situatie | grep Score | head -1 | cut -d: -f1)" "scores come last"

sheet fasen-plan --form "$samples/2025-0012.rec"
like "$(cat words)" 'Ik werk in een apotheek' "a plan has the goals that there are"
like "$(cat words)" 'handtekening' "and lines to sign on"
like "$(cat form.html)" 'data-field="Wie" value="client"/> ik<' "who does a step is said in the client's voice, and is a code"

sheet fasen-plan --form=evaluatie "$samples/2025-0031.rec"
is "$(of Tevredenheid) $(of Stand)" "11 12" "an evaluation has marks, and how each open goal is going; each can be left open again"
like "$(cat form.html)" '☹' "with faces beside them"
like "$(cat form.html)" 'value="voortzetten"/> doorgaan<' "decisions in plain words"
like "$(tr -s ' ' <words)" '^ ?1 2 3 4 5 6 7 8 9 10$' "on paper a scale is drawn"

# What the page saves
cat >saved <<'E2'
Record: stand
Client: 2025-0031
Doel: d4
Stand: bezig
Toelichting: Eerste regel
+ tweede
Door: client

Record: evaluatie
Client: 2025-0031
Tevredenheid: 9
Besluit: voortzetten
Soort: tussentijds
Volgende: 2027-02-01
Door: client

E2
runs 0 "what was saved is read back" fasen-plan --fill=saved $today --by=fatima "$samples/2025-0031.rec"
is "$(recsel -e "Op = '2026-11-01'" -p Record,Door,Toelichting,Tevredenheid out)" "Record: stand
Door: client
Toelichting: Eerste regel
+ tweede

Record: evaluatie
Door: client
Tevredenheid: 9" "as what the client said"
sed 's/^Door: client/Door: anna/' saved >other
runs 2 "somebody else's name is no such form" fasen-plan --fill=other $today "$samples/2025-0031.rec"
like "$(cat err)" 'Door: .*Door: client' "which is said"
printf 'Record: stand\nClient: 2025-0031\nDoel: d4\nDoor: client\n\n' >nothing
fasen-plan -n --fill=nothing $today "$samples/2025-0031.rec" >out
is "$(cat out)" "" "a form with nothing filled in records nothing"

# What is known is filled in, all of it; emptied it is cleared, as with the text of a form
cat >known.rec <<'E2'
Record: client
Client: k1
Naam: Ada Ader
Roepnaam: Ada
Aangemeld: 2026-03-02
Hulpvraag: Eerste regel
+ tweede regel
Vraag: wonen
Vraag: werk
Contact: 06 00000001
Contact: bij Bo
Gemeente: Emmen
Geboren: 1990-01-02

Record: leefgebied
Client: k1
Op: 2026-03-03
Leefgebied: wonen
Situatie: Kamer
Zorg: De huur

Record: netwerk
Client: k1
Op: 2026-03-03
Naam: Bo
Relatie: broer
Geeft: eten
Krijgt: hulp

E2
chmod 600 known.rec
fasen-intake --form -T pdf $today known.rec >known.pdf
like "$(pdftotext -layout known.pdf - | sed 's/\xc2\xa0/ /g' | tr -s ' \n\f' ' ')" '■ Wonen .*■ Werk en activiteiten .*06 00000001 bij Bo' "every value is on paper"

# saved SCRIPT: what the page saves when a browser has run that
saved() {
	{
		sed '/<\/body>/,$d' form.html
		cat <<-E3
			<script>
			HTMLAnchorElement.prototype.click = function () { };
			URL.createObjectURL = function (b) { b.text().then(function (t) {
			var p = document.createElement('pre'); p.textContent = t; document.body.replaceChildren(p); }); return ''; };
			function field(kind, name, key) { return Array.from(document.querySelectorAll('.record')).filter(function (r) {
			return r.dataset.kind === kind && (!key || Array.from(r.querySelectorAll('[type=hidden]')).some(function (h) {
			return h.value === key; })); })[0].querySelectorAll('[data-field=' + name + ']'); }
			function choose(kind, name, value) { Array.from(field(kind, name)).find(function (i) {
			return i.value === value; }).checked = true; }
			$1
			document.getElementById('save').click();
			</script></body></html>
		E3
	} >page.html
	timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/browser" --virtual-time-budget=2000 \
		--dump-dom "file://$PWD/page.html" 2>/dev/null | python3 -c 'import html, re, sys
print(html.unescape(re.search("<pre>(.*?)</pre>", sys.stdin.read(), re.S).group(1)), end="")'
}
# alike COMMAND: a form that was saved says the same as the text of the form, filled in
alike() {
	cp known.rec a.rec
	cp known.rec b.rec
	runs 0 "$1: the text of a form" "$1" -i --fill=edited $today --by=ines a.rec
	runs 0 "$1: what a browser saved" "$1" -i --fill=saved $today --by=ines b.rec
	is "$(cat b.rec)" "$(sed 's/^Door: ines$/Door: client/' a.rec)" "$1: both say the same, the one said by the client"
	ok "$1: and something" test "$(wc -l <a.rec)" -gt "$(wc -l <known.rec)"
}
if command -v chromium >/dev/null; then
	fasen-intake --form -T html $today known.rec >form.html
	is "$(saved '')" "" "untouched it saves nothing"
	saved "document.getElementById('self').checked = true;
		field('client', 'Gemeente')[0].value = ''; field('client', 'Geboren')[0].value = '';
		field('client', 'Roepnaam')[0].value = 'Ad\\\\';
		field('client', 'Hulpvraag')[0].value = 'Eerste regel\\n\\nderde \"regel\" & <b>';
		field('client', 'Contact')[0].value = '06 00000001\\nbij Cas\\n';
		field('client', 'Vraag')[0].checked = true;" >saved
	fasen-intake --form $today known.rec | sed 's/^Gemeente:.*/Gemeente:/; s/^Geboren:.*/Geboren:/; s/^Roepnaam:.*/Roepnaam: Ad\\\\\n/
		s/^+ tweede regel/+ \n+ derde "regel" \& <b>/; s/^Contact: bij Bo/Contact: bij Cas/
		s/^Vraag: wonen/Vraag: zingeving\n&/' >edited
	alike fasen-intake
	like "$(cat b.rec)" '^Gemeente:$' "what was emptied is cleared"
	fasen-domains --form -T html $today known.rec >form.html
	saved "document.getElementById('self').checked = true;
		field('leefgebied', 'Zorg', 'wonen')[0].value = ''; field('leefgebied', 'Wens', 'wonen')[0].value = 'Een deur';
		field('netwerk', 'Krijgt', 'Bo')[0].value = ''; field('kracht', 'Tekst', 'kennis')[0].value = 'Ik ken de stad';
		field('kracht', 'Leefgebied', 'kennis')[1].checked = true;" >saved
	cat >edited <<-'E3'
		Record: kracht
		Client: k1
		Leefgebied: wonen
		Soort: kennis
		Tekst: Ik ken de stad

		Record: leefgebied
		Client: k1
		Records: 3
		Leefgebied: wonen
		Wens: Een deur
		Zorg:

		Record: netwerk
		Client: k1
		Records: 3
		Naam: Bo
		Krijgt:

	E3
	alike fasen-domains
	fasen-plan --form -T html $today known.rec >form.html
	saved "document.getElementById('self').checked = true;
		field('doel', 'Tekst')[0].value = 'أريد بيتا, een \"huis\" & <tuin>';
		choose('doel', 'Leefgebied', 'wonen'); field('doel', 'Streefdatum')[0].value = '2027-01-31';
		field('werkpunt', 'Tekst')[0].value = 'Bellen\\nen dan langsgaan'; choose('werkpunt', 'Wie', 'client');
		field('akkoord', 'Afspraak')[0].value = 'We bellen op maandag\\nPost blijft dicht';
		choose('akkoord', 'Akkoord', 'ja');" >saved
	cat >edited <<-'E3'
		Record: doel
		Client: k1
		Tekst: أريد بيتا, een "huis" & <tuin>
		Leefgebied: wonen
		Streefdatum: 2027-01-31

		Record: werkpunt
		Client: k1
		Tekst: Bellen
		+ en dan langsgaan
		Wie: client

		Record: akkoord
		Client: k1
		Wie: client
		Waarop: plan
		Afspraak: We bellen op maandag
		Afspraak: Post blijft dicht
		Akkoord: ja

	E3
	alike fasen-plan
	is "$(recsel -e "Werkpunt != ''" -P Doel,Door b.rec | paste -sd ' ' -)" "d1 client" "a step belongs to the goal that it stands below, and the client said it"
	cp b.rec known.rec
	fasen-plan --form=evaluatie -T html $today known.rec >form.html
	saved "document.getElementById('self').checked = true;
		choose('stand', 'Stand', 'behaald'); field('stand', 'Toelichting')[0].value = 'Gelukt';
		choose('evaluatie', 'Tevredenheid', '8'); choose('evaluatie', 'Samenwerking', '10');
		choose('evaluatie', 'Besluit', 'voortzetten'); choose('evaluatie', 'Soort', 'tussentijds');
		field('evaluatie', 'Volgende')[0].value = '2027-03-01'; field('evaluatie', 'Aanwezig')[0].value = 'Ada\\nBo';" >saved
	cat >edited <<-'E3'
		Record: stand
		Client: k1
		Doel: d1
		Stand: behaald
		Toelichting: Gelukt

		Record: evaluatie
		Client: k1
		Tevredenheid: 8
		Samenwerking: 10
		Besluit: voortzetten
		Soort: tussentijds
		Volgende: 2027-03-01
		Aanwezig: Ada
		Aanwezig: Bo

	E3
	alike fasen-plan
else
	skip "the page in a browser" "no chromium"
fi

like "$(fasen-plan -T text --today=2026-11-28 "$samples/2025-0031.rec" | sed 's/\xc2\xa0/ /g')" '^Volgend gesprek +12 oktober 2026 \(die dag is voorbij\)$' "a plan says so where the day of the next talk has passed"
like "$(fasen-plan -T text --today=2026-11-28 "$samples/2025-0031.rec")" '^Besluit +doorgaan$' "and what was decided in plain words"

runs 2 "another format" fasen-plan --form -T csv
like "$(cat err)" 'html or pdf' "is refused"
runs 2 "a part of a plan" fasen-plan --form=notitie -T pdf
runs 2 "-T without --form" fasen-intake -T pdf "$samples/2025-0031.rec"
done_testing
