#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen: the overview on one screen, and the other commands by its name. FASEN_DIR.
. "$(dirname "$0")/lib.sh"
needs python3

for lang in en nl; do
	LANGUAGE=$lang fasen >out
	is "$(awk 'length > 80' out)" "" "$lang: no line is longer than 80 columns"
	ok "$lang: one screen" test "$(wc -l <out)" -gt 10 -a "$(wc -l <out)" -le 24
done
fasen >out
for command in "$BUILD"/bin/fasen-*; do
	like "$(cat out)" "^  fasen ${command##*/fasen-} " "it names ${command##*/}"
done
runs 0 "--help is the overview" fasen --help
fasen >overview
same out overview "as without anything"
is "$(fasen --version)" "$(fasen -V)" "the version"

S="$TOP/samples/dossiers"
fasen-show -v lijst --today=2026-11-01 "$S" >want
fasen show -v lijst --today=2026-11-01 "$S" >got
same got want "fasen show is fasen-show"
runs 1 "with its exit status" fasen select naam=Niemand "$S"
runs 2 "and its usage errors" fasen plan --onzin
like "$(cat err)" '^fasen-plan: --onzin is no option' "under its own name"
runs 2 "no command of that name" fasen pln
like "$(cat err)" 'did you mean plan\?' "the nearest is named"
mkdir elsewhere && cp "$BUILD/bin/fasen" elsewhere
PATH=$BUILD/bin:/usr/bin:/bin elsewhere/fasen show -v lijst --today=2026-11-01 "$S" >got
same got want "found in PATH when it is not beside it"
PATH=/usr/bin:/bin runs 2 "not to be found" elsewhere/fasen show
like "$(cat err)" '^fasen: fasen-show: No such file' "is said"

# FASEN_DIR: the dossier of -c without listing the directory.
mkdir d && cp "$S"/*.rec d
export FASEN_DIR=$PWD/d
fasen-show -v dossier --today=2026-11-01 d/2025-0006.rec >want
fasen-show -v dossier --today=2026-11-01 -c 2025-0006 >got
same got want "a view of one client"
cp d/2025-0006.rec before
runs 0 "a note in place" fasen-plan -i -c 2025-0006 --note='Gebeld' --today=2026-11-01
is "$(tail -6 d/2025-0006.rec | grep Tekst)" "Tekst: Gebeld" "stands in its dossier"
head -c "$(wc -c <before)" d/2025-0006.rec >start
same start before "behind what was there"
runs 2 "a client without dossier there" fasen-plan -i -c 2025-0999 --note='Gebeld'
like "$(cat err)" '/d/2025-0999.rec: error: No such file' "is an error with the path"
is "$(fasen-select --count -c 2025-0006 client=2025-0006 - <before)" 1 "- is standard input"
is "$(fasen-select --count -c 2025-0006 client=2025-0006 before)" 1 "an operand is what it was"
is "$(fasen-select --count client=2025-0006 </dev/null)" 0 "without -c nothing changes"
fasen-check --unite d/2025-0006.rec d/2025-0009.rec --same-person --phases-of=A --today=2026-11-01 >united 2>err
ok "two dossiers of one person" test -s united
mkdir e && cp united e/2025-0006.rec && cp d/2025-0012.rec e && chmod 600 e/*
cp -p e/2025-0006.rec 'e/2025-0006 (kopie).rec'
FASEN_DIR=$PWD/e runs 0 "by the id that is no more" fasen-plan -i -c 2025-0009 --note='Gemaild' --today=2026-11-01
is "$(tail -6 e/2025-0006.rec | grep Tekst)" "Tekst: Gemaild" "the dossier that took it over is found"
same united 'e/2025-0006 (kopie).rec' "not a copy beside it"
for command in plan domains intake; do
	runs 0 "fasen-$command -c alone" fasen-$command -c 2025-0006
	same out "$FASEN_DIR/2025-0006.rec" "passes on the dossier that it found"
	runs 2 "with a directory" fasen-$command -c 2025-0006 "$FASEN_DIR"
	like "$(cat err)" "^fasen-$command: -c has no effect: this call records nothing" "it does nothing"
done
waits() {
	python3 -c 'import os, pty, subprocess, sys
keys, terminal = pty.openpty()
os.write(keys, b"\x04")
print(subprocess.run(sys.argv[1:], stdin=terminal, stderr=subprocess.PIPE, text=True, timeout=60).stderr, end="")' "$@"
}
if command -v python3 >/dev/null; then
	for call in "fasen-show -v agenda" "fasen-select team=noord" "fasen-check" "fasen-plan --note=x" "fasen-intake --csv" "fasen-intake --csv --preview"; do
		is "$(waits $call | grep -c 'reading what is typed, up to Ctrl-D; all of FASEN_DIR is read with "\$FASEN_DIR" as operand')" 1 "$call says that it waits"
	done
	is "$(FASEN_DIR= waits fasen-check)" "fasen-check: reading what is typed, up to Ctrl-D; expected files" "without FASEN_DIR"
	is "$(waits fasen-check -)" "" "what is asked for is not said"
fi
FASEN_DIR='' runs 0 "empty is not set" fasen-show -v dossier -c 2025-0006 <before

# --help: within 80 columns and one screen, in both languages; of a verb what goes with it, and nothing that it refuses.
for command in "$BUILD"/bin/fasen-*; do
	name=${command##*/}
	for lang in en nl; do
		LANGUAGE=$lang "$name" --help >brief
		LANGUAGE=$lang "$name" --help=all >all
		is "$(cat brief all | python3 -c 'import sys; sys.stdout.writelines(l for l in sys.stdin if len(l) > 81)')" "" "$name: no line of --help is longer than 80 columns ($lang)"
		ok "$name: --help and the shell's sign fit a screen ($lang)" test "$(wc -l <brief)" -le 23
	done
	for verb in $("$name" --help=all | grep -oE '^  --[a-z]+' | sort -u); do
		LANGUAGE=nl "$name" "$verb" --help >verb 2>/dev/null && test "$(wc -l <verb)" -gt 24 && echo "$name $verb nl" >>longer
		"$name" "$verb" --help >verb 2>/dev/null || continue
		[ "$(wc -l <verb)" -le 24 ] || echo "$name $verb" >>longer
		sed -n '/^Fields of/,$s/^  \(--[a-z0-9_]*\)=.*/\1/p' verb >fields
		for field in $(cat fields); do
			printf '' | "$name" "$verb=x" "$field=x" 2>&1 | grep -E 'has no effect|gives .* already' && echo "$verb $field"
		done >refused
		is "$(cat refused)" "" "$name $verb --help lists nothing that it refuses"
	done
done
is "$(cat longer 2>/dev/null)" "" "what goes with a verb fits a screen"
like "$(fasen-plan --goal --help)" '^  --termijn' "what goes with --goal"
unlike "$(fasen-plan --goal --help)" '--akkoord|--stand' "and nothing else"
like "$(fasen-intake --csv --help)" '^  --rejects' "what goes with --csv"
runs 2 "another kind of help" fasen-plan --help=onzin

# A date option takes a day by its distance from today too, wherever --today stands.
cp "$S/2026-0042.rec" a.rec
is "$(fasen-plan -n --note=x --date=today-3 --today=2026-11-01 a.rec | grep ^Op)" "Op: 2026-10-29" "--date=today-3"
is "$(fasen-plan -n --today=2026-11-01 --note=x --date=today a.rec | grep ^Op)" "Op: 2026-11-01" "--date=today"
is "$(fasen-plan -n --goal=x --leefgebied=wonen --streefdatum=+14 --today=2026-11-01 a.rec | grep ^Streef)" "Streefdatum: 2026-11-15" "a field"
is "$(fasen-report -v doorstroom -T tsv --from=today-30 --to=today --today=2026-11-01 a.rec | sed -n 2p | cut -f2)" "2026-10-02..2026-11-01" "a period"
runs 2 "what is no day" fasen-plan -n --note=x --date=+999999 a.rec
runs 2 "nor a word" fasen-plan -n --note=x --date=morgen a.rec
done_testing
