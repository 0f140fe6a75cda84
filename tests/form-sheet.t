#!/bin/sh
# Forms as papers: --form -T pdf with lines to write on, -T html to fill in without a network and read back with --fill.
. "$(dirname "$0")/lib.sh"
needs fasen-pdf pdftotext xmllint recsel

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
	is "$(grep -ciE '(src|href)=|https?://' form.html | sed 's/^1$/0/')" 0 "and asks nothing of a network"
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

sheet fasen-plan --form=evaluatie "$samples/2025-0031.rec"
is "$(of Tevredenheid) $(of Stand)" "10 10" "an evaluation has marks, and how each open goal is going"
like "$(cat words)" '☹' "with faces beside them"

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

runs 2 "another format" fasen-plan --form -T csv
like "$(cat err)" 'html or pdf' "is refused"
runs 2 "a part of a plan" fasen-plan --form=notitie -T pdf
runs 2 "-T without --form" fasen-intake -T pdf "$samples/2025-0031.rec"
done_testing
