#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-check: each finding by its line and code, what is no finding, formats, exits, files.
. "$(dirname "$0")/lib.sh"
needs python3

today=--today=2026-11-01
mkdir good
cp "$TOP"/samples/dossiers/*.rec good
chmod 600 good/*
runs 0 "nothing is found in the worked dossiers" fasen-check $today good
is "$(cat out err)" "" "and nothing is said"
cat good/*.rec >all
runs 0 "nor in one stream of them" fasen-check $today - <all

# A dossier of client x in x.rec: its head, a goal, then what stdin adds.
dossier() {
	cat >x.rec - <<-'END'
		Record: client
		Client: x
		Op: 2026-01-05
		Naam: Geheime Naam
		Geboren: 1990-01-01
		Aangemeld: 2026-01-05
		Hulpvraag: Geheime vraag

		Record: fase
		Client: x
		Op: 2026-01-05
		Fase: aanmelding

		Record: doel
		Client: x
		Op: 2026-02-01
		Doel: d1
		Leefgebied: wonen
		Tekst: Geheim doel

	END
	sed 's/^	*//' >>x.rec
}

# finds DESC LINE:CODE...: the findings in x.rec are these and no others.
finds() {
	_what=$1
	shift
	fasen-check $today -T tsv x.rec | tail -n +2 | cut -f 2,5 | tr '\t' : >found
	is "$(cat found)" "$(printf '%s\n' "$@")" "$_what"
}

umask 077
dossier </dev/null
finds "a small dossier is clean" ""

dossier <<-END
	Record: client
	Client: x
	Op: 2026-02-01
	Begelieder: Geheim
	Doelgroep: jongeren
	Huisdier: kat
	Bron: brief
	Wet: Wmo
	vorm: ambulant
END
finds "fields that are nearly ours, and own fields" 24:field 29:field
like "$(fasen-check $today x.rec)" 'x.rec:24: warning: Begelieder: .*did you mean "Begeleider"\?.*\[field\]$' "with the one that is meant"

dossier <<-END
	Record: akkoord
	Client: x
	Op: 2026-02-01
	Wie: client
	Waarop: delen
	Wet: Wmo
	Akkoord: ja

	Record: medicijn
	Client: x
	Naam: onbekend

	Record: notite
	Client: x
END
finds "an own field beside Met, an own kind, a slip in a kind" 21:with-whom 33:kind

dossier <<-END
	Record: werkpunt
	Client: x
	Op: 2026-02-01
	Werkpunt: d1.1
	Doel: d1
	Tekst: T
	Wie: Cliënt

	Record: werkpunt
	Client: x
	Op: 2026-02-01
	Werkpunt: d1.2
	Doel: d1
	Tekst: T
	Wie: clent

	Record: werkpunt
	Client: x
	Op: 2026-02-01
	Werkpunt: d1.3
	Doel: d1
	Tekst: T
	Wie: Clara
END
finds "a Wie that is nearly a code, or one in other letters" 27:word 35:word
unlike "$(fasen-check $today x.rec)" clent "is not shown, for it may be a name"

dossier <<-END
	Record: leefgebied
	Client: x
	Op: 2026-02-01
	Leefgebied: wonne
	Score: 6
	Nvt: later

	Record: leefgebied
	Client: x
	Op: 2026-02-01
	Leefgebied: werk
	Schaal: zelfredzaamheid

	Record: intake
	Client: x
	Op: 2026-02-01
	Reden: R
END
finds "values" 24:reference 25:score 26:nvt-score 32:scale 34:missing

dossier <<-END
	Record: doel
	Client: x
	Op: 2026-02-02
	Doel: d1
	Tekst:
	Onder: d2

	Record: doel
	Client: x
	Op: 2026-02-02
	Doel: d2
	Leefgebied: werk
	Tekst: T
	Onder: d1

	Record: doel
	Client: x
	Op: 2026-02-03
	Doel: d2
	Leefgebied: wonen
	Tekst: Anders

	Record: doel
	Client: x
	Op: 2026-02-03
	Doel: d2
	Leefgebied: werk
	Tekst: Bijgesteld

	Record: stand
	Client: x
	Op: 2026-02-03
	Doel: d11
	Stand: open

	Record: stand
	Client: x
	Op: 2026-02-03
	Stand: open
END
finds "what belongs together" 25:emptied 26:circle 34:circle 36:double-key 53:unknown-key 56:missing

dossier <<-END
	Record: werkpunt
	Client: x
	Op: 2026-02-02
	Werkpunt: d1.1
	Doel: d1
	Tekst: T
	Wie: client

	Record: doel
	Client: x
	Op: 2026-02-02
	Doel: d2
	Leefgebied: werk
	Tekst: T

	Record: stand
	Client: x
	Op: 2026-02-03
	Werkpunt: d1.1
	Doel: d2
	Stand: bezig

	Record: notitie
	Client: x
	Op: 2026-02-03
	Tekst: T

	Record: notitie
	Client: x
	Op: 2026-02-03
	Tekst: T
END
finds "a status of another goal's action, a record twice" 40:other-goal 48:double-record

dossier <<-END
	Record: notitie
	Client: x
	Op: 2026-01-04
	Tekst: T
	Vastgelegd: 2026-01-03

	Record: notitie
	Client: x
	Op: 2026-11-02
	Tekst: T
	Doel: d1

	Record: notitie
	Client: x
	Op: 2026-01-31
	Tekst: T
	Doel: d1

	Record: client
	Client: x
	Op: 2026-03-01
	Vastgelegd: 2026-02-01
	Geboren: 2026-02-01
	Team: noord

	Record: doel
	Client: x
	Op: 2026-02-02
	Doel: d1
	Streefdatum: 2026-02-01

	Record: evaluatie
	Client: x
	Op: 2026-02-02
	Soort: tussentijds
	Besluit: voortzetten
	Volgende: 2026-02-02

	Record: akkoord
	Client: x
	Op: 2026-01-31
	Wie: client
	Waarop: plan
	Akkoord: ja
END
finds "dates" 23:before-registration 25:recorded-early 29:future 37:not-begun 43:birth 50:target 57:target 59:agreement
unlike "$(fasen-check $today x.rec)" '2026-02-01 .*birth|1990' "the birth date is not shown"

dossier <<-END
	Record: uitstroom
	Client: x
	Op: 2026-03-01
	Reden: verhuisd

	Record: notitie
	Client: x
	Op: 2026-04-01
	Tekst: T

	Record: client
	Client: x
	Op: 2026-04-01
	Contact: elders

	Record: uitstroom
	Client: x
	Op: 2026-04-01
	Reden: verhuisd
	Nazorg: 2026-05-01

	Record: leefgebied
	Client: x
	Op: 2026-03-01
	Leefgebied: wonen

	Record: leefgebied
	Client: x
	Op: 2026-04-01
	Leefgebied: wonen

	Record: fase
	Client: x
	Op: 2026-05-01
	Fase: analyse

	Record: leefgebied
	Client: x
	Op: 2026-05-01
	Leefgebied: wonen
END
finds "what follows a closing, and a return in another phase" 38:second-closing 49:after-closing

dossier <<-END
	Record: fase
	Client: x
	Op: 2026-02-01
	Fase: planning

	Record: fase
	Client: x
	Op: 2026-02-03
	Fase: opnamefase
	Reden: R

	Record: fase
	Client: x
	Op: 2026-02-02
	Fase: uitvoering

	Record: fase
	Client: x
	Op: 2026-03-01
	Fase: evaluatie
	Afwijking: opstart: client.Begeleider

	Record: evaluatie
	Client: x
	Op: 2026-03-02
	Soort: tussentijds
	Besluit: bijstellen

	Record: fase
	Client: x
	Op: 2026-03-02
	Fase: analyse

	Record: fase
	Client: x
	Op: 2026-03-03
	Fase: aanmelding
END
finds "phases in order of date: skipped, back, by reason, by decision" 21:phase-order 54:phase-order

dossier <<-END
	Record: client
	Client: x
	Op: 2026-01-06
	Vraag: wonen
	Vraag: werk

	Record: intake
	Client: x
	Op: 2026-01-07
	Besluit: geplaatst

	Record: akkoord
	Client: x
	Op: 2026-01-07
	Wie: client
	Waarop: intake
	Akkoord: ja

	Record: fase
	Client: x
	Op: 2026-01-07
	Fase: opstart
END
finds "a phase passed over because all that it asks is there" ""

dossier <<-END
	Record: fase
	Client: x
	Op: 2026-02-01
	Fase: uitvoering
	Vastgelegd: 2026-03-01
END
finds "a phase recorded later, out of order" 21:phase-order
sed -i '7s/.*/&\nVastgelegd: 2026-03-01/' x.rec
finds "taken over with the dossier" ""

dossier <<-END
	<<<<<<< HEAD
	Record: notitie
	Client: x
	Op: 2026-02-01
	Tekst: T
	=======
	Record: notitie
	Client: x
	Op: 2026-02-01
	Tekst: U

	>>>>>>> laptop
END
finds "a conflict is said where it stands; only a record cut off has lost a blank line" 21:conflict 26:conflict 27:lost-blank 32:conflict

# What is malformed is found here too, once, with what is wrong beside it.
dossier <<-END
	Record: notitie
	Client: x
	Op: 2026-02-30
	Tekst: T
	Tekst: U
	zomaar
	Record: notitie
	Client: x
	Op: 2026-02-01
	Tekst: T

	Record: stand
	Client: x
	Op: 2026-02-01
	Doel: d1
	Stand: bzig

	<<<<<<< HEAD
	=======
END
finds "malformed" 23:date 25:repeated 26:syntax 27:lost-blank 36:value 38:conflict 39:conflict
runs 2 "malformed is exit 2" fasen-check $today x.rec
is "$(cat err)" "" "and nothing is said twice"
{ cat x.rec; cat good/2026-0042.rec; } >stream
like "$(fasen-check $today stream)" ':27: error: Record: ' "the stream goes on"

dossier </dev/null
printf 'Record: notitie\nClient: x\nOp: 2026-02-01\nTekst: caf\351\n' >>x.rec
finds "bytes that are not UTF-8" 24:utf8
like "$(fasen-check $today x.rec)" 'x.rec:24: error: byte 11 of the line is not UTF-8' "with the byte"

dossier </dev/null
sed -i 's/$/\r/' x.rec
finds "CR LF, once" 1:crlf
runs 1 "is a warning" fasen-check $today x.rec
dossier </dev/null
printf '\357\273\277' | cat - x.rec >y && cp y x.rec
finds "a byte order mark" 1:bom

# Files
dossier </dev/null
cp x.rec y.rec
runs 2 "a file of another name" fasen-check $today y.rec
like "$(cat out)" '^y.rec:1: error: Client: x is not the name of the file; expected x.rec \[file-name\]$' "is named"
runs 2 "one client in two files" fasen-check $today x.rec y.rec
like "$(cat out)" '^y.rec:1: error: Client: x has a dossier at x.rec:1 already' "says where it was"
cat x.rec x.rec >twice
runs 1 "twice in one stream is one dossier, with every record double" fasen-check $today twice
{ cat x.rec good/2026-0042.rec x.rec; } >x3.rec
runs 2 "with another between, it is double" fasen-check $today x3.rec
is "$(cut -d: -f2 out)" "$(($(cat x.rec good/2026-0042.rec | wc -l) + 1))" "on its line"
{ cat x.rec; sed 's/^Client: .*/Client: ander/' good/2026-0042.rec; } >both
cp both x.rec
runs 2 "another client in x.rec" fasen-check $today x.rec
like "$(cat out)" ':21: error: Client: ander stands in the file of another client; expected x ' "is named"
cp both many.rec
runs 0 "a stream may have a name of its own" fasen-check $today many.rec
: >leeg.rec
runs 1 "an empty file" fasen-check $today leeg.rec
is "$(cat out)" "leeg.rec: warning: holds no dossier [empty]" "is warned about"
dossier </dev/null
chmod 640 x.rec
chmod 755 . ..
runs 1 "a mode that is too wide" fasen-check $today x.rec
is "$(cat out)" "x.rec: warning: mode 0640 lets others at it; expected 0600 [mode]" "is warned about"
chmod 775 .
chmod 660 x.rec
runs 0 "in a group's directory the group may write" fasen-check $today ./x.rec
chmod 664 x.rec
runs 1 "but others may not read" fasen-check $today x.rec
chmod 777 .
chmod 660 x.rec
cp x.rec y.rec
chmod 660 y.rec
fasen-check $today x.rec y.rec >out
is "$(grep everybody out)" ".: warning: mode 0777 lets everybody put files in it; expected 0775 [mode]" "nor put files beside it, which is said once"
rm y.rec
chmod 700 ..
runs 0 "but where they get to it" fasen-check $today x.rec
chmod 755 ..
chmod 664 x.rec
chmod 770 .
runs 0 "where they get into the directory" fasen-check $today x.rec
chmod 644 x.rec
chmod 750 .
runs 1 "a directory that lets a group in" fasen-check $today x.rec
chmod 700 .
runs 0 "a directory closed to others, as git leaves its files" fasen-check $today x.rec
runs 0 "by a path" fasen-check $today "$PWD/x.rec"
chmod 755 .
runs 1 "an open one" fasen-check $today ./x.rec
chmod 700 ..
runs 0 "in a closed one" fasen-check $today ./x.rec
chmod 700 x.rec
chmod 755 ..
runs 0 "a file that its owner might run lets nobody else at it" fasen-check $today x.rec
runs 0 "standard input has no mode" fasen-check $today - <x.rec
chmod 600 x.rec
runs 2 "a file that is not there" fasen-check $today x.rec nergens.rec
like "$(cat err)" nergens.rec "is said on standard error"
printf 'x.rec\0' >names
runs 0 "operands from a file" fasen-check $today --files0-from=names

# One client, formats, models, calls
sed 's/^Tekst: .*/Termijn: half/' x.rec >z
cat z good/2026-0042.rec >stream
runs 2 "all" fasen-check $today stream
runs 0 "-c another client" fasen-check $today -c 2026-0042 stream
runs 2 "-c this client" fasen-check $today -c x stream
runs 1 "-c nobody" fasen-check $today -c niemand stream
fasen-check $today -T tsv stream >out
is "$(head -1 out | tr '\t' ' ')" "file line client severity code field finding" "columns"
is "$(sed -n 2p out | cut -f 1-6 | tr '\t' ' ')" "stream 14 x error missing Tekst" "a row"
fasen-check $today -T json stream >out
is "$(python3 -c 'import json; t = json.load(open("out"))["tables"][0]; print(t["view"], len(t["rows"]), t["rows"][1]["line"])')" "bevindingen 2 19" "json"
is "$(fasen-check $today -T csv good)" "$(printf 'file,line,client,severity,code,field,finding\r')" "csv of nothing is its header"
printf 'Record: client\nClient: j\nOp: 2026-01-01\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\nVraag: mobiliteit\n' >j.rec
runs 2 "a domain that the model does not have" fasen-check $today j.rec
sed '/^Record: leefgebied/,/^$/ { s/^Code: wonen/Code: mobiliteit/; }' "$TOP/samples/model.rec" >m.rec
runs 0 "unless another model has it" fasen-check $today -m m.rec j.rec
runs 2 "no such format" fasen-check -T xlsx x.rec
runs 2 "--base asks for --join" fasen-check --base=x.rec x.rec
runs 2 "-o asks for --join" fasen-check -o y x.rec
sed 's/^Fase: .*/Fase: aan\x1b[31m/' x.rec >y
unlike "$(fasen-check $today -c x y | od -c)" 033 "no control character reaches the terminal"
runs 0 "a note with a character that acts" fasen-plan $today -n --note="a$(printf '\302\233')b" x.rec
like "$(cat err)" '^fasen-plan: x.rec:[0-9]*: warning: Tekst: holds U\+009B' "is recorded, and said"

dossier <<-END
	Record: stand
	Client: x
	Op: 2026-02-01
	Doel: Geheim doel
	Stand: open
END
finds "text where an id belongs" 24:value
unlike "$(fasen-check $today x.rec)" Geheim "is not shown"

# Private fields hold a word that must not come back, whatever is wrong.
dossier <<-END
	Record: uitstroom
	Client: x
	Op: 2026-03-01
	Reden: overleden

	Record: fase
	Client: x
	Op: 2026-04-01
END
finds "a phase without name after a death is found too" 26:missing 26:after-death

private='Naam|Roepnaam|Geboren|Hulpvraag|Verwijzer|Contact|Vertegenwoordiger|BSN|Tekst|Situatie|Wens|Zorg|Nvt|Relatie'
private="$private|Geeft|Krijgt|Kracht|Wie|Met|Inzet|Toelichting|Bestemming|Overdracht|Opmerking|Afspraak|Vervalt|Waarvoor|Aanwezig"
for f in good/*.rec; do
	sed -E "s/^($private): .*/\\1: gehEIm/" "$f" | fasen-check $today -
	sed -E "s/^($private): .*/\\1: gehEIm\\n\\1: gehEIm\\n/; s/^Naam/naam/" "$f" | fasen-check $today -
done >out 2>&1
ok "broken private fields are found" grep -q 'Geboren: not a date' out
unlike "$(cat out)" 'gehEIm' "and never shown"

# Every code is explained.
sed -n 's/.*problems_add(.*PROBLEM_[A-Z]*, "\([a-z0-9-]*\)".*/\1/p; s/.*say(c, PROBLEM_[A-Z]*, "\([a-z-]*\)".*/\1/p
	s/.*wrong(\(d, \)\{0,1\}problems, "\([a-z0-9-]*\)".*/\2/p; s/.*bad_line(p, "\([a-z-]*\)".*/\1/p; s/.*tolerate(.*"\([a-z-]*\)", _.*/\1/p' \
	"$TOP"/common/check/finding.c "$TOP"/common/check/coherence.c "$TOP"/common/check/chronology.c "$TOP"/common/check/consent.c \
	"$TOP"/common/method/spelling.c "$TOP"/common/method/records_line.c "$TOP"/common/method/reader.c "$TOP"/common/method/dossier.c "$TOP"/cmd/fasen-check/inspection.c | sort -u >codes
ok "codes are found in the source" test "$(wc -l <codes)" -gt 35
for code in $(cat codes); do
	grep -Eq "^\.It Li (.* )?$code( |\$)" "$TOP/man/fasen-check.1" || echo "$code"
done >missing
is "$(cat missing)" "" "the page explains every code"

# A thousand seeded mistakes, of each kind as many as were made.
mkdir mistakes
python3 "$TOP/tests/mistakes.py" "$TOP/samples/dossiers" mistakes 1000 17 >found || echo "# not all" >>found
ok "a thousand mistakes are made" test "$(grep -v '^#' found | awk '{ n += $2 } END { print n }')" -eq 1000
grep -v '^#' found >kinds
while read -r kind made seen; do
	ok "$kind: $seen of $made found at the right line" test "$made" -eq "$seen"
done <kinds
is "$(grep '^#' found)" "" "none is missed"

# likely duplicates across dossiers, as an import warns of
mkdir alike
fasen-intake -d alike --naam='José de la Cruz' --geboren=1980-05-05 --hulpvraag=H --vraag=wonen --vraag=werk --bsn=999900158 --today=2026-05-01 >out 2>err
fasen-intake -d alike --naam='jose DE LA CRUZ' --geboren=1980-05-05 --hulpvraag=H --vraag=wonen --vraag=werk --today=2026-05-01 >out 2>err
fasen-intake -d alike --naam='Iemand anders' --hulpvraag=H --vraag=wonen --vraag=werk --bsn=999900158 --today=2026-05-01 >out 2>err
fasen-intake -d alike --naam='José de la Cruz' --geboren=1980-05-06 --hulpvraag=H --vraag=wonen --vraag=werk --today=2026-05-01 >out 2>err
runs 1 "two dossiers of one person" fasen-check --today=2026-05-01 alike
is "$(cat out)" "alike/2026-0002.rec:1: warning: Naam: 2026-0002 is likely the same person as the client at alike/2026-0001.rec:1: the same name and date of birth [alike]
alike/2026-0003.rec:1: warning: BSN: 2026-0003 is likely the same person as the client at alike/2026-0001.rec:1: the same number [alike]" \
	"are found by name and date of birth, and by BSN"
done_testing
