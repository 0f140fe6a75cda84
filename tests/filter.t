#!/bin/sh
# SPDX-License-Identifier: ISC
# What all filters have in common, tried on fasen-advance and fasen-plan: operands, -i, -n, -c, exits.
. "$(dirname "$0")/lib.sh"
needs recsel

client() {
	printf 'Record: client\nClient: %s\nOp: 2026-01-05\nNaam: Geheim\nAangemeld: 2026-01-05\nHulpvraag: H\nVraag: wonen\nVraag: werk\n\n' "$1"
	printf 'Record: fase\nClient: %s\nOp: 2026-01-05\nFase: aanmelding\n\n' "$1"
}
move="fasen-advance --today=2026-02-01"
moved='Record: fase
Client: a
Op: 2026-02-01
Fase: intake
Door: tester'

client a >a.rec
client b >b.rec
{ client a; client b; } >ab.rec
{ client a; printf 'Record: nota bene\nClient: a\nnonsense\n\n'; client b; } >bad.rec

runs 0 "a file is moved on standard output" $move a.rec
is "$(tail -6 out)" "$moved" "one record is appended"
runs 0 "from standard input it is the same" sh -c "$move <a.rec"
is "$(tail -6 out)" "$moved" "one record is appended"
runs 0 "- is standard input" sh -c "$move b.rec - <a.rec"
is "$(grep -c ^Record out)" 6 "both come out"
runs 0 "-n prints the additions only" $move -n a.rec
is "$(cat out)" "$moved" "the record"
runs 0 "-n wins over -i" $move -n -i a.rec
client a | cmp -s - a.rec
is $? 0 "nothing is written"
runs 0 "-c moves one client" $move -c a ab.rec
is "$(grep -c 'Fase: intake' out)" 1 "the other passes"
runs 1 "a client that is not there" $move -c zz ab.rec
same out ab.rec "all pass unchanged"
runs 2 "no such file" $move nowhere.rec a.rec
is "$(grep -c 'Fase: intake' out)" 1 "the others are done"

# In place
mkdir dir && cp a.rec b.rec dir && cp ab.rec two.rec
runs 2 "-i on a directory asks for --all" $move -i dir
runs 2 "-i on a file of several asks for --all" $move -i two.rec
same two.rec ab.rec "nothing is written"
runs 2 "-i on standard input" sh -c "$move -i <a.rec"
runs 2 "-i on -" sh -c "$move -i - <a.rec"
runs 2 "--all without -i" $move --all dir
runs 0 "-i -c over a directory" $move -i -c a dir
is "$(cat dir/*.rec | grep -c 'Fase: intake')" 1 "one file is written"
same b.rec dir/b.rec "the other is not"
touch -d 2020-01-01 dir/a.rec
runs 1 "-i --all says who is not ready" $move -i --all dir
is "$(cat dir/*.rec | grep -c 'Fase: intake')" 2 "the other is moved"
is "$(find dir/a.rec -newermt 2021-01-01)" "" "a file to which nothing is added is not rewritten"
runs 0 "--all on one file of several" $move -i --all two.rec
is "$(grep -c 'Fase: intake' two.rec)" 2 "all are moved"
chmod 640 a.rec
cp -p a.rec kept.rec
runs 0 "-i on one file" $move -i kept.rec
is "$(stat -c %a kept.rec)" 640 "the mode is kept"
is "$(ls -A . | grep -c fasen)" 0 "nothing is left beside"
ln -s a.rec link.rec
runs 2 "a symbolic link is refused" $move -i link.rec
ln a.rec hard.rec
runs 2 "a hard link is refused" $move -i a.rec
rm link.rec hard.rec
runs 2 "a malformed file is refused" $move -i --all bad.rec dir
is "$(grep -c 'Fase: intake' bad.rec)" 0 "and not written"

{ cat bad.rec; printf 'Record: client\nClient: c\nNaam: N\n\n'; } >two-bad.rec
runs 2 "a file with two malformed dossiers" $move -i --all two-bad.rec
is "$(grep -c ': error: ' err)" "$(fasen-check --today=2026-02-01 two-bad.rec | grep -c ': error: ')" "both are said"

# Malformed
runs 2 "a malformed dossier passes" $move bad.rec
is "$(grep -c 'Fase: intake' out)" 1 "the next one is moved"
grep -v 'Fase: intake' out | grep -c nonsense >n
is "$(cat n)" 1 "its lines are all there"
like "$(cat err)" '^fasen-advance: bad.rec:17: error: ' "the message has file and line"
unlike "$(cat err)" 'Geheim' "and no name"

# Bytes
printf '# aan het eind\n' | cat a.rec - >tail.rec
runs 0 "before a comment that follows" $move tail.rec
is "$(tail -1 out)" "# aan het eind" "the comment stays last"
client a | head -c -2 >open.rec
runs 0 "an open end is completed" $move open.rec b.rec
is "$(grep -c '^Record: client' out)" 2 "and the next file begins a record"
is "$(fasen-advance --today=2026-02-01 open.rec b.rec 2>/dev/null | recsel -c -e "Record = 'fase'")" 4 "recsel reads it"
sed 's/$/\r/' a.rec >crlf.rec
runs 0 "CR LF is tolerated" $move crlf.rec
like "$(cat err)" 'crlf.rec:1: warning' "with a warning"
is "$(grep -c "$(printf '\r')$" out)" "$(wc -l <out | tr -d ' ')" "and kept"
printf '' >empty.rec
runs 1 "an empty file" $move empty.rec a.rec
is "$(cat err)" "fasen-advance: empty.rec: warning: holds no dossier" "is said"
is "$(grep -c 'Fase: intake' out)" 1 "the others are done"
runs 0 "an empty stream" sh -c "$move <empty.rec"
is "$(cat out err)" "" "is not"
printf 'a.rec\0b.rec\0' >list
runs 0 "--files0-from" $move --files0-from=list
is "$(grep -c 'Fase: intake' out)" 2 "takes names from a file"
runs 2 "--files0-from with operands" $move --files0-from=list a.rec

# Output
runs 2 "a full disk is seen" sh -c "$move a.rec >/dev/full"
like "$(cat err)" 'fasen-advance: standard output' "and said"
runs 2 "by a view too" sh -c "fasen-report --today=2026-02-01 -v samenvatting a.rec >/dev/full"
like "$(cat err)" "fasen-report: standard output: No space left" "which says why"
i=0
while [ $i -lt 2000 ]; do client c$i; i=$((i + 1)); done >many.rec
(trap - PIPE; $move many.rec 2>err | head -1 >/dev/null)
is "$(cat err)" "" "a reader that stops is no error"
(trap '' PIPE; { sleep 0.2; fasen-report --today=2026-02-01 -v samenvatting a.rec 2>err; } | :)
is "$(cat err)" "" "nor where the signal is ignored"

# Closed descriptors: no file takes the place of one, so that no message comes into a dossier
client a | sed 's/$/\r/' >crlf.rec
cp crlf.rec closed.rec
runs 0 "in place with all three closed" sh -c "$move -i closed.rec <&- >&- 2>&-"
head -c "$(wc -c <crlf.rec)" closed.rec | cmp -s - crlf.rec
told $? "the dossier begins as it was" </dev/null
is "$(tail -c +"$(($(wc -c <crlf.rec) + 1))" closed.rec | tr -d '\r')" "$moved" "and ends in the record alone"
runs 2 "a closed standard output is seen" sh -c "$move a.rec >&-"
runs 2 "a closed standard input too" sh -c "$move <&-"

# Wrong calls
runs 2 "an unknown option" $move --onzin a.rec
like "$(cat err)" '^fasen-advance: --onzin is no option' "is named"
runs 2 "an option nearly right" $move --chek a.rec
like "$(cat err)" 'did you mean --check' "with the nearest"
runs 2 "a shortened name that two fields begin with" fasen-intake --naam=x --hulpvraag=y --verw=8
like "$(cat err)" '^fasen-intake: --verw may be --verwijzer or --verwachte_weken;' "is not guessed"
runs 0 "a shortened name that one field begins with" fasen-intake --naam=x --hulpvraag=y --verwacht=8
like "$(cat out)" '^Verwachte_weken: 8$' "is that field"
runs 2 "a date that is none" fasen-advance --today=2026-02-30 a.rec
runs 2 "an id that is none" $move -c a/b a.rec
runs 2 "a model that is not there" $move -m nowhere a.rec
runs 2 "a model without name is not the default one" $move -m "" a.rec
runs 0 "an empty FASEN_MODEL is" env FASEN_MODEL= $move a.rec
runs 2 "a FASEN_BY of two lines" env FASEN_BY="a
b" $move a.rec
like "$(cat err)" '^fasen-advance: FASEN_BY: expected one line' "is not replaced by another name"
runs 0 "--help" fasen-advance --help
runs 0 "--version" fasen-advance --version
like "$(cat out)" '^fasen-advance \(fasen\) [0-9]' "has a number"
done_testing
