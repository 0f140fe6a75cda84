#!/bin/sh
# SPDX-License-Identifier: ISC
# A kill, a signal, a full disk and a failing disk at every system call that touches a file, in every way of
# writing: the file is the whole old or the whole new one, and a second run completes it and leaves nothing beside; after a signal nothing is left at once. `make
# check` takes every third call, `make crash` (CRASH=1) each one.
. "$(dirname "$0")/lib.sh"

if ! strace -o trace true 2>/dev/null; then
	skip "a kill at any moment" "no strace"
	done_testing
fi
step=${CRASH:-3}
calls="openat read pread64 write fsync syncfs rename renameat link linkat close unlink unlinkat fchmod flock getdents64"

# begin sets up, job does it, sound tells that nothing is half done, complete that all is there.
sweep() {
	name=$1 what=$2 wrong=0 tried=0
	for call in $calls; do
		n=1
		while :; do
			begin_$name
			strace -o trace -e trace="$call" -e inject="$call:$what:when=$n" sh -c "$(job_$name)" >/dev/null 2>err
			grep -qE 'INJECTED|killed by SIG|^--- SIG(INT|TERM|HUP)' trace || break
			tried=$((tried + 1))
			sound_$name || { wrong=$((wrong + 1)); echo "# $name: half done after $what at $call $n"; }
			case $what in
			signal=KILL | error=*) ;;
			*) [ -z "$(find . -name '.*.fasen')" ] || { wrong=$((wrong + 1)); echo "# $name: $what at $call $n left a file"; } ;;
			esac
			sh -c "$(job_$name)" >/dev/null 2>&1
			complete_$name && [ -z "$(find . -name '.*.fasen')" ] || { wrong=$((wrong + 1)); echo "# $name: not completed after $what at $call $n"; }
			n=$((n + step))
		done
	done
	is "$wrong" 0 "$name, $what at each of $tried calls"
	ok "calls were tried" [ "$tried" -gt 10 ]
}

# In place
cp "$TOP/samples/dossiers/2026-0042.rec" old
chmod 600 old
begin_edit() { cp -p old a.rec; }
job_edit() { echo 'cmp -s a.rec old || exit 0; exec fasen-plan --note=Gebeld --date=2026-10-30 --today=2026-10-30 -i a.rec'; }
begin_edit
sh -c "$(job_edit)"
cp a.rec new
ok "a note is added" sh -c '! cmp -s old new'
sound_edit() { cmp -s a.rec old || cmp -s a.rec new; }
# A kill between the new name and the end leaves what it was beside it, until the next one that writes there.
complete_edit() {
	cmp -s a.rec new || return
	[ ! -e .a.rec.fasen ] || { cmp -s .a.rec.fasen old && fasen-plan --note=Later --today=2026-10-30 -i a.rec; }
}

# New files
printf 'Extern,Naam,Hulpvraag,Vraag\n1,Een,H,wonen\n2,Twee,H,werk\n3,Drie,"H\nen meer",werk\n' >rows.csv
begin_import() { rm -rf d; mkdir d; }
job_import() { echo 'exec fasen-intake --csv --today=2026-10-30 -d d rows.csv'; }
begin_import
sh -c "$(job_import)" >out 2>err
cp -pr d clean
sound_import() { [ -z "$(find d -name '*.rec' | xargs -r fasen-check --today=2026-10-30 2>&1)" ]; }
complete_import() { diff -r d clean >out; }

# A night's import: a change, a new client, one who is as before, a row that is rejected
printf 'Extern,Naam,Hulpvraag,Vraag\n1,Een,H,werk\n2,Twee,H,werk\n4,Vier,H,wonen\n5,,H,wonen\n' >night.csv
begin_night() { rm -rf d r.csv; cp -pr clean d; }
job_night() { echo 'exec fasen-intake --csv --update --today=2026-10-31 -d d --rejects=r.csv --report=r.tsv night.csv'; }
begin_night
sh -c "$(job_night)" >out 2>err
cp -pr d night && cp r.csv night.rejects
sound_night() { [ -z "$(find d -name '*.rec' | xargs -r fasen-check --today=2026-10-31 2>&1)" ]; }
complete_night() { diff -r d night >out && cmp -s r.csv night.rejects; }

# An output file
cp "$TOP"/samples/dossiers/2026-00*.rec .
begin_output() { echo old >out.tsv; }
job_output() { echo 'exec fasen-report --today=2026-11-01 -o out.tsv 2026-00*.rec'; }
fasen-report --today=2026-11-01 -T tsv 2026-00*.rec >whole
# A dossier that cannot be read is left out and said; the tables are whole all the same.
sound_output() { [ "$(cat out.tsv)" = old ] || [ "$(grep -c ^view out.tsv)" = "$(grep -c ^view whole)" ]; }
complete_output() { cmp -s out.tsv whole; }

for job in edit import night output; do
	for what in signal=KILL signal=TERM ${CRASH:+signal=INT signal=HUP} error=ENOSPC error=EIO; do
		sweep $job $what
	done
done
done_testing
