# SPDX-License-Identifier: ISC
"""Reads a model, by fasen-model(5)."""
import re

from dates import day
from rec import EVERY, KINDS, blocks

SUBJECT = re.compile(r"([a-z]+)(?:\.([A-Za-z0-9_]+))?")
TAIL = re.compile(r"(?: >= (\d+))?(?: per (leefgebied|doel))?( sinds fase)?\Z")


class Condition:
    """One Eist. asks holds (field, values) pairs, all asked of one record; valued: the first is of the field that is counted."""

    def __init__(self, text, fields):
        subject = SUBJECT.match(text)
        self.text, self.kind, self.field = text, subject[1], subject[2]
        end = "|".join([" >= ", " per ", " sinds "] + [" en %s *=" % f for f in fields(self.kind)])
        self.asks, rest = [], text[subject.end():]
        self.valued = rest.lstrip().startswith("=")
        while self.valued and not self.asks or rest.startswith(" en "):
            name, _, rest = rest.partition("=")
            value = re.split(end, rest + "\n")[0].rstrip("\n")
            rest = rest[len(value):]
            name = name.strip().removeprefix("en ").strip() or self.field
            self.asks.append((name, [v.strip() for v in value.split("|")]))
        tail = TAIL.match(rest)
        self.least, self.per, self.since = int(tail[1] or 1), tail[2], bool(tail[3])

    def asked(self, field):
        """The values that will do for the field, None when it is not asked about."""
        return next((values for name, values in self.asks if name == field), None)


class Phase:
    def __init__(self, code, norm, conditions, since):
        self.code, self.norm, self.conditions, self.since = code, norm, conditions, since


class Reason:
    def __init__(self, lost, neutral, national):
        self.lost, self.neutral, self.national = lost, neutral, national


class Model:
    def __init__(self, text):
        self.phases, self.domains, self.strengths, self.scales, self.reasons, self.alias = [], [], [], {}, {}, {}
        self.settings, self.own, self.destinations = {}, [], []
        self.bounds = [18, 27, 46, 67]
        self.kinds, self.declared, self.values = [], {}, {}
        self.keys = {}      # of own kinds
        self.dated = {"indicatie", "intrekking"}        # kinds that ask for Op, and whose dossiers are read without
        for block in blocks(text):
            one = {name: value.strip() for name, value in reversed(block)}
            if one["Record"] == "soort":
                self.kinds.append(one["Code"])
                if one.get("Sleutel"):
                    self.keys[one["Code"]] = one["Sleutel"]
                else:
                    self.dated.add(one["Code"])
            elif one["Record"] == "veld":
                self.declared.setdefault(one["Bij"], {})[one["Code"]] = (
                    one.get("Verplicht") == "ja", day(one.get("Vanaf", "")))
                codes = [value.split()[0] for name, value in block if name == "Waarde"]
                if codes:
                    self.values[one["Bij"], one["Code"]] = codes
        for block in blocks(text):
            kind = block[0][1].strip()
            one = {name: value.strip() for name, value in reversed(block)}
            if kind == "model":
                self.settings = one
                self.bounds = [int(v) for name, v in block if name == "Leeftijdsgrens"] or self.bounds
                self.own = [value.strip().split(".") for name, value in block if name == "Eigen_veld"]
            elif kind == "veld" and (one["Bij"], one["Code"]) == ("uitstroom", "Bestemming"):
                self.destinations = [v.split()[0] for name, v in block if name == "Waarde"]
            elif kind == "fase":
                norm = int(one["Norm_dagen"]) if one.get("Norm_dagen") else None
                needs = [Condition(v.strip(), self.fields) for name, v in block if name == "Eist" and v.strip()]
                self.phases.append(Phase(one["Code"], norm, needs, day(one.get("Vanaf", ""))))
                for name, value in block:
                    if name == "Alias":
                        self.alias[value.strip()] = one["Code"]
            elif kind == "leefgebied":
                self.domains.append(one["Code"])
            elif kind == "schaal":
                self.scales[one["Code"]] = range(int(one["Min"]), int(one["Max"]) + 1)
            elif kind == "uitstroomreden":
                self.reasons[one["Code"]] = Reason(one.get("Uitval") == "ja", one.get("Neutraal") == "ja",
                                                   one.get("Landelijk", ""))
            elif kind == "krachtsoort":
                self.strengths.append(one["Code"])

    def fields(self, kind):
        """The names of the fields of a kind, those that the organisation added too."""
        return (list(KINDS.get(kind, EVERY)) + [field for of, field in self.own if of == kind] +
                list(self.declared.get(kind, {})))

    def valued(self, kind, field, value):
        """The value of a field; onbekend when the model says which values it may have, and it is none of them."""
        codes = self.values.get((kind, field))
        return value if codes is None or value in ("", "-") or value in codes else "onbekend"

    def required(self, kind):
        """(field, from which day on a trajectory has to have it) of each required one; None: each trajectory."""
        found = {name: None for name, (_, required, _) in KINDS.get(kind, EVERY).items() if required}
        if kind in self.dated:
            found["Op"] = None
        found.update({name: since for name, (required, since) in self.declared.get(kind, {}).items() if required})
        return sorted(found.items(), key=lambda pair: self.fields(kind).index(pair[0]))

    def number(self, name, without):
        return int(self.settings[name]) if self.settings.get(name) else without

    def wait_norm(self, which):
        """The days that a wait of wachten.duur may take, None where nothing is said."""
        name = {"intake": "Norm_intake", "aanmelding": "Norm_plaatsing"}.get(which)
        return name and self.number(name, {"Norm_intake": 28, "Norm_plaatsing": 70}[name]) or None

    def code(self, phase):
        """The code of a phase that may go by an alias."""
        return self.alias.get(phase, phase)

    def codes(self):
        return [p.code for p in self.phases]

    def phase(self, code):
        return next((p for p in self.phases if p.code == code), None)
