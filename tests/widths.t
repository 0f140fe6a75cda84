#!/bin/sh
# SPDX-License-Identifier: ISC
# Text fits the terminal, whatever its width.
. "$(dirname "$0")/lib.sh"
needs python3
is "$(python3 "$TOP/tests/widths.py" "$TOP/samples/dossiers" 2026-0011 2>&1 | head -20)" "" "no line is too wide and no word is broken, in any view from 30 columns on"

# An id of 64 characters and a phase whose name has no room anywhere are not broken
id=abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-0123456789
phase=Zelfredzaamheidsbevordering
sed "s/^Naam: Uitvoering$/Naam: $phase/" "$TOP/samples/model.rec" >model.rec
sed "s/^Client: .*/Client: $id/" "$TOP/samples/dossiers/2023-0014.rec" >$id.rec
for view in lijst agenda; do
	COLUMNS=30 fasen-show -m model.rec --today=2027-11-01 -v $view $id.rec >out
	is "$(grep -cx "$id" out)" "$(grep -c '^Cli' out)" "$view: an id has a line of its own"
	like "$(cat out)" "$phase" "$view: a phase is whole"
done

# Parts of one table have the same columns
COLUMNS=60 fasen-show --today=2026-11-01 -v agenda --by-worker "$TOP/samples/dossiers" >out
is "$(grep '^Cli' out | sort -u | wc -l)" 1 "each worker has the same columns"
is "$(grep -c '^Niet getoond' out)" 1 "what is left out is said once"
done_testing
