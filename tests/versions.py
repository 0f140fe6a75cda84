#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""versions.py N SEED: makes N random dossiers and two versions of each, as two people would, joins them with
fasen-check and checks that nothing is lost or added, whichever comes first and however often."""
import collections
import os
import random
import subprocess
import sys

DOMAINS = ['wonen', 'werk', 'relaties', 'financien']


def fields(record):
    return tuple(line for line in record.split('\n') if not line.startswith('#'))


def records(text):
    return [fields(block) for block in text.strip('\n').split('\n\n')]


class Writer:
    """Adds records on rising days; who marks them, so that two writers never write the same."""

    def __init__(self, rng, who, text='', goals=None):
        self.rng, self.who, self.text = rng, who, text
        self.goals = dict(goals or {})
        self.day = 0

    def add(self, kind, *lines):
        comment = '# by %s\n' % self.who if self.rng.random() < .1 else ''
        self.text += '%sRecord: %s\nClient: x\nOp: 2026-%02d-%02d\n%s\nDoor: %s\n\n' % (
            comment, kind, 2 + self.day // 28, 1 + self.day % 28, '\n'.join(lines), self.who)

    def step(self):
        rng = self.rng
        self.day += rng.randrange(3)
        what = rng.randrange(5)
        if what == 0 or not self.goals:
            goal = 'd%d' % (len(self.goals) + 1)
            self.goals[goal] = 0
            self.add('doel', 'Doel: ' + goal, 'Leefgebied: ' + rng.choice(DOMAINS), 'Tekst: %s %d' % (self.who, rng.random() * 1e6))
        elif what == 1:
            goal = rng.choice(list(self.goals))
            self.goals[goal] += 1
            self.add('werkpunt', 'Werkpunt: %s.%d' % (goal, self.goals[goal]), 'Doel: ' + goal, 'Tekst: t%d' % self.day, 'Wie: client')
        elif what == 2:
            self.add('notitie', 'Tekst: n%d' % rng.randrange(100), 'Doel: ' + rng.choice(list(self.goals)))
        elif what == 3:
            self.add('kracht', 'Leefgebied: ' + rng.choice(DOMAINS), 'Soort: kennis', 'Tekst: k%d' % rng.randrange(100))
        else:
            self.add('onbekend', 'Iets: ' + rng.choice(DOMAINS))


def join(*names):
    run = subprocess.run(['fasen-check', '--join'] + list(names), capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit('%s: exit %d\n%s' % (names, run.returncode, run.stderr.decode()))
    return run.stdout.decode()


def put(name, text):
    with open(name, 'w', encoding='utf-8') as file:
        file.write(text)


def plain(record):
    """Without the ids, which a join may change."""
    return tuple(line for line in record if not line.startswith(('Doel: ', 'Werkpunt: ')))


def about(record, text):
    """The text of the goal that each Doel of a record stands for."""
    goals = {}
    for r in records(text):
        if r[0] == 'Record: doel':
            goals.setdefault(next(line for line in r if line.startswith('Doel: ')), plain(r))
    return tuple(goals[line] for line in record if line.startswith('Doel: '))


def holds(text):
    return collections.Counter((plain(r), about(r, text)) for r in records(text))


def main():
    n, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    for i in range(n):
        base = Writer(rng, 'basis', 'Record: client\nClient: x\nOp: 2026-01-05\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n')
        for _ in range(rng.randrange(12)):
            base.step()
        two = []
        for who in 'anna', 'bas':
            writer = Writer(rng, who, base.text, base.goals)
            writer.day = base.day
            for _ in range(rng.randrange(10)):
                writer.step()
            two.append(writer)
        a, b = two
        put('va', a.text)
        put('vb', b.text)
        put('vo', base.text)
        joined = join('va', 'vb')
        put('vab', joined)
        begin = holds(base.text)
        want = holds(a.text) + holds(b.text)
        want.subtract(begin)
        checks = {
            'the other way round': join('vb', 'va') == joined,
            'once more': join('vab', 'va') == joined and join('vb', 'vab') == joined,
            'with the base': join('--base=vo', 'va', 'vb') == joined,
            'the same records': holds(joined) == +want,
            'the beginning': joined.startswith(base.text),
            'comments': all(joined.count('# by ' + w.who) == w.text.count('# by ' + w.who) for w in (a, b)),
            'order': [r[2] for r in records(joined)[1:]] == sorted(r[2] for r in records(joined)[1:]),
        }
        for _ in range(rng.randrange(4)):
            b.step()
        put('vb2', b.text)
        later = join('vab', 'vb2')
        want = holds(a.text) + holds(b.text)
        want.subtract(begin)
        checks['a later version'] = holds(later) == +want
        checks['a later version, with the base'] = join('--base=vb', 'vab', 'vb2') == later
        checks['a later version, the other way'] = join('vb2', 'vab') == later
        bad = [what for what, good in checks.items() if not good]
        if bad:
            sys.exit('pair %d of seed %d in %s: %s' % (i, seed, os.getcwd(), ', '.join(bad)))
    print(n, 'joined')


if __name__ == '__main__':
    main()
