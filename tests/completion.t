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
is "$(offers fasen-select fase = ui | tr "\n" " ")" "uitstroom uitvoering " "phases behind fase="
is "$(offers fasen-select 'fase!' = ev)" "evaluatie" "and behind !="
is "$(FASEN_MODEL=$TOP/samples/models/op-maat.rec offers fasen-select doelgroep = jongeren,g)" "jongeren,gezinnen" "values of an own field, more than one"
is "$(offers fasen-select toestemming.gemeente = | tr '\n' ' ')" "ja nee verlopen " "and of a consent"
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

is "$(HOME=$PWD offers fasen-plan '~/d' -c 2026-0035)" "2026-0035" "a directory under ~"
is "$(FASEN_MODEL=$TOP/samples/models/op-maat.rec offers fasen-plan --record = | head -1)" \
	"$(sed -n '/^Record: soort/,/^$/s/^Code: //p' "$TOP"/samples/models/op-maat.rec | sort | head -1)" "kinds of the model"
is "$(FASEN_MODEL=none.rec offers fasen-plan --stat)" "--status=" "options where the model cannot be read"

is "$(FASEN_DIR=$PWD/d offers fasen-plan -ic 2026-003)" "2026-0030
2026-0035
2026-0038" "an id behind several letters"
is "$(offers fasen-domains --scores = wo)" "wonen=" "a life domain in a list of scores"
is "$(offers fasen-domains --scores = wonen = 2,we)" "2,werk=" "the next one"
is "$(offers fasen-report --group = team,gem)" "team,gemeente" "an attribute in a list"
is "$(FASEN_DIR=$PWD/d offers fasen-plan -c 2026-0011 --status = bezig --doel = | tr '\n' ' ')" "d1 d2 d3 " "the goals of the client"
is "$(offers fasen-plan d/2026-0011.rec --werkpunt = d2 | tr '\n' ' ')" "d2.1 " "the actions in the file on the line"
is "$(offers fasen-plan d/2026-0011.rec --amend = d2 | tr '\n' ' ')" "d2 d2.1 " "both"
is "$(offers fasen-plan d --doel =)" "" "nothing of many clients"
offers fasen-plan --note = x -- | tr -d = >offered
ok "with a verb, its fields" grep -qx -- --doel offered
is "$(grep -cxE -- '--(wie|goal|aanwezig|leefgebied)' offered)" 0 "and nothing else"
offers fasen-plan --amend = d1.1 -- | tr -d = >offered
is "$(grep -cxE -- '--(wie|inzet|termijn|streefdatum)' offered)" 4 "of a goal and of an action"
offers fasen-domains --scores = wonen = 2 -- | tr -d = >offered
is "$(grep -cxE -- '--(schaal|zorg)' offered)" 1 "what the synopsis names beside a verb"
offers fasen-advance --reopen -- | tr -d = >offered
is "$(grep -cxE -- '--(to|close)' offered)" 1 "a verb that may stand beside another"
offers fasen-advance --to = intake -- | tr -d = >offered
is "$(grep -cxE -- '--(reopen|bestemming)' offered)" 1 "and the other"

# On a terminal: the line as it stands after Tab, and what zsh lists.
tabs() {
	_shell=$1
	shift
	python3 "$TOP/tests/tabs.py" "$_shell" "$TOP/cmd/completion.$_shell" "$@"
}
listed() {
	python3 "$TOP/tests/tabs.py" --listed zsh "$TOP/cmd/completion.zsh" "$@"
}
mkdir e && cp "$TOP"/samples/dossiers/2026-0021.rec e
for shell in bash zsh; do
	is "$(tabs $shell 'fasen-plan --sta' '=beh')" "fasen-plan --status=behaald" "$shell: an option, then its value"
	is "$(tabs $shell 'fasen-show -v li')" "fasen-show -v lijst" "$shell: a view"
	is "$(tabs $shell 'fasen sh' '--vi' '=toe')" "fasen show --view=toestemming" "$shell: of fasen"
	is "$(FASEN_DIR=$PWD/e tabs $shell 'fasen-plan -c 2026-002')" "fasen-plan -c 2026-0021" "$shell: an id"
	is "$(tabs $shell 'fasen-domains -m own.rec --domain=')" "fasen-domains -m own.rec --domain=tuin" "$shell: a code of the model on the line"
	is "$(FASEN_DIR=$PWD/e tabs $shell 'fasen-plan -ic 2026-002')" "fasen-plan -ic 2026-0021" "$shell: an id behind two letters"
	is "$(tabs $shell 'fasen-domains --scores=wo')" "fasen-domains --scores=wonen=" "$shell: a list of scores"
	is "$(tabs $shell 'fasen-domains --scores=wonen=2,we')" "fasen-domains --scores=wonen=2,werk=" "$shell: its second"
	is "$(FASEN_DIR=$PWD/d tabs $shell 'fasen-plan -c 2026-0011 --werkpunt=d2')" "fasen-plan -c 2026-0011 --werkpunt=d2.1" "$shell: an action of the client"
	is "$(tabs $shell 'fasen-plan --note=x --doe')" "fasen-plan --note=x --doel=" "$shell: a field of the verb"
	is "$(tabs $shell 'fasen-plan --note=x --aanw')" "fasen-plan --note=x --aanw" "$shell: not that of another"
	is "$(tabs $shell 'fasen-report own')" "fasen-report own.rec" "$shell: a file"
done

# Whoever may write in a directory or a dossier writes nothing on the line that a shell would run.
mkdir vreemd && cp "$TOP/samples/dossiers/2026-0021.rec" 'vreemd/zed;touch${IFS}PWNED.rec'
cp "$TOP/samples/dossiers/2026-0021.rec" 'vreemd/q$(touch${IFS}PWNED).rec'
sed 's/^Client: .*/Client: dd/' "$TOP/samples/dossiers/2026-0021.rec" >dd.rec
cat >>dd.rec <<'END'

Record: doel
Client: dd
Op: 2026-02-01
Doel: z;touch${IFS}PWNED
Leefgebied: wonen
Tekst: t

Record: werkpunt
Client: dd
Op: 2026-02-01
Werkpunt: w$(touch${IFS}PWNED)
Doel: d1
Wie: client
Tekst: t
END
cat own.rec - >vreemd.rec <<'END'

Record: veld
Bij: client
Code: team
Waarde: t$(echo>PWNED) label
END
is "$(FASEN_DIR=$PWD/vreemd offers fasen-show -c '')$(offers fasen-plan dd.rec --doel = z)$(offers fasen-plan dd.rec --werkpunt = w)" "" \
	"bash: no word that is more than one"
for shell in bash zsh; do
	like "$(FASEN_DIR=$PWD/vreemd tabs $shell 'fasen-show -c z')$(FASEN_DIR=$PWD/vreemd tabs $shell 'fasen-show -c q')" \
		'^fasen-show -c (z|zed\\;touch\\\$\\\{IFS\\\}PWNED)fasen-show -c (q|q\\\$\\\(touch\\\$\\\{IFS\\\}PWNED\\\))$' "$shell: nor on the line"
	tabs $shell 'fasen-plan dd.rec --doel=z' >>lines
	tabs $shell 'fasen-plan dd.rec --werkpunt=w' >>lines
	tabs $shell 'fasen-intake -m vreemd.rec --amend --team=' >>lines
	tabs $shell 'fasen-show vreemd/q' >>lines
done
is "$(grep -E '(^|[^\\])(;|\$)' lines)" "" "of what is read each sign of the shell is quoted"
ok "nothing is run" test ! -e PWNED
is "$(tabs zsh 'fasen-select fase=eva')" "fasen-select fase=evaluatie" "zsh: a phase behind fase="
is "$(tabs zsh 'fasen-select dagen_in')" "fasen-select dagen_in_fase" "zsh: an attribute"
is "$(tabs zsh 'fasen-select -c x fase' '=')" "fasen-select -c x fase=" "zsh: a comparison follows it"
like "$(listed 'fasen-plan --st')" '^--status +-- how a goal \(--doel\) or action \(--werkpunt\) stands' "zsh says what an option is for"
like "$(LC_ALL=C.UTF-8 LANGUAGE=nl listed 'fasen-plan --st')" '^--status +-- hoe het met --doel of' "in Dutch too"
unlike "$(listed 'fasen-plan --status=open --st')" '^--status ' "one that may stand once is not listed again"
like "$(listed 'fasen ')" '^retract +-- take back a record' "and what a command is for"
like "$(listed 'fasen-select doelen')" '^doelen.open +-- those not finished' "and an attribute"
is "$(sed -n '1s/^#compdef //p' "$TOP/cmd/completion.zsh" | tr ' ' '\n' | sort)" "$(ls "$BUILD/bin")" "zsh completes every command"
done_testing
