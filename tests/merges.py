#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""merges.py corrections|histories N SEED: N random dossiers and two versions of each, joined by their common ancestor.

corrections: records are added, corrected by hand and taken out by two people; what must come of it is worked out here.
histories: of a random history (histories.py) two people hold the beginning, and each some of the rest.

Either it is joined, and all that is wanted is there once, or it is refused, and both versions stand whole between marks;
the same whichever version comes first."""
import collections
import hashlib
import os
import random
import re
import subprocess
import sys

sys.dont_write_bytecode = True
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEAD = 'Record: client\nClient: x\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\nDoelgroep: gezinnen\n\n'
MARKS = re.compile(br'^(?:<<<<<<< ours|=======|>>>>>>> theirs)\n', re.M)


class Fault(Exception):
    """What should not be."""


def put(name, data):
    with open(name, 'wb') as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def join(*words):
    run = subprocess.run(['fasen-check', '--join', '--today=2026-11-01'] + list(words), capture_output=True, check=False)
    if run.returncode not in (0, 1, 2):
        raise Fault('exit %d: %s' % (run.returncode, run.stderr.decode()))
    return run.returncode, run.stdout, run.stderr.decode()


def sides(text):
    """The two versions in a file with marks."""
    ours, theirs, side = b'', b'', None
    for line in text.splitlines(keepends=True):
        if line == b'<<<<<<< ours\n':
            side = 0
        elif line == b'=======\n' and side == 0:
            side = 1
        elif line == b'>>>>>>> theirs\n' and side == 1:
            side = None
        else:
            ours += line if side != 1 else b''
            theirs += line if side != 0 else b''
    return ours, theirs


def check_both_ways():
    """Joins va and vb by vo; the union, or None when it is refused, and what was said."""
    status, union, said = join('--base=vo', 'va', 'vb')
    other = join('--base=vo', 'vb', 'va')
    if (status, union) != other[:2]:
        raise Fault('another outcome the other way round: %d, %d' % (status, other[0]))
    if status == 0:
        put('vab', union)
        for base, a, b in ('va', 'vab', 'va'), ('vb', 'vb', 'vab'), ('vo', 'vab', 'vab'):
            if join('--base=' + base, a, b)[:2] != (0, union):
                raise Fault('joining %s and %s again changes something' % (a, b))
        return union, said
    if union or not said:
        raise Fault('a refusal that writes or says nothing')
    for a, b in ('va', 'vb'), ('vb', 'va'):
        both = join('--git=x.rec', '--base=vo', a, b)
        with open(a, 'rb') as one, open(b, 'rb') as two:
            ours, theirs = one.read(), two.read()
        if both[0] != 1 or sides(both[1]) != (ours, theirs):
            raise Fault('the marks do not hold both versions')
        if len(MARKS.findall(both[1])) < 3 and ours != theirs:
            raise Fault('no marks')
        put('marked.rec', both[1])
        found = subprocess.run(['fasen-check', 'marked.rec'], capture_output=True, check=False)
        if found.returncode != 2 or found.stdout.count(b'[conflict]') != len(MARKS.findall(both[1])):
            raise Fault('fasen-check does not name each mark')
        passed = subprocess.run(['fasen-plan', '--note=x', 'marked.rec'], capture_output=True, check=False)
        if passed.returncode != 2 or passed.stdout != both[1]:
            raise Fault('a filter changes what has marks')
    return None, said


# Two people who add, correct and take out.

GOAL, ROOMS, PRODUCTS = re.compile(r'd\d+'), ['1a', '1b', '2a', '2b', '3a', '3b'], ['p%d' % i for i in range(12)]
# The field by which one record is known from all others. Of a thing two hands may not say two values of it, unless it
# is a remark.
TEXT = {'netwerk': 'Relatie', 'evaluatie': 'Toelichting', 'stand': 'Toelichting', 'akkoord': 'Opmerking', 'indicatie': 'Omvang',
        'intrekking': 'Reden', 'fase': 'Reden', 'incident': 'Verloop', 'kamer': 'Huur', 'client': 'Noodnummer', 'leefgebied': 'Wens'}
REMARK = {'notitie', 'eigen', 'kracht', 'evaluatie', 'stand', 'akkoord', 'incident'}
# The kinds that are made, some of them seldom, for two people who use them mostly disagree.
OFTEN = ['doel', 'kracht', 'notitie', 'eigen', 'werkpunt', 'netwerk', 'evaluatie', 'incident', 'amend', 'stand', 'akkoord', 'indicatie',
         'kamer', 'intrekking', 'leefgebied']
SELDOM = ['client', 'fase']
TAKEN_BACK = ['notitie', 'kracht', 'eigen', 'evaluatie', 'incident', 'kamer', 'indicatie', 'intrekking']


class Record:
    """One record: its kind, day, key, other fields, and the text by which it is known."""

    def __init__(self, kind, day, key, text, fields=(), comment=''):
        self.kind, self.day, self.key, self.text, self.fields, self.comment = kind, day, key, text, list(fields), comment

    def lines(self):
        key = {'doel': 'Doel', 'amend': 'Doel', 'werkpunt': 'Werkpunt', 'netwerk': 'Naam'}.get(self.kind)
        lines = ['Record: ' + ('doel' if self.kind == 'amend' else self.kind)] + ['%s: %s' % (key, self.key)] * (key is not None)
        lines.append('Op: 2026-%02d-%02d' % (2 + self.day // 28, 1 + self.day % 28))
        return lines + self.fields + ['%s: %s' % (TEXT.get(self.kind, 'Tekst'), self.text)]

    def written(self, remarks=()):
        """With remarks, (place, text) each, before or within it."""
        lines = self.lines()
        lines[1:1] = ['Client: x']
        for place, text in sorted(remarks, reverse=True):
            lines.insert(min(place, len(lines)), text)
        return '%s%s\n\n' % (self.comment, '\n'.join(lines))

    def handle(self):
        return hashlib.sha256(''.join(line + '\n' for line in self.lines()).encode()).hexdigest()[:12]

    def values(self):
        """What it says of its thing."""
        known = [] if self.kind in REMARK else [(TEXT.get(self.kind, 'Tekst'), self.text)]
        return dict([line.split(': ', 1) for line in self.fields] + known)

    def thing(self, who, ours):
        """What it is about; None when two may say what they like. A goal that is not of the base is its maker's."""
        key = self.key if self.key in ours else (who, self.key)
        of = dict(line.split(': ', 1) for line in self.fields)
        if self.kind == 'stand':
            return 'stand', of['Doel'] if of['Doel'] in ours else (who, of['Doel'])
        if self.kind == 'intrekking':
            return 'intrekking', of['Wat']
        return {'doel': ('doel', key), 'amend': ('doel', key), 'werkpunt': ('werkpunt', key), 'netwerk': ('netwerk', self.key),
                'akkoord': ('akkoord', of.get('Met')), 'indicatie': ('indicatie', of.get('Product')), 'evaluatie': ('evaluatie',),
                'kamer': ('kamer', of.get('Kamernummer')), 'client': ('client',), 'leefgebied': ('leefgebied', of.get('Leefgebied')),
                'fase': ('fase',)}.get(self.kind)


class Person:
    """Who works on a copy: records[i] is what became of the base's record i, None when it was taken out."""

    def __init__(self, rng, who, base):
        self.rng, self.who, self.base = rng, who, base
        self.records, self.added = list(base), []
        self.keys = {r.key for r in base if r.key}
        self.remarks = collections.defaultdict(list)   # of the base's record i
        self.taken = {line[5:] for r in base for line in r.fields if line.startswith('Wat: ')}
        self.day = base[-1].day + 1 if base else 0     # a record of the day of one that is taken out may be in its place

    def correct(self, i, text):
        was = self.base[i]
        self.records[i] = Record(was.kind, was.day, was.key, text, was.fields, was.comment)

    def unique(self, kind):
        n = self.rng.randrange(10**6)
        return str(n) if kind == 'kamer' else '%s %d' % (self.who, n)

    def edit(self):
        if not self.base:
            return
        i = self.rng.randrange(len(self.base))
        if self.base[i].handle() in self.taken:     # its retraction would name nothing
            return
        if self.base[i].key is None and self.rng.random() < .3:
            self.records[i] = None
        elif self.records[i] is self.base[i]:
            self.correct(i, self.unique(self.base[i].kind))

    def remark(self, base):
        """Puts a comment at a record of the base, or takes one out."""
        if not self.base:
            return
        i = self.rng.randrange(len(self.base))
        if base.remarks[i] and self.rng.random() < .3:
            self.remarks[i] = [r for r in self.remarks[i] if r != base.remarks[i][0]]
        else:
            self.remarks[i].append((self.rng.randrange(8), '# %s %d' % (self.who, self.rng.randrange(10**6))))

    def number(self, prefix):
        n = 1
        while prefix + str(n) in self.keys:
            n += 1
        return prefix + str(n)

    def retractable(self):
        return [r for r, was in list(zip(self.records, self.base)) + [(r, r) for r in self.added]
                if r is was and r.kind in TAKEN_BACK and r.handle() not in self.taken]

    def fields(self, kind, goals):
        rng = self.rng
        if kind == 'intrekking':
            target = rng.choice(self.retractable())
            self.taken.add(target.handle())
            return ['Wat: ' + target.handle(), 'Soort: ' + target.kind]
        return {
            'doel': lambda: ['Leefgebied: werk'], 'kracht': lambda: ['Leefgebied: werk', 'Soort: kennis'],
            'evaluatie': lambda: ['Soort: tussentijds', 'Besluit: ' + rng.choice(['voortzetten'] * 6 + ['bijstellen'])],
            'stand': lambda: ['Doel: ' + rng.choice(goals), 'Stand: ' + rng.choice(['bezig', 'bezig', 'behaald'])],
            'akkoord': lambda: ['Wie: client', 'Waarop: delen', 'Met: ' + rng.choice(PRODUCTS), 'Akkoord: ' + rng.choice(['ja', 'nee'])],
            'indicatie': lambda: ['Product: ' + rng.choice(PRODUCTS), 'Van: 2026-02-01'],
            'incident': lambda: ['Ernst: ' + rng.choice(['licht', 'zwaar'])], 'kamer': lambda: ['Kamernummer: ' + rng.choice(ROOMS)],
            'fase': lambda: ['Fase: ' + rng.choice(['intake', 'opstart', 'analyse'])],
            'leefgebied': lambda: ['Leefgebied: ' + rng.choice(['wonen', 'werk', 'relaties', 'financien', 'zingeving'])],
        }.get(kind, lambda: [])()

    def add(self):
        rng = self.rng
        self.day += rng.randrange(3)
        kind = rng.choice(SELDOM if rng.random() < .03 else OFTEN)
        goals = [k for k in sorted(self.keys) if GOAL.fullmatch(k)]
        key = None
        if (kind in ('amend', 'stand') and not goals) or (kind == 'intrekking' and not self.retractable()):
            kind = 'notitie'
        if kind == 'amend':
            key = rng.choice(goals)
        elif kind == 'doel' or (kind == 'werkpunt' and not goals):
            kind, key = 'doel', self.number('d')
        elif kind == 'werkpunt':
            key = self.number(rng.choice(goals) + '.')
        elif kind == 'netwerk':
            key = '%s %d' % (self.who, rng.randrange(10**6))
        if key:
            self.keys.add(key)
        comment = '# %s\n' % self.who if rng.random() < .1 else ''
        fields = ['Wie: client', 'Doel: ' + key.split('.')[0]] if kind == 'werkpunt' else self.fields(kind, goals)
        record = Record(kind, self.day, key, self.unique(kind), fields, comment)
        self.added.append(record)
        return record

    def says(self, other):
        """What this one says and the other does not: the record, and of a correction what it was."""
        return [(r, None) for r in self.added] + [
            (x, was) for was, x, y in zip(self.base, self.records, other.records) if x and x is not was and y is was]

    def written(self):
        return HEAD + ''.join(r.written(self.remarks[i]) for i, r in enumerate(self.records + self.added) if r)


def contradict(x, x_was, y, y_was):
    """Whether two records about one thing give it two values; a correction says nothing anew of what it left."""
    if x.kind == 'fase':        # whoever moves the client
        return x_was is None and y_was is None
    mine, yours = x.values(), y.values()
    return any(mine[f] != yours[f] for f in mine if f in yours and not (x_was and x_was.values().get(f) == mine[f])
               and not (y_was and y_was.values().get(f) == yours[f]))


def taken_back(a, b):
    """The handles of what either took back."""
    return {line[5:] for p in (a, b) for r in p.added + p.records if r for line in r.fields if line.startswith('Wat: ')}


def disagree(a, b):
    """Whether a record of the base was corrected in both, in two ways, or corrected and taken out; or both say anew what
    something of the base, or something that has no id of its own, is, and not the same."""
    for was, x, y in zip(a.base, a.records, b.records):
        if x is not was and y is not was and (x and x.text) != (y and y.text):
            return True
    ours = {r.key for r in a.base if r.kind in ('doel', 'werkpunt')}
    gone = taken_back(a, b)
    for x, x_was in a.says(b):
        for y, y_was in b.says(a):
            if x.handle() in gone or y.handle() in gone or (x_was and y_was):
                continue
            thing = x.thing(a.who, ours)
            if thing and thing == y.thing(b.who, ours) and contradict(x, x_was, y, y_was):
                return True
    return False


def remarked(a, b, base):
    """Whether one put a comment at a record that the other took out."""
    for p, other in (a, b), (b, a):
        for i, was in enumerate(p.base):
            if p.records[i] is was and other.records[i] is None and set(p.remarks[i]) - set(base.remarks[i]):
                return True
    return False


def remarks_lost(a, b, base, union):
    """What of the comments is not where it should be, once."""
    whole = union.decode()
    parts = whole.split('\n\n')
    for i, was in enumerate(base.added):
        now = a.records[i] if a.records[i] is not was else b.records[i]
        if now is None:
            continue
        old, mine, yours = set(base.remarks[i]), set(a.remarks[i]), set(b.remarks[i])
        for remark in old | mine | yours:
            stays = (remark in mine and remark in yours) or remark not in old
            where = [part for part in parts if remark[1] in part.split('\n')]
            if whole.count(remark[1] + '\n') != stays or (stays and (': %s\n' % now.text) not in where[0] + '\n'):
                return remark
    return None


def taken_from(a, b):
    """Whether one takes back a record that the other corrected or took out, so that its handle names nothing."""
    for p, other in (a, b), (b, a):
        new = {line[5:] for r in p.added if r.handle() not in taken_back(a, b) for line in r.fields if line.startswith('Wat: ')}
        if any(was.handle() in new and y is not was for was, y in zip(p.base, other.records)):
            return True
    return False


def unclear(a, b):
    """Whether both took out a record, and one corrected another of its kind and day: which of them cannot be seen."""
    gone = {(was.kind, was.day) for was, x, y in zip(a.base, a.records, b.records) if x is None and y is None}
    return any(x and x is not was and (was.kind, was.day) in gone
               for p in (a, b) for was, x in zip(p.base, p.records))


def texts(union):
    return collections.Counter(re.findall(br'^(?:Tekst|%s): (.*)$' % '|'.join(sorted(set(TEXT.values()))).encode(), union, re.M))


def of_goals(union):
    """The text of an action or goal, and the text of the goal that it names."""
    records = [dict(line.split(': ', 1) for line in r.split('\n') if ': ' in line and line[0] != '#')
               for r in union.decode().split('\n\n')]
    goals = {}
    for r in records:
        if r.get('Record') == 'doel':
            goals.setdefault(r['Doel'], r['Tekst'])
    return {r['Tekst']: goals[r['Doel']] for r in records if r.get('Record') == 'werkpunt'}


def corrections(rng):
    writer = Person(rng, 'basis', [])
    for _ in range(rng.randrange(1, 12)):
        writer.add()
    base = writer.added
    writer.base = base
    for _ in range(rng.randrange(4)):
        writer.remark(writer)
    a, b = Person(rng, 'anna', base), Person(rng, 'bas', base)
    for person in a, b:
        for _ in range(rng.choice([0, 0, 1, 1, 2])):
            person.edit()
        for i in range(len(base)):
            person.remarks[i] = list(writer.remarks[i])
        for _ in range(rng.choice([0, 0, 1, 3])):
            person.remark(writer)
        for _ in range(rng.randrange(6)):
            person.add()
    for i, was in enumerate(base):      # the same correction in both
        if a.records[i] is not was and was.handle() not in b.taken and rng.random() < .4:
            b.records[i] = a.records[i]
    put('vo', HEAD + ''.join(r.written(writer.remarks[i]) for i, r in enumerate(base)))
    put('va', a.written())
    put('vb', b.written())
    union, said = check_both_ways()
    if disagree(a, b) or remarked(a, b, writer):
        if union is not None or not ('expected one of the two' in said or (taken_from(a, b) and 'has this handle' in said)):
            raise Fault('joined though they disagree')
        return 'refused'
    if taken_from(a, b):
        if union is not None or not ('no record of the dossier has this handle' in said or unclear(a, b)):
            raise Fault('joined though a retraction names nothing')
        return 'refused'
    if union is None:
        if not unclear(a, b):
            raise Fault('refused: ' + said)
        return 'refused'
    want = collections.Counter()
    for was, x, y in zip(base, a.records, b.records):
        now = x if x is not was else y
        if now:
            want[now.text.encode()] += 1
    want.update(r.text.encode() for r in a.added + b.added)
    if texts(union) != want:
        raise Fault('lost or doubled: %s' % (want - texts(union) + (texts(union) - want)))
    lost = remarks_lost(a, b, writer, union)
    if lost:
        raise Fault('a comment lost, doubled or astray: %s' % (lost,))
    put('vab', union)
    found = subprocess.run(['fasen-check', '-T', 'tsv', '--today=2026-11-01', 'vab'], capture_output=True, check=False)
    if b'\terror\t' in found.stdout.replace(b'\terror\tfile-name\t', b''):
        raise Fault('an error in the union: ' + found.stdout.decode())
    goals = of_goals(union)
    for person in a, b:
        mine = {r.key: r for r in person.base + person.added if r.kind == 'doel'}
        for r in person.added:
            if r.kind != 'werkpunt':
                continue
            goal = mine[r.key.split('.')[0]]
            if goal in base:
                i = base.index(goal)
                goal = a.records[i] if a.records[i] is not base[i] else b.records[i]
            if goals[r.text] != goal.text:
                raise Fault('an action of another goal')
    return 'joined'


# A history, and who has what of it.

def blocks(text):
    """Its records with their comments, cut behind empty lines that end no value."""
    cut, start, joined = [], 0, False
    for line in re.finditer(r'[^\n]*\n', text):
        bare = line.group().rstrip('\r\n')
        if bare.strip() == '' and not joined:
            cut.append(text[start:line.end()])
            start = line.end()
        joined = bare.endswith('\\')
    return [c for c in cut + [text[start:]] if c]


def plain(block):
    return tuple(line for line in block.rstrip('\n\r ').split('\n') if not line.startswith('#'))


def about(part):
    """What a record is about, in so far as two people contradict one another when each says something of it."""
    kind = re.search(r'^Record: (\S+)', part, re.M)
    goal = re.search(r'^(?:Doel|Werkpunt): (d\d+)', part, re.M)
    key = re.search(r'^(?:Leefgebied|Naam|Waarop): (.*)', part, re.M)
    kind = kind and kind.group(1)
    if kind in ('fase', 'intake', 'uitstroom', 'intrekking'):
        return 'course'
    if kind in ('doel', 'werkpunt', 'stand'):
        return goal and goal.group(1)
    return (kind, key and key.group(1)) if kind in ('client', 'leefgebied', 'netwerk', 'akkoord', 'evaluatie') else None


def histories(rng, number, seed, model, make):
    text = make(seed, number, model).replace('%rec: iets\n%doc: niet van ons\n\n', '')
    parts = blocks(text)
    begin = rng.randrange(1, len(parts) + 1)
    rest = parts[begin:]
    begun, who, many = set(), [], collections.Counter(map(plain, parts))
    owner = {} if number % 3 else None      # each thing is one person's, or anybody's
    for part in parts:      # nobody can amend what the other alone has; what is there twice is there twice for both
        key = re.search(r'^Record: (doel|werkpunt)\n(?:.*\n)*?(?:Doel|Werkpunt): (\S+)', part, re.M)
        new = (key is not None and key.groups() not in begun) or many[plain(part)] > 1
        begun.add(key and key.groups())
        one = rng.choice('abc')
        if owner is not None and about(part):
            one = owner.setdefault(about(part), one)
        who.append('c' if new else one)
    who = who[begin:]
    base = ''.join(parts[:begin])
    put('vo', base)
    put('va', base + ''.join(p for p, w in zip(rest, who) if w in 'ac'))
    put('vb', base + ''.join(p for p, w in zip(rest, who) if w in 'bc'))
    union, said = check_both_ways()
    if union is None:
        if ': error: ' not in said:
            raise Fault('refused without an error: ' + said)
        if owner is not None and ': contradicts ' in said:
            raise Fault('refused though each kept to what is his: ' + said)
        return 'refused'
    got = collections.Counter(plain(b) for b in blocks(union.decode()))
    want = collections.Counter(map(plain, parts))
    del got[('',)], want[('',)]
    if got != want:
        raise Fault('lost or doubled: %s' % (want - got + (got - want)))
    return 'joined'


def main():
    what, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    outcomes = collections.Counter()
    if what == 'corrections':
        os.environ['FASEN_MODEL'] = os.path.join(TOP, 'samples', 'models', 'op-maat.rec')
    if what == 'histories':
        sys.path.insert(0, os.path.join(TOP, 'tests'))
        import histories as made    # pylint: disable=import-outside-toplevel
        with open(os.path.join(TOP, 'samples', 'model.rec'), encoding='utf-8') as f:
            model = made.Model(f.read())
    for i in range(count):
        try:
            if what == 'corrections':
                outcomes[corrections(rng)] += 1
            else:
                outcomes[histories(rng, i, seed, model, made.dossier)] += 1
        except Fault as fault:
            sys.exit('%s: pair %d of seed %d in %s: %s' % (what, i, seed, os.getcwd(), fault))
    print(outcomes['joined'], 'joined,', outcomes['refused'], 'refused')


if __name__ == '__main__':
    main()
