#!/bin/sh
# SPDX-License-Identifier: ISC
# samples/cron: the night, Monday and the morning as cron runs them, with nothing but cron's environment, in another directory.
. "$(dirname "$0")/lib.sh"
needs git awk

# The commands as they are installed, on a day of the samples; mail keeps what it is given.
mkdir bin
for command in "$BUILD"/bin/fasen-*; do
	printf '#!/bin/sh\nexec %s --today=$(cat %s/today) "$@"\n' "$command" "$PWD" >"bin/${command##*/}"
done
printf '#!/bin/sh\n[ "$1 $2" = "-s Wat er te doen is" ] && cat >"%s/mail/$3"\n' "$PWD" >bin/mail
chmod +x bin/*
mkdir -m 700 srv srv/dossiers srv/export srv/rapport
sed "s,/srv/fasen,$PWD/srv,g" "$TOP/samples/cron/settings" >settings
cp "$TOP/samples/export-aanmeldingen.map" srv/export/aanmeldingen.map
git -C srv/dossiers init -q
printf '%s\n' .fasen-ids '.*.fasen' >srv/dossiers/.gitignore

# line SCRIPT: the line of the crontab that runs it, as cron does
line() {
	_command=$(sed -n "s,^[^#=]* \"\$SCRIPTS/$1\"\$,&,p" "$TOP/samples/cron/crontab" | sed -E 's/^([^ ]+ ){5}//')
	[ -n "$_command" ] || return 3
	rm -rf mail
	mkdir mail
	(
		cd / && env -i HOME="$HOME" LOGNAME=fasen SHELL=/bin/sh FASEN_CRON="$OLDPWD/settings" \
			PATH="$(sed -n 's/^PATH=//p' "$TOP/samples/cron/crontab" | sed "s,/usr/local/bin,$OLDPWD/bin,")" \
			SCRIPTS="$TOP/samples/cron" /bin/sh -c "$_command" </dev/null
	)
}
is "$(grep -cE '^[0-9]' "$TOP/samples/cron/crontab")" 3 "three lines"

echo 2025-11-13 >today
head -n 4 "$TOP/samples/export-aanmeldingen.csv" >srv/export/aanmeldingen.csv
runs 0 "the first night" line night
is "$(cat out)" "$(printf './2025-000%d.rec\n' 1 2 3)" "says who came in"
is "$(ls srv/dossiers)" "2025-0001.rec
2025-0002.rec
2025-0003.rec" "the export is taken in"
is "$(git -C srv/dossiers log --format='%an <%ae> %s')" "fasen <fasen@voorbeeld.example> Nacht van $(date +%F)" "and committed"
is "$(git -C srv/dossiers status --short)" "" "all of it"
is "$(find srv/dossiers -name '*.rec' ! -perm 600)" "" "closed to others"
grep -h '^Door' srv/dossiers/*.rec | sort -u >door
is "$(cat door)" "Door: nacht" "by whom"
runs 0 "a night without news" line night
is "$(cat out err)$(git -C srv/dossiers log --format=%s | wc -l)" 1 "says and commits nothing"
runs 0 "a Monday" line monday
is "$(cat out err)" "fasen-report: warning: 2025-10: nothing that is counted is in it" \
	"says that the month before had nobody, and nothing else"
is "$(head -c 2 srv/rapport/maand.xlsx)" PK "with a workbook"
is "$(find srv/rapport -name maand.xlsx)" srv/rapport/maand.xlsx "whole"
mkdir -m 700 stil
cp "$TOP/samples/dossiers/vz-118.rec" stil
cp settings all
echo "DOSSIERS=$PWD/stil" >>settings
runs 0 "a morning when nothing is due" line morning
is "$(cat out err; ls mail)" "" "mails nobody"
mv all settings

# A year later: bad rows, and much that is late.
echo 2026-11-01 >today
cp "$TOP/samples/export-aanmeldingen.csv" srv/export/aanmeldingen.csv
runs 1 "bad rows" line night
like "$(cat err)" "79 rows: 72 registered, .*, 4 rejected" "are told"
is "$(wc -l <srv/export/uitval.csv)" 5 "and kept"
is "$(git -C srv/dossiers status --short)" "" "the good ones are committed"
cp "$TOP"/samples/dossiers/*.rec srv/dossiers
runs 0 "a morning" line morning
like "$(ls mail)" "^fatima@voorbeeld.example$" "each worker who has something gets mail"
is "$(ls mail | sed 's/@.*//')" "$(fasen-report --today=2026-11-01 -v signalen --ahead=14 -T json srv/dossiers |
	grep -o '"begeleider":"[^"]*"' | cut -d '"' -f 4 | grep -v '^-$' | sort -u)" "nobody else"
like "$(cat mail/anna@voorbeeld.example)" "2024-0007" "of the own clients"
unlike "$(cat mail/anna@voorbeeld.example)" "2025-0070" "and not of others"
is "$(grep -l 'Włodek\|Senait\|Henk' mail/*)" "" "without a name"
like "$(cat out)" "2026-0042" "whose have no worker is told to cron"

# A name that is no address
fasen-intake --today=2026-11-01 -i --amend --begeleider='A. de Wit, zuid' srv/dossiers/2024-0007.rec
runs 2 "a morning with a worker of three words" line morning
like "$(cat err)" "^morning: A\. de Wit, zuid: no address; the settings may have a function address$" "is told to cron"
like "$(cat out)" "2024-0007" "with what there is to do"
cp settings all
echo 'address() { case $1 in "A. de Wit, zuid") echo a.dewit@voorbeeld.example ;; *) echo "$1@voorbeeld.example" ;; esac; }' >>settings
runs 0 "a morning with a function that knows the address" line morning
like "$(cat mail/a.dewit@voorbeeld.example)" "2024-0007" "mails that worker"
mv all settings

# Names that mean something to tsv, a shell, a term or mail: what each has to do is mailed, or told to cron
mkdir -m 700 namen
n=0
while IFS= read -r name; do
	n=$((n + 1))
	sed "s/2024-0007/naam-$n/" "$TOP/samples/dossiers/2024-0007.rec" >"namen/naam-$n.rec"
	printf '\nRecord: client\nClient: naam-%s\nOp: 2026-10-30\nBegeleider: %b\n' $n "$name" >>"namen/naam-$n.rec"
done <<'.'
a\\b
a\\tb
slot\\\\\n
-
 voor
na\0040
a\tb
a\n+ b
a\n+
*
-s
a,b
a\\,b
$(id)
a%sb
2026-01-01
001
.
cp settings all
echo "DOSSIERS=$PWD/namen" >>settings
runs 2 "a morning of such names" line morning
i=0
while [ $((i += 1)) -le $n ]; do
	grep -qE "(^|[^-0-9a-z])naam-$i([^0-9]|\$)" out mail/* || echo "naam-$i"
done >forgotten
is "$n $(cat forgotten)" "17 " "forgets nobody's"
is "$(ls mail)" "001@voorbeeld.example
2026-01-01@voorbeeld.example" "and mails only to an address"
is "$(grep -c ': no address;' err) $(grep -cv ': no address;' err)" "14 0" "naming each that is none"
like "$(cat err)" '^morning: a\\\\b: no address' "as tsv writes it"
printf '%s\n' 'address() { [ "$1" = "a\b" ] && echo ab@voorbeeld.example; }' >>settings
runs 2 "a function that knows one of them" line morning
is "$(ls mail)" "ab@voorbeeld.example" "is given the name itself"
is "$(grep -c naam-1 mail/ab@voorbeeld.example)" "$(fasen-report --today=2026-11-01 -v signalen --ahead=14 namen/naam-1.rec |
	grep -c naam-1)" "for what that worker has to do"
mv all settings

# What is wrong is said, and the night goes on.
printf 'Record: client\nClient: kapot\nNaam: X\nAangemeld: 2026-02-30\nHulpvraag: h\n\n' >srv/dossiers/kapot.rec
chmod 600 srv/dossiers/kapot.rec
runs 2 "a dossier that is malformed" line night
like "$(cat out err)" "kapot\.rec:4: error: Aangemeld" "is named"
runs 2 "no settings" env -i PATH=/usr/bin:/bin FASEN_CRON=/nowhere sh "$TOP/samples/cron/night"
done_testing
