#!/bin/sh
# SPDX-License-Identifier: ISC
# What the texts show works as typed: the README's pipe, the EXAMPLES and EVERY DAY of each page and its lines for
# cron. The commands of a page run in the order in which they stand, in one directory, and afterwards the dossiers
# hold what the page says. The Dutch pages have the same commands.
. "$(dirname "$0")/lib.sh"
needs mandoc groff recsel git parallel

export COLUMNS=200  # all columns of a table

# On the day of the samples, in a PATH like that of a user who has installed the commands.
# today DATE
mkdir bin
today() {
	for _command in "$BUILD"/bin/fasen-*; do
		printf '#!/bin/sh\nexec %s --today=%s "$@"\n' "$_command" "$1" >"$OWN/test/bin/${_command##*/}"
		chmod 700 "$OWN/test/bin/${_command##*/}"
	done
}
# The user in the editor: what ./typed says, in awk.
printf '#!/bin/sh\nawk -f typed "$1" >"$1.new" && mv "$1.new" "$1"\n' >bin/vi
printf '#!/bin/sh\nexec cat "$@"\n' >bin/less
chmod 700 bin/vi bin/less
PATH="$PWD/bin:$PATH"

# section PAGE NAME...: the literal lines of these sections, without what mdoc adds; each display begins with a line "."
section() {
	_page=$1
	shift
	for _name; do
		awk -v name="$_name" '/^\.Sh / { on = $0 == ".Sh " name; lit = 0; next }
			!on { next }
			/^\.Dl / { print "."; print substr($0, 5); next }
			/^\.Bd -literal/ { print "."; lit = 1; next }
			/^\.Ed/ { lit = 0; next }
			lit { print }' "$_page" | sed 's/\\e/\\/g; s/\\(dq/"/g; s/\\&//g'
	done
}

# commands: of such lines the commands, numbered from 1, each in a file commands/N; what the page says it prints is in
# commands/N.out. A command goes on to the next line until it is whole for the shell.
commands() {
	rm -rf commands
	mkdir commands
	_n=0 _in=
	while IFS= read -r _line; do
		case $_line in
		.)
			_in=
			continue
			;;
		'$ '*)
			_n=$((_n + 1)) _in=$((_n))
			_line=${_line#??}
			;;
		esac
		[ -n "$_in" ] || continue
		printf '%s\n' "$_line" >>"commands/$_in"
		case $_line in
		*\\ | *\|) ;;
		*) ! sh -n "commands/$_n" 2>"$OWN/seen" || _in=$_n.out ;;
		esac
	done
}

# The exit status of a command, and what its last line on standard error is like: 0 and nothing, but for these.
told_by() {
	case $1 in
	*'fasen-advance --check'*) echo '1 ^$' ;;
	*--template-map* | *--preview*) echo '0 ^$' ;;
	*'samples/export-'*) echo '1 , 4 rejected$' ;;
	*'samples/migratie/'*) echo '0 , 0 rejected$' ;;
	*--min-cell*) echo '0 ^fasen-report: groups left out .*: 6$' ;;
	*) echo '0 ^$' ;;
	esac
}

# run FILE STATUS REGEX DESC: runs the commands in a file; the output is in FILE.got, the messages in FILE.err
run() {
	sh "$1" >"$1.got" 2>"$1.err" </dev/null
	_got=$?
	[ "$_got" = "$2" ] && printf '%s\n' "$(tail -n 1 "$1.err")" | grep -Eq -- "$3"
	told $? "$4" <<-END
		exit $_got, expected $2 and $3 on standard error:
		$(cat "$1.err")
	END
}

# page PAGE: runs its commands. What ./dossiers held before stays in ./was.
page() {
	rm -rf was
	[ ! -e dossiers ] || cp -r dossiers was
	section "$TOP/man/$1" EXAMPLES "EVERY DAY" >displays
	section "$TOP/man/nl/$1" VOORBEELDEN "VAN DAG TOT DAG" >dutch
	same dutch displays "$1: the Dutch examples are the English ones"
	commands <displays
	ok "$1 has commands" test -e commands/1
	_i=1
	while [ -e commands/$_i ]; do
		_told=$(told_by "$(cat commands/$_i)")
		run commands/$_i "${_told%% *}" "${_told#* }" "$1: $(head -n 1 commands/$_i)"
		[ ! -e commands/$_i.out ] || same commands/$_i.got commands/$_i.out "prints what the page shows"
		_i=$((_i + 1))
	done
	fasen-check dossiers | grep ': error: ' >errors
	is "$(cat errors)" "" "and leaves dossiers without errors"
}

# changed: the ids of the dossiers that are new or other than before
changed() {
	for _file in dossiers/*.rec; do
		cmp -s "$_file" "was/${_file##*/}" || basename "$_file" .rec
	done | xargs
}

# added ID: the records that a dossier has more than before, each on a line of its own, without Client and Door
added() {
	_size=0
	[ ! -e "was/$1.rec" ] || _size=$(wc -c <"was/$1.rec")
	[ "$_size" = 0 ] || head -c "$_size" "dossiers/$1.rec" | cmp - "was/$1.rec"
	tail -c +$((_size + 1)) "dossiers/$1.rec" | grep -vE '^(Client|Door): ' |
		awk -v RS= '{ gsub(/\n/, " | "); sub(/^Record: /, ""); print }'
}

# here NAME: a directory of its own, with the sample dossiers, on the day of the samples
here() {
	mkdir -m 700 "$OWN/test/$1" "$OWN/test/$1/dossiers" && cd "$OWN/test/$1" || exit 1
	ln -s "$TOP/samples" samples
	cp samples/dossiers/*.rec dossiers
	chmod 600 dossiers/*
	today 2026-11-01
}

here readme
rm -r dossiers
awk '/^  \$ fasen/ { on = 1 } /^$/ { on = 0 } on' "$TOP/README" | sed 's/^  \$ //' >pipe
run pipe 0 '^fasen-' "README: the pipe"
like "$(cat pipe.err)" "79 rows: 75 registered, .*, 4 rejected$" "registers the export that ships"
ok "and makes the workbook" test -s rapport.xlsx
is "$(ls)" "$(printf '%s\n' pipe pipe.err pipe.got rapport.xlsx samples)" "and nothing else"

here everyday
rm -r dossiers
cat >typed <<-'END'
	/^Leefgebied: / { domain = $2 }
	domain == "wonen" && /^Score:/ { $0 = "Score: 2" }
	domain == "wonen" && /^Wens:/ { $0 = "Wens: Een deur die van mij is." }
	domain == "werk" && /^Situatie:/ { $0 = "Situatie: Past op bij haar zus." }
	{ print }
END
page fasen.7
ok "the directory is of its owner only" test "$(stat -c %a dossiers)" = 700
is "$(added 2026-0001)" "$(cat <<-'END'
	client | Op: 2026-11-01 | Naam: Samira Voorbeeld | Aangemeld: 2026-11-01 | Hulpvraag: Ik wil weer een eigen plek. | Vraag: wonen | Vraag: financien | Team: noord
	fase | Op: 2026-11-01 | Fase: aanmelding
	fase | Op: 2026-11-01 | Fase: intake
	intake | Op: 2026-11-01 | Besluit: geplaatst
	akkoord | Op: 2026-11-01 | Wie: client | Waarop: intake | Akkoord: ja
	client | Op: 2026-11-01 | Begeleider: anna
	fase | Op: 2026-11-01 | Fase: analyse
	leefgebied | Op: 2026-11-01 | Leefgebied: wonen | Score: 2 | Schaal: zelfredzaamheid | Wens: Een deur die van mij is.
	leefgebied | Op: 2026-11-01 | Leefgebied: werk | Situatie: Past op bij haar zus.
	doel | Op: 2026-11-01 | Doel: d1 | Leefgebied: wonen | Tekst: Ik woon op mezelf | Termijn: lang | Streefdatum: 2027-10-01
	werkpunt | Op: 2026-11-01 | Werkpunt: d1.1 | Doel: d1 | Tekst: Een inschrijving bij de corporatie | Wie: client
END
)" "the dossier holds the intake, the form and the plan"
is "$(head -c 5 plan.pdf)" "%PDF-" "the plan is on paper"
like "$(cat commands/14.got)" "^2026-0001 +Samira Voorbeeld +Analyse .* anna " "she is one of Anna's clients"
like "$(cat commands/16.got)" "^2026-0001 +analyse .* nee +nog te bekijken: " "and cannot move on yet"

here intake
rm dossiers/*
cat >typed <<-'END'
	/^Naam:/ { $0 = "Naam: Bo Anders" }
	/^Hulpvraag:/ { $0 = "Hulpvraag: Ik wil weer werken." }
	/^Vraag:/ { $0 = "Vraag: werk\nVraag: financien" }
	{ print }
END
page fasen-intake.1
is "$(added 2026-0001)" "$(cat <<-'END'
	client | Op: 2026-11-01 | Naam: Samira Voorbeeld | Geboren: 1999-03-13 | Aangemeld: 2026-11-01 | Hulpvraag: Ik weet niet wat ik met mijn dagen moet. | Vraag: zingeving | Vraag: werk
	fase | Op: 2026-11-01 | Fase: aanmelding
	intake | Op: 2026-11-01 | Besluit: geplaatst
	akkoord | Op: 2026-11-01 | Wie: client | Waarop: intake | Akkoord: ja
	client | Op: 2026-11-01 | Begeleider: anna | Team: noord
END
)" "the first client is placed"
like "$(cat commands/2.got)" '^2026-0001 .* nee +Besluit .*"geplaatst"; .* intake' "what the waiting list leaves unmet"
is "$(added 2026-0002)" "$(cat <<-'END'
	client | Op: 2026-11-01 | Naam: Bo Anders | Aangemeld: 2026-11-01 | Hulpvraag: Ik wil weer werken. | Vraag: werk | Vraag: financien
	fase | Op: 2026-11-01 | Fase: aanmelding
END
)" "the second comes from the form"
is "$(changed | wc -w)" 477 "the two, 75 of the export and 400 of the migration"
is "$(fasen-select --count bron='export aanmeldingen' dossiers)" 75 "the export's have its origin"
is "$(fasen-select --count 'score.wonen>=1' dossiers)" \
	"$(awk -F ';' '$5 ~ /^[1-5]$/ { print $1 }' samples/migratie/metingen.csv | sort -u | wc -l)" "the migration's have their scores"
awk '$0 == "." { on = 0 } /^Nummer=/ { on = 1 } on' displays >map
mkdir -m 700 oud
cat >rijen.csv <<-'END'
	Nummer;Voornaam;Tussenvoegsel;Achternaam;Aanmelddatum;Domeinen;Team;Datum meting;Score wonen;Score werk
	17;Ans;van der;Berg;2026-09-21;wonen/werk;Team Zuid;2026-10-05;2;4
END
runs 0 "the map of the page" fasen-intake --csv -q --map-file=map -d oud rijen.csv
like "$(awk -v RS= '{ gsub(/\n/, " | "); print }' oud/*.rec)" \
	"Naam: Ans van der Berg .* Hulpvraag: Staat in .* Vraag: wonen . Vraag: werk .* Team: zuid .* Extern: 17" "fills a client"
is "$(recsel -e "Record = 'leefgebied'" -CP Op,Leefgebied,Score oud/*.rec | xargs)" "2026-10-05 wonen 2 2026-10-05 werk 4" \
	"and two scores"

here advance
page fasen-advance.1
is "$(changed)" "2025-0049 2025-0063 2026-0042" "three clients are moved, by name"
is "$(added 2026-0042)" "$(cat <<-'END'
	fase | Op: 2026-11-01 | Fase: intake
	fase | Op: 2026-11-01 | Fase: analyse | Reden: Crisis thuis; intake volgt. | Streefdatum: 2027-01-15 | Afwijking: intake: intake.Besluit = geplaatst | Afwijking: intake: akkoord.Waarop = intake en Wie = client|vertegenwoordiger | Afwijking: opstart: client.Begeleider
END
)" "one to the intake, and at once to the analysis"
is "$(added 2025-0063)" "$(cat <<-'END'
	evaluatie | Op: 2026-10-27 | Soort: tussentijds | Besluit: bijstellen | Vastgelegd: 2026-11-01
	fase | Op: 2026-10-27 | Fase: planning | Vastgelegd: 2026-11-01
END
)" "one back to the planning, on the day of the evaluation"
is "$(added 2025-0049)" "uitstroom | Op: 2026-11-01 | Reden: volgens-plan | Bestemming: eigen woning | Nazorg: 2027-02-01 | Tevredenheid: 8" \
	"one closed"

here domains
cat >typed <<-'END'
	/^Leefgebied: / { domain = $2 }
	domain == "werk" && /^Situatie:/ { $0 = "Situatie: Helpt in de winkel van Riet." }
	{ print }
END
page fasen-domains.1
is "$(changed)" "2025-0031 2026-0038" "the dossiers that are named change"
is "$(added 2026-0038)" "$(cat <<-'END'
	leefgebied | Op: 2026-11-01 | Leefgebied: wonen | Score: 3 | Schaal: zelfredzaamheid | Wens: Een tuin
	netwerk | Op: 2026-11-01 | Naam: Tante Riet | Relatie: tante | Geeft: Soep op vrijdag | Krijgt: Gezelschap
	leefgebied | Op: 2026-11-01 | Leefgebied: werk | Situatie: Helpt in de winkel van Riet.
END
)" "one holds the domain, the aunt and the conversation"
is "$(added 2025-0031)" "$(cat <<-'END'
	leefgebied | Op: 2026-11-01 | Leefgebied: wonen | Score: 4 | Schaal: zelfredzaamheid
	leefgebied | Op: 2026-11-01 | Leefgebied: werk | Score: 3 | Schaal: zelfredzaamheid
	leefgebied | Op: 2026-11-01 | Leefgebied: relaties | Score: 4 | Schaal: zelfredzaamheid
	kracht | Op: 2026-11-01 | Leefgebied: relaties | Soort: vaardigheid | Tekst: Ik vraag hulp op tijd
END
)" "the other the measurement, once, and the strength"
is "$(grep -c ^Record: commands/2.got)" 3 "which was shown first"
ok "the web and the description are made" test -s web.svg -a -s ik.html

here plan
cat >typed <<-'END'
	/^Record: / { kind = $2 }
	/^Doel: / { goal = $2 }
	kind == "stand" && goal == "d4" && /^Stand:/ { $0 = "Stand: bezig" }
	kind == "evaluatie" && /^Soort:/ { $0 = "Soort: tussentijds" }
	kind == "evaluatie" && /^Besluit:/ { $0 = "Besluit: voortzetten" }
	{ print }
END
page fasen-plan.1
is "$(changed)" "2025-0031 2026-0038" "the dossiers that are named change"
is "$(added 2026-0038)" "$(cat <<-'END'
	doel | Op: 2026-11-01 | Doel: d1 | Leefgebied: lichamelijk | Tekst: Ik kook elke zondag | Termijn: kort | Streefdatum: 2027-01-31
	werkpunt | Op: 2026-11-01 | Werkpunt: d1.1 | Doel: d1 | Tekst: Met Riet naar de markt | Wie: client
END
)" "one holds the goal and the step"
is "$(added 2025-0031)" "$(cat <<-'END'
	stand | Op: 2026-11-01 | Doel: d6 | Stand: behaald | Score: 2
	stand | Op: 2026-11-01 | Doel: d4 | Stand: bezig
	evaluatie | Op: 2026-11-01 | Soort: tussentijds | Besluit: voortzetten
END
)" "the other the goal attained and the evaluation, not the note"
like "$(cat commands/4.got)" "^Tekst: Koffie$" "which was shown"
is "$(head -c 5 plan.pdf)" "%PDF-" "the plan is on paper"
like "$(cat agenda.ics)" "^BEGIN:VEVENT" "the dates are in the calendar"
is "$(cut -f 2,16 commands/10.got | sort -u)" "$(printf 'doel\tbezig')" "the table has goals that somebody works on"

here select
page fasen-select.1
is "$(sed 1d commands/1.got | cut -c 1-9 | xargs)" "2025-0044 2025-0063" "whose evaluation is due"
is "$(xargs <commands/2.got)" "dossiers/2025-0044.rec dossiers/2026-0011.rec" "who is long in a phase"
is "$(cat commands/3.got)" 5 "how many have no goal on money"
is "$(cat commands/4.got)" dossiers/2009-0003.rec "whose retention period is over"
is "$(changed)" "2025-0049 2026-0003 2026-0018" "Joris's clients change"
is "$(added 2025-0049; added 2026-0003; added 2026-0018)" "$(yes 'client | Op: 2026-11-01 | Begeleider: bert' | head -n 3)" \
	"and have a new worker"

here check
mkdir -m 700 laptop overgenomen
cp dossiers/2026-0042.rec laptop
fasen-plan -i --note='Op de laptop.' laptop/2026-0042.rec
fasen-plan -i --note='Op kantoor.' dossiers/2026-0042.rec
runs 0 "a dossier from elsewhere" fasen-intake -d overgenomen --id=vz-200 --naam='Bo Anders' \
	--hulpvraag='Ik wil werk.' --vraag=werk --vraag=wonen
cp overgenomen/vz-200.rec taken
page fasen-check.1
is "$(cat commands/[12].got)" "" "nothing is wrong in the samples"
is "$(changed)" "2026-0042 vz-200" "one is joined, one taken over"
same dossiers/vz-200.rec taken "as it was"
is "$(recsel -e "Tekst ~ '^Op '" -CP Tekst dossiers/2026-0042.rec | sort | xargs)" "Op de laptop. Op kantoor." "one has both notes"

here show
page fasen-show.1
is "$(changed)" "" "reading changes nothing"
like "$(cat commands/1.got)" "Włodek" "the history is read"
is "$(sed 1d commands/2.got | cut -c 1-9 | xargs)" "2023-0014 2024-0007" "Anna's clients"
is "$(head -c 5 kopie.pdf)" "%PDF-" "the copy is on paper"
ok "the journey is drawn" test -s reis.svg -a -s reis.pdf
is "$(wc -l <commands/6.got)" 5 "five notes"

here report
page fasen-report.1
is "$(changed)" "" "reporting changes nothing"
like "$(cat commands/1.got)" "^Samenvatting · 2026" "the figures of the year"
ok "the workbook and the tables are made" test -s kwartaal.xlsx -a -s gemeenten.csv
fasen-report -v uitstroom -T json dossiers | tr -d ' \n' >json
is "$(cut -f 4 commands/4.got | xargs)" "2024-0026 2024-0033" "who is behind the drop-out"
like "$(cat json)" '"uitval":2,' "is as many as are counted"
fasen-report dossiers >whole
same commands/5.got whole "the parts are the whole"

here dossier
git_at() {
	GIT_COMMITTER_DATE="@$(($(date +%s) - $1)) +0000" git -C dossiers -c user.name=t -c user.email=t@example.org commit -qm "$2"
}
git -C dossiers init -q
git -C dossiers add -A
git_at 172800 "Two days ago"
fasen-plan -i --note='Een kop koffie.' dossiers/2025-0031.rec
git -C dossiers add -A
git_at 60 "A minute ago"
page fasen-dossier.5
like "$(tail -n 1 commands/1.got)" "^Tekst: Een kop koffie\.$" "the notes are read, the last one too"
is "$(grep '^+[^+]' commands/2.got)" "$(tail -n 6 dossiers/2025-0031.rec | sed '$d; s/^/+/')" "what was added is shown"

here model
section "$TOP/man/fasen-model.5" EXAMPLES | awk '$0 == "." { on = 0 } /^Record: fase/ { on = 1 } on' >record
cat >typed <<-'END'
	BEGIN { RS = ""; ORS = "\n\n" }
	/Code: uitvoering/ { getline record <"record"; print record }
	{ print }
END
page fasen-model.5
is "$(changed)" "" "a model changes no dossier"
like "$(cat commands/3.got)" "^2026-0003 +planning +[0-9]+ +netwerkberaad" "the page's phase is the next after planning"

# cron: does a crontab on stdin as cron does: a small environment of its own and the settings of the table, in the home
# directory. The commands are installed in a directory of the user's PATH, /srv is here. The output of the Nth line is in cron/N,
# its exit status in cron/N.status.
cron() {
	rm -rf cron
	mkdir cron
	_n=0
	set -- HOME="$HOME" LOGNAME=tester SHELL=/bin/sh "PATH=/usr/bin:/bin:$OWN/test/bin"
	while IFS= read -r _line; do
		_line=$(printf '%s\n' "$_line" | sed "s,/srv,$PWD/srv,g; s,/usr/local/bin,$OWN/test/bin,g")
		case $_line in
		[0-9*]*)
			_n=$((_n + 1))
			(cd "$HOME" && env -i "$@" /bin/sh -c "$(printf '%s\n' "$_line" | sed -E 's/^([^ ]+ +){5}//')") \
				>cron/$_n 2>&1 </dev/null
			echo $? >cron/$_n.status
			;;
		[A-Z]*=*) set -- "$@" "$_line" ;;
		esac
	done
}

# In November of last year the export begins; the bad rows, and those to be warned of, come later.
here crontab
mkdir -m 700 srv srv/dossiers
section "$TOP/man/fasen-recipes.7" "FROM CRON" | grep -v '^#' >crontab
section "$TOP/man/nl/fasen-recipes.7" "VANUIT CRON" | grep -v '^#' >dutch
same dutch crontab "fasen-recipes.7: the Dutch lines for cron are the English ones"
cp samples/export-aanmeldingen.map srv/export.map
head -n 4 samples/export-aanmeldingen.csv >srv/export.csv
today 2025-11-13
# The night comes before the morning.
{
	grep -vE '^[0-9]' crontab
	grep -E '^0 [23] ' crontab
	grep -E '^[05] 6 ' crontab
} >day
is "$(grep -cE '^[0-9]' day)" "$(grep -cE '^[0-9]' crontab)" "each line of the page"
cron <day
is "$(cat cron/*.status | xargs)" "0 0 0 0" "cron: the first night and morning"
is "$(sort cron/1)" "$(printf '%s\n' dossiers/2025-0001.rec dossiers/2025-0002.rec dossiers/2025-0003.rec \
	'fasen-intake: 3 rows: 3 registered, 0 updated, 0 known and left as they are, 0 rejected')" "says which dossiers came in"
is "$(cat cron/[234])" \
	"fasen-report: warning: 2025-10: nothing that is counted is in it" \
	"and that the month before had nobody"
ok "the workbook is made" test -s srv/maand.xlsx
cp -r srv/dossiers was
rm srv/maand.xlsx
today 2025-11-14
cron <day
is "$(cat cron/*.status | xargs)" "0 0 0 0" "cron: a night without news"
is "$(cat cron/[1-4])" \
	"fasen-report: warning: 2025-10: nothing that is counted is in it" \
	"has no other news"
ok "the dossiers are as they were" diff -r srv/dossiers was
ok "the workbook is made again" test -s srv/maand.xlsx
cp samples/export-aanmeldingen.csv srv
mv srv/export-aanmeldingen.csv srv/export.csv
today 2026-11-01
cron <day
is "$(cat cron/1.status cron/4.status | xargs)" "1 1" "cron: bad rows, and months later"
like "$(cat cron/1)" "79 rows: 72 registered, 0 updated, 3 known and left as they are, 4 rejected" "are told"
is "$(wc -l <srv/uitval.csv)" 5 "the bad rows are kept"
like "$(cat cron/4)" "^fatima +2025-0001 " "and what is late, by worker"

section "$TOP/man/fasen-report.1" EXAMPLES >crontab
today 2025-11-13
rm -r srv/dossiers
cp -r was srv/dossiers
cron <crontab
is "$(cat cron/*.status cron/1)" 0 "fasen-report.1: the Monday list is silent when nothing is due"
today 2026-11-01
cron <crontab
is "$(cat cron/*.status)" 1 "asks for attention"
like "$(cat cron/1)" "^fatima +2025-0001 " "and is there when something is"

# On a terminal of 80 columns nothing that is typed is broken, by mandoc and by groff.
# plain: of a rendered page the characters alone, without what stands before a line
plain() {
	sed 's/\x1b\[[0-9;]*m//g; s/.\x08//g'
}
cd "$OWN/test" || exit 1
for page in "$TOP"/man/*.[157] "$TOP"/man/nl/*.[157]; do
	name=${page#"$TOP"/man/}
	awk '/^\.Sh / { on = 0 } /^\.Sh (EXAMPLES|EVERY DAY|FROM CRON|VOORBEELDEN|VAN DAG TOT DAG|VANUIT CRON)$/ { print $0 }' "$page" |
		sed 's/^\.Sh //' >sections
	while IFS= read -r title; do
		section "$page" "$title"
	done <sections | grep -vx '\.' | grep . | sed 's/^ *//' >lines
	[ -s lines ] || continue
	mandoc -K utf-8 -T utf8 -O width=78 "$page" | plain >rendered
	sed 's/^ *//' rendered | grep -vxFf - lines >broken
	is "$(cat broken)" "" "$name: each line is whole, by mandoc"
	is "$(sed 's/^ *//' rendered | grep -nxFf lines | cut -d : -f 1 | sed 's/$/p/' | sed -nf - rendered | grep -E '.{81}')" "" \
		"within 80 columns"
	groff -k -mandoc -Tutf8 -rLL=78n "$page" 2>"$OWN/seen" | plain | sed 's/^ *//' | grep -vxFf - lines >broken
	is "$(cat broken)" "" "and by groff"
done
done_testing
