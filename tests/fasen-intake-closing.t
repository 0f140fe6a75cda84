#!/bin/sh
# SPDX-License-Identifier: ISC
# A client who is closed here on another day, or for another reason, than in the export: the map decides, it is named, and no
# row is rejected for it.
. "$(dirname "$0")/lib.sh"

night() {
	day=$1
	shift
	FASEN_BY=export fasen-intake --csv --update -d d --today="$day" --map='e=uitstroom.Op' "--map=r=uitstroom.Reden$once" \
		"--map=b=uitstroom.Bestemming$once" "$@" x.csv >out 2>err
	status=$?
	said=$(sed '$d' err)
	last=$(tail -1 err)
}
counts() { echo "$status" $(echo "$last" | tr -c '0-9\n' ' '); }
row() { printf 'Extern;Naam;Geboren;Hulpvraag;Vraag;Aangemeld;e;r;b\n1;Piet;1980-01-01;H;wonen,werk;2026-01-05;%s;%s;%s\n' "$1" "$2" "$3" >x.csv; }
one=d/2026-0001.rec
# Closed by a worker on 1 June.
start() {
	rm -rf d && mkdir d
	row
	night 2026-02-01
	FASEN_BY=lisa fasen-advance -i --close=volgens-plan --bestemming=huis --nazorg=2026-09-01 --date=2026-06-01 --today=2026-06-01 $one
}
end() { fasen-select -l --today=2026-12-31 "eind=$1" d; }
otherwise() { # FATE FIELD SINCE
	case $1 in
	kept) echo "fasen-intake: uitstroom.$2: 1 dossier says otherwise since $3; left so" ;;
	once) echo "fasen-intake: uitstroom.$2: 1 dossier says otherwise since $3; left so (eenmalig)" ;;
	*) echo "fasen-intake: uitstroom.$2: 1 dossier said otherwise since $3; what the export says was recorded" ;;
	esac
}
once=
start
row 2026-05-30 verhuisd
night 2026-06-02
is "$(counts)" "0 1 0 1 0 0" "another day and reason in the export: recorded"
is "$said" "$(otherwise won Op 2026-06-01; otherwise won Reden 2026-06-01)" "and named by field"
is "$(grep -c 'Record: intrekking' $one) $(end 2026-05-30)" "1 $one" "what stood there is taken back"
is "$(tail -9 $one | grep -E 'Bestemming|Nazorg')" "Bestemming: huis
Nazorg: 2026-09-01" "and what the export does not say is kept"
is "$(fasen-check --today=2026-06-03 d)" "" "fasen-check finds nothing"
cp $one before
night 2026-06-03
is "$(counts) $said" "0 1 0 0 1 0 " "nothing is done again"
same $one before "not a byte"
row 2026-06-01 volgens-plan
night 2026-06-04
is "$(counts) $(end 2026-06-01)" "0 1 0 1 0 0 $one" "an export that changes back is followed, for the import itself took that back"
night 2026-06-05
is "$(counts)" "0 1 0 0 1 0" "once"
row "" verhuisd
night 2026-06-06
is "$(counts) $(end 2026-06-01) $(grep -c '^Reden: verhuisd' $one)" "0 1 0 1 0 0 $one 2" "a reason without a day changes the reason, of that day"
night 2026-06-07
is "$(counts)" "0 1 0 0 1 0" "once"
fasen-retract -i --last --reden='Toch niet' --today=2026-06-08 $one
FASEN_BY=lisa fasen-advance -i --close=overeenstemming --date=2026-06-03 --today=2026-06-08 $one 2>err
night 2026-06-09
is "$(counts) $said" "0 1 0 0 1 0 fasen-intake: uitstroom: taken back in fasen, still in the export: 1" "what a person takes back stays so"
is "$(end 2026-06-03)" "$one" "and what is recorded in its place stands"

start
once=' eenmalig'
row 2026-05-30 verhuisd
night 2026-06-02
is "$(counts)" "0 1 0 0 1 0" "eenmalig: nothing is recorded"
is "$said" "$(otherwise once Op 2026-06-01; otherwise once Reden 2026-06-01)" "and what it says is named"
once=

# a phase that stands between
start
FASEN_BY=lisa fasen-advance -i --reopen --date=2026-06-10 --today=2026-06-10 $one 2>err
FASEN_BY=lisa fasen-advance -i --close=volgens-plan --date=2026-07-01 --today=2026-07-01 $one 2>err
row 2026-06-05 verhuisd
night 2026-07-02
is "$(counts) $(end 2026-07-01)" "0 1 0 0 1 0 $one" "of two trajectories it is the one that the day falls in"
is "$said" "$(otherwise kept Op 2026-06-01; otherwise kept Reden 2026-06-01)" "which stays as it is where another began since, and is named"
start
fasen-retract -i --last --reden=x --today=2026-06-02 $one
FASEN_BY=lisa fasen-advance -i --to=intake --override --reden=r --date=2026-05-20 --today=2026-06-02 $one 2>err
FASEN_BY=lisa fasen-advance -i --close=volgens-plan --date=2026-06-02 --today=2026-06-02 $one 2>err
row 2026-05-10 verhuisd
night 2026-06-03
is "$(counts)" "0 1 0 0 1 0" "a day before a phase that was recorded since: left as it is"
is "$said" "$(otherwise kept Op 2026-06-02; otherwise kept Reden 2026-06-02)" "and named"

# not placed here, ended there
rm -rf d && mkdir d
row
night 2026-02-01
FASEN_BY=lisa fasen-intake -i --decide=afgewezen --date=2026-03-01 --today=2026-03-01 $one
row 2026-04-01 verhuisd
night 2026-04-02
is "$(counts) $said" "0 1 0 0 1 0 $(otherwise kept Op 2026-03-01; otherwise kept Reden 2026-03-01)" "who was not placed here: left so, and named"

# two rows
start
row 2026-05-30 verhuisd
sed -n '2s/2026-05-30/2026-05-31/p' x.csv >>x.csv
night 2026-06-02
is "$(counts)" "1 2 0 1 0 1" "two rows with another end each: the second is rejected"
cp $one before
night 2026-06-03
is "$(counts)" "1 2 0 0 1 1" "every night"
same $one before "and nothing goes to and fro"
like "$(cat err)" 'x.csv:3: error: uitstroom: an earlier row of this client, on line 2, says otherwise' "which is said"
done_testing
