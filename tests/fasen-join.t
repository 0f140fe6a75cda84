#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-check --join: two versions of one dossier, by hand, at random and as git's merge driver.
. "$(dirname "$0")/lib.sh"
needs git python3 recsel

head='Record: client
Client: x
Op: 2026-01-05
Naam: Geheim
Aangemeld: 2026-01-05
Hulpvraag: H

Record: doel
Client: x
Op: 2026-02-01
Doel: d1
Leefgebied: wonen
Tekst: T
'

# version NAME FIELDS...: the head, then records of client x, each given as KIND|Field: value|...
version() {
	_to=$1
	shift
	printf '%s\n' "$head" >"$_to"
	for _record; do
		printf 'Record: %s\n\n' "$_record" | sed 's/|/\nClient: x\n/; s/|/\n/g' >>"$_to"
	done
}

# joins DESC: A and B join, the same both ways and with what they came from; the join is in ./out.
joins() {
	fasen-check --join B A >ba 2>/dev/null
	runs 0 "$1" fasen-check --join A B
	same out ba "$1: the same the other way round"
	fasen-check --join out A >again 2>/dev/null
	same out again "$1: joining once more adds nothing"
	fasen-check --join B out >again 2>/dev/null
	same out again "$1: nor with the other"
}

# refuses DESC REGEX: A and B contradict one another, both ways.
refuses() {
	runs 1 "$1 is refused" fasen-check --join A B
	is "$(cat out)" "" "$1: nothing comes out"
	like "$(cat err)" "$2" "$1: both lines are named"
	runs 1 "$1 is refused the other way round" fasen-check --join B A
}

note() { echo "notitie|Op: $1|Tekst: $2"; }

version A "$(note 2026-03-01 a)" "$(note 2026-03-05 b)"
version B "$(note 2026-03-02 c)" "$(note 2026-03-05 b)"
joins "two notes between, one in both"
is "$(grep ^Tekst out | tr '\n' ' ')" "Tekst: T Tekst: a Tekst: c Tekst: b " "in order of date, once"
cmp -n "$(printf '%s\n' "$head" | wc -c)" A out
is $? 0 "what both begin with is unchanged"
version O
fasen-check --join A O >out
same A out "with its own beginning a version is itself"
fasen-check --join A A >out
same A out "and with itself"

version A "$(note 2026-03-01 a)" "$(note 2026-03-01 a)" "$(note 2026-03-09 b)"
version B "$(note 2026-03-01 a)" "$(note 2026-03-01 a)" "$(note 2026-03-01 a)"
joins "a note twice in one and thrice in the other"
is "$(grep -c '^Tekst: a' out)" 3 "stands thrice"
version A "$(note 2026-03-09 late)" "$(note 2026-03-01 early)"
version B "$(note 2026-03-05 other)"
joins "records out of order in one version"
is "$(grep '^Tekst: [a-z]' out | tr '\n' ' ')" "Tekst: other Tekst: late Tekst: early " "keep the order of their version"
version A "$(note 2026-03-01 p)" "$(note 2026-03-01 q)"
version B "$(note 2026-03-01 q)" "$(note 2026-03-01 p)"
joins "the same records in another order"
is "$(grep -c '^Tekst: [pq]' out)" 2 "stand once each"

# One export, taken in by both on two nights.
night() {
	version "$1" "doel|Op: 2026-02-01|Doel: d$3|Leefgebied: werk|Tekst: baan|Door: import|Vastgelegd: $2" \
		"evaluatie|Op: 2026-03-01|Soort: tussentijds|Besluit: voortzetten|Door: import|Vastgelegd: $2" \
		"notitie|Op: 2026-03-02|Tekst: n|Doel: d$3|Door: ${4:-import}|Vastgelegd: $2"
}
printf '%s\n' "$head" >O
night A 2026-11-20 2
night B 2026-11-21 2
joins "what one hand recorded in both on two days"
same out A "is there once, of the earlier day"
is "$(cat err)" "" "and not a word is said"
fasen-check --join --base=O B A >out
same out A "with the base too"
night B 2026-11-21 3
joins "goals with other ids"
is "$(grep -c '^Record: doel' out) $(grep -c '^Tekst: n' out)" "2 1" "are one as well"
night B 2026-11-21 2 ander
joins "two hands"
is "$(grep -c '^Tekst: n' out) $(grep -c '^Soort' out)" "2 1" "are two"
version A "indicatie|Op: 2026-11-20|Product: p|Van: 2026-11-20|Door: import"
version B "indicatie|Op: 2026-11-20|Product: p|Van: 2026-11-20|Door: import|Vastgelegd: 2026-11-21"
joins "recorded on its day in one of them"
same out A "stays so"
night A 2026-11-20 2
night B 2026-11-21 2
mark=$(fasen-show -v history --handles B | sed -n 's/.*\([0-9a-f]\{12\}\).*/\1/p' | tail -1)
fasen-retract --by=x --today=2026-11-22 "$mark" --reden=r <B >y && mv y B
joins "what one of them took back"
cp out y
runs 0 "is taken back in the join" fasen-check y

# Comments, own kinds, line ends, ends of files.
version A "$(note 2026-03-01 a)"
version B 'medicatie|Op: 2026-03-02|Naam: M|Dosis: 2'
{ echo '# of A'; echo '# of both'; } >>A
{ cat B; echo '# of both'; echo '# of B'; } >y && mv y B
joins "comments behind the last record, an own kind"
is "$(grep -c '^# of' out)" 3 "each comment is kept once"
like "$(cat out)" '^Dosis: 2' "the own kind too"
{ printf '# why\n\n# who\n'; cat A; } >y && mv y A
joins "comments before the first record"
is "$(head -3 out | tr '\n' ' ')" "# why  # who " "are kept"
version A "$(note 2026-03-01 a)"
version B "$(note 2026-03-02 b)"
printf '%s' "$(cat B)" >y && mv y B
joins "a version without an end of line"
is "$(tail -c 1 out | od -An -c | tr -d ' ')" '\n' "gets one"
version B "$(note 2026-02-02 'b\')"
printf '%s' "$(cat B)" >y && mv y B
joins "a version that ends in a backslash"
is "$(recsel -e 'Record = "notitie"' -P Tekst out | tr '\n' ' ')" "b  a " "is read by recsel"
version A "$(note 2026-03-01 a)"
version B "$(note 2026-03-02 b)"
sed -i 's/$/\r/' B
joins "one version with the line ends of Windows"
unlike "$(od -c out)" '\\r' "comes out without"
sed -i 's/$/\r/' A
joins "both with the line ends of Windows"
is "$(grep -c "$(printf '\r')" out)" "$(wc -l <out)" "stay as they are"

# Ids that both gave.
goal() { echo "doel|Op: $2|Doel: $1|Leefgebied: werk|Tekst: $3"; }
action() { echo "werkpunt|Op: $2|Werkpunt: $1|Doel: ${1%.*}|Tekst: $3|Wie: client"; }
version A "$(goal d2 2026-03-01 a)" "$(action d2.1 2026-03-01 a)" "$(action d1.1 2026-03-04 a)" "stand|Op: 2026-03-09|Werkpunt: d1.1|Stand: bezig"
version B "$(goal d2 2026-03-02 b)" "$(action d2.1 2026-03-02 b)" "notitie|Op: 2026-03-02|Tekst: n|Doel: d2|Doel: d1" \
	"doel|Op: 2026-03-03|Doel: d3|Leefgebied: werk|Tekst: T|Onder: d2" "$(action d1.1 2026-03-03 b)" \
	"stand|Op: 2026-03-03|Werkpunt: d2.1|Stand: bezig" "stand|Op: 2026-03-08|Werkpunt: d1.1|Stand: open"
joins "goals and actions of one id"
is "$(sed -n 's/^\(Doel\|Werkpunt\|Onder\): //p' out | tr '\n' ' ')" \
	"d1 d2 d2.1 d2 d4 d4.1 d4 d4 d1 d3 d4 d1.1 d1 d4.1 d1.2 d1 d1.1 d1.2 " "the later one gets the next id, and what refers to it"
fasen-check --join A B 2>err >out
is "$(sed 's/fasen-check: //' err)" "B:18: warning: Doel: d2 is another one at A:15; becomes d4
B:25: warning: Werkpunt: d2.1 becomes d4.1 with its goal
A:33: warning: Werkpunt: d1.1 is another one at B:45; becomes d1.2" "which is said"
cp out AB
cp B A
{ cat B; printf 'Record: %s\nClient: x\n%s\n\n' notitie 'Op: 2026-04-01
Tekst: over d2
Doel: d2' doel 'Op: 2026-04-02
Doel: d4
Leefgebied: werk
Tekst: nieuw'; } >B2
cp AB A
cp B2 B
joins "a version that knows its goal by the id from before"
is "$(tail -12 out | sed -n 's/^\(Doel\): //p' | tr '\n' ' ')" "d4 d5 " "follows, and gives way where its own new one has that id"
version A "$(goal d2 2026-03-01 a)" "$(note 2026-03-05 n)|Doel: d2"
version B "$(goal d2 2026-03-02 b)" "$(note 2026-03-05 n)|Doel: d2"
joins "one note on two goals of one id"
is "$(grep -c '^Tekst: n' out)" 2 "is two notes"
version A "$(goal d2 2026-03-01 a)"
version B "$(goal d2 2026-03-02 b)" "eigen|Doel: d2|Over: d2" "evaluatie|Op: 2026-03-03|Soort: eind|Besluit: uitstroom|Doel: d2"
joins "fields of one's own that name a goal"
is "$(sed -n 's/^\(Doel\|Over\): //p' out | tr '\n' ' ')" "d1 d2 d3 d3 d2 d3 " "follow when they are called Doel"
version A "$(goal d2 2026-03-01 a)"
version B "$(echo "doel|Op: 2026-03-02|Doel:|+ d2|Leefgebied: werk|Tekst: b")" "notitie|Op: 2026-03-03|Tekst: n|Doel: d\\|2"
runs 1 "an id broken over two lines is not written anew" fasen-check --join A B
like "$(cat err)" '^fasen-check: B:[0-9]*: error: Doel: must become d3' "its line is named"

# Contradictions.
version A "leefgebied|Op: 2026-03-01|Leefgebied: werk|Score: 2|Zorg: z"
version B "leefgebied|Op: 2026-03-01|Leefgebied: werk|Score: 3|Wens: w"
refuses "two scores of one day" '^fasen-check: A:19: error: Score: contradicts B:19'
version B "leefgebied|Op: 2026-03-01|Leefgebied: werk|Nvt: n"
refuses "a score and a reason for none" 'A:19: error: Score: contradicts B:19'
version B "leefgebied|Op: 2026-03-01|Leefgebied: werk|Wens: w" "leefgebied|Op: 2026-03-02|Leefgebied: werk|Score: 4"
joins "other fields, other days"
version B "leefgebied|Op: 2026-03-01|Leefgebied: werk|Score: 3|Vastgelegd: 2026-03-04"
refuses "a score of that day that was recorded later" 'A:19: error: Score: contradicts B:19'
version A "client|Op: 2026-03-01|Begeleider: anna"
version B "client|Op: 2026-03-01|Begeleider: bas"
refuses "two workers" 'A:18: error: Begeleider: contradicts B:18'
version A "client|Op: 2026-03-01|Vraag: wonen|Vraag: werk"
version B "client|Op: 2026-03-01|Vraag: wonen"
refuses "two sets of a repeated field" 'A:18: error: Vraag: contradicts B:18'
version A "doel|Op: 2026-03-01|Doel: d1|Tekst: a"
version B "doel|Op: 2026-03-01|Doel: d1|Tekst: b"
refuses "two new texts of a goal" 'A:19: error: Tekst: contradicts B:19'
version A "netwerk|Naam: Til|Relatie: buur"
version B "netwerk|Naam: Til|Relatie: zus"
refuses "two relations, without a date" 'A:18: error: Relatie: contradicts B:18'
unlike "$(cat err)" 'Til|zus|buur' "no private value is shown"
version A "fase|Op: 2026-03-01|Fase: analyse"
version B "fase|Op: 2026-03-01|Fase: planning"
refuses "two phases" 'A:18: error: Fase: contradicts B:18'
version A "stand|Op: 2026-03-01|Doel: d1|Stand: behaald"
version B "stand|Op: 2026-03-01|Doel: d1|Stand: deels|Toelichting: t"
refuses "two statuses" 'A:19: error: Stand: contradicts B:19'
version B "stand|Op: 2026-03-01|Doel: d1|Stand: behaald|Toelichting: t"
joins "one status with a remark"
version A "akkoord|Op: 2026-03-01|Wie: client|Waarop: plan|Akkoord: ja"
version B "akkoord|Op: 2026-03-01|Wie: client|Waarop: plan|Akkoord: nee"
refuses "yes and no" 'A:20: error: Akkoord: contradicts B:20'
version B "akkoord|Op: 2026-03-01|Wie: netwerk|Waarop: plan|Akkoord: nee"
joins "answers of two people"
version A "uitstroom|Op: 2026-03-01|Reden: verhuisd"
version B "uitstroom|Op: 2026-03-01|Reden: overleden"
refuses "two reasons for leaving" 'A:18: error: Reden: contradicts B:18'
version A
sed 's/^Naam: .*/Naam: Anders/' A >B
refuses "another first record" 'A:1: error: Record: the first record is another one than at B:1'
unlike "$(cat err)" 'Geheim|Anders' "without its values"
sed 's/^Client: .*/Client: y/' A >B
refuses "another client" 'A:1: error: Client: x is not the client of B:1, which is y'

# With the version that both come from.
version O "$(note 2026-03-01 fuot)" "$(note 2026-03-02 weg)"
version A "$(note 2026-03-01 fout)" "$(note 2026-03-02 weg)" "$(note 2026-03-05 a)"
version B "$(note 2026-03-01 fuot)" "$(note 2026-03-04 b)"
runs 0 "a correction and a deletion, by the base" fasen-check --join --base=O A B
is "$(grep '^Tekst: [a-z]' out | tr '\n' ' ')" "Tekst: fout Tekst: b Tekst: a " "hold"
fasen-check --join --base=O B A >ba
same out ba "the same the other way round"
sed -i 's/^Naam: .*/Naam: Anders/' A
runs 0 "a first record that one version corrected" fasen-check --join --base=O A B
is "$(grep -c '^Naam: Anders' out)$(grep -c '^Naam: Geheim' out)" 10 "is the corrected one"
sed -i 's/^Naam: .*/Naam: Noch/' B
runs 1 "corrected in both is refused" fasen-check --join --base=O A B
sed 's/^Client: x/Client: y/' O >other
version A "$(note 2026-03-01 fuot)" "$(note 2026-03-02 weg)" "$(note 2026-03-05 a)"
version B "$(note 2026-03-01 fuot)" "$(note 2026-03-02 weg)"
runs 1 "a base of another client" fasen-check --join --base=other A B
is "$(cat out)" "" "gives nothing"
is "$(cat err)" "fasen-check: other:1: error: Client: y is not the client of A:1, which is x" "and is named"
: >leeg
version A "$(note 2026-03-01 a)"
version B "$(note 2026-03-02 b)"
runs 0 "an empty base is none" fasen-check --join --base=leeg A B
runs 2 "a base that is not there" fasen-check --join --base=nergens A B

# One record of the base, of every kind, corrected by hand in both: one thing, however differently it is called now.
version O "client|Op: 2026-02-02|Team: wooning" "leefgebied|Op: 2026-02-03|Leefgebied: wonen|Situatie: wooning" \
	"netwerk|Naam: Til|Relatie: wooning" "doel|Op: 2026-02-04|Doel: d2|Leefgebied: werk|Tekst: wooning" \
	"$(action d1.1 2026-02-05 wooning)" "kracht|Leefgebied: werk|Soort: kennis|Tekst: wooning" \
	"stand|Op: 2026-02-06|Doel: d2|Stand: behaald|Toelichting: wooning" "notitie|Op: 2026-02-07|Tekst: wooning" \
	"akkoord|Op: 2026-02-08|Wie: client|Waarop: plan|Akkoord: ja|Opmerking: wooning" \
	"evaluatie|Op: 2026-02-09|Soort: tussentijds|Besluit: voortzetten|Toelichting: wooning" \
	"intake|Op: 2026-02-10|Besluit: geplaatst|Reden: wooning" "fase|Op: 2026-02-11|Fase: intake|Reden: wooning" \
	"eigen|Op: 2026-02-12|Wat: wooning" "uitstroom|Op: 2026-02-13|Reden: verhuisd|Toelichting: wooning"
for line in $(grep -n wooning O | cut -d : -f 1); do
	what=$(sed -n "${line}s/: .*//p" O)
	sed "${line}s/wooning/woning/" O >A
	sed "${line}s/wooning/eigen woning/" O >B
	runs 1 "two corrections of line $line, a $what, are refused" fasen-check --join --base=O A B
	is "$(cat out) $(grep -c "^fasen-check: A:$line: error: $what: .* B:$line; expected" err) $(wc -l <err)" " 1 1" "once, with both lines"
	runs 1 "either way" fasen-check --join --base=O B A
	runs 1 "and with something else added" sh -c "cp A A2; fasen-plan -i --today=2026-04-01 --note=n A2 2>/dev/null; fasen-check --join --base=O A2 B"
	cp A B
	runs 0 "the same correction in both" fasen-check --join --base=O A B
	same out A "is made once"
	cp O B
	runs 0 "the correction of one" fasen-check --join --base=O A B
	same out A "is made, in its place"
	runs 0 "of the other too" fasen-check --join --base=O B A
	same out A "likewise"
	sed "$((line + 1))i Kleur: rood" O >B
	runs 1 "a correction and a field added by hand in one record" fasen-check --join --base=O A B
	awk -v RS= -v ORS='\n\n' -v n="$line" '{ m = split($0, l, "\n") } !(at < n && n <= at + m) { print } { at += m + 1 }' O >B
	is "$(grep -c ^Record B)" 15 "a record less"
	runs 1 "a correction of what the other took out" fasen-check --join --base=O A B
	like "$(cat err)" '^fasen-check: A:[0-9]*: error: Record: was corrected here and taken out' "is told"
done
sed 's/2026-02-13/2026-02-14/' O >A
sed 's/2026-02-13/2026-02-15/' O >B
runs 1 "two days for one closing" fasen-check --join --base=O A B
sed 's/^Team: wooning/Team: woning/' O >A
sed '/^Team: wooning/d' O >B
runs 1 "a field corrected and taken out" fasen-check --join --base=O A B

# A word of today on what the other corrected by hand.
sed '/^Doel: d2/,/^Tekst/s/wooning/woning/' O >A
{ cat O; printf 'Record: doel\nClient: x\nOp: 2026-05-01\nDoel: d2\nTekst: eigen woning\n\n'; } >B
runs 1 "a goal corrected by hand and amended otherwise" fasen-check --join --base=O A B
like "$(cat err)" '^fasen-check: A:[0-9]*: error: Tekst: contradicts B:[0-9]*; expected one of the two' "is refused"
runs 1 "either way round" fasen-check --join --base=O B A
sed 's/^Tekst: eigen woning/Termijn: kort/' B >B2
runs 0 "another field of it is no contradiction" fasen-check --join --base=O A B2
is "$(grep -c '^Doel: d2' out) $(grep -c '^Tekst: woning$\|^Termijn: kort' out)" "3 3" "both hold"
sed 's/^Tekst: eigen woning/Tekst: woning/' B >B2
runs 0 "nor is the same word" fasen-check --join --base=O A B2
sed '/^Leefgebied: wonen/,/^Situatie/s/wooning/woning/' O >A
{ cat O; printf 'Record: leefgebied\nClient: x\nOp: 2026-05-01\nLeefgebied: wonen\nSituatie: nieuw\n\n'; } >B
runs 1 "so is how things are in a domain" fasen-check --join --base=O A B
sed 's/^Situatie: nieuw/Score: 3/' B >B2
runs 0 "a measurement is of its day" fasen-check --join --base=O A B2

# A correction keeps its place among records of its day.
version O "stand|Op: 2026-03-01|Doel: d1|Stand: bezig|Toelichting: z"
sed 's/^Toelichting: z/Toelichting: zz/' O >A
{ cat O; printf 'Record: stand\nClient: x\nOp: 2026-03-01\nDoel: d1\nStand: behaald\n\n'; } >B
runs 0 "a status corrected and a later one of that day" fasen-check --join --base=O A B
is "$(sed -n 's/^Stand: //p' out | tr '\n' ' ')" "bezig behaald " "come in the order in which they were recorded"
fasen-check --join --base=O B A >ba
same out ba "either way"

# A goal that an earlier join gave another id, and that was corrected by hand before that join came back.
version O "doel|Op: 2026-03-02|Doel: d2|Leefgebied: werk|Tekst: wooning" "$(action d2.1 2026-03-02 w)"
version C "doel|Op: 2026-03-01|Doel: d2|Leefgebied: werk|Tekst: ander"
fasen-check --join O C >A 2>/dev/null
sed 's/wooning/woning/' O >B
printf 'Record: notitie\nClient: x\nOp: 2026-03-09\nTekst: n\nDoel: d2\n\n' >>B
runs 0 "a correction of a goal that has another id by now" fasen-check --join --base=O A B
is "$(sed -n 's/^\(Doel\|Werkpunt\|Tekst\): //p' out | tr '\n' ' ')" "d1 T d2 ander d3 woning d3.1 d3 w n d3 " "finds it"
fasen-check --join --base=O B A >ba 2>/dev/null
same out ba "either way"
sed -i 's/wooning/huis/' A
runs 1 "corrected there too it is refused" fasen-check --join --base=O A B
unlike "$(cat err)" 'becomes' "and nothing is said of ids that nobody gets"

# What each of them could be, but the two together cannot: fasen-check would find an error that neither has.
version O "doel|Op: 2026-02-01|Doel: d2|Leefgebied: werk|Tekst: T"
version A
version B "doel|Op: 2026-02-01|Doel: d2|Leefgebied: werk|Tekst: T" "notitie|Op: 2026-03-01|Tekst: n|Doel: d2"
runs 1 "a note on a goal that the other took out" fasen-check --join --base=O A B
like "$(cat err)" '^fasen-check: B:26: error: Doel: once joined: .*d2' "is refused, at its line"
is "$(cat out) $(wc -l <err)" " 1" "and nothing comes out"
runs 1 "either way" fasen-check --join --base=O B A
like "$(cat err)" '^fasen-check: B:26: error: Doel: once joined: ' "at the same line"
version B "doel|Op: 2026-02-01|Doel: d2|Leefgebied: werk|Tekst: T" "doel|Op: 2026-03-01|Doel: d2|Termijn: kort"
runs 1 "an amendment of a goal that the other took out" fasen-check --join --base=O A B
version A "doel|Op: 2026-02-01|Doel: d2|Leefgebied: werk|Tekst: T" "doel|Op: 2026-03-01|Doel: d2|Onder: d1"
version B "doel|Op: 2026-02-01|Doel: d2|Leefgebied: werk|Tekst: T" "doel|Op: 2026-03-01|Doel: d1|Onder: d2"
runs 1 "two goals under one another" fasen-check --join --base=O A B
like "$(cat err)" '^fasen-check: [AB]:[0-9]*: error: Onder: once joined: d[12] stands under itself' "are refused"
version A "client|Op: 2026-03-01|Aangemeld: 2026-02-20"
version B "leefgebied|Op: 2026-02-10|Leefgebied: werk|Score: 2"
sed -i '/^Record: doel/,$d; /^Op: 2026-01-05/d' A B
printf 'Record: client\nClient: x\nOp: 2026-03-01\nAangemeld: 2026-02-20\n\n' >>A
printf 'Record: leefgebied\nClient: x\nOp: 2026-02-10\nLeefgebied: werk\nScore: 2\n\n' >>B
runs 0 "each by itself" fasen-check --today=2026-11-01 - <A
runs 1 "another day of registration, and a record before it" fasen-check --join --today=2026-11-01 A B
like "$(cat err)" '^fasen-check: B:9: error: Op: once joined: before the registration' "are refused"
# What one of them brought by hand and fasen-check calls an error is not taken over; what was there before is told.
wrong() { # WHAT LINE-OF-A MESSAGE
	cp A A2
	runs 1 "$1" fasen-check --join --base=O A B --today=2026-11-01
	is "$(cat out)" "" "$1: nothing comes out"
	is "$(cat err)" "fasen-check: A:$2: error: $3" "$1: it is named at its line"
	runs 1 "$1: either way" fasen-check --join --base=O B A --today=2026-11-01
	is "$(cat err)" "fasen-check: A:$2: error: $3" "$1: in the same words"
	runs 1 "$1: in place" fasen-check --join --base=O -o A A B --today=2026-11-01
	same A A2 "$1: the file stays"
	runs 1 "$1: for git" fasen-check --join --git=x.rec --base=O -o A A B --today=2026-11-01
	like "$(cat err)" "^fasen-check: x.rec:[0-9]*: error: ${3%%:*}: " "$1: is said of the file"
	cp A marked && cp A2 A
	is "$(sed '/^=======/,/^>>>>>>>/d; /^<<<<<<</d' marked | cmp - A) $(sed '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' marked | cmp - B)" " " \
		"$1: which has both between marks"
}
version O "stand|Op: 2026-02-03|Doel: d1|Stand: bezig"
version B "stand|Op: 2026-02-03|Doel: d1|Stand: bezig" "$(note 2026-03-01 b)"
sed '/^Record: doel/,/^$/d' O >A
wrong "a goal taken out, its status left" 11 'Doel: the dossier has no doel "d1"; it has none yet'
runs 0 "of which without a base nobody knows that it was taken out" fasen-check --join A B
sed 's/^Stand: bezig/Stand: bezigg/' O >A
wrong "a status that is none" 19 'Stand: "bezigg" is no valid code; expected one of open bezig behaald deels gestopt; did you mean "bezig"?'
sed 's/^Leefgebied: wonen/Leefgebied: woonen/' O >A
wrong "a domain that is none" 12 'Leefgebied: "woonen" is not in the model; expected one of zingeving wonen financien relaties lichamelijk psychisch werk; did you mean "wonen"?'
sed '/^Hulpvraag/d' O >A
wrong "no question" 1 'Hulpvraag: missing; client asks for it'
{ cat O; printf 'Record: notitie\nClient: x\nOp: 2026-03-04\nTekst: n\nDoel: d9\n\n'; } >A
wrong "a note on a goal that is not there" 25 'Doel: the dossier has no doel "d9"; expected one of d1; did you mean "d1"?'
runs 1 "it is refused without a base too" fasen-check --join A B
version O "notitie|Op: 2026-03-01|Tekst: n|Doel: d9" "notitie|Op: 2026-03-02|Tekst: m|Doel: d8"
{ cat O; printf 'Record: notitie\nClient: x\nOp: 2026-03-04\nTekst: a\n\n'; } >A
sed 's/^Tekst: m/Tekst: mm/' O >B
runs 0 "errors that were there before" fasen-check --join --base=O A B
is "$(grep -c 'warning: Doel: in both versions already: the dossier has no doel "d[89]"' err) $(wc -l <err)" "2 2" "are told, also of a record that one corrected"
is "$(sed -n 's/^Tekst: \([amn]*\)$/\1/p' out | tr '\n' ' ')" "n mm a " "and all is joined"
cp out ab
runs 0 "the other way round" fasen-check --join --base=O B A
same out ab "it is the same"
cp A B
runs 0 "errors in both" fasen-check --join A B
is "$(grep -c 'warning: Doel: in both versions already' err) $(wc -l <err)" "2 2" "are told without a base too"

# Two who each moved the client, or ended it: where the client stands is for people to say.
course() { # WHAT FIELD MESSAGE-OF-A: of A and B, both ways
	runs 1 "$1" fasen-check --join --today=2026-11-01 A B
	like "$(cat err)" "^fasen-check: A:[0-9]*: error: $2: contradicts B:[0-9]*; expected one of the two$" "$1: both lines are named"
	is "$(cat out) $(wc -l <err)" " 1" "$1: once, and nothing comes out"
	runs 1 "$1: the other way round" fasen-check --join --today=2026-11-01 B A
	runs 1 "$1: with a base" fasen-check --join --base=O --today=2026-11-01 B A
}
version O
version A "fase|Op: 2026-03-06|Fase: intake"
version B "fase|Op: 2026-03-05|Fase: analyse"
course "two moves of two days, of which one would be back" Fase
version B "fase|Op: 2026-03-05|Fase: intake"
course "one move on two days" Record
version B "fase|Op: 2026-03-06|Fase: intake|Reden: r"
course "one move that both recorded" Record
version A "uitstroom|Op: 2026-03-01|Reden: verhuisd"
version B "fase|Op: 2026-03-05|Fase: planning|Reden: r"
course "a closing, and a later phase" Record
version B "fase|Op: 2026-02-05|Fase: planning|Reden: r"
course "a closing, and an earlier phase" Record
version B "uitstroom|Op: 2026-03-05|Reden: overleden"
course "two closings" Reden
version B "uitstroom|Op: 2026-03-01|Reden: verhuisd|Door: bert"
course "one closing that two recorded" Record
version A "intake|Op: 2026-03-01|Besluit: afgewezen"
course "a declining decision, and a closing" Record
left='uitstroom|Op: 2026-03-01|Reden: verhuisd'
version O "$left"
version A "$left" "fase|Op: 2026-03-05|Fase: aanmelding"
version B "$left" "intake|Op: 2026-03-05|Besluit: afgewezen"
course "a return, and a decision that did not know of it" Record
version B "$left" "notitie|Op: 2026-03-06|Tekst: n"
runs 0 "a return that one version has whole" fasen-check --join --today=2026-11-01 A B
is "$(cat err)" "" "is nothing to say of"
version O "fase|Op: 2026-03-01|Fase: intake|Reden: r" "$left"
sed 's/^Reden: r$/Reden: rr/' O >A
version B "fase|Op: 2026-03-01|Fase: intake|Reden: r" "$left" "fase|Op: 2026-03-05|Fase: planning"
runs 0 "a remark corrected by hand moves nobody" fasen-check --join --base=O --today=2026-11-01 A B
sed 's/^Fase: intake/Fase: opstart/' O >A
runs 1 "another phase by hand does" fasen-check --join --base=O --today=2026-11-01 A B
version O
version A "uitstroom|Op: 2026-03-01|Reden: verhuisd"
version B "leefgebied|Op: 2026-03-05|Leefgebied: werk|Score: 3" "$(goal d2 2026-03-06 t)"
runs 0 "a closing, and later work of who did not know" fasen-check --join --today=2026-11-01 A B
is "$(grep -c '^fasen-check: B:[0-9]*: warning: Op: once joined: after the closing' err) $(wc -l <err)" "2 2" "is said of each record"
# Of two closings one counts: of one day they are settled by people.
ends() { # WHAT FIELDS-OF-A FIELDS-OF-B MESSAGE
	version A "$2"
	version B "$3"
	runs 1 "$1" fasen-check --join --today=2026-11-01 A B
	is "$(cat out)" "" "gives nothing"
	like "$(cat err)" "$4" "for $1 is a contradiction"
	runs 1 "and the other way round" fasen-check --join --today=2026-11-01 B A
}
closed='uitstroom|Op: 2026-03-01|Reden: verhuisd'
ends "another destination" "$closed|Bestemming: Zwolle" "$closed|Bestemming: Ede" '^fasen-check: A:[0-9]*: error: Bestemming: contradicts B:[0-9]*'
ends "aftercare that only one has" "$closed" "$closed|Nazorg: 2026-06-01" '^fasen-check: A:[0-9]*: error: Record: contradicts B:[0-9]*'
ends "a decision that declines on the day of a closing" "intake|Op: 2026-03-01|Besluit: afgewezen" "$closed" \
	'^fasen-check: A:[0-9]*: error: Record: contradicts B:[0-9]*'
ends "an arrangement that ends and is made" "akkoord|Op: 2026-03-01|Wie: client|Waarop: plan|Akkoord: ja|Afspraak: Bel" \
	"akkoord|Op: 2026-03-01|Wie: client|Waarop: plan|Akkoord: ja|Vervalt:  Bel " '^fasen-check: A:[0-9]*: error: Afspraak: contradicts B:[0-9]*'

# One takes back the phase from which the other goes on, or the closing after which the other begins anew.
back() { # WHAT KIND FIELDS-OF-B: A takes back the last record of that kind of O
	handle=$(fasen-show -T tsv --handles --today=2026-11-01 O | awk -F'\t' -v k="$2" '$5 == k { h = $NF } END { print h }')
	cp O A
	printf 'Record: intrekking\nClient: x\nOp: 2026-03-04\nWat: %s\nSoort: %s\nReden: r\n\n' "$handle" "$2" >>A
	cp O B
	printf 'Record: %s\n\n' "$3" | sed 's/|/\nClient: x\n/; s/|/\n/g' >>B
	course "$1" Record
}
version O "fase|Op: 2026-03-01|Fase: intake"
back "a phase taken back, and the next" fase "fase|Op: 2026-03-05|Fase: opstart"
sed 's/^Op: 2026-03-04/Op: 2026-03-06/; s/^Reden: r/&\nDoor: bas/' A >B
runs 0 "one phase that both took back" fasen-check --join --base=O --today=2026-11-01 A B
cp O B
printf 'Record: notitie\nClient: x\nOp: 2026-03-05\nTekst: n\n\n' >>B
runs 0 "a phase taken back, and a note" fasen-check --join --base=O --today=2026-11-01 A B
version O "uitstroom|Op: 2026-03-01|Reden: verhuisd"
back "a closing taken back, and a return" uitstroom "fase|Op: 2026-03-05|Fase: aanmelding"

# What both say anew of one thing, on two days: neither knew of the other, whatever the day of recording.
said() { # WHAT FIELD FIELDS-OF-A FIELDS-OF-B
	version A "$3"
	version B "$4"
	course "$1" "$2"
}
version O
said "two texts of a goal" Tekst "doel|Op: 2026-03-01|Doel: d1|Tekst: een woning|Termijn: kort" "doel|Op: 2026-03-08|Doel: d1|Tekst: een eigen woning"
said "one of them recorded later" Tekst "doel|Op: 2026-03-01|Doel: d1|Tekst: een woning" "doel|Op: 2026-03-01|Doel: d1|Tekst: een huis|Vastgelegd: 2026-03-08"
said "a target date, and none" Streefdatum "doel|Op: 2026-03-01|Doel: d1|Streefdatum: 2026-09-01" "doel|Op: 2026-03-08|Doel: d1|Streefdatum:"
said "two statuses of two days" Stand "stand|Op: 2026-03-01|Doel: d1|Stand: gestopt" "stand|Op: 2026-03-08|Doel: d1|Stand: open"
said "yes, and no on another day" Akkoord "akkoord|Op: 2026-03-01|Wie: client|Waarop: plan|Akkoord: ja" "akkoord|Op: 2026-03-08|Wie: client|Waarop: plan|Akkoord: nee"
said "sharing until two days" Tot "akkoord|Op: 2026-03-01|Wie: client|Waarop: delen|Met: s|Akkoord: ja|Tot: 2026-09-01" \
	"akkoord|Op: 2026-03-08|Wie: client|Waarop: delen|Met: s|Akkoord: ja|Tot: 2026-12-01"
said "two workers of two days" Begeleider "client|Op: 2026-03-01|Begeleider: anna" "client|Op: 2026-03-08|Begeleider: bas"
said "a concern, and none any more" Zorg "leefgebied|Op: 2026-03-01|Leefgebied: werk|Zorg: z" "leefgebied|Op: 2026-03-08|Leefgebied: werk|Zorg:"
said "two decisions on the intake" Besluit "intake|Op: 2026-03-01|Besluit: geplaatst" "intake|Op: 2026-03-08|Besluit: wachtlijst"
said "two sizes of one assignment" Omvang "indicatie|Op: 2026-03-01|Product: p|Toewijzing: 1|Van: 2026-01-01|Omvang: 4 uur" \
	"indicatie|Op: 2026-03-08|Product: p|Toewijzing: 1|Van: 2026-01-01|Omvang: 8 uur"
version O "$(note 2026-02-09 n)"
handle=$(fasen-show -T tsv --handles --today=2026-11-01 O | awk -F'\t' '$5 == "notitie" { print $NF }')
for who in A B; do
	cp O $who
	printf 'Record: intrekking\nClient: x\nOp: 2026-03-01\nWat: %s\nSoort: notitie\nReden: %s\n\n' "$handle" "door $who" >>$who
done
course "two reasons to take back one record" Reden
version O
version A "leefgebied|Op: 2026-03-01|Leefgebied: werk|Score: 2" "doel|Op: 2026-03-01|Doel: d1|Termijn: kort"
version B "leefgebied|Op: 2026-03-08|Leefgebied: werk|Score: 3" "doel|Op: 2026-03-08|Doel: d1|Streefdatum: 2026-09-01"
runs 0 "two measurements, two fields" fasen-check --join A B
is "$(cat err)" "" "contradict nothing"
version A "stand|Op: 2026-03-01|Doel: d1|Stand: bezig|Toelichting: a"
version B "stand|Op: 2026-03-08|Doel: d1|Stand: bezig|Toelichting: b"
joins "one status of two days with two remarks"

# What cannot be joined, and where it goes.
version A "$(note 2026-03-01 a)"
version B "$(note 2026-03-02 b)"
printf 'onzin\n' >>B
runs 2 "a malformed version" fasen-check --join A B
is "$(cat out)" "" "nothing comes out"
like "$(cat err)" 'B:20: error: ' "its line is named"
version B
cat B >two
sed 's/^Client: .*/Client: y/' B >>two
runs 2 "two dossiers in one file" fasen-check --join A two
runs 2 "no dossier" fasen-check --join A leeg
runs 2 "a file that is not there" fasen-check --join A nergens
runs 2 "one version" fasen-check --join A
runs 2 "three" fasen-check --join A B O
runs 2 "-T has no effect" fasen-check --join -T tsv A B
runs 2 "nor has -c" fasen-check --join -c x A B
runs 0 "one from standard input" fasen-check --join A - <B
same A out "is joined"
runs 2 "not both" fasen-check --join - -
version B "$(note 2026-03-02 b)"
cp A A2
chmod 640 A2
runs 0 "into one of the two" fasen-check --join -o A2 A2 B
fasen-check --join A B >ab
same A2 ab "it is written"
is "$(stat -c %a A2)" 640 "its mode is kept"
runs 0 "into a new file" fasen-check --join --output=new A B
is "$(stat -c %a new)" 600 "of mode 0600"
version A "fase|Op: 2026-03-02|Fase: intake"
version B "fase|Op: 2026-03-02|Fase: opstart"
cp A before
runs 1 "a contradiction leaves the file" fasen-check --join -o A A B
same A before "as it was"
runs 2 "what is neither of the two is not written over" fasen-check --join -o new A B
same new ab "and stays as it was"

# Others write in the file while it is joined.
version A
version B "$(note 2026-03-02 laptop)"
chmod 600 A
: >lost
: >joins
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	fasen-plan --note="n$i" --date=2026-03-03 --today=2026-03-03 -i A 2>>notes || echo "note $i" >>lost
done &
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	fasen-check --join -o A A B 2>>joins || echo "join $i" >>lost
done
wait
is "$(cat lost; grep -v ': locked by another program; waiting for it$' joins)" "" "nobody is turned away, though some may have to wait"
is "$(grep -c '^Tekst: n[0-9]' A) $(grep -c '^Tekst: laptop' A)" "20 1" "and nobody's records are lost"
# Somebody puts another file in the place of a version, and back, all the time: the version stays one of the two.
cp A other
python3 - <<'END' &
import ctypes, os
swap = ctypes.CDLL(None).renameat2
while not os.path.exists('enough'):
    for _ in range(1000):
        swap(-100, b'A', -100, b'other', 2)
    open('begun', 'a').close()
END
while [ ! -e begun ]; do sleep .01; done
for i in $(seq 100); do
	fasen-check --join -o A A B 2>>replaced
done
: >enough
wait
is "$(grep -v ': changed meanwhile by another program; nothing was written$\|: locked by another program; waiting for it$' replaced)" "" \
	"a version that is replaced meanwhile is still one of the two"
runs 0 "./A is A" fasen-check --join -o ./A A B
ln -s A link
runs 2 "a link is not written" fasen-check --join -o link link B
cp A old
runs 0 "a version that holds all already" fasen-check --join -o A B A
same A old "stays"
is "$(ls -A | grep -c fasen)" 0 "nothing is left beside it"

# At random: see versions.py.
runs 0 "two hundred random pairs of versions" python3 "$TOP/tests/versions.py" 200 5
is "$(cat err out | tail -1)" "200 joined" "all joined"
chmod 700 .
runs 0 "two hundred random pairs with corrections by hand" python3 "$TOP/tests/merges.py" corrections 200 5
like "$(cat err out | tail -1)" '^1[0-9][0-9] joined, [1-9][0-9] refused$' "joined, or refused where they disagree"
runs 0 "sixty random histories, divided over two people" python3 "$TOP/tests/merges.py" histories 60 5
like "$(cat err out | tail -1)" '^[23][0-9] joined, [23][0-9] refused$' "likewise"

# As a merge driver: tests/git.t has the story; here what it does without git.
version A "fase|Op: 2026-03-02|Fase: intake"
version B "fase|Op: 2026-03-02|Fase: opstart"
cp A ours
runs 1 "what cannot be joined, for git" fasen-check --join --git=d/x.rec --base=O -o A A B
is "$(cat err)" "fasen-check: d/x.rec:19: error: Fase: contradicts d/x.rec:25; expected one of the two" \
	"is said of the lines of the dossier as it now is"
is "$(sed -n '19p;25p' A | tr '\n' ' ')" "Fase: intake Fase: opstart " "where both stand"
sed '/^=======/,/^>>>>>>>/d; /^<<<<<<</d' A >mine
sed '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' A >yours
same mine ours "whole"
same yours B "both"
runs 2 "the marks are errors" fasen-check - <A
is "$(grep -c 'unresolved merge mark' out) $(wc -l <out)" "3 3" "and nothing else is"
for filter in "fasen-plan --note=n" "fasen-advance" "fasen-domains --scores=werk=2" "fasen-intake --amend --team=x"; do
	runs 2 "$filter refuses it" $filter A
	same A out "and passes it on unchanged"
	cp A before
	runs 2 "$filter -i refuses it" $filter -i A
	same A before "and leaves it"
done
runs 2 "a version with marks is not joined" fasen-check --join A B
cp ours .merge_file_a1B2c3
runs 1 "git's own file by the recipe of before" fasen-check --join --base=O -o .merge_file_a1B2c3 .merge_file_a1B2c3 B
same .merge_file_a1B2c3 A "holds both as well"
runs 2 "without --join there is no --git" fasen-check --git=x.rec x.rec
printf 'onzin\n' >>B
runs 1 "a malformed version, for git" fasen-check --join --git=d/x.rec -o ours ours B
like "$(cat err)" '^fasen-check: d/x.rec:27: error: not a field' "is named"
is "$(grep -c '^[<=>]\{7\}' ours)" 3 "and both stand in the file"
runs 2 "marks that cannot be written" fasen-check --join --git=x.rec -o nergens/x A B
done_testing
