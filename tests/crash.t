#!/bin/sh
# A kill and a full disk at every system call of a command that writes in place: the file is the
# whole old or the whole new one, and a second run completes it. The long form is `make crash`.
. "$(dirname "$0")/lib.sh"

if ! strace -o trace true 2>/dev/null; then
	skip "a kill at any moment" "no strace"
	done_testing
fi
command="fasen-plan --note=Gebeld --date=2026-10-30 --today=2026-10-30 -i a.rec"
cp "$TOP/samples/dossiers/2026-0042.rec" old
chmod 600 old
cp old a.rec
$command
cp a.rec new
ok "the command adds a note" sh -c '! cmp -s old new'

# Each call that touches the file system, one after another; STEP passes some over in the short form.
sweep() {
	what=$1 calls=$2 wrong=0 n=1 tried=0
	while :; do
		cp old a.rec
		rm -f .a.rec.fasen
		strace -f -o trace -e trace="$calls" -e inject="$calls:$what:when=$n" $command >/dev/null 2>err
		grep -q INJECTED trace || grep -q 'killed by' trace || break
		tried=$((tried + 1))
		cmp -s a.rec old || cmp -s a.rec new || { wrong=$((wrong + 1)); echo "# $what $calls $n"; }
		if cmp -s a.rec old; then
			$command 2>/dev/null
			cmp -s a.rec new || { wrong=$((wrong + 1)); echo "# not completed: $what $calls $n"; }
		fi
		n=$((n + 1))
	done
	is "$wrong" 0 "$what at each of $tried: $calls"
	ok "some were tried" [ "$tried" -gt 0 ]
}

sweep signal=KILL openat,read,pread64,write,fsync,rename,close,unlink,fchmod,fchown
sweep error=ENOSPC openat,write,fsync,rename
sweep error=EIO read,pread64,write,fsync,close
done_testing
