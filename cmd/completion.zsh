#compdef fasen fasen-intake fasen-advance fasen-domains fasen-plan fasen-pdf fasen-report fasen-retract fasen-select fasen-check fasen-show
# SPDX-License-Identifier: ISC
# Completion of the fasen commands for zsh, as _fasen in fpath. What there is to complete is asked of the command itself, as
# in completion.bash: fasen-x --help=words, with the codes of the model that the line or FASEN_MODEL names.

# Clients by the names of files: in FASEN_DIR and in the directories on the line.
_fasen_ids() {
	local word
	local -a ids
	for word in $FASEN_DIR ${(Q)words[2,-1]}; do
		[[ $word == \~/* ]] && word=$HOME${word#\~}
		[[ -d $word ]] && ids+=(${word%/}/*.rec(N:t:r))
	done
	_wanted clients expl client compadd -a ids
}

# What can be asked of a dossier, a comparison behind it.
_fasen_attributes() {
	local name type help
	local -a attributes
	${command%-*}-select --attributes 2>/dev/null | while IFS=$'\t' read -r name type help; do
		attributes+=("$name:$help")
	done
	_describe -t attributes attribute attributes "$@"
}

# A term: an attribute, or behind it the values that the option has that fills it; or a file.
_fasen_terms() {
	local name=${PREFIX%%[=!]*} option takes values rest other found
	if [[ $PREFIX != *=* ]]; then
		_fasen_attributes -S ""
		_files
		return
	fi
	case $name in
	toestemming.*) found='ja nee verlopen' ;;
	fase) name=to ;;
	besluit) name=decide ;;
	esac
	name=${${name##*.}//_/-}
	for other in advance intake domains plan; do
		FASEN_MODEL=$model ${command%-*}-$other --help=words 2>/dev/null
	done | while IFS='|' read -r option takes values rest; do
		[[ -z $found && $option == --${(L)name} && $values != *'<'* ]] && found=$values
	done
	compset -P '*='
	compset -P '*,'
	compadd -- ${=found}
}

# The goals and actions of the client on the line: in its file there or in FASEN_DIR.
_fasen_items() {
	local kinds=$1 client word kind id rest
	local -a from items
	for ((i = 2; i < CURRENT; i++)); do
		word=${(Q)words[i]}
		case $word in
		--client=*) client=${word#*=} ;;
		--client|-[a-z]#c) client=${(Q)words[i + 1]} ;;
		*) [[ $word == *.rec && -f $word || -d $word ]] && from+=($word) ;;
		esac
	done
	[[ -n $client || ( $#from == 1 && -f $from[1] ) ]] || return 1
	${command%-*}-plan -T tsv ${client:+-c$client} $from 2>/dev/null </dev/null | while IFS=$'\t' read -r word kind id rest; do
		[[ $kinds == *"<$kind>"* ]] && items+=($id)
	done
	_wanted items expl item compadd -a items
}

# A list of WORD=VALUE.
_fasen_pairs() {
	compset -P '*,'
	compset -P '*=' && return 1
	compadd -S '' -- ${=1}
}

_fasen_command() {
	local line
	local -a commands match mbegin mend
	for line in ${(f)"$($words[1] 2>/dev/null)"}; do
		[[ $line == (#b)'  fasen '([a-z]##)'  '( #)(*) ]] && commands+=("$match[1]:$match[3]")
	done
	_describe -t commands command commands
}

_fasen() {
	local command=${(Q)words[1]} model=$FASEN_MODEL verb beside letter line name takes values verbs help action before i
	local -a lines specs
	command=${command/#\~\//$HOME/}
	if [[ ${command:t} == fasen ]]; then
		if ((CURRENT == 2)); then
			_fasen_command
			return
		fi
		command=$command-$words[2]
		shift words
		((CURRENT--))
	fi
	for ((i = 2; i < CURRENT; i++)); do
		case $words[i] in
		-m|--model) model=${(Q)words[i + 1]} ;;
		--model=*) model=${(Q)words[i]#*=} ;;
		esac
	done
	lines=(${(f)"$(FASEN_MODEL=$model $command --help=words 2>/dev/null)"})
	if ((! $#lines)); then
		lines=(${(f)"$(FASEN_MODEL= $command --help=words 2>/dev/null)"})
	fi

	for line in $lines; do
		IFS='|' read -r name takes values verbs help <<<$line
		[[ $verbs == !* && -n ${words[(R)$name(|=*)]} && ${words[(I)$name(|=*)]} -lt $CURRENT ]] || continue
		verb=${name#--}
		[[ $verbs == '!+' ]] && beside=yes
	done

	# A letter stands before the name that it is short for. With a verb on the line only what goes with it is offered.
	for line in $lines; do
		IFS='|' read -r name takes values verbs help <<<$line
		if [[ $name != --* ]]; then
			letter=$name
			continue
		fi
		if [[ -n $verb && -n $verbs && $verbs != '!+' && " $verbs" != *" $verb "* && $name != --$verb && ! ( $verbs == '!' && -n $beside ) ]]; then
			letter=
			continue
		fi
		help=${help:+"[${help//(#m)[\[\]:\\]/\\$MATCH}]"}
		case $values in
		*'<files>'*) action=_files ;;
		*'<ids>'*) action=' _fasen_ids' ;;
		*'<doel>'*|*'<werkpunt>'*) action=" _fasen_items ${(q)values}" ;;
		*'<attributes>'*) action=' _fasen_attributes' ;;
		*=*) action=" _fasen_pairs ${(q)values}" ;;
		'') action=' ' ;;
		*)	# what stands there is evaluated: a word of a model that is more to the shell is not offered
			plain=(${${(u)=values}:#*[^[:alnum:]._@%+,/=-]*})
			action="(${(j: :)plain})"
			;;
		esac
		before=${letter:+"($letter $name)"}
		[[ $takes == *\* ]] && before='*'
		case $takes in
		'='*) specs+=(${letter:+"$before$letter+$help:${name#--}:$action"} "$before$name=$help:${name#--}:$action") ;;
		*'='*) specs+=(${letter:+"$before$letter$help"} "$before$name=-$help::${name#--}:$action") ;;
		*) specs+=(${letter:+"$before$letter$help"} "$before$name$help") ;;
		esac
		letter=
	done
	if [[ $command == *-select ]]; then
		specs+=('*:operand:_fasen_terms')
	else
		specs+=('*:dossier:_files')
	fi
	_arguments -s -S $specs
}

_fasen "$@"
