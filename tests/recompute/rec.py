# SPDX-License-Identifier: ISC
"""Reads a stream of dossiers, by fasen-dossier(5): text to dossiers, dossiers to records."""
import hashlib
import re

from dates import day

TEXT, CODE, DATE, NUMBER, ID = "text", "code", "date", "number", "id"

# Of each kind its fields: (type, required, may repeat). No dossier is malformed for what came later than the format:
# such a field may repeat here too, and such a kind may lack its Op.
EVERY = {"Op": (DATE, False, False), "Door": (TEXT, False, False), "Vastgelegd": (DATE, False, False)}


def fields(*words):
    """Fields by words such as "Vraag:code+" and "Naam:text*"."""
    found = dict(EVERY)
    for word in words:
        name, kind = word.split(":")
        found[name] = (kind.rstrip("*+"), "*" in kind, "+" in kind)
    return found


KINDS = {
    "client": fields("Naam:text*", "Roepnaam:text", "Geboren:date", "Aangemeld:date*", "Hulpvraag:text*",
                     "Vraag:code+", "Verwijzer:text", "Gemeente:text", "Vorm:text", "Begeleider:text", "Team:text",
                     "Verwachte_weken:number", "Contact:text+", "Vertegenwoordiger:text", "BSN:id", "Extern:id",
                     "Vervangt:id+", "Vervangt_extern:text+"),
    "intake": fields("Besluit:code*", "Reden:text"),
    "fase": fields("Fase:code*", "Reden:text", "Streefdatum:date", "Sinds:date+", "Afwijking:text+"),
    "leefgebied": fields("Leefgebied:code*", "Score:number", "Schaal:code", "Situatie:text", "Wens:text",
                         "Zorg:text", "Nvt:text"),
    "kracht": fields("Leefgebied:code*", "Soort:code*", "Tekst:text*", "Tot:date+"),
    "netwerk": fields("Naam:text*", "Relatie:text*", "Leefgebied:code", "Geeft:text", "Krijgt:text",
                       "Tot:date+"),
    "doel": fields("Doel:id*", "Leefgebied:code*", "Tekst:text*", "Termijn:code", "Onder:id", "Prioriteit:number",
                   "Streefdatum:date", "Kracht:text+"),
    "werkpunt": fields("Werkpunt:id*", "Doel:id*", "Tekst:text*", "Wie:code*", "Inzet:text", "Streefdatum:date"),
    "stand": fields("Doel:id", "Werkpunt:id", "Stand:code*", "Score:number", "Toelichting:text"),
    "akkoord": fields("Wie:code*", "Waarop:code*", "Met:text", "Waarvoor:text+", "Tot:date+", "Akkoord:code*",
                      "Afspraak:text+", "Vervalt:text+", "Opmerking:text"),
    "evaluatie": fields("Soort:code*", "Besluit:code*", "Volgende:date", "Aanwezig:text+", "Tevredenheid:number",
                        "Samenwerking:number", "Toelichting:text"),
    "notitie": fields("Tekst:text*", "Doel:id+"),
    "indicatie": fields("Product:text*+", "Van:date*+", "Tot:date+", "Omvang:text+", "Toewijzing:text+", "Gemeente:text+"),
    "intrekking": fields("Wat:id*+", "Soort:code*+", "Reden:text*+"),
    "uitstroom": fields("Reden:code*", "Bestemming:text", "Nazorg:date", "Tevredenheid:number", "Overdracht:text",
                        "Toelichting:text"),
}
KEY = {"leefgebied": "Leefgebied", "netwerk": "Naam", "doel": "Doel", "werkpunt": "Werkpunt"}
WITHOUT_OP = {"client", "kracht", "netwerk", "indicatie", "intrekking"}
LEGAL_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\Z")
FIELD = re.compile(r"([A-Za-z%][A-Za-z0-9_]*):[ \t]?(.*)\Z", re.S)


def written(value):
    """A value as rec has it, from behind the colon to the end of its last line."""
    lines = [(" " + line if line else "") + ("\\\n\n" if line.endswith("\\") else "\n") for line in value.split("\n")]
    return "+".join(lines)


class Record:
    """A record of a kind: the values of each field, in order of the text; op is None where there is none."""

    def __init__(self, kind, pairs, named=None):
        self.kind, self.values = kind, {}
        for name, value in pairs:
            typed = KINDS.get(kind, {}).get(name, (TEXT,))[0]
            self.values.setdefault(name, []).append(value if typed == TEXT else value.strip(" \t\n"))
        self.op = self.date("Op")
        self.written = "".join(name + ":" + written(value) for name, value in [("Record", named or kind)] + list(pairs))

    def has(self, name):
        return name in self.values

    def all(self, name):
        return [v for v in self.values.get(name, []) if v != ""]

    def get(self, name):
        return (self.all(name) or [""])[0]

    def date(self, name):
        return day(self.get(name))


class Dossier:
    """The records of one client from one file, in order of the text, and whether they can be understood."""

    def __init__(self, client, path):
        self.client, self.path, self.records, self.whole = client, path, [], True

    def handles(self):
        """Each record by its handle."""
        found, seen = {}, {}
        for record in self.records:
            handle = hashlib.sha256(record.written.encode("utf-8", "surrogateescape")).hexdigest()[:12]
            number = seen[handle] = seen.get(handle, 0) + 1
            found[handle if number == 1 else "%s-%d" % (handle, number)] = record
        return found


def joined(text):
    """Lines, with CR before LF, a backslash before the end of a line, and blanks before a record taken away."""
    lines = text.split("\n")
    last = lines.pop()
    lines = [line[:-1] if line.endswith("\r") else line for line in lines] + ([last] if last else [])
    made, open_end, begun, value = [], False, False, False
    for line in lines:
        bare = line.lstrip(" \t")
        if not open_end and not begun and not bare.startswith(("%", "+")):
            line = bare
        value = open_end or bool(FIELD.match(line)) or value and line.startswith("+")
        goes_on = line.endswith("\\") and value
        part = line[:-1] if goes_on else line
        if open_end:
            made[-1] += part
        else:
            made.append(part)
            begun = bare != "" and (begun or not line.startswith("#"))
        open_end = goes_on
    return made


def blocks(text):
    """Lists of [name, value]; [None, line] stands for a line that is no syntax."""
    block, comment = [], False
    for line in joined(text) + [""]:
        if line.strip(" \t") == "":
            if block:
                yield block
            block, comment = [], False
        elif line.startswith("#"):
            comment = True
        elif line.startswith("+"):
            if not block or comment or block[-1][0] is None:
                block.append([None, line])
            else:
                block[-1][1] += "\n" + (line[2:] if line[1:2] == " " else line[1:])
        else:
            comment = False
            found = FIELD.match(line)
            if line.startswith("%") and not block:
                block.append(["%", line])
            elif found and found.group(1) == "Record" and block and block[0][0] != "%":
                block.append(["", ""])          # a lost blank line: the record before it is the wrong one
                yield block
                block = [[found.group(1), found.group(2)]]
            else:
                block.append(list(found.groups()) if found else [None, line])


def right(kind, pairs, first):
    """Whether the record leaves its dossier whole."""
    known = KINDS.get(kind, EVERY)
    seen = set()
    for name, _ in pairs:
        if name in seen and (name in ("Record", "Client") or name in known and not known[name][2]):
            return False
        seen.add(name)
    record = Record(kind, pairs)
    for name in ("Op", "Vastgelegd") + (("Aangemeld",) if kind == "client" else ()):
        if name == "Aangemeld" and record.has(name) and record.get(name) == "":
            return False
        if record.get(name).strip(" \t\n") and day(record.get(name).strip(" \t\n")) is None:
            return False
    if first:
        return kind == "client" and record.get("Aangemeld") != "" and record.get("Formaat").strip(" \t\n") in ("", "1")
    if kind in KINDS and kind not in WITHOUT_OP and record.op is None:
        return False
    return kind not in KEY or record.get(KEY[kind]) != ""


def dossiers(data, path):
    """The dossiers of one file, also those that are not whole."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    current, spoilt = None, False
    for block in blocks(data.decode("utf-8", "surrogateescape")):
        broken = any(name in (None, "") or "\0" in value or re.search("[\udc80-\udcff]", value)
                     for name, value in block)
        if block[0][0] == "%":
            spoilt = spoilt or broken           # of the dossier that its block stands in
            continue
        head = [f for f in block if f[0] not in (None, "")][:2]
        names = [name for name, _ in head]
        client = head[1][1].strip(" \t\n") if names[1:2] == ["Client"] else ""
        legal = LEGAL_ID.match(client) is not None
        if current is None or legal and client != current.client:
            if current is not None and current.client:
                yield current
            current = Dossier(client if legal else "", path)
        if spoilt:
            current.whole, spoilt = False, False
        if broken or names[:1] != ["Record"] or not legal:
            current.whole = False
            continue
        kind = block[0][1].strip(" \t\n")
        if not right(kind, block, not current.records):
            current.whole = False
        current.records.append(Record(kind, block[2:], block[0][1]))
    if current is not None and current.client:
        current.whole = current.whole and not spoilt
        yield current
