#!/bin/sh
# SPDX-License-Identifier: ISC
# The toolkit's main job on invented clients, step by step: from a CSV of registrations to
# the Monday workbook. Everything it makes is in demo/, made anew each time.
set -eu
cd "$(dirname "$0")/.."
here=samples
rm -rf demo
mkdir -m 700 demo demo/dossiers demo/instroom
today=2026-11-01
FASEN_BY=demo LC_ALL=${LC_ALL:-C.UTF-8}
export FASEN_BY LC_ALL

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
# Shows a command, then runs it; 1 (something needs attention) is part of the tour.
run() {
	printf '$ %s\n' "$*"
	status=0
	eval "$@" || status=$?
	[ "$status" -le 1 ]
}

say '1. A year of work at an organisation: 26 worked dossiers.'
cp "$here"/dossiers/*.rec demo/dossiers/
chmod 600 demo/dossiers/*.rec
run "fasen-check --today=$today demo/dossiers"
run "fasen-show -v lijst --today=$today demo/dossiers | head -12"

say '2. An export of registrations comes in: Excel CSV, with a few bad rows.'
run "fasen-intake --csv --map-file=$here/export-aanmeldingen.map --encoding=CP1252 --date-format=dmy \
    --rejects=demo/uitval.csv --today=$today -d demo/instroom $here/export-aanmeldingen.csv >demo/nieuw.txt"
printf '%s dossiers came in; the bad rows are in demo/uitval.csv.\n' "$(wc -l <demo/nieuw.txt)"
run "fasen-intake --csv --map-file=$here/export-aanmeldingen.map --encoding=CP1252 --date-format=dmy \
    --today=$today -d demo/instroom $here/export-aanmeldingen.csv 2>&1 >/dev/null | tail -1"

say '3. One pipe, which changes no file: intake | domains | plan | advance, for the first of them.'
first=$(head -1 demo/nieuw.txt)
run "fasen-intake --decide=geplaatst --today=$today $first |
    fasen-intake --agree=intake --wie=client --today=$today |
    fasen-intake --amend --begeleider=anna --team=noord --today=$today |
    fasen-domains --domain=wonen --score=2 --wens='Een plek met een deur die van mij is.' --today=$today |
    fasen-domains --strength='Ik kook graag voor anderen.' --leefgebied=relaties --soort=interesse --today=$today |
    fasen-plan --goal='Ik wil binnen een half jaar zelfstandig wonen.' --leefgebied=wonen --termijn=lang --streefdatum=2027-05-01 --today=$today |
    fasen-plan --action='Samen de inschrijving bij de woningcorporatie bekijken.' --doel=d1 --wie=begeleider --streefdatum=2026-11-15 --today=$today |
    fasen-plan --agree=plan --wie=client --today=$today |
    fasen-advance --to=analyse --today=$today >demo/analyse.rec"
run "fasen-advance --check --today=$today demo/analyse.rec"

say '4. The paper that client and worker sign, and the pictures to talk about.'
plan=$here/dossiers/2025-0012.rec
if command -v groff >/dev/null; then
	run "fasen-plan -T ms --today=$today $plan | groff -k -ms -Tpdf >demo/plan.pdf"
else
	echo 'There is no groff here, so no demo/plan.pdf.'
fi
run "fasen-domains --person -T html --today=$today $plan >demo/persoonsbeschrijving.html"
run "fasen-domains -T svg --today=$today $plan >demo/leefgebieden.svg"
run "fasen-show -T svg --today=$today $here/dossiers/2023-0014.rec >demo/reiskaart.svg"

say '5. Monday: what needs attention, and the figures.'
run "fasen-report -v signalen --group=begeleider --today=$today demo/dossiers | head -14"
run "fasen-report -v samenvatting --period=last-quarter --today=$today demo/dossiers"
run "fasen-report --period=2026 --today=$today -o demo/rapport.xlsx demo/dossiers"
run "fasen-report --period=2026 --today=$today -o demo/rapport.html demo/dossiers"

say 'Made in demo/:'
ls -1 demo
