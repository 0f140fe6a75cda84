#!/bin/sh
# SPDX-License-Identifier: ISC
# The house itself: what tests/house.py counts of it stays as it is said here.
. "$(dirname "$0")/lib.sh"
needs python3 git

count() {
	python3 "$TOP/tests/house.py" -v "$@"
}

is "$(count wide)" "wide 0" "no line of C is wider than a hundred columns"
is "$(count circles)" "circles 0" "no two modules include each other, in however long a chain"
# Of the strings that are also a name none means it, save Formaat: it is in no kind but client, and no option.
cat >stay <<'EOF'
cmd/document_out.c "model"			the model that is compiled in, in a message
cmd/fasen-advance/show.c "doel"			what a row of --ask is: a purpose
cmd/fasen-advance/show.c "vraag"		or a question
cmd/fasen-intake/rule.c "nul"			a byte NUL
cmd/fasen-plan/signals.c "client"		words of a sentence that a goal may begin with
cmd/fasen-plan/signals.c "clienten"
cmd/fasen-plan/signals.c "niets"
cmd/fasen-report/chart.c "start"		SVG: where a text is anchored
cmd/fasen-report/overview_paper.c "start"	so
common/base/utf8.c "n"				the letter
common/figures/partial_read.c "model"		what a line of a partial report begins with
common/figures/partial_read.c "periode"
common/figures/partial_read.c "veld"
common/format/tongue.c "ja"			the language Japanese
common/method/attribute_table.c "leeftijdsgroep"	the names of attributes themselves
common/method/attribute_table.c "signalen"
common/method/attribute_table.c "toestemming"
common/method/schema.c "Formaat"
common/method/sharing.c "ja"			how the sharing of data stands
common/method/sharing.c "nee"
common/method/taken_word.c "client"		an option of a command
common/method/taken_word.c "lang"
common/method/taken_word.c "model"
common/paper/network.c "start"		SVG
common/paper/plan_calendar.c "nazorg"		what kind of event has the UID
common/paper/web_names.c "start"		SVG
EOF
is "$(count literals | sed '1d; s/:[0-9]*:/ /; s/  / /' | sort -u)" "$(sed 's/	.*//' stay)" \
	"no string in C names a kind, field, code, measure or column"

is "$(cd "$TOP" && find cmd common tests man samples/cron samples/git Makefile -type f \( -name '*.[ch157t]' -o -name '*.def' -o -name '*.py' -o -name Makefile \
	-o -path 'samples/*' ! -name crontab ! -name settings ! -name gitattributes \) -exec grep -L 'SPDX-License-Identifier: ISC' {} +)" "" \
	"every source names its licence"
done_testing
