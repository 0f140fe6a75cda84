# SPDX-License-Identifier: ISC
# Completion of the fasen commands for bash. What there is to complete is asked of the command itself, as in
# completion.zsh: fasen-x --help=words, with the codes of the model that the line or FASEN_MODEL names.

# The files that can be a client's dossier: in FASEN_DIR and in the directories on the line.
_fasen_ids() {
	local directory file
	for directory in "$FASEN_DIR" "${COMP_WORDS[@]:1}"; do
		[[ $directory == \~/* ]] && directory=$HOME${directory#\~}
		[[ -n $directory && -d $directory ]] || continue
		for file in "${directory%/}"/*.rec; do
			file=${file##*/}
			[[ $file == '*.rec' ]] || echo "${file%.rec}"
		done
	done
}

# _fasen_offer WORDS...: those that begin as the word at hand does. They stand on the line as they are, so that one in
# which the shell might read more than a word (a file may have any name, and a dossier any text) is not offered.
_fasen_offer() {
	local word
	for word in "$@"; do
		[[ $word == *[![:alnum:]._:@%+,/=-]* ]] && continue
		if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
	done
	if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}

# The same of a list: what stands before its last comma stays.
_fasen_offer_more() {
	local before=''
	[[ $cur == *,* ]] && before=${cur%,*},
	_fasen_offer "${@/#/$before}"
}

# The goals and actions of the client on the line: in its file there or in FASEN_DIR.
_fasen_items() {
	local i client='' kinds=$1
	local -a from=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		--client) client=${COMP_WORDS[i + 1]}; [[ $client == = ]] && client=${COMP_WORDS[i + 2]} ;;
		--*) ;;
		-*c) client=${COMP_WORDS[i + 1]} ;;
		*.rec) if [[ -f ${COMP_WORDS[i]} ]]; then from+=("${COMP_WORDS[i]}"); fi ;;
		*) if [[ -d ${COMP_WORDS[i]} ]]; then from+=("${COMP_WORDS[i]}"); fi ;;
		esac
	done
	[[ -n $client || ( ${#from[@]} == 1 && -f ${from[0]} ) ]] || return 0
	"${command%-*}-plan" -T tsv ${client:+-c "$client"} "${from[@]}" 2>/dev/null </dev/null |
		while IFS=$'\t' read -r _ i client _; do
			if [[ $kinds == *"<$i>"* ]]; then echo "$client"; fi
		done
}

# The values that an attribute may have: those of the option that fills it.
_fasen_codes() {
	local name=${1%!} option values other
	case $name in
	toestemming.*) echo ja nee verlopen; return ;;
	fase) name=to ;;
	besluit) name=decide ;;
	esac
	name=${name##*.} name=${name//_/-}
	for other in advance intake domains plan; do
		FASEN_MODEL=$model LC_ALL=C "${command%-*}-$other" --help=words 2>/dev/null
	done | while IFS='|' read -r option _ values _; do
		if [[ $option == "--${name,,}" && $values != *'<'* ]]; then echo "$values"; fi
	done | head -n 1
}

_fasen_files() {
	local file
	compopt -o filenames 2>/dev/null
	while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
}

# Whether an option with such verbs goes with the one on the line.
_fasen_goes() {
	[[ -z $verb || -z $1 || $1 == '!+' || " $1" == *" $verb "* || ( $1 == '!' && -n $beside ) ]]
}

_fasen() {
	local command=${COMP_WORDS[0]} cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local option='' glued='' verb='' beside='' model=$FASEN_MODEL words name takes values verbs help i
	COMPREPLY=()
	if [[ ${command##*/} == fasen ]]; then
		if ((COMP_CWORD == 1)); then
			_fasen_offer $("$command" | sed -n 's/^  fasen \([a-z]*\)  .*/\1/p')
			return 0
		fi
		command=$command-${COMP_WORDS[1]}
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-m) model=${COMP_WORDS[i + 1]} ;;
		--model) if [[ ${COMP_WORDS[i + 1]} == = ]]; then model=${COMP_WORDS[i + 2]}; else model=${COMP_WORDS[i + 1]}; fi ;;
		--model=*) model=${COMP_WORDS[i]#*=} ;;
		esac
	done
	words=$(FASEN_MODEL=$model LC_ALL=C "$command" --help=words 2>/dev/null) || words=$(FASEN_MODEL= LC_ALL=C "$command" --help=words 2>/dev/null) || return 0
	while IFS='|' read -r name takes values verbs help; do
		[[ $verbs == !* && " ${COMP_WORDS[*]:1:COMP_CWORD-1} " == *" $name "* ]] || continue
		verb=${name#--}
		[[ $verbs == '!+' ]] && beside=yes
	done <<<"$words"

	# --option=value is three words; a value that must be there may stand behind its option too, and behind letters.
	if [[ $cur == = ]]; then
		option=$before cur='' glued='[='
	elif [[ $before == = ]]; then
		option=${COMP_WORDS[COMP_CWORD - 2]} glued='[='
		if [[ $cur == *,* && ${COMP_WORDS[COMP_CWORD - 3]} == = ]]; then option=${COMP_WORDS[COMP_CWORD - 4]}; fi
	elif [[ $before == --* ]]; then
		option=$before
	elif [[ $before == -?* ]]; then
		option=-${before: -1}
	fi
	while [[ -n $option ]] && IFS='|' read -r name takes values verbs help; do
		takes=${takes%\*}
		[[ $name == "$option" && -n $takes && ( $takes == = || $takes == "$glued" ) ]] || continue
		case $values in
		*'<files>'*) _fasen_files ;;
		*'<ids>'*) _fasen_offer $(_fasen_ids) ;;
		*'<doel>'*|*'<werkpunt>'*) _fasen_offer $(_fasen_items "$values") ;;
		*'<attributes>'*) _fasen_offer_more $("${command%-*}-select" --attributes 2>/dev/null | cut -f 1) ;;
		*=*) _fasen_offer_more $values ;;
		*) _fasen_offer $values ;;
		esac
		return 0
	done <<<"$words"
	if [[ $command == *-select && -n $glued && $option != -* ]]; then
		_fasen_offer_more $(_fasen_codes "$option")
		return 0
	fi
	if [[ $cur == -* ]]; then
		while IFS='|' read -r name takes values verbs help; do
			takes=${takes%\*}
			if [[ $name == --* ]] && _fasen_goes "$verbs"; then _fasen_offer "$name${takes#\[}"; fi
		done <<<"$words"
		if [[ ${#COMPREPLY[@]} -gt 1 ]]; then compopt +o nospace 2>/dev/null; fi
		return 0
	fi
	case $command in
	*-select) _fasen_offer $("$command" --attributes 2>/dev/null | cut -f 1) ;;
	esac
	_fasen_files
	return 0
}

complete -F _fasen fasen fasen-{intake,advance,domains,plan,pdf,report,retract,select,check,show}
