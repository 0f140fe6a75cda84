#!/bin/sh
# SPDX-License-Identifier: ISC
# The default model: who refuses is not moved on, a round is gone through before it is left, and closed dossiers are quiet.
. "$(dirname "$0")/lib.sh"
needs recsel

a() { fasen-advance --today=2026-03-01 "$@"; }
p() { fasen-plan --today=2026-03-01 "$@"; }
phases() { recsel -P Fase -e 'Record = "fase"' "$1" | grep . | tr '\n' ' '; }
closed() { printf 'Record: uitstroom\nClient: %s\nOp: %s\nReden: %s\n\n' "$1" "$2" "${3-verhuisd}"; }

# A client in planning, with a goal and an action.
dossier() {
	printf 'Record: client\nClient: %s\nOp: 2026-01-05\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\nVraag: werk\nBegeleider: anna\n\n' "$1"
	printf 'Record: intake\nClient: %s\nOp: 2026-01-06\nBesluit: geplaatst\n\n' "$1"
	printf 'Record: fase\nClient: %s\nOp: 2026-02-01\nFase: planning\n\n' "$1"
	printf 'Record: doel\nClient: %s\nOp: 2026-02-02\nDoel: d1\nLeefgebied: wonen\nTekst: T\n\n' "$1"
	printf 'Record: werkpunt\nClient: %s\nOp: 2026-02-02\nWerkpunt: d1.1\nDoel: d1\nTekst: T\nWie: client\n\n' "$1"
}
dossier a >plan.rec

# Who refuses the plan is not moved on.
p --refuse=plan --wie=client plan.rec >refused.rec
for others in client= begeleider netwerk vertegenwoordiger Oma; do
	[ "$others" = client= ] && cp refused.rec more.rec || p --agree=plan --wie="$others" refused.rec >more.rec
	for way in "" --to=uitvoering --to=evaluatie --to=8; do
		runs 1 "a plan that the client refuses, agreed to by ${others%client=}: advance $way" a ${way:+"$way"} more.rec
		same out more.rec "the dossier passes unchanged"
		like "$(cat err)" "planning: akkoord.Waarop = plan en .*: the client does not agree to the plan$" "and why is said"
	done
done
runs 0 "only --override moves the client" a --override --reden='De rechter besliste.' more.rec
is "$(recsel -e 'Fase = "uitvoering"' -P Afwijking out)" 'planning: akkoord.Waarop = plan en Wie = client|vertegenwoordiger sinds fase' "and says what was set aside"
p --refuse=plan --wie=vertegenwoordiger plan.rec | p --agree=plan --wie=client >both.rec
runs 1 "nor one whose representative refuses" a both.rec
for who in client vertegenwoordiger; do
	p --agree=plan --wie=$who plan.rec >agreed.rec
	runs 0 "the word of the $who" a agreed.rec
	is "$(phases out)" "planning uitvoering " "moves the client on"
done
p --agree=plan --wie=begeleider plan.rec >agreed.rec
runs 1 "that of the worker" a agreed.rec
p --refuse=plan --wie=client plan.rec | p --agree=plan --wie=client >agreed.rec
runs 0 "a refusal that was taken back" a agreed.rec

# Each round is gone through. Whatever the decision and the order of the day, five calls do what one does.
for decision in voortzetten:uitvoering bijstellen:planning uitstroom:uitstroom; do
	for order in phase-first evaluation-first; do
		{ dossier a
		printf 'Record: akkoord\nClient: a\nOp: 2026-02-02\nWie: client\nWaarop: plan\nAkkoord: ja\n\n'
		printf 'Record: fase\nClient: a\nOp: 2026-02-03\nFase: uitvoering\n\n'
		printf 'Record: stand\nClient: a\nOp: 2026-02-20\nDoel: d1\nStand: bezig\n\n'; } >round.rec
		if [ $order = phase-first ]; then
			a round.rec | p --evaluate="${decision%:*}" --soort=tussentijds --volgende=2026-06-01 >round.out 2>err
		else
			p --evaluate="${decision%:*}" --soort=tussentijds --volgende=2026-06-01 round.rec 2>err | a >round.out
		fi
		is "$(phases round.out)" "planning uitvoering evaluatie " "the evaluation, $order"
		runs 0 "the first call after ${decision%:*}" a round.out
		is "$(phases out)" "planning uitvoering evaluatie ${decision#*:} " "goes where it leads"
		cp out one.rec
		for n in 2 3 4 5; do
			runs 1 "call $n" a one.rec
			same out one.rec "moves nobody"
		done
	done
done

# A batch over the samples.
cp -r "$TOP/samples/dossiers" once && chmod 700 once && chmod 600 once/*
cp -r once five
runs 1 "a batch over the samples" fasen-advance -i --all --today=2026-11-01 once
is "$(for f in once/*; do cmp -s "$f" "five/${f#*/}" || basename "$f"; done)" "2023-0014.rec
2026-0042.rec" "moves two"
# since FILE: the kinds of record behind the last fase
since() { awk '/^Record: fase/ { kinds = "" } /^Record: / { kinds = kinds " " $2 } END { print kinds }' "$1"; }
like "$(since five/2023-0014.rec)" "fase .*stand" "one who was worked with since the phase was entered"
is "$(phases five/2026-0042.rec)" "aanmelding " "and one who was asked what a registration asks"
is "$(grep -c 'is closed' err)" 0 "closed dossiers pass in silence"
for n in 1 2 3 4 5; do fasen-advance -i --all --today=2026-11-01 five >/dev/null 2>&1; done
ok "five batches do what one does" diff -r once five
is "$(fasen-check --today=2026-11-01 five)" "" "fasen-check has nothing to say of it"

# Closed dossiers: of one the refusal is said, in a batch of none.
{ dossier c; closed c 2026-02-20; } >c.rec
{ dossier e; closed e 2026-02-20; } >e.rec
for call in a "a --to=uitvoering" "a --date=2026-02-10" "a --override --reden=r" "a --close=verhuisd"; do
	runs 1 "$call: one closed dossier" $call c.rec
	is "$(grep -c 'closed' err)" 1 "is refused"
	same out c.rec "and unchanged"
	cat c.rec e.rec >two.rec
	runs 0 "$call: two in one stream" $call two.rec
	is "$(cat err)" "" "pass in silence"
	same out two.rec "and unchanged"
	runs 0 "$call: two files" $call c.rec e.rec
	is "$(cat err)" "" "pass in silence"
	runs 1 "$call: one of them by -c" $call -c c two.rec
	is "$(grep -c 'closed' err)" 1 "is refused"
	runs 1 "$call: the second by -c" $call -c e two.rec
	is "$(grep -c 'closed' err)" 1 "is refused"
done
sed '1,/^$/s/^Aangemeld.*/Aangemeld: x/; s/^Client: .*/Client: x/' plan.rec >bad.rec
for call in "a bad.rec c.rec" "a c.rec bad.rec" "a --close=verhuisd bad.rec c.rec"; do
	runs 2 "$call: a malformed one is a dossier of the batch" $call
	is "$(grep -c 'closed' err)" 0 "closed ones pass in silence"
done
runs 1 "a closed one before one who is not ready" a c.rec plan.rec
is "$(grep -c . err)" "$(grep -c 'plan.rec.*akkoord' err)" "only that one is said"
p --agree=plan --wie=client plan.rec >agreed.rec
runs 0 "before one who is" a c.rec agreed.rec
is "$(cat err)" "" "nothing is"
runs 0 "and behind" a agreed.rec c.rec
is "$(cat err)" "" "neither"
mkdir -m 700 d && cp c.rec d/c.rec && cp c.rec alone.rec && chmod 600 d/* alone.rec
runs 1 "in place, one" a -i alone.rec
like "$(cat err)" 'closed' "is refused"
cp e.rec d/e.rec && chmod 600 d/e.rec
runs 0 "in place, a directory" a -i --all d
is "$(cat err)" "" "in silence"
a --close=verhuisd --date=2026-02-20 -n plan.rec >form.rec
sed '/^Op\|^Door\|^Vastgelegd/d' form.rec >closing.form
sed 's/^Client: a/Client: c/' closing.form >c.form
runs 1 "a form that closes a closed one among others" a --fill=c.form c.rec plan.rec
like "$(cat err)" 'closed already' "is refused aloud"
runs 0 "other recorders" fasen-intake --today=2026-03-01 --amend --gemeente=Ede c.rec
like "$(cat err)" "warning: the dossier of c is closed; recorded all the same" "warn"

# Nobody returns from the dead.
{ dossier f; closed f 2026-02-20 overleden; } >f.rec
runs 0 "reopening after the client died" a --reopen f.rec
is "$(cat err)" "fasen-advance: f.rec:1: warning: Fase: a new trajectory, though the client died on 2026-02-20" "is warned of"
cp out again.rec
runs 1 "fasen-check" fasen-check --today=2026-03-01 - <again.rec
like "$(cat out)" "warning: Fase: .*\[after-death\]$" "warns too"
sed 's/^Code: overleden/Code: gestorven/' "$TOP/samples/model.rec" >model.rec
{ dossier g; closed g 2026-02-20 gestorven; } >g.rec
runs 0 "under another code of the model" a -m model.rec --reopen g.rec
like "$(cat err)" "the client died on" "by its national code"
runs 0 "after another reason" a --reopen c.rec
is "$(cat err)" "" "nothing is said"
done_testing
