# SPDX-License-Identifier: ISC
"""Every command as it is called, each view and format: what faults, memory and outputs are tried on.

A call is a line of words and, behind <, its standard input; it runs in a directory that begin() fills with invented
clients, in whose private fields stands the word that no message may hold (CANARY).

calls.py BUILD [CALL]	each call (that holds the text CALL) with its exit, bytes on standard output and lines on standard
			error, and the files it makes
calls.py BUILD under [WORD...]	each call but of fasen-pdf behind the words (valgrind ...): it exits with 0, 1 or 2, as a program
			does in which a sanitizer finds nothing; prints how many, and what ended otherwise
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

CANARY = re.compile(rb"kanarie|123456782|1975-04-04|0612345678", re.I)
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HANGS = 1000     # in place of an exit
DAY = "--today=2026-11-01"

CALLS = """
fasen
fasen plan --help
fasen-plan --help=all
fasen-plan --version
fasen-intake --naam=Kanarie --hulpvraag=Kanarie --vraag=wonen --vraag=werk --id=n-1
fasen-intake --naam=Kanarie --hulpvraag=Kanarie --vraag=wonen --vraag=werk -d d
fasen-intake --csv --map-file=a.map rows.csv
fasen-intake --csv --map-file=a.map -d d --rejects=r.csv --report=r.tsv rows.csv
fasen-intake --csv --map-file=a.map -d d --update rows.csv
fasen-intake --csv --map-file=a.map --known-in=d --encoding=CP1252 -n <rows.csv
fasen-intake --csv --map-file=a.map -d d --rejects=r.csv --encoding=CP1252 excel.csv
fasen-intake --csv --preview --map-file=a.map rows.csv
fasen-intake --csv --template-map rows.csv
fasen-intake --template
fasen-intake --amend --team=zuid a.rec
fasen-intake --amend --team=zuid -i a.rec
fasen-intake --amend --team=zuid -i --all d
fasen-intake --decide=geplaatst --reden=Kanarie a.rec
fasen-intake --agree=intake --wie=client --afspraak=Kanarie a.rec
fasen-intake --refuse=delen --wie=client --met=Kanarie a.rec
fasen-intake --indication --product=begeleiding --van=2026-01-01 --toewijzing=Kanarie -i a.rec
fasen-intake --form
fasen-intake --form=client a.rec
fasen-intake --form -T html a.rec
fasen-intake --form -T pdf a.rec
fasen-intake --fill=new.form -d d
fasen-intake --amend --team=oost --files0-from=list.0
fasen-domains --domain=wonen --score=3 --situatie=Kanarie a.rec
fasen-domains --scores=wonen=3,werk=4 -i a.rec
fasen-domains --strength=Kanarie --leefgebied=werk --soort=kennis a.rec
fasen-domains --network=Kanarie --relatie=zus --geeft=Kanarie a.rec
fasen-domains --ask
fasen-domains --ask=wonen -T json
fasen-domains --form a.rec
fasen-domains --form -T html a.rec
fasen-domains --fill=domain.form -i a.rec
fasen-domains -T text d
fasen-domains -T tsv --handles a.rec
fasen-domains -T csv <a.rec
fasen-domains -T json a.rec
fasen-domains -T svg a.rec
fasen-domains -T html a.rec
fasen-domains -T pdf a.rec
fasen-domains --person a.rec
fasen-domains --person -T html a.rec
fasen-domains --person -T ms a.rec
fasen-domains --person -T pdf a.rec
fasen-plan a.rec
fasen-plan <a.rec
fasen-plan d
fasen-plan --goal=Kanarie --leefgebied=werk -i a.rec
fasen-plan --action=Kanarie --doel=d1 --wie=client a.rec
fasen-plan --status=behaald --doel=d1 -n a.rec
fasen-plan --amend=d1 --streefdatum=2027-01-01 -i a.rec
fasen-plan --agree=plan --wie=client -i --all d
fasen-plan --evaluate=voortzetten --soort=tussentijds --toelichting=Kanarie a.rec
fasen-plan --note=Kanarie a.rec
fasen-plan --note=Kanarie -i a.rec
fasen-plan --note=Kanarie -i -c 2026-0018 d
fasen-plan --record=medicatie --naam=Kanarie -m own.rec a.rec
fasen-plan --form a.rec
fasen-plan --form=doel a.rec
fasen-plan --form=evaluatie -T html a.rec
fasen-plan --fill=note.form a.rec
fasen-plan --fill=note.form -i a.rec
fasen-plan --fill=- -i a.rec <note.form
fasen-plan -T text a.rec
fasen-plan -T text -m logo.rec a.rec
fasen-plan -T html -m logo.rec a.rec
fasen-plan -T ms a.rec
fasen-plan -T pdf a.rec
fasen-plan -T tsv d
fasen-plan -T csv a.rec
fasen-plan -T json a.rec
fasen-plan -T ics d
fasen-plan -T ics --with-text a.rec
fasen-advance a.rec
fasen-advance -i --all d
fasen-advance --to=planning --reden=Kanarie a.rec
fasen-advance --to=evaluatie --override --reden=Kanarie -i a.rec
fasen-advance --check d
fasen-advance --check -T tsv d
fasen-advance --check -T csv d
fasen-advance --check -T json d
fasen-advance --ask a.rec
fasen-advance --ask=planning -T json
fasen-advance --close=verhuisd --toelichting=Kanarie -i a.rec
fasen-advance --reopen d/2026-0018.rec
fasen-advance --form a.rec
fasen-advance --fill=end.form -i a.rec
fasen-retract --last --reden=Kanarie a.rec
fasen-retract --last --reden=Kanarie -i a.rec
fasen-select team=centrum d
fasen-select -x team=centrum d
fasen-select -l -0 team=centrum d
fasen-select --count fase=uitvoering d
fasen-select --attributes
fasen-select score.wonen<3 <a.rec
fasen-check a.rec
fasen-check d bad.rec
fasen-check -T tsv d bad.rec
fasen-check -T csv bad.rec
fasen-check -T json bad.rec
fasen-check --join one.rec two.rec
fasen-check --join --base=a.rec one.rec two.rec
fasen-check --join --base=a.rec -o one.rec one.rec two.rec
fasen-check --join -o out.rec one.rec two.rec
fasen-check --join --base=a.rec --git=d/x.rec -o one.rec one.rec three.rec
fasen-check --unite --phases-of=A --same-person d/2026-0018.rec d/2026-0042.rec
fasen-check --unite --phases-of=A --same-person -o out.rec d/2026-0018.rec d/2026-0042.rec
fasen-show a.rec
fasen-show -T html a.rec
fasen-show -T ms a.rec
fasen-show -T pdf a.rec
fasen-show -T tsv --handles d
fasen-show -T csv a.rec
fasen-show -T json d
fasen-show -v tijdlijn d
fasen-show -v lijst d
fasen-show -v lijst -T tsv d
fasen-show -v lijst -T csv d
fasen-show -v lijst -T json d
fasen-show -v lijst -T html d
fasen-show -v lijst -T pdf d
fasen-show -v dossier a.rec
fasen-show -v dossier --without=netwerk -T html a.rec
fasen-show -v dossier -T ms a.rec
fasen-show -v dossier -T pdf a.rec
fasen-show -v reiskaart -T svg a.rec
fasen-show -v reiskaart -T html d
fasen-show -v reiskaart -T text a.rec
fasen-show -v reiskaart -T ms a.rec
fasen-show -v reiskaart -T pdf a.rec
fasen-show -v netwerk -T svg a.rec
fasen-show -v netwerk -T html a.rec
fasen-show -v netwerk -T pdf a.rec
fasen-show -v toestemming d
fasen-show -v toestemming -T tsv d
fasen-show -v toestemming -T json d
fasen-pdf --help
fasen-pdf --version
fasen-pdf <document
fasen-report d
fasen-report -v doorstroom -T tsv --period=2026 <a.rec
fasen-report -v signalen d
fasen-report -v clienten -T json d
fasen-report --names -v clienten -T csv d
fasen-report -T tsv --group=team --period=2025 --period=2026 d
fasen-report -T csv --pseudonym=key.bin -v clienten d
fasen-report -T json d
fasen-report -T html d
fasen-report -T xlsx d
fasen-report -T trace d
fasen-report -T trace -o out.trace d
fasen-report -o out.txt -T text d
fasen-report -o out.tsv d
fasen-report -o out.csv d
fasen-report -o out.json d
fasen-report -o out.html d
fasen-report -o out.xlsx --names d
fasen-report --min-cell=5 --period=2025 -T tsv d
fasen-report --partial --period=2026 d
fasen-report --partial --period=2026 -o out.part d
fasen-report --merge -T tsv one.part two.part
fasen-report --merge -T xlsx -o out.xlsx one.part two.part
fasen-report -T tsv -c 2026-0018 d bad.rec
"""


class Call:
    def __init__(self, line):
        self.line = line
        words, _, self.input = line.partition(" <")
        self.words = [*words.split(), *[DAY] * (not re.search(r"--help|--version|^fasen$|^fasen-pdf", words))]

    def __str__(self):
        return self.line


def calls(chosen=""):
    """Those whose line holds the text, in order."""
    return [Call(line) for line in CALLS.split("\n") if line and chosen in line]


def private(text):
    """A dossier with the word in front of every value that is a private text."""
    names = (b"Naam Roepnaam Hulpvraag Contact Vertegenwoordiger Situatie Wens Zorg Nvt Tekst Afspraak Kracht "
             b"Geeft Krijgt Relatie Opmerking Toelichting Overdracht Bestemming Waarvoor Aanwezig Inzet").split()
    return re.sub(rb"(?m)^(%s): " % b"|".join(names), rb"\1: Kanarie ", text)


def environment(build):
    names = {name: value for name, value in os.environ.items() if not re.match("FASEN|LC_|LANG", name)}
    return {**names, "LC_ALL": "C.UTF-8", "TZ": "UTC0", "FASEN_BY": "tester", "HOME": os.getcwd(),
            "PATH": os.path.abspath(build) + "/bin:" + os.environ["PATH"]}


def make(at, build):
    """Fills the directory with what the calls read."""
    def sample(name):
        with open(f"{TOP}/samples/dossiers/{name}.rec", "rb") as f:
            return private(f.read())

    def put(name, data):
        with open(os.path.join(at, name), "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())

    def made(*words, data=None):
        return subprocess.run(words, input=data, stdout=subprocess.PIPE, check=True, cwd=at,
                              env=environment(build)).stdout

    os.makedirs(os.path.join(at, "d"))
    a = sample("2024-0033")
    a = a[:a.index(b"# Tweede incident")].replace(b"Vorm: ambulant\n", b"Vorm: ambulant\nBSN: 123456782\n"
        b"Contact: 0612345678, Kanarie\nOnbekend: Kanarie\n")
    a += (b"Record: netwerk\nClient: 2024-0033\nOp: 2025-02-01\nNaam: Kanarie Vogel\nRelatie: zus\nGeeft: Kanarie\n\n"
          b"Record: akkoord\nClient: 2024-0033\nOp: 2025-02-02\nWie: client\nWaarop: delen\nMet: Kanarie\n"
          b"Waarvoor: Kanarie\nAkkoord: ja\n\n")
    put("a.rec", a)
    put("d/2024-0033.rec", a)
    put("d/2026-0018.rec", sample("2026-0018"))
    put("d/2026-0042.rec", sample("2026-0042"))
    note = "Record: notitie\nClient: 2024-0033\nOp: 2025-05-0%d\nTekst: Kanarie\n\n"
    put("one.rec", a + (note % 1).encode())
    put("two.rec", a + (note % 2).encode())
    put("three.rec", a.replace(b"Tekst: Kanarie De gang", b"Tekst: Kanarie De hele gang"))
    put("bad.rec", "Record: client\nClient: 2026-0999\nNaam: Kanarie\nAangemeld: 2026-05-01\nHulpvraag: Kanarie\n\n"
        "Record: notitie\nClient: 2026-0999\nOp: Kanarie morgen\nTekst: Kanarie\n\n"
        "Record: client\nClient: 2026-0998\nNaam: Kanarie\nAangemeld: 2026-05-01\nHulpvraag: Kanarie\n"
        "Vraag: Kanarie\nBSN: 123456782\n\nKanarie zonder veld\n\n")
    put("rows.csv", "Nr;Naam;Hulpvraag;Vraag;Team;Geboren\n1;Kanarie Een;Kanarie;wonen;noord;1975-04-04\n"
        "2;Kanarie Twee;Kanarie;werk;zuid;\n3;Kanarie Drie;Kanarie;Kanarie zit thuis;oost;\n4;Kanarie;\"Kanarie\nKanarie\";wonen;;\n")
    put("excel.csv", "Nr;Naam;Hulpvraag;Vraag;Team\r\n1;Kanari\xebe;Kanarie;thuis;noord\r\n2;Kanari\xebe;Kanarie;wonen;zuid\r\n".encode("latin-1"))
    put("a.map", "Nr=Extern\n=Gemeente: Utrecht\nTeam=Team eenmalig\n")
    put("new.form", "Record: client\nNaam: Kanarie\nHulpvraag: Kanarie\nVraag: wonen\nVraag: werk\n\n")
    put("note.form", "Record: notitie\nClient: 2024-0033\nOp: 2026-10-30\nTekst: Kanarie\n\n")
    put("domain.form", "Record: leefgebied\nClient: 2024-0033\nOp: 2026-10-30\nLeefgebied: wonen\nScore: 4\nWens: Kanarie\n\n")
    put("end.form", "Record: uitstroom\nClient: 2024-0033\nOp: 2026-10-30\nReden: verhuisd\nToelichting: Kanarie\n\n")
    put("list.0", "a.rec\0d/2026-0018.rec\0")
    put("key.bin", bytes(range(64)))
    with open(TOP + "/samples/model.rec", encoding="utf-8") as f:
        model = f.read()
    put("own.rec", model + "\nRecord: soort\nCode: medicatie\nNaam: Medicatie\n\nRecord: veld\nBij: medicatie\nCode: naam\n"
        "Naam: Middel\nType: tekst\n\n")
    put("logo.png", bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a49444154789c"
                                  "636000000002000148afa4710000000049454e44ae426082"))
    put("logo.rec", model.replace("Record: model\n", "Record: model\nOrganisatie: Voorbeeld\nLogo: logo.png\n", 1))
    put("one.part", made("fasen-report", DAY, "--partial", "--period=2026", "a.rec"))
    put("two.part", made("fasen-report", DAY, "--partial", "--period=2026", "d/2026-0018.rec"))
    # What fasen-plan gives fasen-pdf.
    put("fasen-pdf", "#!/bin/sh\ncat >document\n")
    os.chmod(os.path.join(at, "fasen-pdf"), 0o700)
    shutil.copy(os.path.abspath(build) + "/bin/fasen-plan", os.path.join(at, "fasen-plan"))
    made("./fasen-plan", DAY, "-T", "pdf", "a.rec")
    os.remove(os.path.join(at, "fasen-pdf"))
    os.remove(os.path.join(at, "fasen-plan"))
    for path in glob.glob(at + "/**/*", recursive=True):
        os.chmod(path, 0o700 if os.path.isdir(path) else 0o600)


def files(at):
    """What stands in the directory: path to bytes, or to what else it is."""
    found = {}
    for folder, names, leaves in os.walk(at):
        for name in names:
            found[os.path.relpath(os.path.join(folder, name), at)] = b"directory"
        for name in leaves:
            path = os.path.join(folder, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, at)] = f.read()
    return found


class Place:
    """A directory for runs, as it was at the beginning of each."""

    def __init__(self, build, clean=None):
        self.build = os.path.abspath(build)
        self.folder = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.clean, self.at = clean or self.folder.name + "/clean", self.folder.name + "/at"
        os.umask(0o077)
        if clean is None:
            make(self.clean, build)
        self.before = files(self.clean)
        self.environment = {**environment(build), "HOME": self.folder.name}
        shutil.copytree(self.clean, self.at)

    def reset(self):
        """Puts back what a run changed."""
        now = files(self.at)
        if now != self.before:
            shutil.rmtree(self.at)
            shutil.copytree(self.clean, self.at)

    def run(self, call, around=(), more=None, fresh=False, **how):
        """Runs it behind the words of `around`: exit (minus the signal), standard output, standard error, files changed."""
        if not fresh:
            self.reset()
        with open(os.path.join(self.at, call.input or "/dev/null"), "rb") as source:
            given = {"stdin": source, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "check": False,
                     "cwd": self.at, "env": {**self.environment, **(more or {})}, "timeout": 30, **how}
            try:
                done = subprocess.run([*around, *call.words], **given)
            except subprocess.TimeoutExpired:
                return HANGS, b"", b"", {}
        if done.stdout and done.stdout.startswith(b"%PDF"):
            done.stdout = re.sub(rb"/CreationDate \(.*\)", b"", done.stdout)
        now = files(self.at)
        changed = {path: now.get(path) for path in {*now, *self.before} if now.get(path) != self.before.get(path)}
        return done.returncode, done.stdout, done.stderr, changed


def under(build, words):
    place, tries, wrong = Place(build), 0, 0
    for call in calls():
        if call.words[0] == "fasen-pdf" or "-T pdf" in call.line:
            continue
        status, _, err, _ = place.run(call, words, timeout=300, more={
            "ASAN_OPTIONS": "exitcode=99:detect_leaks=0", "UBSAN_OPTIONS": "exitcode=99"})
        tries += 1
        if status not in (0, 1, 2):
            wrong += 1
            print(f"{call}: exit {status}: {err.decode('utf-8', 'replace')}")
    print(f"{tries} calls, {wrong} wrong")
    return wrong > 0 or not tries


if __name__ == "__main__":
    if sys.argv[2:3] == ["under"]:
        sys.exit(under(sys.argv[1], sys.argv[3:]))
    place = Place(sys.argv[1])
    for call in calls(sys.argv[2] if len(sys.argv) > 2 else ""):
        status, out, err, changed = place.run(call)
        print(f"{status} {len(out or b'')} {err.count(chr(10).encode())} {call} {' '.join(sorted(changed))}")
        if status == 2 and "bad" not in call.line:
            print(err.decode())
