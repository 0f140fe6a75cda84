#!/usr/bin/env python3
"""merges.py corrections|histories N SEED: N random dossiers and two versions of each, joined by their common ancestor.

corrections: records are added, corrected by hand and taken out by two people; what must come of it is worked out here.
histories: of a random history (histories.py) two people hold the beginning, and each some of the rest.

Either it is joined, and all that is wanted is there once, or it is refused, and both versions stand whole between marks;
the same whichever version comes first."""
import collections
import os
import random
import re
import subprocess
import sys

sys.dont_write_bytecode = True
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEAD = 'Record: client\nClient: x\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n'
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

KINDS = {
    'doel': ['Leefgebied: werk'], 'kracht': ['Leefgebied: werk', 'Soort: kennis'], 'notitie': [], 'eigen': [],
    'werkpunt': ['Wie: client'], 'netwerk': [], 'evaluatie': ['Soort: tussentijds', 'Besluit: voortzetten'],
}
TEXT = {'netwerk': 'Relatie', 'evaluatie': 'Toelichting'}


class Record:
    """One record: its kind, day, key, fields and the text by which it is known."""

    def __init__(self, kind, day, key, text, comment=''):
        self.kind, self.day, self.key, self.text, self.comment = kind, day, key, text, comment

    def written(self):
        key = {'doel': 'Doel: %s\n', 'amend': 'Doel: %s\n', 'werkpunt': 'Werkpunt: %s\n', 'netwerk': 'Naam: %s\n'}.get(self.kind)
        lines = ['Op: 2026-%02d-%02d' % (2 + self.day // 28, 1 + self.day % 28)] + KINDS.get(self.kind, [])
        if self.kind == 'werkpunt':
            lines.append('Doel: ' + self.key.split('.')[0])
        return '%sRecord: %s\nClient: x\n%s%s\n%s: %s\n\n' % (
            self.comment, 'doel' if self.kind == 'amend' else self.kind, key % self.key if key else '', '\n'.join(lines), TEXT.get(self.kind, 'Tekst'), self.text)


class Person:
    """Who works on a copy: records[i] is what became of the base's record i, None when it was taken out."""

    def __init__(self, rng, who, base):
        self.rng, self.who, self.base = rng, who, base
        self.records, self.added = list(base), []
        self.keys = {r.key for r in base if r.key}
        self.day = base[-1].day + 1 if base else 0     # a record of the day of one that is taken out may be in its place

    def correct(self, i, text):
        was = self.base[i]
        self.records[i] = Record(was.kind, was.day, was.key, text, was.comment)

    def edit(self):
        if not self.base:
            return
        i = self.rng.randrange(len(self.base))
        if self.base[i].key is None and self.rng.random() < .3:
            self.records[i] = None
        elif self.records[i] is self.base[i]:
            self.correct(i, '%s %d' % (self.who, self.rng.randrange(10**6)))

    def number(self, prefix):
        n = 1
        while prefix + str(n) in self.keys:
            n += 1
        return prefix + str(n)

    def add(self):
        rng = self.rng
        self.day += rng.randrange(3)
        kind = rng.choice(list(KINDS) + ['amend'])
        goals = [k for k in self.keys if re.fullmatch(r'd\d+', k)]
        key = None
        if kind == 'amend' and goals:
            key = rng.choice(goals)
        elif kind == 'amend':
            kind = 'notitie'
        elif kind == 'doel' or (kind == 'werkpunt' and not goals):
            kind, key = 'doel', self.number('d')
        elif kind == 'werkpunt':
            key = self.number(rng.choice(goals) + '.')
        elif kind == 'netwerk':
            key = '%s %d' % (self.who, rng.randrange(10**6))
        if key:
            self.keys.add(key)
        comment = '# %s\n' % self.who if rng.random() < .1 else ''
        record = Record(kind, self.day, key, '%s %d' % (self.who, rng.randrange(10**6)), comment)
        self.added.append(record)
        return record

    def written(self):
        return HEAD + ''.join(r.written() for r in self.records + self.added if r)


def disagree(a, b):
    """Whether a record of the base was corrected in both, in two ways, or corrected and taken out; or a goal of the base
    was amended by both on one day, or corrected by one and amended by the other."""
    for was, x, y in zip(a.base, a.records, b.records):
        if x is not was and y is not was and (x and x.text) != (y and y.text):
            return True
    ours = {r.key for r in a.base if r.kind == 'doel'}
    said = [{(r.key, r.day) for r in p.added if r.kind == 'amend' and r.key in ours} for p in (a, b)]
    if said[0] & said[1]:       # one goal gets two texts on one day
        return True
    for i, x in enumerate(a.records):      # of one goal and day
        for j, y in enumerate(b.records):
            if x and y and x is not a.base[i] and y is not b.base[j] and b.records[i] is a.base[i] \
                    and a.records[j] is a.base[j] and x.key and (x.key, x.day) == (y.key, y.day):
                return True
    for p, other in (a, b), (b, a):
        corrected = {x.key for was, x, y in zip(p.base, p.records, other.records) if x and x is not was and y is was}
        if any(r.kind == 'amend' and r.key in corrected & ours for r in other.added):
            return True
    return False


def unclear(a, b):
    """Whether both took out a record, and one corrected another of its kind and day: which of them cannot be seen."""
    gone = {(was.kind, was.day) for was, x, y in zip(a.base, a.records, b.records) if x is None and y is None}
    return any(x and x is not was and (was.kind, was.day) in gone
               for p in (a, b) for was, x in zip(p.base, p.records))


def texts(union):
    return collections.Counter(re.findall(br'^(?:Tekst|Relatie|Toelichting): (.*)$', union, re.M))


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
    a, b = Person(rng, 'anna', base), Person(rng, 'bas', base)
    for person in a, b:
        for _ in range(rng.choice([0, 0, 1, 1, 2])):
            person.edit()
        for _ in range(rng.randrange(6)):
            person.add()
    for i, was in enumerate(base):      # the same correction in both
        if a.records[i] is not was and rng.random() < .4:
            b.records[i] = a.records[i]
    put('vo', HEAD + ''.join(r.written() for r in base))
    put('va', a.written())
    put('vb', b.written())
    union, said = check_both_ways()
    if disagree(a, b):
        if union is not None or 'expected one of the two' not in said:
            raise Fault('joined though they disagree')
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


def histories(rng, number, seed, model, make):
    text = make(seed, number, model).replace('%rec: iets\n%doc: niet van ons\n\n', '')
    parts = blocks(text)
    begin = rng.randrange(1, len(parts) + 1)
    rest = parts[begin:]
    begun, who, many = set(), [], collections.Counter(map(plain, parts))
    for part in parts:      # nobody can amend what the other alone has; what is there twice is there twice for both
        key = re.search(r'^Record: (doel|werkpunt)\n(?:.*\n)*?(?:Doel|Werkpunt): (\S+)', part, re.M)
        new = (key is not None and key.groups() not in begun) or many[plain(part)] > 1
        begun.add(key and key.groups())
        who.append('c' if new else rng.choice('abc'))
    who = who[begin:]
    base = ''.join(parts[:begin])
    put('vo', base)
    put('va', base + ''.join(p for p, w in zip(rest, who) if w in 'ac'))
    put('vb', base + ''.join(p for p, w in zip(rest, who) if w in 'bc'))
    union, said = check_both_ways()
    if union is None:
        if ': error: ' not in said:
            raise Fault('refused without an error: ' + said)
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
