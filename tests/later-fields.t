#!/bin/sh
# SPDX-License-Identifier: ISC
# Kinds and fields that came after the format: an older program passes them on, so no dossier is malformed for them.
. "$(dirname "$0")/lib.sh"
needs recsel

cat >a.rec <<'END'
Record: client
Client: a
Aangemeld: 2026-01-05
Naam: Noor
Hulpvraag: Help
Vervangt: b
Vervangt: c
Vervangt_extern: b 77

Record: fase
Client: a
Op: 2026-01-05
Fase: aanmelding

Record: kracht
Client: a
Op: 2026-01-06
Leefgebied: wonen
Soort: kennis
Tekst: Kent de weg.
Tot: 2026-12-01

Record: netwerk
Client: a
Op: 2026-01-06
Naam: Oma
Relatie: oma
Tot: 2026-12-01

Record: indicatie
Client: a
Op: 2026-01-06
Product: Begeleiding
Van: 2026-01-01
Tot: 2026-12-31
Omvang: 3 uur in de week
Toewijzing: 77
Gemeente: Delft

END
chmod 600 a.rec
at="--today=2026-02-01"
runs 0 "a dossier with all of them" fasen-check $at a.rec
is "$(cat out err)" "" "is clean"
is "$(recsel -e "Record = 'indicatie'" -P Product a.rec)" "Begeleiding" "recsel reads it"
fasen-select a.rec >out
same out a.rec "and passes as it is"

# bad FROM TO REGEX DESC: a wrong value, missing or doubled field is found, and leaves the dossier what it is
bad() {
	sed "s/$1/$2/" a.rec >b.rec
	runs 2 "$4" fasen-check $at b.rec
	like "$(cat out)" "$3" "is found"
	runs 0 "and leaves the dossier readable" fasen-show -T text $at b.rec
}
bad '^Vervangt: c' 'Vervangt: een zin' 'error: Vervangt: ' "an id that is none"
bad '^Tot: 2026-12-31' 'Tot: volgend jaar' 'error: Tot: not a date' "a day that is none"
bad '^Tot: 2026-12-31' 'Tot: 2026-12-31\nTot: 2026-12-30' 'error: Tot: stands twice' "a field that stands twice"
bad '^Product: .*' 'Kleur: rood' 'error: Product: missing' "a field that is missing"
bad '^Van: .*' 'Van: 2026-01-01\nVan: 2026-01-02' 'error: Van: stands twice' "one of a new kind that stands twice"
tac a.rec | awk '!done && /^Op: / { done = 1; next } { print }' | tac >b.rec
runs 2 "a new kind without its day" fasen-check $at b.rec
like "$(cat out)" 'error: Op: missing; indicatie asks for it' "is found"
runs 0 "and leaves the dossier readable" fasen-select b.rec
runs 0 "its quality" fasen-report $at -v kwaliteit -T tsv b.rec
is "$(sed 1d out | cut -f 4-6)" "$(printf 'indicatie.Op\t1\t1')" "has the day that is lacking, and nothing else"
{ cat b.rec; printf 'Record: intrekking\nClient: a\nWat: 0123456789ab\n\n'; } >c.rec
fasen-report $at -v kwaliteit -T tsv c.rec >out
is "$(sed 1d out | cut -f 4 | xargs)" "indicatie.Op intrekking.Op intrekking.Soort intrekking.Reden" "before what else a record lacks"
done_testing
