#!/bin/sh
# Completion for bash: options and values as --help has them.
. "$(dirname "$0")/lib.sh"
needs bash

# What bash would offer for the words, the last of which is being typed; = is a word of its own, as in bash.
offers() {
	bash -c '. "$0"; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fasen; printf "%s\n" "${COMPREPLY[@]}"' \
		"$TOP/cmd/completion.bash" "$@" | sort -u
}

for command in "$BUILD"/bin/fasen-*; do
	name=${command##*/}
	"$command" --help | grep -oE '^  (-., )?--[a-z0-9_-]+' | sed 's/.*--/--/' | sort -u >options
	offers "$name" -- | tr -d = | sort -u >offered
	same options offered "$name: every option, and nothing else"
	is "$(bash -c '. "$0"; complete -p "$1" >/dev/null && echo yes' "$TOP/cmd/completion.bash" "$name")" yes "$name is completed"
	ok "$name has a file by its name to install" test -s "$BUILD/completions/$name"
done

is "$(offers fasen-show --vi)" "--view=" "an option that takes a value ends in ="
is "$(offers fasen-show --ver)" "--version" "one that takes none does not"
is "$(offers fasen-show -v '' | tr '\n' ' ')" "dossier lijst reiskaart tijdlijn " "views after a letter"
is "$(offers fasen-show --view = l)" "lijst" "views after ="
is "$(offers fasen-show --lang = | tr '\n' ' ')" "en nl " "languages"
is "$(offers fasen-show --without =)" "netwerk" "the only value"
is "$(offers fasen-show -T s)" "svg" "formats"
is "$(offers fasen-advance --format = t | tr '\n' ' ')" "text tsv " "formats of all"
touch model.rec my.rec
is "$(offers fasen-show -m mo)" "model.rec" "a file where one is asked"
is "$(offers fasen-show my)" "my.rec" "and as operand"
is "$(offers fasen-select dagen_in)" "dagen_in_fase" "attributes of fasen-select"
is "$(offers fasen-show --today = 2)" "" "nothing for a date"
done_testing
