# Completion of the fasen commands for bash. What there is to complete is asked of the command itself: fasen-x --help.

# The values of an option, given as -v or --view: those that its line in --help or the synopsis names; else by what the value is called.
_fasen_values() {
	local help=$1 option=$2 short='' long='' value='' line

	line=$(grep -E -m 1 -- "^  (-., )?${option}[=[ ]|^  ${option}, " <<<"$help")
	if [[ $line =~ ^\ \ (-.),\  ]]; then short=${BASH_REMATCH[1]}; fi
	if [[ $line =~ (--[a-z0-9_-]+)\[?=([^] ]+) ]]; then long=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]%...}; fi
	[[ -n $long ]] || return 0
	case $value in
	*[A-Z]*) ;;
	*) echo "${value//|/ }" ;;
	esac
	grep -oE -- "(${short:-$long} |$long=)[a-z]+([|][a-z]+)*" <<<"${help%%$'\n\n'*}" | sed 's/^[^ =]*[ =]//; y/|/\n/' | sort -u
	case $value in
	FORMAT) echo text tsv csv json ;;
	FILE | F | DIR | KEYFILE) echo "<files>" ;;
	esac
}

_fasen() {
	local command=${COMP_WORDS[0]} cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} option='' help words

	help=$(LC_ALL=C "$command" --help 2>/dev/null) || return 0
	COMPREPLY=()
	if [[ $cur == = ]]; then
		option=$before cur=''
	elif [[ $before == = ]]; then
		option=${COMP_WORDS[COMP_CWORD - 2]}
	elif [[ $before == -? ]] && grep -qE -- "^  $before, --[a-z0-9_-]+=" <<<"$help"; then
		option=$before
	fi
	if [[ $option == -* ]]; then
		words=$(_fasen_values "$help" "$option")
		if [[ $words == *"<files>"* ]]; then
			mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		else
			mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		fi
	elif [[ $cur == -* ]]; then
		words=$(sed -nE 's/^  (-., )?(--[a-z0-9_-]+)(\[?=)?.*/\2\3/p' <<<"$help" | sed 's/\[=$//')
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
	else
		words=
		if [[ $help == *--attributes* ]]; then words=$("$command" --attributes 2>/dev/null | cut -f 1); fi
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; compgen -f -- "$cur")
	fi
	return 0
}

complete -o filenames -F _fasen fasen-{intake,advance,domains,plan,pdf,report,select,check,show}
