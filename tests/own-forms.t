#!/bin/sh
# SPDX-License-Identifier: ISC
# What a model requires and declares has a place in every form and call that records it.
. "$(dirname "$0")/lib.sh"
export FASEN_MODEL="$PWD/model.rec"
T=--today=2026-03-02

cat "$TOP/samples/models/op-maat.rec" - >model.rec <<'END'

Record: veld
Bij: leefgebied
Code: Bron
Naam: Van wie dit komt
Type: woord
Verplicht: ja

Record: veld
Bij: leefgebied
Code: Wens
Verplicht: ja

Record: veld
Bij: stand
Code: Bewijs
Naam: Waaruit dat blijkt
Type: woord
Verplicht: ja

Record: veld
Bij: incident
Code: Reden
Naam: Waardoor
Type: woord

Record: veld
Bij: client
Code: Soort
Naam: Soort huishouden
Type: woord
END
mkdir -m 700 d
f=$(fasen-intake $T -d d --naam=Noor --hulpvraag=Huis --vraag=wonen --vraag=werk --doelgroep=jongeren --soort=alleen)
is "$(grep ^Soort: "$f")" "Soort: alleen" "a field may be called as one of another kind"
runs 0 "an incident with a field called as one of ours" fasen-plan $T -i --record=incident --ernst=licht --verloop=Ruzie --reden=dronk "$f"
is "$(grep ^Reden: "$f")" "Reden: dronk" "has it"
is "$(fasen-select --count incident.Reden=dronk Soort=alleen "$f")" 1 "and is found by it"
fasen-plan $T -i --goal=Huis --leefgebied=wonen "$f"

# The evaluation: a first score, and a stand
fasen-plan $T --form=evaluatie "$f" >form
is "$(sed -n '/^Leefgebied: wonen/,/^$/p' form | grep -E '^[A-Z]' | cut -d: -f1 | xargs)" "Leefgebied Score Wens Bron" "the form has what a first score asks for"
sed '/^Leefgebied: wonen/,/^$/{ s/^Score:/& 2/; s/^Wens:/& rust/; s/^Bron:/& zelf/; }; /^Doel: d1/,/^$/{ s/^Stand:/& bezig/; s/^Bewijs:/& brief/; }' form >filled
runs 0 "filled in" fasen-plan $T -i --fill=filled "$f"
is "$(grep -E '^(Score|Bron|Bewijs): ' "$f" | xargs)" "Bewijs: brief Score: 2 Bron: zelf" "all of it is recorded"
is "$(fasen-plan $T --form=evaluatie "$f" | sed -n '/^Leefgebied: wonen/,/^$/p' | grep -E '^[A-Z]' | cut -d: -f1 | xargs)" "Leefgebied Score" "what is there already is not asked again"

# Scores of several domains
runs 1 "scores without what the model requires" fasen-domains $T -i --scores=werk=3,financien=2 "$f"
like "$(cat err)" 'Bron: missing' "say what"
runs 2 "a field that it does not" fasen-domains $T -i --scores=werk=3 --zorg=x "$f"
like "$(cat err)" '[-]-scores takes --schaal and what the model requires; Zorg belongs to --domain' "belongs elsewhere"
runs 0 "with it" fasen-domains $T -i --scores=werk=3,financien=2 --bron=zelf --wens=werk "$f"
is "$(grep -c '^Bron: zelf' "$f")" 3 "each has it"

# Kinds of the model
fasen-plan $T --form "$f" >form
is "$(grep -cE '^Record: (incident|kamer)$' form)" 2 "the whole form has the kinds of the model"
sed '/^Record: incident/,/^$/{ s/^Ernst:/& zwaar/; s/^Verloop:/& Deur/; }' form >filled
runs 0 "filled in" fasen-plan $T -i --fill=filled "$f"
like "$(cat "$f")" '^Verloop: Deur' "is recorded"
is "$(fasen-plan $T --form=evaluatie "$f" | grep -cE '^Record: (incident|kamer)$')" 0 "a meeting does not"
is "$(fasen-check $T d | grep error:)" "" "no errors"
done_testing
