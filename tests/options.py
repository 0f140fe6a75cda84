# SPDX-License-Identifier: ISC
"""options.py BIN: tries every option of every command, as --help lists them. A line for each trial: what was tried, a
tab, and what is wrong, empty when nothing is."""
import os
import re
import subprocess
import sys

BIN = sys.argv[1]
EVERYWHERE = "today by lang model".split()
DATES = "today date known from to geboren aangemeld"
VALUES = {
    "fasen-advance --to": "intake", "fasen-report --view": "doorstroom", "fasen-show --view": "dossier",
    "fasen-plan --besluit": "voortzetten", "fasen-plan --soort": "tussentijds",
    "lang": "nl", "wait": "5", "ahead": "14", "date-format": "dmy",
    "delimiter": ";", "encoding": "CP1252", "without": "netwerk", "period": "2026", "min-cell": "10", "group": "Team",
    "format": "tsv", "model": os.environ["FASEN_MODEL"], "files0-from": "list.0", "pseudonym": "key.bin",
    "client": "a", "directory": ".", "known-in": ".", "map": "X=Team", "map-file": "a.map", "output": "x.tsv",
    "doel": "d1", "onder": "d1", "amend": "d1", "werkpunt": "d1.1", "akkoord": "ja", "besluit": "geplaatst",
    "vraag": "wonen", "leefgebied": "wonen", "domain": "wonen", "scores": "wonen=2", "termijn": "kort", "stand": "open",
    "status": "open", "soort": "talent", "schaal": "zelfredzaamheid", "waarop": "plan", "agree": "plan",
    "refuse": "plan", "evaluate": "voortzetten", "decide": "geplaatst", "close": "verhuisd", "wie": "client",
    "bsn": "111222333", "fill": "note.rec", **{name: "2026-01-05" for name in DATES.split()},
}
INPUT = "client files0-from"
ADDS = INPUT + " in-place dry-run date"
CSV = "known-in map map-file delimiter encoding date-format rejects report quiet files0-from dry-run date"
REPORT = INPUT + " period known output group"

# What has an effect in which call: options (@KIND: the fields of that kind, but for those with a dash in front); the
# call; its standard input if not a dossier. Other options are refused, and so is a new one until it stands here.
CALLS = [
    (ADDS + " to reden streefdatum close reopen check ask form fill", "fasen-advance"),
    (ADDS + " to streefdatum override reopen", "fasen-advance --reden=x"),
    (ADDS + " to reden streefdatum", "fasen-advance --reopen"),
    (ADDS + " @uitstroom", "fasen-advance --close=verhuisd"),
    (ADDS, "fasen-advance --fill=end.rec"),
    (INPUT, "fasen-advance --form"),
    (INPUT + " known format", "fasen-advance --check"),
    (INPUT + " format", "fasen-advance --ask"),
    ("format", "fasen-advance --ask=planning"),
    ("dry-run date wait doel", "fasen-plan --note=x -i --all a.rec"),
    ("in-place client date doel", "fasen-plan --note=x -n a.rec"),
    (INPUT + " format", "fasen-check"),
    ("base git output", "fasen-check --join a.rec a.rec"),
    ("base git wait", "fasen-check --join a.rec a.rec -o y.rec"),
    ("files0-from scores network person ask form fill format", "fasen-domains"),
    (ADDS + " schaal situatie wens zorg", "fasen-domains --domain=wonen --score=2"),
    (ADDS + " schaal", "fasen-domains --scores=wonen=2"),
    (ADDS + " @kracht -tekst", "fasen-domains --strength=x --leefgebied=wonen --soort=talent"),
    (ADDS + " @netwerk -naam", "fasen-domains --network=x --relatie=y"),
    (ADDS, "fasen-domains --fill=domain.rec"),
    (INPUT, "fasen-domains --form"),
    (INPUT + " known ask handles", "fasen-domains -T tsv"),
    (INPUT + " known", "fasen-domains -T svg"),
    (INPUT + " known", "fasen-domains --person -T html"),
    ("format", "fasen-domains --ask"),
    ("directory id-prefix preview template-map " + CSV, "fasen-intake --csv", "a.csv"),
    ("id-prefix update wait " + CSV, "fasen-intake --csv -d .", "a.csv"),
    ("directory id id-prefix known-in dry-run date amend @client", "fasen-intake --naam=X --hulpvraag=Y"),
    ("directory known-in dry-run @client", "fasen-intake --naam=X --hulpvraag=Y --id=b --aangemeld=2026-01-05"),
    (ADDS + " @client", "fasen-intake --amend --team=t"),
    (ADDS + " @intake -besluit", "fasen-intake --decide=geplaatst"),
    (ADDS + " @indicatie", "fasen-intake --indication --product=x --van=2026-01-05"),
    (ADDS + " @akkoord -waarop -akkoord", "fasen-intake --agree=intake --wie=client"),
    (ADDS + " @akkoord -waarop -akkoord", "fasen-intake --refuse=intake --wie=client"),
    (ADDS, "fasen-intake --fill=decision.rec"),
    ("client in-place directory id id-prefix known-in dry-run date", "fasen-intake --fill=new.rec"),
    (INPUT, "fasen-intake --form"),
    ("delimiter", "fasen-intake --template"),
    ("files0-from csv template form decide fill directory id id-prefix known-in @client", "fasen-intake"),
    ("files0-from note form fill format", "fasen-plan"),
    (ADDS + " @doel -tekst", "fasen-plan --goal=x --leefgebied=wonen"),
    (ADDS + " @werkpunt -tekst", "fasen-plan --action=x --doel=d1 --wie=client"),
    (ADDS + " @stand -stand -werkpunt", "fasen-plan --status=open --doel=d1"),
    (ADDS + " @doel @werkpunt -werkpunt", "fasen-plan --amend=d1 --streefdatum=2199-01-05"),
    (ADDS + " @akkoord -waarop -akkoord", "fasen-plan --agree=plan --wie=client"),
    (ADDS + " @akkoord -waarop -akkoord", "fasen-plan --refuse=plan --wie=client"),
    (ADDS + " @evaluatie -besluit", "fasen-plan --evaluate=voortzetten --soort=tussentijds"),
    (ADDS + " @notitie -tekst", "fasen-plan --note=x"),
    (ADDS, "fasen-plan --fill=note.rec"),
    (INPUT, "fasen-plan --form"),
    (INPUT + " known handles", "fasen-plan -T tsv"),
    (INPUT + " known with-text", "fasen-plan -T ics"),
    (REPORT + " format from to view min-cell partial merge", "fasen-report"),
    (REPORT.replace("period", "to") + " format view min-cell partial", "fasen-report --from=2026-01-01"),
    (REPORT + " from to format view min-cell partial", "fasen-report --group=Naam --names"),
    (REPORT + " from to view pseudonym", "fasen-report -T trace"),
    (REPORT + " from to format view names pseudonym", "fasen-report -v clienten"),
    (REPORT + " from to merge", "fasen-report --partial"),
    ("files0-from output format view min-cell partial", "fasen-report --merge", "a.part"),
    (INPUT + " known invert files count", "fasen-select team=x"),
    (INPUT + " known invert null", "fasen-select -l team=x"),
    (INPUT + " known invert", "fasen-select --count team=x"),
    ("", "fasen-select --attributes"),
    (INPUT + " known view format handles since team begeleider", "fasen-show"),
    (INPUT + " known ahead by-worker team begeleider format", "fasen-show -v agenda"),
    (INPUT + " without handles", "fasen-show -v dossier"),
    (INPUT + " known", "fasen-show -T svg"),
    (ADDS, "fasen-retract --last --reden=x"),
]


class Option:
    def __init__(self, command, letter, name, kind, text):
        self.name, self.letter = name, letter
        self.repeats = text.startswith("...") or "may be repeated" in text
        other = {"=DATE": "2199-01-05", "=N": "1"}.get(kind, "x")
        value = VALUES.get(f"{command} --{name}", VALUES.get(name, other))
        self.word = f"--{name}={value}" if kind.startswith("=") else f"--{name}"
        self.shown = letter or "--" + name

    def given(self, words):
        return any(re.split("=", word)[0] in (self.letter, "--" + self.name) for word in words)


def run(words, stdin):
    with open(stdin, "rb") as source:
        done = subprocess.run([f"{BIN}/{words[0]}"] + words[1:], stdin=source, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def options(command):
    """The options of a command by name, and the names of the fields of each kind."""
    every, kinds, kind = {}, {}, None
    text = re.sub(r"\n {20,}", " ", run([command, "--help=all"], os.devnull)[1].decode())
    for line in text.splitlines():
        head = re.match(r"Fields of (\w+)", line)
        found = re.match(r"  (?:(-.), )?--([a-z0-9_-]+)(\[?=[^ .]*|)(.*)", line)
        if head:
            kind = kinds.setdefault(head.group(1), [])
        elif found and found.group(2) not in ("help", "version"):
            letter, name, value, text = found.groups()
            option = Option(command, letter, name, value, text)
            if kind is not None:
                kind.append(name)
            if name not in every or option.repeats:
                every[name] = option
        elif not line:
            kind = None
    return every, kinds


def twice(command, option):
    status, out, err = run([command, option.word, option.word, "a.rec"], os.devnull)
    if status == 2 and not out and err.startswith(f"{command}: {option.shown} is given twice; expected once\n"):
        return ""
    if status == 2 and not out and err.startswith(f"{command}: --{option.name} is given twice; expected once\n"):
        return ""
    return f"{option.word}: exit {status}, {err.splitlines()[:1]}"


def effective_names(names, kinds):
    found = set(EVERYWHERE)
    for name in names.split():
        if name[0] == "@":
            found.update(kinds[name[1:]])
        elif name[0] == "-":
            found.discard(name[1:])
        else:
            found.add(name)
    return found


def effect(effective, words, option, stdin):
    with open("a.rec", "wb") as dossier:
        dossier.write(DOSSIER)
    operand = ["a.rec"] if option.name == "in-place" and "a.rec" not in words else []
    status, out, err = run([words[0], option.word] + words[1:] + operand, stdin)
    refused = status == 2 and not out and "\nTry \"" in err
    if refused == (option.name not in effective):
        return ""
    return f"{option.word}: exit {status}, {err.splitlines()[:1]}"


with open("a.rec", "rb") as dossier:
    DOSSIER = dossier.read()
COMMANDS = {command: options(command) for command in sorted(os.listdir(BIN)) if command.startswith("fasen-")}
for name, (every, kinds) in COMMANDS.items():
    wrong = [twice(name, option) for option in every.values() if not option.repeats]
    print(f"{name}: an option given twice\t{'; '.join(filter(None, wrong))}")
for names, call, *stdin in CALLS:
    words = call.split()
    every, kinds = COMMANDS[words[0]]
    effective = effective_names(names, kinds)
    wrong = [effect(effective, words, option, (stdin + ["a.rec"])[0])
        for option in every.values() if not option.given(words)]
    print(f"{call}: each option has an effect or is refused\t{'; '.join(filter(None, wrong))}")
