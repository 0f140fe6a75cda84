#!/bin/sh
# SPDX-License-Identifier: ISC
# fasen-show -v agenda and --since: what is late and due, what happened; in the width that there is.
. "$(dirname "$0")/lib.sh"
needs xmllint python3

show="fasen-show --today=2026-11-01"
dossiers=$TOP/samples/dossiers

runs 0 "the agenda as rows" $show -v agenda -T tsv "$dossiers"
is "$(head -1 out)" "$(printf 'begeleider\tclient\troepnaam\tteam\tsignaal\tbetreft\ttekst\tvervallen\tdagen_te_laat')" "columns"
sed 1d out | cut -f 2,5,6,8,9 | sort >agenda
fasen-report --today=2026-11-01 -v signalen --ahead=14 -T tsv "$dossiers" | python3 -c 'import sys
rows = [line.rstrip("\n").split("\t") for line in sys.stdin]
at = [rows[0].index(name) for name in ("client", "signaal", "betreft", "vervallen", "dagen_te_laat")]
for row in rows[1:]:
    got = [row[i] for i in at]
    if got[3] and int(got[4]) >= -14:
        print("\t".join(got))' | sort >signals
same agenda signals "the same as the report's signals that have a day"
ok "more than twenty" test "$(wc -l <agenda)" -gt 20
python3 - <<'END' >order
rows = [line.rstrip("\n").split("\t") for line in open("out")][1:]
first = {}
for row in rows:
    first[row[1]] = min(first.get(row[1], "9"), row[7])
print(rows == sorted(rows, key=lambda row: (first[row[1]], row[1], row[7])))
END
is "$(cat order)" True "a client's together, the earliest first"
runs 0 "by worker" $show -v agenda --by-worker -T json "$dossiers"
ok "in order of worker and day" python3 -c 'import json
rows = json.load(open("out"))["tables"][0]["rows"]
keys = [(row["begeleider"] is None, row["begeleider"] or "", row["vervallen"]) for row in rows]
assert len(rows) > 20 and keys == sorted(keys), keys'
runs 0 "further ahead" $show -v agenda --ahead=365 -T tsv "$dossiers"
ok "there is more" test "$(wc -l <out)" -gt "$(($(wc -l <agenda) + 10))"
$show -v agenda --ahead=1 -T tsv "$dossiers" | awk -F '\t' '$9 == -1' >tomorrow
ok "tomorrow is one day ahead" test -s tomorrow
is "$($show -v agenda --ahead=1 -T tsv "$dossiers" | awk -F '\t' 'NR > 1 && $9 < -1')" "" "and what comes later is not"

# To read
runs 0 "to read" $show -v agenda "$dossiers"
is "$(grep -E '.{81}' out)" "" "within 80 columns"
like "$(cat out)" "^2025-0070 .* Streefdatum d1 +2026-08-01  92 dagen te laat" "late"
like "$(cat out)" "^2025-0063 .* 2026-11-09  over 8 dagen$" "due"
like "$(cat out)" "^2026-0018 .* 2026-11-02  over 1 dag$" "tomorrow"
like "$(tr '\n' ' ' <out)" "Niet getoond, want daar is geen ruimte voor: Begeleider, Team, Tekst\." "what has no room is named"
COLUMNS=200 runs 0 "on a wide terminal" $show -v agenda "$dossiers"
unlike "$(cat out)" "Niet getoond" "all is there"
like "$(cat out)" "Donderdag is van mij en ploeg 6" "the goal's words too"
runs 0 "by worker" $show -v agenda --by-worker --lang=en "$dossiers"
like "$(cat out)" "^fatima: 8, of which 7 late$" "a table for each"
like "$(cat out)" "^no support worker: " "also without one"
runs 0 "nothing due" $show -v agenda "$dossiers/vz-118.rec"
is "$(cat out err)" "" "nothing is written"
runs 0 "as html" $show -v agenda --by-worker -T html "$dossiers"
ok "is XML" xmllint --noout out
runs 0 "nothing due as html" $show -v agenda -T html "$dossiers/vz-118.rec"
like "$(cat out)" "Er staat niets op de agenda" "says so"

# Of a team, of a support worker
runs 0 "of a worker" $show -v agenda --begeleider=fatima -T tsv "$dossiers"
is "$(sed 1d out | cut -f 1 | sort -u)" fatima "nobody else's"
runs 0 "of a team" $show -v lijst --team=noord -T tsv "$dossiers"
is "$(sed 1d out | cut -f 6 | sort -u)" noord "nobody else's"
runs 1 "a comma is part of the name" $show -v lijst --team=noord,zuid "$dossiers"
runs 1 "of a team that nobody is of" $show -v lijst --team=nord "$dossiers"
is "$(cat err)" "fasen-show: no client with Team=nord" "is said"
runs 1 "both" $show -v agenda --team=noord --begeleider=anna "$dossiers"
is "$(cat err)" "fasen-show: no client with Team=noord Begeleider=anna" "is said"
runs 0 "nothing in" $show -v agenda --team=nord /dev/null
is "$(cat err)" "" "nothing is said"

# What happened since
runs 0 "since last week" $show --since=last-week -T tsv "$dossiers"
is "$(sed 1d out | cut -f 2 | sort | head -1)" "$($show -T tsv "$dossiers" | cut -f 2 | grep -E '^2026-1[01]' | awk '$0 >= "2026-10-19"' | sort | head -1)" \
	"from its Monday on"
ok "there is something" test "$(wc -l <out)" -gt 3
$show --since=2026-10-19 -T tsv "$dossiers" >day
same out day "a date says the same"
$show --since=today-13 -T tsv "$dossiers" >day
same out day "and a day by its distance"
runs 0 "to read" $show --since=last-week --team=noord "$dossiers"
is "$(grep -c '^Tijdlijn van' out)" "$($show --since=last-week --team=noord -T tsv "$dossiers" | sed 1d | cut -f 1 | sort -u | wc -l)" \
	"who had nothing is left out"
is "$(grep -E '^[A-Z].* \([0-9]+ dag' out | wc -l)" "$(grep -c '^Tijdlijn van' out)" "with the phase in which it happened"
cp "$dossiers/2025-0070.rec" late.rec
fasen-plan --today=2026-10-30 --date=2026-09-01 -i --note='Nagekomen.' late.rec
runs 0 "recorded later" $show --since=2026-10-19 late.rec
like "$(cat out)" "^2026-09-01 .*Nagekomen" "is news too"

# Calls
runs 2 "an agenda of no days" $show -v agenda --ahead=0 "$dossiers"
runs 2 "--since for what it has no effect on" $show -v agenda --since=last-week "$dossiers"
is "$(head -1 err)" "fasen-show: --since has no effect without -v tijdlijn" "is said"
runs 2 "--ahead" $show -v lijst --ahead=3 "$dossiers"
runs 2 "--by-worker" $show --by-worker "$dossiers"
runs 2 "--team" $show -v dossier --team=noord "$dossiers"
runs 2 "no period" $show --since=gisteren "$dossiers"
runs 2 "no picture" $show -v agenda -T svg "$dossiers"
runs 2 "no handles" $show -v agenda --handles "$dossiers"

# On a terminal: in colour, never that alone.
at() {
	TERM=xterm COLUMNS=80 python3 "$TOP/tests/on_terminal.py" "$@"
}
at $show -v agenda "$dossiers" >coloured
$show -v agenda "$dossiers" >plain
like "$(cat coloured)" "$(printf '^\033\\[1mCli')" "headings stand out"
is "$(grep -c "$(printf '\033\\[31m')" coloured)" "$(grep -c 'te laat$' plain)" "and what is late"
sed 's/\x1b\[[0-9]*m//g' coloured >words
same words plain "the words are the same"
NO_COLOR=1 at $show -v agenda "$dossiers" >none
same none plain "NO_COLOR"
TERM=dumb python3 "$TOP/tests/on_terminal.py" $show -v agenda "$dossiers" >none
is "$(grep -c "$(printf '\033')" none)" 0 "a terminal that knows none"
done_testing
