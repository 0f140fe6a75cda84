#!/bin/sh
# SPDX-License-Identifier: ISC
# What fasen-domains records, by each of its verbs, and what it refuses.
. "$(dirname "$0")/lib.sh"
needs xmllint python3 recsel

samples=$TOP/samples/dossiers
d() { fasen-domains --today=2026-11-01 "$@"; }

cat >a.rec <<'END'
Record: client
Client: a
Naam: Wil Voorbeeld
Aangemeld: 2026-01-05
Hulpvraag: Rust in huis

Record: kracht
Client: a
Op: 2026-01-06
Leefgebied: werk
Soort: kennis
Tekst: Ik weet alles van fietsen

END
sed 's/^Client: a/Client: b/' a.rec >b.rec

# Asked for nothing.
all=0
for f in "$samples"/*.rec; do
	d "$f" | cmp -s - "$f" || all=1
done
is "$all" 0 "asked for nothing, each sample comes out as it went in"
cat "$samples"/*.rec >stream
d "$samples" >out
same out stream "and so does the stream of them all"

# --domain
runs 0 "a life domain with all its fields" d -n --domain=wonen --score=3 --situatie='Een flat' --wens='Een tuin' --zorg='Lawaai' a.rec
is "$(cat out)" "Record: leefgebied
Client: a
Op: 2026-11-01
Leefgebied: wonen
Score: 3
Schaal: zelfredzaamheid
Situatie: Een flat
Wens: Een tuin
Zorg: Lawaai
Door: tester" "every field stands in the record, the scale by name"
is "$(cat err)" "fasen-domains: a.rec:1: warning: Zorg: wonen has a concern and no strength" "a concern without a strength is signalled"
d -n --domain=werk --zorg='Geen baan' a.rec 2>err >/dev/null
is "$(cat err)" "" "and not where there is a strength"
is "$(d -n --domain=werk --nvt='Met pensioen' a.rec | recsel -P Nvt)" "Met pensioen" "a domain is set aside with a reason"
is "$(d --domain=wonen --score=3 --date=2026-10-30 --by=els a.rec | recsel -e 'Leefgebied = "wonen"' -p Op,Door,Vastgelegd)" "Op: 2026-10-30
Door: els
Vastgelegd: 2026-11-01" "--date is Op, --by is Door, and Vastgelegd says when it was recorded"
runs 2 "--domain alone records nothing" d --domain=wonen a.rec
like "$(cat err)" "asks for at least one of --score" "and says what it asks for"
runs 2 "--nvt with --score is a wrong call" d --domain=wonen --score=3 --nvt='x' a.rec
runs 2 "--schaal without --score is a wrong call" d --domain=wonen --zorg=x --schaal=zelfredzaamheid a.rec
runs 2 "a score that is no number is a wrong call" d --domain=wonen --score=veel a.rec
is "$(cat out)" "" "and nothing was read"

# Refused: the dossier passes unchanged, exit 1.
refused() { # DESC REGEX ARGUMENT...
	_what=$1 _regex=$2
	shift 2
	runs 1 "$_what is refused" d "$@" a.rec
	like "$(cat err)" "$_regex" "$_what: what was expected"
	same out a.rec "$_what: the dossier passes unchanged"
}
refused "an unknown domain" 'Leefgebied: "wone" is not in the model; expected one of zingeving wonen .* werk; did you mean "wonen"\?' --domain=wone --score=3
refused "a score off the scale" 'Score: off the scale zelfredzaamheid; expected 1 \.\.\. 5' --domain=wonen --score=6
refused "an unknown scale" 'Schaal: "zrm" is not in the model; expected one of zelfredzaamheid' --domain=wonen --score=3 --schaal=zrm
refused "a date before registration" 'Op: before the registration on 2026-01-05' --domain=wonen --score=3 --date=2026-01-04
refused "an unknown kind of strength" 'did you mean "kennis"' --strength='Ik kan het' --leefgebied=werk --soort=kenis
refused "a new person without relation" 'Relatie: missing; the first record of a netwerk, by date, asks for it' --network=Kees
refused "one wrong score of several" 'Leefgebied: "werkk"' --scores=wonen=2,werkk=3
unlike "$(cat err)" "Voorbeeld|Kees" "no message shows a name"

# --scores
d -n --scores=wonen=2,werk=3 --date=2026-06-01 a.rec >out
is "$(recsel -p Leefgebied,Score,Schaal out)" "Leefgebied: wonen
Score: 2
Schaal: zelfredzaamheid

Leefgebied: werk
Score: 3
Schaal: zelfredzaamheid" "--scores makes a record for each"
is "$(d -n --scores='wonen=2, werk=3' a.rec | recsel -P Leefgebied | grep .)" "wonen
werk" "a blank behind the comma does no harm"
for wrong in wonen wonen= =3 wonen=2,, wonen=2,wonen=3 wonen=hoog; do
	runs 2 "--scores=$wrong is a wrong call" d --scores="$wrong" a.rec
done
runs 2 "--scores takes no --zorg" d --scores=wonen=2 --zorg=x a.rec

# --strength and --network
is "$(d -n --strength='Ik luister goed' --leefgebied=relaties --soort=kwaliteit a.rec | recsel -p Record,Leefgebied,Soort,Tekst)" \
"Record: kracht
Leefgebied: relaties
Soort: kwaliteit
Tekst: Ik luister goed" "a strength"
runs 2 "a strength asks for its kind" d --strength='Ik luister goed' --leefgebied=relaties a.rec
runs 2 "and for a text" d --strength= --leefgebied=relaties --soort=kwaliteit a.rec
runs 2 "and for its domain" d --strength='Ik luister goed' --soort=kwaliteit a.rec
d --network='Tante Riet' --relatie=tante --leefgebied=wonen --geeft='Soep' a.rec >n.rec
is "$(recsel -e 'Record = "netwerk"' -p Naam,Relatie,Leefgebied,Geeft n.rec)" \
"Naam: Tante Riet
Relatie: tante
Leefgebied: wonen
Geeft: Soep" "a person of the network"
is "$(d -n --network='Tante Riet' --krijgt='Gezelschap' n.rec | recsel -p Naam,Krijgt)" \
"Naam: Tante Riet
Krijgt: Gezelschap" "what a known person receives needs no relation again"

# One thing a call.
runs 2 "two verbs" d --domain=wonen --score=2 --strength=x a.rec
runs 2 "a verb twice" d --domain=wonen --domain=werk --score=2 a.rec
runs 2 "a view and a verb" d --domain=wonen --score=2 -T tsv a.rec
runs 2 "--person and a verb" d --person --domain=wonen --score=2 a.rec
runs 2 "a field of another record" d --domain=wonen --score=2 --soort=kennis a.rec
runs 2 "a field without a verb" d --score=2 a.rec
runs 2 "the verb's field once more" d --domain=wonen --leefgebied=werk --score=2 a.rec
runs 2 "--strength's text once more" d --strength=x --tekst=y --leefgebied=werk --soort=kennis a.rec
runs 2 "--network's name once more" d --network=x --naam=y --relatie=z a.rec
runs 2 "-i without a verb" d -i a.rec
runs 2 "-n with a view" d -n -T tsv a.rec
is "$(cat out)" "" "a wrong call reads and writes nothing"

# In place, of one client, in a pipe.
cp a.rec i.rec
runs 0 "in place" d -i --domain=wonen --score=4 i.rec
is "$(cat out)" "" "prints nothing"
ok "only adds" sh -c 'cmp -n "$(wc -c <a.rec)" a.rec i.rec'
is "$(recsel -e 'Record = "leefgebied"' -P Score i.rec)" 4 "and added the score"
cat a.rec b.rec | d -c b --domain=wonen --score=4 >out
is "$(recsel -e 'Record = "leefgebied"' -P Client out)" b "-c touches one client"
runs 2 "-i over two dossiers asks for -c or --all" d -i --domain=wonen --score=4 a.rec b.rec
runs 1 "-c of nobody" d -c nobody --domain=wonen --score=4 a.rec
d --domain=wonen --score=2 --date=2026-02-01 a.rec | d --domain=wonen --score=4 | d --strength='Ik poets graag' --leefgebied=wonen --soort=interesse >pipe.rec
is "$(d -T tsv pipe.rec | awk -F'\t' '$2 == "wonen"')" "$(printf 'a\twonen\tzelfredzaamheid\t2\t2026-02-01\t2\t2026-02-01\t4\t2026-11-01\t2\tIk poets graag\t\t')" \
	"a pipe of calls adds up"

is "$(d --domain=wonen --score=5 --date=2026-10-31 pipe.rec | d -T tsv | awk -F'\t' '$2 == "wonen"' | cut -f 4-10)" \
	"$(printf '2\t2026-02-01\t5\t2026-10-31\t4\t2026-11-01\t2')" "first, previous and latest go by day, the change is since the first"

# A closed dossier is recorded in all the same.
sed -n 1,6p a.rec >closed.rec
printf 'Record: uitstroom\nClient: a\nOp: 2026-03-01\nReden: verhuisd\n\n' >>closed.rec
runs 0 "a closed dossier" d -n --domain=wonen --score=4 closed.rec
like "$(cat err)" "warning: Op: after the closing on 2026-03-01" "gives a warning"

# The guide's questions.
runs 0 "--ask reads no dossier" d --ask </dev/null
is "$(grep -c '^  - ' out)" "$(recsel -e 'Record = "leefgebied" || Record = "krachtsoort"' -P Vraag "$TOP/samples/model.rec" | grep -c .)" \
	"--ask shows every question of the model"
is "$(d --ask=wonen | head -n 1)" "Wonen: huisvesting, buurt of wijk, vervoer, huishouden" "--ask=CODE begins with the domain"
is "$(d --ask=wonen --lang=en | sed -n 2p)" "  - Where do you feel at home, and why is that?" "--lang=en asks in English"
is "$(d --ask=kennis -T tsv | cut -f 1,2 | sort -u)" "$(printf 'krachtsoort\tkennis\nrecord\tcode')" "--ask=CODE is of a kind of strength too, and a table"
runs 2 "--ask of nothing known" d --ask=kenis
like "$(cat err)" 'did you mean "kennis"' "says what is near"
runs 2 "--ask with files" d --ask a.rec
runs 2 "--ask with a wrong format" d --ask -T svg

# Views agree with the records.
for f in "$samples"/*.rec; do
	d -T tsv "$f" >rows 2>/dev/null
	id=$(basename "$f" .rec)
	for domain in $(recsel -e 'Record = "leefgebied"' -P Leefgebied "$f" | grep . | sort -u); do
		want=$(recsel -e "Record = \"leefgebied\" && Leefgebied = \"$domain\" && Score != \"\"" -p Op,Score "$f" | sed -n 's/^Score: //p' | tail -n 1)
		got=$(awk -F'\t' -v d="$domain" '$2 == d { print $8 }' rows)
		[ "$want" = "$got" ] || echo "$id $domain: $got, not $want"
	done
done >differ
is "$(cat differ)" "" "the latest score of each domain of each sample is the last record's"
want=$(for f in "$samples"/*.rec; do recsel -e 'Record = "kracht"' -P Tekst "$f"; done | grep -c .)
is "$(d -T json "$samples" | python3 -c 'import json, sys
print(sum(len(r["krachten"].split("; ")) for r in json.load(sys.stdin)["tables"][0]["rows"] if r["krachten"]))')" "$want" \
	"as many strengths in the table as records"
is "$(d -T csv a.rec | head -n 1 | tr -d '\r')" "client,leefgebied,schaal,eerste,eerste_op,vorige,vorige_op,laatste,laatste_op,verandering,krachten,wens,nvt" "the columns are these"
for model in "$TOP"/samples/models/*.rec; do
	want=$(recsel -e 'Record = "leefgebied"' -c "$model")
	is "$(d -m "$model" -T tsv a.rec 2>/dev/null | tail -n +2 | cut -f 2 | sort -u | wc -l)" "$want" "a row for each domain of $(basename "$model")"
	is "$(d -m "$model" --form | grep -c '^Record: leefgebied')" "$want" "and a record in the form"
done
# Scales are never taken together; a new trajectory is measured by its own scores.
{ cat "$TOP/samples/model.rec"; printf '\nRecord: schaal\nCode: tien\nNaam: Tien\nMin: 1\nMax: 10\n'; } >two.model
d -m two.model --scores=wonen=8 --schaal=tien pipe.rec >two.rec
is "$(d -m two.model -T tsv two.rec | awk -F'\t' '$2 == "wonen"' | cut -f 3-10)" \
	"$(printf 'zelfredzaamheid\t2\t2026-02-01\t2\t2026-02-01\t4\t2026-11-01\t2\ntien\t8\t2026-11-01\t\t\t8\t2026-11-01\t')" "a row for each scale"
d -m two.model --form=leefgebied two.rec >two.form
is "$(recsel -e 'Leefgebied = "wonen"' -P Schaal two.form)" "tien" "the form asks on the scale of the last score"
sed '/^Leefgebied: wonen/,/^$/ s/^Score:/Score: 9/' two.form | d -m two.model -n --fill=- two.rec >out
is "$(recsel -p Score,Schaal out)" "Score: 9
Schaal: tien" "and records it so"
cat pipe.rec - >again.rec <<'END'
Record: uitstroom
Client: a
Op: 2026-11-02
Reden: verhuisd

Record: fase
Client: a
Op: 2026-11-03
Fase: aanmelding

END
is "$(fasen-domains --today=2026-11-09 -T tsv again.rec | awk -F'\t' '$2 == "wonen"' | cut -f 4,8)" "$(printf '2\t4')" "without scores of its own a new trajectory shows all"
is "$(fasen-domains --today=2026-11-09 --domain=wonen --score=3 again.rec | fasen-domains --today=2026-11-09 -T tsv | awk -F'\t' '$2 == "wonen"' | cut -f 4,6,8,10)" \
	"$(printf '3\t\t3\t')" "with them, those"

runs 2 "an unknown format" d -T rtf a.rec
runs 0 "a svg" d -T svg pipe.rec
ok "is XML" xmllint --noout out
runs 1 "a svg of two clients" d -T svg pipe.rec "$samples/2025-0031.rec"
ok "shows the first" xmllint --noout out
runs 0 "--person" d --person "$samples/2025-0031.rec"
runs 0 "--person -T html" d --person -T html "$samples/2025-0031.rec"
ok "is XML" xmllint --noout out
runs 2 "--person -T tsv" d --person -T tsv a.rec
# People read names, programs codes.
for lang in nl:Financiën:Zelfredzaamheid en:Finances:Self-reliance; do
	COLUMNS=200 fasen-domains -T text --lang="${lang%%:*}" --today=2026-11-01 "$TOP/samples/dossiers/2025-0031.rec" >out
	like "$(cat out)" "^2025-0031  $(echo "$lang" | sed 's/^[^:]*:\([^:]*\):\(.*\)/\1 *\2/')  " "names in text, --lang=${lang%%:*}"
	unlike "$(cat out)" 'financien|zelfredzaamheid' "and no codes"
done
like "$(fasen-domains -T tsv --lang=en --today=2026-11-01 "$TOP/samples/dossiers/2025-0031.rec")" '^2025-0031	financien	zelfredzaamheid	' "codes in tsv"

done_testing
