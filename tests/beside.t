#!/bin/sh
# SPDX-License-Identifier: ISC
# Imports and counts beside people at work: every listing of a directory has every dossier, though readdir(3) may leave out
# a file that is renamed over; on tmpfs most, so there where it can be.
. "$(dirname "$0")/lib.sh"

clients=2500 imports=2 counts=8
{
	echo 'Extern;Naam;Hulpvraag;Vraag'
	i=0
	while [ $i -lt $clients ]; do
		echo "$i;Client $i;H;wonen"
		i=$((i + 1))
	done
} >clients.csv
import="fasen-intake --csv -d d --today=2026-01-05 $PWD/clients.csv"

shm=$(mktemp -d /dev/shm/fasen-XXXXXX 2>/dev/null) && cd "$shm" && trap 'rm -rf "$shm" "$OWN"' EXIT
mkdir d
$import >/dev/null 2>&1
for who in 1 2; do
	(k=0; while [ ! -e stop ]; do
		fasen-plan --note=n$who.$k --today=2026-02-01 -i --all d 2>>edited || echo "exit $?" >>edited
		k=$((k + 1))
	done) &
done
(i=0; while [ $i -lt $imports ]; do $import 2>&1 >/dev/null | tail -1; i=$((i + 1)); done) >imported &
last=$!
i=0
while [ $i -lt $counts ]; do fasen-select --count d 2>&1; i=$((i + 1)); done >counted
wait $last
echo >stop
wait
is "$(sort -u counted)" $clients "all counts are the same"
is "$(sort -u imported)" "fasen-intake: $clients rows: 0 registered, 0 updated, $clients known and left as they are, 0 rejected" "who is known is not registered again"
is "$(cat edited)" "" "nobody is in another's way"
is "$(ls -A d | grep -cvxF .fasen-ids)" $clients "and nothing is left but the dossiers and the numbers given"
done_testing
