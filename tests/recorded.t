#!/bin/sh
# SPDX-License-Identifier: ISC
# On a terminal a call that writes says what it recorded, and in what phase the client is; elsewhere it is silent.
. "$(dirname "$0")/lib.sh"
needs python3

at() {
	python3 "$TOP/tests/on_terminal.py" -e "$@" </dev/null
}
mkdir -m 700 d
cp "$TOP"/samples/dossiers/2026-0003.rec "$TOP"/samples/dossiers/2026-0011.rec d
chmod 600 d/*
plan="fasen-plan --today=2026-11-01"
is "$(at $plan -i --note='Koffie met Zoë.' d/2026-0003.rec)" "fasen-plan: recorded: 2026-0003: Note; Planning" "a note, and where the client is"
is "$(at $plan -i --status=bezig --doel=d1 d/2026-0003.rec)" "fasen-plan: recorded: 2026-0003: Progress; Planning" "a status"
is "$(at $plan -i --goal='Ik dans weer' --streefdatum=2027-01-01 --leefgebied=werk d/2026-0003.rec)" \
	"fasen-plan: recorded: 2026-0003: Goal d4; Planning" "a goal by the id that it got"
is "$(at fasen-advance --today=2026-11-01 -i --to=uitvoering --override --reden=x d/2026-0003.rec)" \
	"fasen-advance: recorded: 2026-0003: Phase; Implementation" "a move into the phase that it leads to"
is "$(FASEN_LOCALEDIR=$BUILD/share/locale LANGUAGE=nl at $plan -i --note=Thee. d/2026-0003.rec)" \
	"fasen-plan: vastgelegd: 2026-0003: Notitie; Uitvoering" "in Dutch"
is "$(at $plan -i --all --note=Allen. d)" "fasen-plan: recorded: 2 records in 2 dossiers" "of several how many"
is "$(at fasen-advance --today=2026-11-01 -i --close=verhuisd d/2026-0003.rec)" "fasen-advance: recorded: 2026-0003: Closing; closed" "a closing"
is "$(at fasen-domains --today=2026-11-01 -i --network='Tante Riet' --relatie=tante d/2026-0011.rec)" \
	"fasen-domains: recorded: 2026-0011: Network; Implementation" "never a name"
is "$($plan -i --note=Stil. d/2026-0011.rec 2>&1)" "" "no terminal: no word"
is "$(at $plan -n --note=Droog. d/2026-0011.rec | grep recorded)" "" "nothing is recorded, nothing is said"
cp d/2026-0011.rec was
is "$(at $plan -i --status=bezig --doel=d99 d/2026-0011.rec | grep recorded)" "" "what is refused is not recorded"
same d/2026-0011.rec was "as it is"
done_testing
