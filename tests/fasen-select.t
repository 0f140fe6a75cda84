#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-select: terms and files, what comes out, exits.
. "$(dirname "$0")/lib.sh"
needs recsel

# client ID TEAM PHASE SINCE
client() {
	printf 'Record: client\nClient: %s\nNaam: Geheim\nAangemeld: 2026-01-05\nHulpvraag: H\nTeam: %s\nDoelgroep: jong\n\n' "$1" "$2"
	printf 'Record: fase\nClient: %s\nOp: %s\nFase: %s\n\n' "$1" "$4" "$3"
}
s="fasen-select --today=2026-06-01"
client a noord intake 2026-02-01 >a.rec
client b zuid planning 2026-05-01 >b.rec
{ client c noord planning 2026-01-10; printf '# a remark\n\n'; client d zuid intake 2026-05-20; } >cd.rec
cat a.rec b.rec cd.rec >all.rec
mkdir dir && cp a.rec b.rec cd.rec dir

runs 0 "no terms" $s all.rec
same out all.rec "pass on all"
runs 0 "one term" $s fase=planning a.rec b.rec cd.rec
is "$(recsel -e 'Record = "client"' -P Client out | grep .)" "b
c" "passes on who matches"
client b zuid planning 2026-05-01 >want
head -c "$(wc -c <want)" out >got
same got want "byte for byte"
runs 0 "terms are and-ed, wherever they stand" $s a.rec team=noord b.rec cd.rec 'dagen_in_fase>130'
is "$(grep -c '^Record: client' out)" 1 "one is left"
runs 0 "from standard input" sh -c "cat all.rec | $s team=noord"
is "$(grep -c '^Record: client' out)" 2 "the same"
runs 1 "no match" $s fase=uitstroom all.rec
is "$(cat out err)" "" "says nothing"
runs 0 "inverted" $s -x fase=planning,intake team=noord all.rec
is "$(recsel -e 'Record = "client"' -P Client out | grep . | tr '\n' ' ')" "b d " "all but those for which all terms hold"
runs 1 "nothing is all" $s -x all.rec
runs 0 "one client" $s -c d fase=intake all.rec
is "$(grep -c '^Record: client' out)" 1 "the others are left out"
runs 1 "names of files" $s -l team=noord,zuid dir b.rec
is "$(cat out)" "dir/a.rec
dir/b.rec
dir/cd.rec" "each client once"
runs 0 "ended by NUL" $s -l -0 team=zuid dir
is "$(tr '\0' '!' <out)" "dir/b.rec!dir/cd.rec!" "for --files0-from"
cp out list
runs 0 "files from a file" $s --files0-from=list --count team=zuid
is "$(cat out)" 2 "and a number"
runs 1 "no match is 0" $s --count team=west dir
is "$(cat out)" 0 "in number"
runs 0 "standard input by name" sh -c "cat all.rec | $s -l team=noord -"
is "$(cat out)" "-" "is -"
sed 's/^Client: .*/Client: z/' a.rec >'x=y.rec'
runs 0 "after -- are files" $s -l team=noord -- x=y.rec a.rec
is "$(cat out)" "x=y.rec
a.rec" "whatever their name"
runs 2 "before it, it is a term" $s -l x=y.rec a.rec

# Of today
runs 0 "days count from --today" $s --count 'dagen_in_fase>100' dir
is "$(cat out)" 2 "two"
runs 1 "who is not registered yet" fasen-select --today=2026-01-04 dir
runs 1 "matches in no way" fasen-select --today=2026-01-04 -x team=noord dir
runs 0 "a relative date" $s --count 'fase_sinds>=today-31' dir
is "$(cat out)" 2 "is today's"

# Fields of one's own
runs 0 "a field that somebody added" $s --count doelgroep=jong dir
is "$(cat out)" 4 "can be selected on"
runs 2 "a name that nobody has" $s kleur=rood dir
like "$(cat err)" '"kleur" is no attribute, and no dossier has such a field' "is a mistake"
runs 2 "one near to a field that dossiers have" $s doelgroepp=jong dir
like "$(cat err)" '"doelgroepp" is no attribute, and no dossier has such a field; did you mean "Doelgroep"' "names that"
runs 2 "a field of another kind" $s tevredenheid=7 dir
like "$(cat err)" 'did you mean "evaluatie.Tevredenheid"' "is named with its kind"
runs 2 "one near to a known name" $s doelgrope=jong temm=noord dir
like "$(cat err)" '"temm" is no attribute, .*did you mean "team"' "the nearest is named"
is "$(wc -l <err)" 2 "of each"
runs 0 "no case counts in a name, and - is _" $s --count DOELGROEP=jong Dagen-In-Fase\>0 TEAM=noord dir
like "$(cat out)" '^[1-9]' "all are found"
is "$(cat out)" "$($s --count doelgroep=jong 'dagen_in_fase>0' team=noord dir)" "the same"
runs 1 "where no dossier was read" $s temm=noord kleur=rood /dev/null
is "$(cat err)" "" "nothing is said of a name"
sed 's/^Naam: 8-fasenmodel/&\nEigen_veld: client.Kleur/' "$TOP/samples/model.rec" >model.rec
runs 1 "a field that the model declares" $s -m model.rec kleur=rood dir
is "$(cat err)" "" "is none"

# Wrong and malformed
for term in fase=plannin dagen_in_fase=x 'begin<morgen' 'score.wonne<3' 'dagen_in_fase<1,2' 'doelen.opn=1' '=x' 'naam~'; do
	runs 2 "$term is a wrong term" $s "$term" dir
	is "$(cat out)" "" "nothing is read"
done
runs 2 "a wrong value of a private field" $s 'geboren=Geheim' dir
runs 2 "-0 alone" $s -0 dir
runs 2 "-l with --count" $s -l --count dir
runs 2 "-i is no option" $s -i fase=intake a.rec
{ cat a.rec; printf 'Record: client\nClient: m\nNaam: M\n\n'; cat b.rec; printf 'Record: client\nClient: z\n:\n'; } >bad.rec
runs 2 "malformed dossiers" $s team=noord,zuid bad.rec
is "$(recsel -e 'Record = "client"' -P Client out | grep . | tr '\n' ' ')" "a b " "are left out"
runs 2 "inverted" $s -x team=noord bad.rec
is "$(recsel -e 'Record = "client"' -P Client out | grep . | tr '\n' ' ')" "b " "too"
runs 2 "a file that is not there" $s team=noord nowhere.rec a.rec
is "$(grep -c '^Record: client' out)" 1 "the rest is done"
for option in --invert --files; do runs 0 "$option" $s $option team=noord dir; done
runs 0 "--null" $s -l --null team=noord dir

# The attributes
runs 0 "the table" fasen-select --attributes
is "$(awk -F'\t' 'NF != 3 || ($2 != "text" && $2 != "number" && $2 != "date")' out)" "" "has name, type and meaning"
cut -f1 out | sed 's/DOMAIN/wonen/' >names
runs 0 "every name in it" sh -c "sed 's/\$/=/' names | tr '\n' '\0' | xargs -0 -n1 sh -c '$s --count \"\$1\" dir >/dev/null || [ \$? -eq 1 ]' sh"
is "$(grep -v "warning: toestemming.NAME" err; grep -c warning err)" 1 "is a valid term; with NAME nobody has an agreement"
runs 2 "it stands alone" fasen-select --attributes dir

# Worked dossiers
cp "$TOP"/samples/dossiers/*.rec dir
rm dir/a.rec dir/b.rec dir/cd.rec
s="fasen-select --today=2026-11-01 -l"
is "$($s fase=uitvoering,evaluatie team=noord dir | tr '\n' ' ')" "dir/2025-0031.rec dir/2025-0070.rec " "phase and team"
is "$($s 'score.wonen<3' dir | tr '\n' ' ')" "dir/2024-0026.rec dir/2024-0033.rec " "a score"
is "$($s 'bewaren_tot<today' dir)" "dir/2009-0003.rec" "retention is over"
is "$($s 'evaluatie.volgende<today+14' 'doelen.open>=1' dir | tr '\n' ' ')" \
	"$($s dir | while read -r f; do $s 'evaluatie.volgende<2026-11-15' "$f" && : ; done | while read -r f; do $s 'doelen.open>0' "$f"; done | tr '\n' ' ')" \
	"terms together are terms in a row"

# The same names and values as in the report's view of clients
fasen-report -v clienten --today=2026-11-01 -T tsv dir >clienten
head -1 clienten | tr '\t' '\n' | grep -v -x -e view -e periode -e lopend >columns
fasen-select --attributes | cut -f1 | sort >names
is "$(sort columns | comm -23 - names)" "" "every column is an attribute"
tail -n +2 clienten | tr '\t' '|' | while IFS='|' read -r _ _ id phase days _; do
	fasen-select --today=2026-11-01 --count "client=$id" "fase=$phase" "dagen_in_fase=$days" dir
done | sort | uniq -c | sed 's/ *//' >same
is "$(cat same)" "26 1" "every client has in both the same phase and days"
done_testing
