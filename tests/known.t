#!/bin/sh
# SPDX-License-Identifier: ISC
# Each view as it was known on a day: --known leaves out what was recorded later.
. "$(dirname "$0")/lib.sh"

export FASEN_BY=anna
T=--today=2026-03-20
fasen-intake --today=2026-01-05 --id=a --naam='Noor Voorbeeld' --hulpvraag=h --vraag=wonen --vraag=werk \
	--team=noord >a.rec 2>/dev/null
fasen-domains --today=2026-02-01 -i --scores=wonen=2 a.rec 2>/dev/null
fasen-intake --today=2026-02-10 -i --agree=delen --wie=client --met=gemeente a.rec 2>/dev/null
# Recorded on 10 March, of 2 February.
fasen-plan --today=2026-03-10 --date=2026-02-02 -i --note='Later genoteerd.' a.rec 2>/dev/null
fasen-domains --today=2026-03-10 --date=2026-02-03 -i --scores=wonen=4 a.rec 2>/dev/null
fasen-intake --today=2026-03-11 -i --refuse=delen --wie=client --met=gemeente --date=2026-02-12 a.rec 2>/dev/null
fasen-retract --today=2026-03-12 -i --last --reden='Niet gezegd.' a.rec 2>/dev/null

runs 0 "the timeline of today" fasen-show $T a.rec
like "$(cat out)" 'Later genoteerd' "has what was recorded later"
unlike "$(cat out)" 'ekend op' "and says nothing of what was known"
runs 0 "the timeline as known then" fasen-show $T --known=2026-03-01 a.rec
unlike "$(cat out)" 'Later genoteerd' "has not"
like "$(tr '\302\240' '  ' <out)" 'Bekend op +1 +maart +2026' "and says so"

score() { fasen-domains $T "$@" -T tsv a.rec | awk -F '\t' '$2 == "wonen" { print $8 }'; }
is "$(score)" 4 "the score of today"
is "$(score --known=2026-03-01)" 2 "and the one known then"

consent() { fasen-show $T "$@" -v toestemming -T tsv a.rec | sed -n '2s/^\([^\t]*\t\)\{2\}\([^\t]*\).*/\2/p'; }
is "$(consent)" ja "a refusal that was taken back is none"
is "$(consent --known=2026-03-11)" nee "and stood on the day before"
is "$(consent --known=2026-03-01)" ja "and was not there before that"

is "$(fasen-select $T --count toestemming.gemeente=nee a.rec)" 0 "a term asks what is known today"
is "$(fasen-select $T --known=2026-03-11 --count toestemming.gemeente=nee a.rec)" 1 "or what was known then"
fasen-select $T --known=2026-03-11 toestemming.gemeente=nee a.rec >passed
same passed a.rec "a dossier is passed on whole"

fasen-advance --today=2026-03-15 --date=2026-01-12 -i --to=intake --override --reden=x a.rec 2>/dev/null
phase() { fasen-advance $T "$@" --check -T tsv a.rec | awk -F '\t' 'NR == 2 { print $2 }'; }
is "$(phase)" intake "the phase of today"
is "$(phase --known=2026-03-01)" aanmelding "was entered later, as known then"

runs 1 "before the registration" fasen-show $T --known=2026-01-01 -v lijst a.rec
is "$(cat err)" "fasen-show: no client was known by the day of --known; nothing is shown" "it is said"
runs 2 "where dossiers are recorded in" fasen-plan --known=2026-03-01 --note=x a.rec
like "$(cat err)" '--known has no effect with --note' "it is refused"
runs 2 "in the copy" fasen-show --known=2026-03-01 -v dossier a.rec
like "$(cat err)" '--known has no effect with -v dossier' "which has all"

done_testing
