#!/bin/sh
# SPDX-License-Identifier: ISC
# Registering one client, and the filters: amend, decide, agree, refuse.
. "$(dirname "$0")/lib.sh"

# one client
runs 0 "one client goes to standard output" fasen-intake --naam='Piet Jansen' --hulpvraag='Ik wil een huis.' \
	--vraag=wonen --vraag=werk --geboren=1990-01-01 --contact='+31 6 00000000' --date=2026-10-01 --today=2026-10-05
cat >want <<'END'
Record: client
Client: 2026-0001
Op: 2026-10-01
Naam: Piet Jansen
Geboren: 1990-01-01
Aangemeld: 2026-10-01
Hulpvraag: Ik wil een huis.
Vraag: wonen
Vraag: werk
Contact: +31 6 00000000
Door: tester
Vastgelegd: 2026-10-05

Record: fase
Client: 2026-0001
Op: 2026-10-01
Fase: aanmelding
Door: tester
Vastgelegd: 2026-10-05

END
same out want "a client and the first phase, both dated Aangemeld"
runs 0 "on the day itself" fasen-intake --naam=P --hulpvraag=H --aangemeld=2026-10-05 --today=2026-10-05
unlike "$(cat out)" Vastgelegd "Vastgelegd is left out on the day itself"
like "$(cat err)" 'warning: Vraag: .*several life domains; 0 asked' "it warns for fewer than two domains"
runs 0 "a short trajectory" fasen-intake --naam=P --hulpvraag=H --vraag=wonen --vraag=werk --verwachte-weken=4
like "$(cat err)" 'warning: Verwachte_weken: .*at least 6 weeks; expected are 4' "it warns for under six weeks"
unlike "$(cat err)" Vraag "and not for two domains"

mkdir d
runs 0 "with -d" fasen-intake -d d --naam=A --hulpvraag=H --extern=007 --geboren=1980-05-05 --date=2026-10-01
is "$(cat out)" d/2026-0001.rec "with -d the path is printed"
is "$(stat -c %a d/2026-0001.rec)" 600 "the mode is 0600"
chmod g+w d
fasen-intake -d d --naam=B --hulpvraag=H --date=2026-10-01 >out 2>err
is "$(stat -c %a d/2026-0002.rec)" 660 "0660 where the directory is writable by the group"
: >d/2026-0003.rec
fasen-intake -d d/ --naam=C --hulpvraag=H --date=2026-10-01 >out 2>err
is "$(cat out)" d/2026-0004.rec "the highest number + 1, file names counted"
fasen-intake -d d --naam=D --hulpvraag=H --aangemeld=2025-12-31 >out 2>err
is "$(cat out)" d/2025-0001.rec "the year is that of Aangemeld"
fasen-intake -d d --naam=E --hulpvraag=H --id=vz-0118 >out 2>err
is "$(cat out)" d/vz-0118.rec "an id that is given"
fasen-intake -d d --naam=F --hulpvraag=H --id-prefix=vz- >out 2>err
is "$(cat out)" d/vz-0119.rec "a prefix that is given: its highest number + 1"
before=$(cat d/vz-0118.rec)
runs 1 "an id that is taken" fasen-intake -d d --naam=G --hulpvraag=H --id=vz-0118
like "$(cat err)" 'known already as vz-0118' "is said"
is "$(cat d/vz-0118.rec)" "$before" "and the file stays as it was"
runs 2 "an id whose file holds something else" fasen-intake -d d --naam=G --hulpvraag=H --id=2026-0003
like "$(cat err)" 'd/2026-0003.rec: error: exists already' "is said"
runs 1 "a known client" fasen-intake -d d --naam=G --hulpvraag=H --extern=007
like "$(cat err)" 'known already as 2026-0001' "is said"
mkdir far
for id in 2026-999999999999999 2026-9999999999 2026-7 2026-999999998; do
	fasen-intake -d far --naam="$id" --hulpvraag=H --date=2026-10-01 --id=$id >out 2>err
done
rm far/2026-999999998.rec
runs 0 "beside ids of more than nine digits and fewer than four" \
	timeout 20 fasen-intake -d far --naam=H --hulpvraag=H --date=2026-10-01
is "$(cat out)" far/2026-0001.rec "ids are given as without them"
fasen-intake -d far --naam=I --hulpvraag=H --date=2026-10-01 --id=2026-999999999 >out 2>err
for n in 1 2; do
	timeout 20 fasen-intake -d far --naam=J$n --hulpvraag=H --date=2026-10-01 >out 2>err
done
is "$?: $(tail -n 1 err)" "2: fasen-intake: error: --id: no number of nine digits is left; expected an id, or another beginning of ids" \
	"nor does the highest number of nine digits hold up the next"
cat >clock.c <<'END'
#include <time.h>
time_t time(time_t *t) { (void)t; return (time_t)8000000000; }
END
cc -shared -fPIC -o clock.so clock.c
if LD_PRELOAD=$PWD/clock.so fasen-show --version >out 2>&1; then
	runs 2 "a clock in a year that a date cannot say" \
		env LD_PRELOAD="$PWD/clock.so" fasen-intake -d far --naam=K --hulpvraag=H
	like "$(cat err)" 'the clock says a year outside 1900-2199; expected --today' "is said"
	runs 0 "not with --today" \
		env LD_PRELOAD="$PWD/clock.so" fasen-intake -d far --naam=K --hulpvraag=H --today=2025-10-01
else
	skip "a clock in a year that a date cannot say" "nothing can be put before the library here"
fi
mkdir e
runs 1 "known in another directory" fasen-intake -d e --known-in=d --naam=G --hulpvraag=H --extern=007
is "$(ls e)" "" "is not registered"
rm d/2026-0003.rec
runs 0 "a likely duplicate" fasen-intake -d d --naam='à' --hulpvraag=H --geboren=1980-05-05 --id=dup
like "$(cat err)" 'warning: Naam: dup is likely the same person as 2026-0001' "is named with both ids, and taken"
runs 0 "-n" fasen-intake -n -d e --naam=G --hulpvraag=H
is "$(ls e)" "" "-n writes nothing"
like "$(cat out)" '^Naam: G' "-n shows what would be written"
is "$(find d -name '.*.fasen')" "" "nothing is left behind"

runs 2 "without a name" fasen-intake --hulpvraag=H
like "$(cat err)" 'error: Naam: missing; client asks for it' "is said"
runs 2 "a BSN that fails the eleven-test" fasen-intake --naam=A --hulpvraag=H --bsn=123456789
unlike "$(cat err)" 123456789 "is not shown"
runs 1 "a domain that the model does not have" fasen-intake --naam=A --hulpvraag=H --vraag=wonne
like "$(cat err)" 'did you mean "wonen"' "is said with the nearest"
runs 2 "a birth in the future" fasen-intake --naam=A --hulpvraag=H --geboren=2190-01-01
runs 2 "a wrong id" fasen-intake --naam=A --hulpvraag=H --id=a/b
runs 2 "a wrong prefix" fasen-intake --naam=A --hulpvraag=H --id-prefix=/
runs 2 "no such directory" fasen-intake --naam=A --hulpvraag=H -d no
for wrong in -i --all '-c x' --csv=x --update '--map A=B' '--map-file x' '--encoding x' '--rejects x' '--reden x' '--wie x' \
	'--delimiter ;' '--date-format dmy' file; do
	# shellcheck disable=SC2086
	runs 2 "$wrong has no effect on one client" fasen-intake --naam=A --hulpvraag=H $wrong
done
runs 2 "two verbs" fasen-intake --amend --decide=geplaatst
runs 2 "--amend without a field" fasen-intake --amend
runs 2 "--amend with a field of another kind" fasen-intake --amend --wie=client
runs 2 "--decide with --besluit" fasen-intake --decide=geplaatst --besluit=wachtlijst
runs 2 "--agree with --akkoord" fasen-intake --agree=plan --wie=client --akkoord=nee
runs 2 "--agree without --wie" fasen-intake --agree=plan

# a model of the house
sed 's/^Code: aanmelding$/Code: melding/; s/^Na: .*aanmelding$//' "$TOP/samples/model.rec" >own.rec
runs 0 "another model" fasen-intake -m own.rec --naam=A --hulpvraag=H
like "$(cat out)" '^Fase: melding$' "the first phase is the model's"

# filters
cp "$TOP/samples/dossiers/2025-0031.rec" a.rec
cat "$TOP"/samples/dossiers/*.rec >all
runs 0 "asked for nothing" fasen-intake "$TOP/samples/dossiers"
same out all "it is cat"
runs 0 "--amend" fasen-intake --amend --team=zuid --begeleider=bram --date=2026-10-01 --today=2026-10-02 -n a.rec
cat >want <<'END'
Record: client
Client: 2025-0031
Op: 2026-10-01
Begeleider: bram
Team: zuid
Door: tester
Vastgelegd: 2026-10-02

END
same out want "--amend appends what is given, with Op, Door and Vastgelegd"
runs 0 "--decide" fasen-intake --decide=wachtlijst --reden='Er is geen plek.' --today=2026-10-02 -n a.rec
cat >want <<'END'
Record: intake
Client: 2025-0031
Op: 2026-10-02
Besluit: wachtlijst
Reden: Er is geen plek.
Door: tester

END
same out want "--decide appends an intake"
runs 0 "--agree" fasen-intake --agree=delen --wie=client --met='de school' --afspraak=een --afspraak=twee --opmerking=goed \
	--by=anna --today=2026-10-02 -n a.rec
cat >want <<'END'
Record: akkoord
Client: 2025-0031
Op: 2026-10-02
Wie: client
Waarop: delen
Met: de school
Akkoord: ja
Afspraak: een
Afspraak: twee
Opmerking: goed
Door: anna

END
same out want "--agree appends an akkoord: ja"
runs 0 "--refuse" fasen-intake --refuse=plan --wie=client --today=2026-10-02 a.rec
like "$(cat out)" '^Akkoord: nee$' "--refuse appends an akkoord: nee"
head -c "$(wc -c <a.rec)" out >begin
same begin a.rec "behind all that was there"
runs 2 "--decide with no such decision" fasen-intake --decide=geplaats a.rec
like "$(cat err)" 'did you mean "geplaatst"' "the nearest is named"
runs 0 "-i" fasen-intake --decide=geplaatst -i a.rec
like "$(tail -5 a.rec)" 'Besluit: geplaatst' "-i writes the file"
fasen-intake --naam=P --hulpvraag=H --vraag=wonen --vraag=werk | fasen-intake --decide=geplaatst |
	fasen-intake --agree=intake --wie=client | fasen-intake --amend --begeleider=anna >out
is "$(grep -c ^Record out)" 5 "a pipe of calls"

# --template
runs 0 "--template" fasen-intake --template
is "$(tr -d '\r' <out)" "Client;Naam;Roepnaam;Geboren;Aangemeld;Hulpvraag;Vraag;Verwijzer;Gemeente;Vorm;Begeleider;Team;Verwachte_weken;Contact;Vertegenwoordiger;BSN;Extern;Vervangt;Vervangt_extern" \
	"--template prints every field of client"
{ cat out; printf 'x-1;Piet;;;2026-01-05;Help;wonen, werk;;;;;;;;;;;;\r\n'; } >in.csv
runs 0 "a template filled in" fasen-intake --csv in.csv
is "$(cat err)" "fasen-intake: 1 row: 1 registered, 0 updated, 0 known and left as they are, 0 rejected" "is read without a word"
is "$(grep -c '^Vraag' out)" 2 "several codes in one cell are told apart"
runs 0 "--template with a tab" fasen-intake --template --delimiter=tab
like "$(cat out)" 'Client	Naam' "has tabs"
runs 2 "--template with a field" fasen-intake --template --naam=P
mkdir long
runs 0 "by the long name of -d" fasen-intake --directory=long --naam=N --hulpvraag=H --vraag=wonen --vraag=werk --today=2026-01-05
is "$(cat out)" "long/2026-0001.rec" "it is the same"

# What a kill left
touch long/.x.rec.1-0.fasen long/.y.rec.1-0.fasen long/.z.rec.fasen long/z.fasen
flock long/.y.rec.1-0.fasen fasen-intake -d long --naam=M --hulpvraag=H --vraag=wonen --vraag=werk --today=2026-01-05 >/dev/null
is "$(cd long && ls -A | grep fasen\$ | sort | tr '\n' ' ')" ".y.rec.1-0.fasen z.fasen " "what nobody is writing any more is removed"
done_testing
