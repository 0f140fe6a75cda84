#!/bin/sh
# SPDX-License-Identifier: ISC
# Completion: options, and the values that an option can have by schema, model and directory. In bash by its words, and
# in a real bash and a real zsh on a terminal.
. "$(dirname "$0")/lib.sh"
needs bash zsh python3

# What bash would offer for the words, the last of which is being typed; = is a word of its own, as in bash.
offers() {
	bash -c '. "$0"; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fasen; printf "%s\n" "${COMPREPLY[@]}"' \
		"$TOP/cmd/completion.bash" "$@" | sort -u
}

for command in "$BUILD"/bin/fasen-*; do
	name=${command##*/}
	"$command" --help=all | grep -oE '^  (-., )?--[a-z0-9_-]+' | sed 's/.*--/--/' | sort -u >options
	offers "$name" -- | tr -d = | sort -u >offered
	same options offered "$name: every option, and nothing else"
	is "$(bash -c '. "$0"; complete -p "$1" >/dev/null && echo yes' "$TOP/cmd/completion.bash" "$name")" yes "$name is completed"
	ok "$name has a file by its name to install" test -s "$BUILD/completions/$name"
done
ok "fasen too" test -s "$BUILD/completions/fasen"

is "$(offers fasen-show --vi)" "--view=" "an option that takes a value ends in ="
is "$(offers fasen-show --ver)" "--version" "one that takes none does not"
is "$(offers fasen-show -v '' | tr '\n' ' ')" "agenda dossier krachten lijst netwerk reiskaart tijdlijn toestemming " "views after a letter"
is "$(offers fasen-show --view = l)" "lijst" "views after ="
is "$(offers fasen-show --view l)" "lijst" "and behind the option"
is "$(offers fasen-show --lang = | tr '\n' ' ')" "en nl " "languages"
is "$(offers fasen-show --without =)" "netwerk" "the only value"
is "$(offers fasen-show -T s)" "svg" "formats"
is "$(offers fasen-advance --format = t | tr '\n' ' ')" "text tsv " "formats of all"
like "$(offers fasen-report -v k)" '^kwaliteit$' "views of the report"
touch model.rec my.rec
is "$(offers fasen-show -m mo)" "model.rec" "a file where one is asked"
is "$(offers fasen-show my)" "my.rec" "and as operand"
is "$(offers fasen-select dagen_in)" "dagen_in_fase" "attributes of fasen-select"
is "$(offers fasen-show --today = 2)" "" "nothing for a date"

# Codes: of the schema, and of the model in force.
is "$(offers fasen-plan --status = b | tr '\n' ' ')" "behaald bezig " "states of a goal"
is "$(offers fasen-plan --agree = pl)" "plan" "what is agreed on"
is "$(offers fasen-plan --goal = x --leefgebied = wo)" "wonen" "domains of the model"
is "$(offers fasen-advance --to = an)" "analyse" "phases"
is "$(offers fasen-advance --close = verh)" "verhuisd" "reasons to close"
cat >own.rec <<'END'
Record: model
Naam: Eigen

Record: fase
Code: begin
Naam: Begin

Record: leefgebied
Code: tuin
Naam: Tuin

Record: uitstroomreden
Code: klaar
Naam: Klaar

Record: schaal
Code: s
Naam: S
Min: 1
Max: 5
END
is "$(offers fasen-domains -m own.rec --domain = t)" "tuin" "of the model on the line"
is "$(FASEN_MODEL=own.rec offers fasen-domains --domain = t)" "tuin" "and of FASEN_MODEL"
is "$(offers fasen-advance --ask x)" "" "what may be left out stands behind = only"

# Ids of a directory.
mkdir d && cp "$TOP"/samples/dossiers/2026-00[13]*.rec d
is "$(FASEN_DIR=$PWD/d offers fasen-plan -c 2026-001 | tr '\n' ' ')" "2026-0011 2026-0018 " "ids in FASEN_DIR"
is "$(offers fasen-plan d -c 2026-0035)" "2026-0035" "ids in a directory on the line"
is "$(offers fasen pl)" "plan" "commands of fasen"
is "$(offers fasen plan --status = g)" "gestopt" "and what they take"

# On a terminal: the line as it stands after Tab.
is "$(python3 "$TOP/tests/tabs.py" bash "$TOP/cmd/completion.bash" 'fasen-plan --sta' '=beh')" "fasen-plan --status=behaald" "bash: an option, then its value"
is "$(python3 "$TOP/tests/tabs.py" zsh "$TOP/cmd/completion.bash" 'fasen-plan --sta' '=beh')" "fasen-plan --status=behaald" "zsh: the same"
is "$(python3 "$TOP/tests/tabs.py" bash "$TOP/cmd/completion.bash" 'fasen-show -v li')" "fasen-show -v lijst" "bash: a view"
is "$(python3 "$TOP/tests/tabs.py" zsh "$TOP/cmd/completion.bash" 'fasen-show -v li')" "fasen-show -v lijst" "zsh: the same"
done_testing
