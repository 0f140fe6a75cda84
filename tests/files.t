#!/bin/sh
# SPDX-License-Identifier: ISC
# Acting on files, the same in every command: fasen(7), "FILES AND DIRECTORIES".
. "$(dirname "$0")/lib.sh"
needs python3 unzip

client() {
	printf 'Record: client\nClient: %s\nOp: 2026-01-05\nNaam: Geheim %s\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\nVraag: werk\n\n' "$1" "$1"
	printf 'Record: fase\nClient: %s\nOp: 2026-01-05\nFase: aanmelding\n\n' "$1"
}
today=--today=2026-02-01
note="fasen-plan $today --note=Koffie"
mkdir d
for id in a b c; do client $id >d/$id.rec; done
client z >z.rec

# Every way to read: the name of what is done, and the call; those that write tables end in their last column.
ways='advance	fasen-advance --today=2026-02-01
check	fasen-advance --today=2026-02-01 --check -T tsv
domains	fasen-domains
person	fasen-domains --person
scores	fasen-domains -T tsv
amend	fasen-intake --today=2026-02-01 --amend --team=noord
note	fasen-plan --today=2026-02-01 --note=Koffie
plan	fasen-plan -T json
calendar	fasen-plan -T ics
form	fasen-plan --form
select	fasen-select -l
count	fasen-select --count
list	fasen-show -v lijst
timeline	fasen-show -v tijdlijn -T html
svg	fasen-show -T svg
flow	fasen-report --today=2026-02-01 -v doorstroom -T tsv
signals	fasen-report --today=2026-02-01 -v signalen -T tsv
clients	fasen-report --today=2026-02-01 -v clienten -T tsv
trace	fasen-report --today=2026-02-01 -v doorstroom -T trace
part	fasen-report --today=2026-02-01 --partial'
# each FUNCTION: calls it with the name, and then the words, of each.
each() {
	printf '%s\n' "$ways" >"$OWN/ways"
	while IFS='	' read -r name call; do
		"$1" "$name" $call </dev/null
	done <"$OWN/ways"
}

# A report is made while dossiers come in; a link put under the name of its temporary file meanwhile is not followed.
# plant FILE CALL...
plant() {
	path=$1
	shift
	echo kept >victim
	mkfifo pipe
	"$@" <pipe >out 2>err &
	exec 4>pipe
	name= tries=100
	while [ -z "$name" ] && [ $tries -gt 0 ]; do
		name=$(ls -A | grep "^\.$path\..*fasen$")
		[ -n "$name" ] || sleep 0.1
		tries=$((tries - 1))
	done
	[ -n "$name" ] && ln -sf victim "$name"
	cat z.rec >&4
	exec 4>&-
	wait $!
	is "$?: $(cat victim)" "2: kept" "$path: a planted link is not followed"
	is "$(ls -Ad "$path" .*fasen 2>/dev/null)" "" "$path: nor taken for what was made"
	rm pipe victim
}
for format in txt tsv csv json html xlsx; do
	plant x.$format fasen-report --today=2026-02-01 -o x.$format
done
plant part fasen-report --today=2026-02-01 --partial -o part

# A core would hold dossiers: none is made, also where a program takes them.
core() {
	mkfifo pipe
	"$@" <pipe >out 2>err &
	exec 4>pipe
	cat z.rec >&4
	tries=100 limit=
	while [ "$limit" != 1 ] && [ $tries -gt 0 ]; do
		sleep 0.1
		limit=$(sed -n 's/^Max core file size  *\([^ ]*\).*/\1/p' /proc/$!/limits)
		tries=$((tries - 1))
	done
	is "$limit" 1 "$1: no core is made"
	exec 4>&-
	wait $!
	rm pipe
}
if [ -r /proc/self/limits ] && [ "$(ulimit -H -c)" != 0 ]; then
	for command in "fasen-advance" "fasen-check" "fasen-domains" "fasen-intake --amend --team=a" "fasen-plan" "fasen-select -l" \
		"fasen-show" "fasen-report"; do
		core $command
	done
else
	skip "no core is made" "no limit to see here"
fi

# A file stands there, but whether its name outlives the power is not known: who tries again would record it twice.
cp z.rec sync.rec
if strace -o trace true 2>/dev/null; then
	strace -o trace -e trace=fsync -e inject=fsync:error=EIO:when=2 $note -i sync.rec 2>err
	is "$?: $(cat err)" "2: fasen-plan: sync.rec: error: written, but the disk did not confirm it; look at it before you do it again" \
		"a directory that is not synced is said"
	is "$(grep -c Koffie sync.rec)" 1 "with what stands there"
else
	skip "a directory that is not synced" "no strace"
fi
rm sync.rec

# What is no list of names may be dossiers: it is not shown.
unlisted() {
	name=$1
	shift
	"$@" --files0-from=- <z.rec >out 2>err
	is "$?: $(grep -c 'name 1 is no name of a file' err)" "2: 1" "$name: dossiers in place of names"
	unlike "$(cat err)" 'Geheim|Record' "$name: are not shown"
}
each unlisted
printf '%5000s' Geheim | fasen-select --files0-from=- -l >out 2>err
is "$?: $(grep -c Geheim err)" "2: 0" "nor is what is longer than a path"
odd=$(printf 'x\ny.rec')
cp z.rec "$odd"
printf '%s\0' "$odd" >names
runs 0 "a name with a newline is one" fasen-select --files0-from=names -l
rm "$odd"

# Input and output at once
client a >own.rec
onto() {
	name=$1
	shift
	cp own.rec x.rec
	"$@" x.rec >>x.rec 2>err
	is "$?: $(cat err)" "2: ${1}: x.rec: input and standard output at once; nothing was read or written" "$name: onto its own input"
	same x.rec own.rec "is not a byte"
}
each onto
onto check fasen-check
cp own.rec x.rec
$note x.rec >x.rec 2>err
is "$?: $(wc -c <x.rec)" "2: 0" "what the shell emptied is said too"
cp own.rec x.rec
$note <x.rec >>x.rec 2>err
is "$?" 2 "standard input too"
same x.rec own.rec "is not a byte"
$note d >>d/b.rec 2>err
is "$?: $(cat err)" "2: fasen-plan: d/b.rec: input and standard output at once; nothing was read or written" "in a directory"
printf 'd/a.rec\0d/b.rec\0' >list
$note --files0-from=list >>d/b.rec 2>err
is "$?" 2 "in a list of names"
client b | cmp -s - d/b.rec
is $? 0 "is not a byte"
runs 0 "beside it" sh -c "$note d >d/uit.txt"
rm d/uit.txt
runs 2 "fasen-report -o" fasen-report $today -T text -o d/b.rec d
like "$(cat err)" '^fasen-report: d/b.rec: input and -o at once' "too"
client b | cmp -s - d/b.rec
is $? 0 "is not a byte"
printf 'Naam,Hulpvraag,Vraag\nPiet,H,wonen\n' >in.csv
cp in.csv copy.csv
runs 2 "--rejects onto its input" fasen-intake --csv --rejects=in.csv in.csv
runs 2 "the list of new dossiers onto it" sh -c 'mkdir -p n && exec fasen-intake --csv -d n in.csv >>in.csv'
same in.csv copy.csv "is not a byte"
fasen-report $today --partial d >p
cp p copy
fasen-report --merge p >>p 2>err
is $? 2 "a part"
same p copy "is not a byte"

# A terminal: python's pty is one.
on_terminal() { python3 -c 'import os, pty, sys
status = pty.spawn(sys.argv[1:], lambda fd: os.read(fd, 4096))
sys.exit(os.waitstatus_to_exitcode(status))' "$@" </dev/null | tr -d '\r'; }
saved='nothing was saved'
like "$(on_terminal $note z.rec)" "^fasen-plan: shown only: $saved; -i saves it in the files" "on a terminal a filter says that nothing was saved"
like "$(on_terminal fasen-advance $today z.rec)" "$saved" "whatever it records"
register="fasen-intake $today --naam=X --hulpvraag=Y --vraag=wonen --vraag=werk"
like "$(on_terminal $register)" "^fasen-intake: shown only: $saved; -d saves it in a directory" "registering too"
mkdir -p new
for call in "$register -n" "$register -d new" "$note -n z.rec" "$note -c q z.rec" "fasen-plan z.rec" "fasen-plan -T text z.rec" "$note -i z.rec"; do
	unlike "$(on_terminal $call)" "$saved" "$call does not"
done
client z >z.rec

# One client, two dossiers
cp d/b.rec 'd/b (kopie).rec'
ids() { grep -oE '(^|[^a-z])[abcz]($|[^a-z])' | tr -dc 'abcz\n' | sort | uniq -c | tr -s ' \n' ' '; }
twice() {
	name=$1
	shift
	"$@" d >want 2>/dev/null
	rm 'd/b (kopie).rec'
	"$@" d >once 2>/dev/null
	first=$?
	cp d/b.rec 'd/b (kopie).rec'
	"$@" d >out 2>err
	is "$?" 1 "$name: a copy in the directory"
	is "$(grep -c "^$1: d/b (kopie).rec:1: warning: Client: b has a dossier in d/b.rec; this one is passed over\$" err)" 1 "is named with the dossier"
	case $name in
	advance | domains | amend | note)
		ok "what it does with the others is the same" test "$(grep -c '^Door' out)" = "$(grep -c '^Door' once)"
		is "$(grep -c '^Hulpvraag' out)" 3 "and the copy is not passed on, to be one with it" ;;
	*)
		[ "$name" != part ] || sed -i '/^dossiers/d' once out
		same once out "as without it" ;;
	esac
	"$@" d/a.rec z.rec d/a.rec >out 2>err
	is "$?" 1 "a file named twice"
	is "$(grep -c "^$1: d/a.rec:1: warning: Client: a has a dossier in d/a.rec; this one is passed over\$" err)" 1 "is named"
}
each twice
mkdir e && client a >e/mee.rec && client q >>e/mee.rec && client q >e/ook.rec
runs 1 "two directories, and files of any name" fasen-select -l e d
is "$(cat out | tr '\n' ' ')" "e/mee.rec d/b.rec d/c.rec " "the first of a client counts"
is "$(cut -d: -f2,3,6- err | tr '\n' ';')" " e/ook.rec:1: q has a dossier in e/mee.rec; this one is passed over; d/a.rec:1: a has a dossier in e/mee.rec; this one is passed over; d/b (kopie).rec:1: b has a dossier in d/b.rec; this one is passed over;" "all others are named"
{ client a; client q; client a; } >stream
runs 1 "in a stream" sh -c 'fasen-select --count <stream'
is "$(cat err out)" "fasen-select: -:29: warning: Client: a has a dossier in -; this one is passed over
2" "it is the same"
# notes NAME...: dossiers one behind the other, each with a note
notes() { for id; do client $id; printf 'Record: notitie\nClient: %s\nOp: 2026-01-06\nTekst: %s\n\n' $id $id; done; }
notes a q a >stream
runs 1 "a filter over that" sh -c "fasen-plan <stream"
same out stream "passes it on byte for byte"
notes a >n.rec && notes q >q.rec
cp n.rec n2.rec
for call in "fasen-plan n.rec n2.rec" "fasen-plan --note=x -c q n.rec n2.rec" "fasen-plan n.rec q.rec n2.rec" "fasen-plan - n2.rec" \
	"fasen-intake --amend --team=noord n.rec n2.rec q.rec"; do
	runs 1 "$call: a second dossier of a client" sh -c "exec $call <n.rec"
	is "$(grep -c 'n2.rec:1: warning: Client: a has a dossier in ' err)" 1 "is named"
	is "$(grep -c '^Tekst: a' out)" 1 "and not passed on"
	cp out piped
	runs 0 "so that what is behind the pipe" fasen-check piped
done
notes a b a >aba && notes b >b.rec
runs 1 "one that would come to stand behind its own" fasen-plan b.rec aba
is "$(sed -n 's/^Tekst: //p' out | tr -d '\n')" ba "is not passed on either"
sed '1,/^$/s/^Aangemeld.*/Aangemeld: x/' n.rec >bad.rec
runs 2 "nor is a malformed one" fasen-plan n.rec bad.rec
same out n.rec "behind a good one"
mkdir m && cp n.rec m/a.rec && cp bad.rec 'm/a (kopie).rec'
runs 2 "nor a malformed copy in a directory" fasen-plan m
same out n.rec "before the dossier"
is "$(grep -c 'a (kopie).rec:[0-9]*: \(error: Aangemeld\|warning: Client: a has a dossier in m/a.rec\)' err)" 2 "which is said"
runs 0 "with -n only what is added is shown" fasen-plan $today -n -c q --note=x n.rec n2.rec q.rec
# One behind the other they are one run of records, and one dossier.
cat n.rec n2.rec q.rec >run
again='warning: Client: a is registered anew here; expected one dossier of a client, amended by what changes'
fused() {
	name=$1
	shift
	"$@" run >out 2>err
	is "$? $(grep -c "^$1: run:20: $again\$" err)" "1 1" "$name: two one behind the other are said"
}
each fused
is "$(fasen-report $today -v doorstroom run 2>/dev/null | tail -1)" "3 gelezen, 2 meegeteld, 0 niet meegeteld (onleesbaar), 1 dubbel" "a report says so"
runs 1 "fasen-check too" fasen-check run
is "$(grep -c "^run:20: $again \[registered\]" out)" 1 "names them"
fasen-plan run >out 2>err
same out run "a filter passes them on byte for byte"
sed '1,/^$/s/: 2026-01-05/: 2026-01-02/' n2.rec >other
cat n.rec other >run
is "$(fasen-select --count run 2>err) $(grep -c 'registered anew' err)" "1 1" "of another day too"
runs 0 "an amendment is none" fasen-intake --today=2026-03-01 --amend --naam=N --hulpvraag=H --aangemeld=2026-01-05 n.rec
mv out amended
runs 0 "and is passed on" fasen-select --count amended
is "$(cat out err)" 1 "without a word"
runs 0 "-c of another client" fasen-plan -c c -T tsv d
runs 1 "-c of that client" fasen-plan -c b -T tsv d
cp -r d k
runs 1 "in place" $note -i --all k k/a.rec k/b.rec
is "$(grep -c '^Tekst: Koffie' k/*.rec | tr '\n' ' ')" "k/a.rec:1 k/b (kopie).rec:0 k/b.rec:1 k/c.rec:1 " "each client's dossier is done once"
client b >'k/b (kopie).rec' && rm k/b.rec
runs 0 "where the copy is all there is" fasen-select -l -c b k
is "$(cat out)" 'k/b (kopie).rec' "it counts"
client a | sed 's/^Fase.*/Onzin/' >broken.rec
runs 2 "a malformed one before it" fasen-select -l broken.rec d/a.rec
is "$(cat out)" d/a.rec "does not count"
rm 'd/b (kopie).rec'

# Nobody there
mkdir leeg leeg/2025 && cp d/a.rec leeg/2025/a.rec && echo >leeg/lees.mij
nobody() {
	name=$1
	shift
	"$@" leeg >out 2>err
	is "$?" 1 "$name: a directory without dossiers"
	is "$(head -1 err)" "$1: leeg: warning: a directory without any *.rec" "is said"
	case $name in
	flow | signals | clients | trace) is "$(cat out)" "" "and no report is written" ;;
	esac
	: >niets.rec
	"$@" niets.rec >out 2>err
	is "$?" 1 "a file without dossiers"
	is "$(head -1 err)" "$1: niets.rec: warning: holds no dossier" "is said"
	"$@" >out 2>err </dev/null
	got=$?
	case $name in
	select | count) is "$got: $(cat err)" "1: " "an empty stream is no match" ;;
	flow | trace) is "$got: $(cat out err)" "1: $1: no dossier was read; nothing was written" "an empty stream is no report" ;;
	*) is "$got: $(cat err)" "0: " "an empty stream is nothing to speak of" ;;
	esac
}
each nobody
runs 1 "fasen-check of it" fasen-check leeg
runs 0 "and of an empty stream" sh -c "fasen-check </dev/null"
is "$(cat out err)" "" "is silent"
for format in text csv json html xlsx; do
	runs 1 "a report of nobody as $format" fasen-report $today -T $format -o r.$format leeg
	is "$(ls r.* 2>/dev/null)" "" "is no file"
	echo old >r.$format
	runs 1 "of nobody but an empty stream" sh -c "fasen-report $today -T $format -o r.$format </dev/null"
	is "$(cat r.$format)" old "keeps the old one"
	rm r.$format
done
runs 1 "a directory without dossiers among others" fasen-report $today -o r.csv d leeg
is "$(ls r.* 2>/dev/null)" "" "may be one that is not mounted: no report"
runs 1 "--partial of nobody" fasen-report $today --partial leeg
mv out nobody.part
runs 1 "is a part" fasen-report --merge -v doorstroom -T tsv nobody.part
is "$(cat out err)" "fasen-report: nothing was written" "which is no report by itself"
fasen-report $today --partial d >some.part
runs 1 "but with others is one" fasen-report --merge -v doorstroom -T tsv nobody.part some.part

# A report says what is not in it
mkdir r
for id in a b c; do client $id >r/$id.rec; done
made='3 gelezen, 3 meegeteld, 0 niet meegeteld (onleesbaar), 0 dubbel'
lacks='5 gelezen, 2 meegeteld, 1 niet meegeteld (onleesbaar), 2 dubbel'
report="fasen-report $today -v doorstroom"
# says TEXT DESC DOSSIERS...: each document does, and no table
says() {
	want=$1 desc=$2
	shift 2
	is "$($report "$@" 2>/dev/null | tail -1)" "$want" "$desc, as text"
	$report -T html "$@" 2>/dev/null >page
	is "$(grep -cF "$want" page)" 1 "as a page"
	$report -o book.xlsx "$@" 2>/dev/null
	is "$(unzip -p book.xlsx xl/sharedStrings.xml | grep -oF "$want" | sort -u)" "$want" "as a workbook"
	fasen-report $today -o book.xlsx "$@" 2>/dev/null
	is "$(unzip -p book.xlsx xl/sharedStrings.xml | grep -oF "$want" | sort -u)" "$want" "with a front"
	$report -T json "$@" 2>/dev/null >json
	is "$(python3 -c 'import json
d = json.load(open("json"))["dossiers"]
print("%d gelezen, %d meegeteld, %d niet meegeteld (onleesbaar), %d dubbel" % tuple(d.values()), *d)')" \
		"$want gelezen meegeteld niet_meegeteld dubbel" "as json"
	for format in tsv csv; do
		unlike "$($report -T $format "$@" 2>/dev/null)" gelezen "as $format it does not"
	done
	fasen-report $today --partial "$@" >part 2>/dev/null
	status=$?
	$report "$@" >once 2>/dev/null
	is $? $status "a part exits as a report does"
	fasen-report -v doorstroom --merge part >merged 2>err
	is "$?: $(cat err)" "$status: " "and merging as the part did"
	same once merged "with the same report"
}
says "$made" "what was read" r
sed 's/^Aangemeld.*/Aangemeld: x/' r/b.rec >b && mv b r/b.rec
cp r/a.rec 'r/a (kopie).rec'
says "$lacks" "what was not" r r/c.rec
is "$($report -T json r 2>/dev/null | python3 -c 'import json, sys; print(*json.load(sys.stdin)["onleesbaar"])')" "r/b.rec:5" "json names what cannot be read"
is "$($report -v wachten --lang=en -T text r r/c.rec 2>/dev/null | tail -1)" "5 read, 2 counted, 1 not counted (unreadable), 2 double" "in English too"
fasen-report $today --partial r r/c.rec >p1 2>/dev/null
rm r/b.rec 'r/a (kopie).rec' && fasen-report $today --partial r z.rec >p2
runs 2 "parts add up" fasen-report -v doorstroom --merge p1 p2
is "$(tail -1 out)" "8 gelezen, 5 meegeteld, 1 niet meegeteld (onleesbaar), 2 dubbel" "what is not in them too"
sed 's/^dossiers.*/dossiers	8	5	1	1	0/' p1 >p3
runs 2 "a part that does not add up" fasen-report --merge p3
like "$(cat err)" '^fasen-report: p3:[0-9]*: error: no line of the dossiers' "is none"
grep -v ^dossiers p1 >p3
runs 2 "nor is one without" fasen-report --merge p3
runs 2 "signals of a file that is not there" fasen-report $today -v signalen r no.rec
is "$(tail -1 out)" "3 gelezen, 2 meegeteld, 1 niet meegeteld (onleesbaar), 0 dubbel" "are said not to be all"
runs 0 "signals when nothing is due" fasen-report --today=2026-01-06 -v signalen r
is "$(cat out)" "" "say nothing"
i=0
while [ $i -lt 14 ]; do client p$i; i=$((i + 1)); done >many.rec
runs 0 "what is published" fasen-report $today --period=2025 --min-cell=5 -v doorstroom many.rec
like "$(cat out)" '^15 gelezen, 15 meegeteld, x niet meegeteld \(onleesbaar\), x dubbel$' "is rounded"

# No files
mkfifo d/f.rec
mkdir d/map.rec
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("d/s.rec")'
no_file() {
	name=$1
	shift
	timeout 10 "$@" d >out 2>err
	is "$?" 1 "$name: what is no file in a directory"
	is "$(cut -d: -f2,4 err | grep 'passed over' | tr '\n' ';')" " d/f.rec: not a regular file; passed over; d/map.rec: not a regular file; passed over; d/s.rec: not a regular file; passed over;" "is said and passed over"
}
each no_file
no_file check fasen-check
cp -r d k2 2>/dev/null || for f in a b c; do cp d/$f.rec k2; done
mkfifo k2/g.rec
runs 1 "in place" timeout 10 $note -i --all k2
is "$(grep -hc Koffie k2/[abc].rec | tr -d '\n')" 111 "the files are done"
rm -rf d/f.rec d/map.rec d/s.rec k2
mkfifo f.rec
client f >f.txt
cat f.txt >f.rec & runs 0 "a FIFO that is named" timeout 10 fasen-select --count f.rec
is "$(cat out)" 1 "is read"
ln -s nergens d/weg.rec
runs 2 "a link to nothing" fasen-select --count d
like "$(cat err)" '^fasen-select: d/weg.rec: error: No such file' "cannot be read"
rm d/weg.rec

# In place
runs 2 "-i over - in a list" sh -c "printf 'd/a.rec\0-\0' | $note -i --all --files0-from=-"
is "$(cat d/*.rec | grep -c Koffie)" 0 "is decided before anything is written"
runs 2 "-i -n needs no --all" sh -c "$note -i d"
runs 0 "-n wins over -i" $note -n -i d
is "$(cat d/*.rec | grep -c Koffie)" 0 "and nothing is written"
flock d/b.rec $note --wait=0 -i --all d 2>err
is "$?: $(cat err)" "2: fasen-plan: d/b.rec: error: locked by another program; nothing was written" "--wait=0 does not wait"
is "$(cat d/*.rec | grep -c Koffie)" 2 "the others are done"
flock d/b.rec sleep 4 &
sleep 0.2
runs 0 "by itself it waits" $note -i d/b.rec
is "$(cat err)" "fasen-plan: d/b.rec: locked by another program; waiting for it" "and says so"
runs 2 "--wait without -i" $note --wait=5 d/a.rec
for wrong in -1 1.5 '' x 1000000; do
	runs 2 "--wait=$wrong" $note --wait=$wrong -i d/a.rec
done
flock d fasen-intake --wait=0 -d d --naam=P --hulpvraag=H $today 2>err
is "$?: $(tail -1 err)" "2: fasen-intake: d: error: locked by another program; nothing was written" "a directory is waited for too"
cp z.rec ours && cp z.rec theirs && $note -i theirs
flock ours fasen-check --join --wait=0 -o ours ours theirs 2>err
is "$?: $(cat err)" "2: fasen-check: ours: error: locked by another program; nothing was written" "a join too"
runs 0 "which then does it" fasen-check --join --wait=0 -o ours ours theirs
same ours theirs "wholly"
touch d/.b.rec.fasen d/.x.xlsx.99-0.fasen d/.c.rec.99-0.fasen
ln d/c.rec d/.d.rec.99-0.fasen
flock d/.x.xlsx.99-0.fasen $note -i --all d
is "$?: $(ls -A d | grep fasen)" "0: .x.xlsx.99-0.fasen" "what a kill left in the directory goes, of which nobody has the lock"
fasen-report $today -o d/y.tsv z.rec
is "$(ls -A d | grep fasen)" "" "by an output file too"
# Each file that is not done is named, whatever went wrong before it.
mkdir u && for id in a b c q s; do client $id >u/$id.rec; done
ln -s nergens u/0.rec && ln u/a.rec u/a2.rec && ln -s nergens u/b2.rec && ln -s c.rec u/b3.rec && mkdir u/e.rec
$note -i --all u 2>err
is "$?: $(cut -d: -f2 err | tr -d '\n')" "2:  u/0.rec u/a.rec u/a2.rec u/b2.rec u/b3.rec u/e.rec" "each that is not done is named"
is "$(grep -lc Koffie u/[abcqs].rec | tr '\n' ' ')" "u/b.rec u/c.rec u/q.rec u/s.rec " "the others are done"
# What is read besides operands is no output either.
cp "$TOP/samples/dossiers/2026-0042.rec" own.rec
fasen-plan --form=notitie own.rec >own.form
sed 's/^Tekst:.*/Tekst: een gesprek/' own.form >kept.form
for call in "fasen-plan --fill=kept.form own.rec" "fasen-plan -m kept.rec own.rec" "fasen-plan --files0-from=kept.list" \
	"fasen-intake --csv --map-file=kept.map own.csv"; do
	cp "$TOP/samples/model.rec" kept.rec
	printf 'own.rec\0' >kept.list
	printf 'Naam=Naam\n' >kept.map
	file=$(expr "$call" : '.*\(kept\.[a-z]*\)')
	cp "$file" before
	$call >>"$file" 2>err
	is "$?" 2 "$call: its own input is no output"
	like "$(cat err)" "$file: input and standard output at once" "is said"
	same "$file" before "and is as it was"
done

# What a call reads is not what it writes, and a document takes the place of no dossier.
head -c 32 /dev/urandom >key && chmod 600 key
cp "$TOP/samples/model.rec" kept.model
printf 'own.rec\0' >kept.list
printf 'Naam=Naam\n' >kept.map
cp own.rec stream
cp z.rec other.rec
printf 'Naam;Hulpvraag;Vraag\nPiet;;wonen\n' >rows.csv
mkdir known && cp own.rec known
reads="input and -o at once"
# kept FILE WHY CALL: refused with that word, and the file is as it was
kept() {
	file=$1 why=$2
	shift 2
	cp "$file" before
	runs 2 "$file is kept by: $(printf '%s ' "$@" | tail -c 90)" "$@"
	is "$(sed 's/^fasen-[a-z]*: //;q' err)" "$file: $why; nothing was read or written" "is said"
	cmp -s "$file" before
	is $? 0 "and is as it was"
}
report="fasen-report $today -T tsv"
kept key "$reads" $report -v clienten --pseudonym=key -o key d
kept kept.list "$reads" $report --files0-from=kept.list -o kept.list
kept kept.model "$reads" $report -m kept.model -o kept.model d
kept kept.model "$reads" env FASEN_MODEL=kept.model $report -o kept.model d
kept d/a.rec "$reads" $report -o d/a.rec d
holds="holds a dossier, which -o would take away"
kept stream "$holds" $report -o stream d
kept stream "$holds" fasen-report $today --partial -o stream d
kept stream "$holds" fasen-check --join -o stream own.rec own.rec
kept other.rec "$holds" fasen-check --join -o other.rec own.rec own.rec
sed '1,/^$/s/^Aangemeld.*/Aangemeld: x/' stream >broken
kept broken "$holds" $report -o broken d
kept own.rec "$reads" fasen-check --join --base=own.rec -o own.rec other.rec other.rec
cp other.rec before
for file in other.rec new.rec; do
	runs 2 "a document with the name of a dossier" $report -o $file d
	like "$(cat err)" '^fasen-report: -o: expected a file that is no dossier, so no name' "is refused"
done
same other.rec before "one that is there stays as it was"
ok "and one that is not does not come to be" test ! -e new.rec
kept kept.map "input and --rejects at once" fasen-intake $today --csv --map-file=kept.map --rejects=kept.map rows.csv
kept rows.csv "input and --rejects at once" fasen-intake $today --csv --rejects=rows.csv rows.csv
kept stream "holds a dossier, which --rejects would take away" fasen-intake $today --csv --rejects=stream rows.csv
echo >both && cp both before
fasen-intake $today --csv --rejects=both rows.csv >>both 2>err
is "$?: $(cat err)" "2: fasen-intake: both: standard output and --rejects at once; nothing was read or written" "two outputs in one file"
same both before "are none"
cp known/own.rec before
for call in "--csv -d known" "--csv --known-in=known" "-d known --naam=P --hulpvraag=H --vraag=wonen --vraag=werk"; do
	fasen-intake $today $call <rows.csv >>known/own.rec 2>err
	is "$?: $(cat err)" "2: fasen-intake: known/own.rec: input and standard output at once; nothing was read or written" "$call: a dossier there"
	same known/own.rec before "is as it was"
done
cp own.rec before
fasen-check --join --base=own.rec other.rec other.rec >>own.rec 2>err
is "$?: $(cat err)" "2: fasen-check: own.rec: input and standard output at once; nothing was read or written" "the version that both come from"
same own.rec before "is as it was"
cp kept.form before
fasen-plan --fill=- own.rec <kept.form >>kept.form 2>err
is "$?" 2 "a form on standard input"
same kept.form before "is as it was"
cp own.rec theirs && fasen-plan $today --note=Koffie -i theirs
runs 0 "a join in place of one of the two" fasen-check --join -o own.rec own.rec theirs
same own.rec theirs "is done"
for call in "$report -o - d" "fasen-check --join -o - own.rec theirs" "fasen-intake --csv --rejects=- rows.csv"; do
	runs 2 "$call: - is no name here" $call
done
ok "so there is no such file" test ! -e ./-
echo old >new.txt
runs 0 "a file that is none of these" fasen-report $today -o new.txt d
ok "is written" grep -q Samenvatting new.txt

# A file that FASEN_DIR has by the client's id was named by nobody, and is no reason to wait
mkdir -m 700 wacht
mkfifo wacht/a.rec
for call in 'fasen-show' 'fasen-plan -n --note=x' 'fasen-plan -i --note=x' 'fasen-select' 'fasen-report'; do
	# shellcheck disable=SC2086
	runs 2 "$call -c of a FIFO" env FASEN_DIR="$PWD/wacht" timeout 30 $call -c a
	is "$(sed 's/^[a-z-]*: //' err)" "$PWD/wacht/a.rec: not a regular file" "is said"
done

# What is larger than anything may be: a line without end, one that is a byte too long, and one that just fits
cp d/a.rec groot.rec
chmod 600 groot.rec
{ cat d/a.rec && printf 'Record: notitie\nClient: a\nOp: 2026-01-06\nTekst: '; } >lang.rec
cp lang.rec langer.rec
head -c 16777209 /dev/zero | tr '\0' x | tee -a lang.rec >>langer.rec
printf '\n' >>lang.rec
printf 'x\n\n' | cat - z.rec >>langer.rec
chmod 600 lang.rec langer.rec
case $BUILD in *san*) limit= ;; *) limit='ulimit -v 700000;' ;; esac
# small COMMAND: with no more memory than that
small() { timeout 300 sh -c "$limit exec \"\$@\"" small "$@"; }
last=$(grep -n xxxx lang.rec | cut -d : -f 1)
runs 0 "a line of 16 MiB" small fasen-plan $today -i --note=Koffie lang.rec
is "$(wc -c <lang.rec | awk '{ print ($1 > 16777216) }')" 1 "is a line"
for call in 'fasen-check' 'fasen-select team=' 'fasen-show -v lijst' 'fasen-report' 'fasen-plan -i --note=x' 'fasen-plan -n --note=x' 'fasen-check --join z.rec'; do
	# shellcheck disable=SC2086
	runs 2 "$call: a line of a byte more" small $call langer.rec
	like "$(cat err)" "langer\.rec:$last: error: the line is longer than 16 MiB; expected less" "$call: is said, with its line"
done
mkdir groot && cp langer.rec groot && chmod 600 groot/*
printf 'Naam;Hulpvraag\nX;Y\n' >in.csv
runs 2 "an import where such a one is" small fasen-intake --csv -d groot in.csv
like "$(cat err)" "groot/langer\.rec:$last: error: the line is longer than 16 MiB" "is said too"
is "$(ls groot)" langer.rec "and nothing is registered"
for call in 'fasen-check' 'fasen-plan -m /dev/zero --note=x groot.rec' 'fasen-plan --fill=/dev/zero groot.rec' 'fasen-report --merge' \
	'fasen-intake --csv --map-file=/dev/zero in.csv' 'fasen-check --join groot.rec'; do
	case $call in *zero*) ;; *) call="$call /dev/zero" ;; esac
	# shellcheck disable=SC2086
	runs 2 "$call" small $call
	is "$(sed 's/^[a-z-]*: //; 1q' err)" "/dev/zero:1: error: the line is longer than 16 MiB; expected less" "$call: is said"
done
runs 2 "a list of names without end" small fasen-check --files0-from=/dev/zero
like "$(cat err)" '^fasen-check: /dev/zero: error: larger than 256 MiB; expected less$' "is said"
long() { yes x | head -c 280000000 | small fasen-plan -m /dev/stdin --note=x groot.rec; }
runs 2 "a model without end" long
like "$(cat err)" '^fasen-plan: /dev/stdin: larger than 256 MiB; expected less$' "is said"
if [ -x "$BUILD/bin/fasen-pdf" ]; then
	zero() { small fasen-pdf </dev/zero; }
	runs 2 "a document without end" zero
	like "$(cat err)" 'standard input:1: no line of a document' "is said"
fi
done_testing
