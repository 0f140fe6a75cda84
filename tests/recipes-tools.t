#!/bin/sh
# SPDX-License-Identifier: ISC
# The recipes of fasen-recipes(7) with other tools, each as it stands there: what is missing here is skipped.
. "$(dirname "$0")/lib.sh"
needs git parallel jq sqlite3 python3 recsel

# block SECTION N: the N-th literal block of a section, ready for sh
block() {
	awk -v section=".Sh $1" -v n="$2" '/^\.Sh / { on = $0 == section; i = 0; lit = 0 } !on { next }
		/^\.Dl / { if (++i == n) print substr($0, 5); next }
		/^\.Bd -literal/ { lit = ++i == n; next } /^\.Ed/ { lit = 0; next } lit' "$TOP/man/fasen-recipes.7" |
		sed 's/^\$ //; s/\\e/\\/g; s/\\&//g; s/\\(dq/"/g' >block.sh
	[ -s block.sh ] || echo 'false no such block' >block.sh
	cat block.sh
}
# does SECTION N STATUS DESC: runs it
does() {
	block "$1" "$2" >run.sh
	runs "$3" "$4" sh -e run.sh
}
here() {
	mkdir -m 700 "$OWN/test/$1" "$OWN/test/$1/bin" && cd "$OWN/test/$1" || exit 1
	[ -z "$2" ] || { mkdir -m 700 dossiers && cp "$TOP"/samples/dossiers/*.rec dossiers && chmod 600 dossiers/*; }
	PATH="$PWD/bin:$PATH"
}
for command in "$BUILD"/bin/fasen-report "$BUILD"/bin/fasen-show "$BUILD"/bin/fasen-plan; do
	mkdir -p "$OWN/test/today"
	printf '#!/bin/sh\nexec %s --today=2026-11-01 "$@"\n' "$command" >"$OWN/test/today/${command##*/}"
done
chmod 700 "$OWN/test/today"/*
PATH="$OWN/test/today:$PATH"

here form dossiers
export FASEN_DIR="$PWD/dossiers"
printf '#!/bin/sh\nsed "s/^Tekst:.*/Tekst: Alleen hier./" "$1" >"$1.new" && mv "$1.new" "$1"\n' >bin/vi
chmod 700 bin/vi
unset EDITOR
{ block "A TEXT THAT NOBODY SEES TYPED" 1; echo 'note 2026-0003'; } >run.sh
TMPDIR=$PWD runs 0 "a note by a form" sh run.sh
is "$(tail -n 5 dossiers/2026-0003.rec | grep Tekst)" "Tekst: Alleen hier." "is recorded"
is "$(ls "$PWD" | xargs)" "bin block.sh dossiers err out run.sh" "the form is gone"
unset FASEN_DIR

here git dossiers
git config --global init.defaultBranch main
git config --global user.name anna
git config --global user.email anna@voorbeeld.example
block "UNDER GIT" 1 | sed "s,/usr/local/share/fasen,$TOP/samples," >run.sh
runs 0 "setup" sh -e run.sh
block "UNDER GIT" 2 >run.sh
runs 0 "the first commit" sh -e run.sh
fasen-plan -i --note=Thee. dossiers/2026-0003.rec
git -C dossiers commit -qam thee
block "UNDER GIT" 3 | sed 's/2026-0001/2026-0003/; s/log -p/log -1 -p/' >run.sh
runs 0 "what happened" sh -e run.sh
like "$(cat out)" "^\+.*Notitie  Thee\.  tester" "as a story"
like "$(cat out)" "^\+Tekst: Thee\." "and each byte"
is "$(wc -l <run.sh)" 2 "in two commands"

here tools dossiers
does "WITH OTHER TOOLS" 1 0 "jq"
like "$(cat out)" "^fatima	2$" "clients by support worker"
does "WITH OTHER TOOLS" 2 0 "sqlite3"
like "$(cat out)" "^noord\|[0-9]+$" "open trajectories by team"
is "$(awk -F '|' '{ n += $2 } END { print n }' out)" \
	"$(fasen-select --today=2026-11-01 --count gesloten=nee dossiers)" "all of them"
if command -v mlr >/dev/null; then
	does "WITH OTHER TOOLS" 3 0 "Miller"
	like "$(cat out)" "^uitvoering +[0-9]+" "how many are in which phase"
else
	skip Miller "no mlr"
fi
if command -v recsel >/dev/null; then
	block "WITH OTHER TOOLS" 4 | sed s/2026-0001/2026-0003/ >run.sh
	runs 0 "recsel" sh -e run.sh
	is "$(grep -c . out)" 3 "three goals"
else
	skip recsel "no recsel"
fi
if command -v soffice >/dev/null; then
	does "WITH OTHER TOOLS" 5 0 "LibreOffice"
	is "$(head -c 4 jaar.pdf)" "%PDF" "the workbook as PDF"
else
	skip LibreOffice "no soffice"
fi
printf '#!/bin/sh\necho "$@" >to; cat >sent\n' >bin/mail
chmod 700 bin/mail
block "WITH OTHER TOOLS" 6 >run.sh
runs 0 "mail" sh run.sh
is "$(cat to)" "-s Wat er te doen is anna" "to whom"
like "$(cat sent)" "2024-0007" "what is due"

here parts dossiers
fasen-report --period=2026 dossiers >whole
does "IN PARTS" 1 0 "parallel"
same out whole "the same bytes as in one run"

# Two servers: this machine, twice, by sshd on a port of its own.
here ssh dossiers
sshd=$(command -v sshd || command -v /usr/sbin/sshd)
if [ -n "$sshd" ] && [ "$(id -u)" = 0 ] && command -v ssh-keygen >/dev/null; then
	mkdir -p noord/srv/fasen zuid/srv/fasen /run/sshd
	cp -r dossiers noord/srv/fasen/dossiers
	mkdir -m 700 zuid/srv/fasen/dossiers
	mv noord/srv/fasen/dossiers/202[45]* zuid/srv/fasen/dossiers
	ssh-keygen -q -t ed25519 -N '' -f key
	ssh-keygen -q -t ed25519 -N '' -f host
	cp key.pub allowed
	port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	cat >sshd_config <<-END
		Port $port
		ListenAddress 127.0.0.1
		HostKey $PWD/host
		AuthorizedKeysFile $PWD/allowed
		PidFile $PWD/sshd.pid
		StrictModes no
		UsePAM no
		PermitRootLogin yes
	END
	"$sshd" -f "$PWD/sshd_config" -E sshd.log
	cat >ssh_config <<-END
		Host noord zuid
		HostName 127.0.0.1
		Port $port
		IdentityFile $PWD/key
		UserKnownHostsFile $PWD/known
		StrictHostKeyChecking accept-new
		LogLevel ERROR
	END
	# The command as each of the two would run it, in its own place.
	printf '#!/bin/sh\nexec %s -F "%s/ssh_config" "$@"\n' "$(command -v ssh)" "$PWD" >bin/ssh
	chmod 700 bin/ssh
	for _n in 1 2 3 4 5; do [ -s sshd.pid ] || sleep 1; done
	for place in noord zuid; do
		block "IN PARTS" 2 | sed "s,-S noord\,zuid,-S $place,; s,/srv,$PWD/$place/srv,; s,fasen-report --partial,$OWN/test/today/fasen-report --partial,
			s/ |$//; /--merge/d" >run.sh
		runs 0 "the part of $place, over ssh" sh run.sh
		cat out >>parts
	done
	fasen-report --merge parts >merged
	fasen-report --period=2026 dossiers >whole
	same merged whole "merged they are the whole"
	kill "$(cat sshd.pid)"
else
	skip "over ssh" "no sshd, or not its owner"
fi

here locked dossiers
if command -v age >/dev/null && command -v age-keygen >/dev/null; then
	does "LOCKED AWAY" 1 0 "age: a key and a backup"
	is "$(grep -ac 'Record: client' dossiers.tar.age)" 0 "that nobody can read"
	does "LOCKED AWAY" 2 0 "back again"
	is "$(cat out)" "" "all is well"
	ok "byte for byte" diff -r dossiers terug
	is "$(find terug -perm /077)" "" "closed to others"
	git -C dossiers init -q && git -C dossiers add -A && git -C dossiers commit -qm x
	does "LOCKED AWAY" 3 0 "with the history"
	ok "a clone again" diff -r -x .git dossiers kloon
	does "LOCKED AWAY" 5 0 "the figures of both"
	is "$(cat out)" "" "are the same"
else
	skip age "no age"
fi
if command -v gpg >/dev/null; then
	export GNUPGHOME="$PWD/gnupg"
	mkdir -m 700 gnupg
	gpg --batch -q --passphrase '' --quick-gen-key 'beheer <beheer@voorbeeld.example>' default default never 2>/dev/null
	block "LOCKED AWAY" 4 | sed 's/gpg -e/gpg --batch -q -e/' >run.sh
	runs 0 "gpg" sh -e run.sh
	is "$(gpg --batch -q -d dossiers.tar.gpg 2>/dev/null | tar -tf - | grep -c '\.rec$')" "$(ls dossiers | wc -l)" "a backup"
	ok "and a report" test -s samenvatting.csv.gpg
	gpgconf --kill all
else
	skip gpg "no gpg"
fi

here destroyed dossiers
cp dossiers/2026-0003.rec dossiers/2026-0007.rec
sed -i 's/^Client: .*/Client: 2026-0007/; s/Zoë/Uniekenaam/' dossiers/2026-0007.rec
git -C dossiers init -q && git -C dossiers add -A && git -C dossiers commit -qm "met"
fasen-plan -i --note=Thee. dossiers/2026-0003.rec
git -C dossiers commit -qam "thee"
rm dossiers/2026-0007.rec
git -C dossiers commit -qam "vernietigd"
block DESTROYED 1 >run.sh
FILTER_BRANCH_SQUELCH_WARNING=1 runs 0 "out of the history" sh -e run.sh
is "$(git -C dossiers log --all --format=%s | wc -l)" 3 "which goes on"
is "$(git -C dossiers cat-file --batch-all-objects --batch | grep -ac Uniekenaam)" 0 "without the dossier, in any object"
ok "the others are there" test "$(git -C dossiers ls-files | wc -l)" -gt 20

here several
sudo() { "$@"; }
block "SEVERAL PEOPLE ON ONE SERVER" 1 | sed -n 's/^sudo //; s/-o fasen -g fasen //; s,/srv,srv,; /^install/p' >run.sh
mkdir -p srv
runs 0 "a directory that a group shares" sh -e run.sh
(umask 007 && fasen-intake --today=2026-10-01 -d srv/fasen/dossiers --naam=X --hulpvraag=H --vraag=wonen --vraag=werk >made &&
	fasen-plan -i --note=Thee. "$(cat made)")
is "$(find srv/fasen/dossiers -name '*.rec' -perm 660 | wc -l)" 1 "its dossiers are the group's, and nobody else's"

# fasen-introducing(7), from its model to its figures
here introducing dossiers
cp "$TOP"/samples/migratie/clienten.csv "$TOP"/samples/migratie/clienten.map .
n=$(python3 "$TOP/tests/typed.py" "$TOP/man/fasen-introducing.7")
ok "a dozen commands" test "$n" -gt 10
sed "s,/usr/local/share/fasen/models,$TOP/samples,; s/^{ fasen-[iac][a-z]*/& --today=2026-11-01/" typed/script >script
sh script
i=0
while [ $i -lt "$n" ]; do
	i=$((i + 1))
	is "$(cat typed/$i.status) $(grep -v '^fasen-intake: [0-9]* rows\|: warning: ' typed/$i.err)" "0 " "$(head -n 1 typed/$i)"
done
is "$(ls proef | wc -l)" "$(($(wc -l <clienten.csv) - 1))" "everybody who was there is brought in"
done_testing
