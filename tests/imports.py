#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""imports.py N SEED [FIRST]: N random histories of an export that is read every night, and of people who go on meanwhile.

The export gets new rows, changed and emptied cells, rows that share a client, days to come; people record, retract, edit files
by hand, unite and rename dossiers. A naive model says what must hold after each night:

  again     the same files on the same day, the next and two months later record not a byte, and reject the same rows
  shown     -n shows the records that the run then makes, with the same table
  added     what was in the files stays, byte for byte; fasen-check finds no new error
  new       each record says something that its dossier did not say, and nothing is said twice
  said      what a row that was taken says of the client is so afterwards, and its dated records stand, once each; what the map
            leaves (eenmalig), and what a person took back, stays as it was
  still     a row that did not change brings no event, goal or action, whatever people did
  rejected  a row that did not change and was taken is not rejected later, where nobody edited by hand
  table     the counts add up

Prints what went wrong with the seed and the calls of that history; exit 1 if anything did.
"""
import collections
import datetime
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys

MAPS = {
    'clienten': ['Team=Team', 'Begeleider=Begeleider{once}', 'Verwijzer=Verwijzer wissen', 'Einde=uitstroom.Op',
                 'Waarom=uitstroom.Reden'],
    'fasen': ['fase=fase.Fase', 'dag=fase.Op'],
    'metingen': ['domein=leefgebied.Leefgebied', 'score=leefgebied.Score', 'wens=leefgebied.Wens', 'dag=leefgebied.Op'],
    'doelen': ['{nr}=doel.Doel', 'tekst=doel.Tekst', 'termijn=doel.Termijn', '=doel.Leefgebied: wonen', 'stand=stand.Stand',
               '{nr}=stand.Doel', 'wp=werkpunt.Werkpunt', 'wptekst=werkpunt.Tekst', '{nr}=werkpunt.Doel', '=werkpunt.Wie: client'],
    'kaal': ['tekst=doel.Tekst', 'termijn=doel.Termijn', '=doel.Leefgebied: werk'],
    'gebeurd': ['besluit=intake.Besluit', 'bdag=intake.Op', 'evaluatie=evaluatie.Besluit', 'edag=evaluatie.Op',
                '=evaluatie.Soort: tussentijds', 'notitie=notitie.Tekst', 'ndag=notitie.Op', 'akkoord=akkoord.Akkoord',
                '=akkoord.Wie: client', '=akkoord.Waarop: delen', 'met=akkoord.Met', 'zingt=kracht.Tot', '=kracht.Leefgebied: wonen',
                '=kracht.Soort: kennis', '=kracht.Tekst: Zingt', 'zus=netwerk.Relatie', '=netwerk.Naam: Els'],
}
COLUMNS = {
    'clienten': 'Extern Naam Geboren Hulpvraag Vraag Aangemeld Team Begeleider Verwijzer Gemeente Einde Waarom',
    'fasen': 'Extern fase dag', 'metingen': 'Extern domein score wens dag',
    'doelen': 'Extern nr tekst termijn stand wp wptekst', 'kaal': 'Extern tekst termijn',
    'gebeurd': 'Extern besluit bdag evaluatie edag notitie ndag akkoord met zingt zus',
}
OF_CLIENT = ['Naam', 'Team', 'Begeleider', 'Verwijzer', 'Gemeente']
CALM = {'fase', 'intake', 'stand', 'notitie', 'evaluatie', 'akkoord', 'kracht', 'doel', 'werkpunt', 'indicatie', 'uitstroom'}
Record = collections.namedtuple('Record', 'kind fields taken comment text')


class Wrong(Exception):
    pass


def records(data):
    """The records of a dossier, in order of place: kind, fields as pairs, whether a retraction takes it back."""
    found, seen = [], collections.Counter()
    for block in re.split(r'\n\n+', data):
        comment = [line for line in block.split('\n') if line.startswith('#')]
        lines = [line for line in block.split('\n') if line and not line.startswith('#')]
        if not lines:
            continue
        fields = []
        for line in lines:
            if line.startswith('+'):
                fields[-1][1] += '\n' + line[2:]
            else:
                name, _, value = line.partition(':')
                fields.append([name, value[1:]])
        body = ''.join(line + '\n' for line in lines if not line.startswith('Client:'))
        digits = hashlib.sha256(body.encode()).hexdigest()[:12]
        seen[digits] += 1
        handle = digits if seen[digits] == 1 else '%s-%d' % (digits, seen[digits])
        found.append([fields[0][1], [tuple(f) for f in fields[2:]], False, comment, '\n'.join(lines), handle])
    by_handle = {r[5]: r for r in found}
    for r in reversed(found):
        if r[0] == 'intrekking' and not r[2]:
            target = by_handle.get(dict(r[1]).get('Wat'))
            if target is not None:
                target[2] = True
    return [Record(*r[:5]) for r in found]


def value(record, name):
    return next((v for n, v in record.fields if n == name), None)


def client_at(found, day):
    """The fields of client on a day: the first record first, then by Op and place."""
    state = {}
    order = [found[0]] + sorted((r for r in found[1:] if r.kind == 'client' and not r.taken), key=lambda r: value(r, 'Op') or '')
    for r in order:
        if r is not found[0] and (value(r, 'Op') or '') > day:
            continue
        for name in {n for n, _ in r.fields}:
            state[name] = [v for n, v in r.fields if n == name and v != '']
    return state


def signature(record):
    return record.kind, tuple((n, v) for n, v in record.fields if n not in ('Door', 'Vastgelegd'))


class History:
    def __init__(self, seed, number):
        self.r = random.Random('%s/%d' % (seed, number))
        self.folder = os.path.abspath('h%d' % number)
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder + '/d')
        self.day = datetime.date(2026, 5, 1)
        self.log = []
        self.once = self.r.random() < .4
        self.numbered = self.r.random() < .7
        self.files = [f for f in MAPS if f == 'clienten' or self.r.random() < .6]
        self.rows = {f: [] for f in self.files}
        self.people = [str(i) for i in range(1, 4)]
        self.last = {}          # rows that were taken, by file: as they were
        self.edited = False     # by hand since the last night
        self.acted = False
        self.counts = collections.Counter()
        for who in self.people:
            self.rows['clienten'].append(self.client(who))
        for f in self.files[1:]:
            for _ in range(self.r.randrange(5)):
                self.rows[f].append(self.row(f))

    # What the export says

    def some_day(self, first='2026-02-01', spread=130):
        day = datetime.date.fromisoformat(first) + datetime.timedelta(days=self.r.randrange(spread))
        # not one of the nights: what a row says of that day is not told apart from what a row without day says
        return str(day) if not '2026-05-01' <= str(day) <= '2026-05-12' else '2026-04-%02d' % day.day

    def client(self, who):
        pick = self.r.choice
        return {'Extern': who, 'Naam': 'Naam ' + who, 'Geboren': '1980-01-0' + who[-1], 'Hulpvraag': 'H', 'Vraag': 'wonen,werk',
                'Aangemeld': '2026-01-05', 'Team': pick(['', 'noord', 'zuid']), 'Begeleider': pick(['', 'anna', 'bram']),
                'Verwijzer': pick(['', 'huisarts', 'wijkteam']), 'Gemeente': pick(['', 'Ede']), 'Einde': '', 'Waarom': ''}

    def cell(self, f, column):
        pick = self.r.choice
        return {'Naam': lambda: 'Naam ' + pick('ABC'), 'Team': lambda: pick(['', 'noord', 'zuid', 'oost']),
                'Begeleider': lambda: pick(['', 'anna', 'bram', 'carla']), 'Verwijzer': lambda: pick(['', '', 'huisarts', 'wijkteam']),
                'Gemeente': lambda: pick(['', 'Ede', 'Epe']), 'Einde': lambda: pick(['', self.some_day('2026-04-01', 60)]),
                'Waarom': lambda: pick(['', 'verhuisd', 'volgens-plan']), 'fase': lambda: pick(['intake', 'opstart', 'analyse', 'planning']),
                'dag': lambda: pick(['', self.some_day(), self.some_day(), self.some_day('2026-06-01', 90)]),
                'domein': lambda: pick(['wonen', 'werk', 'relaties']), 'score': lambda: pick(['', '1', '2', '3', '4']),
                'wens': lambda: pick(['', 'Tuin', 'Rust']), 'nr': lambda: pick(['d1', 'd2', 'd3']), 'tekst': lambda: 'Doel ' + pick('ABCD'),
                'termijn': lambda: pick(['', 'kort', 'lang']), 'stand': lambda: pick(['', 'open', 'bezig', 'behaald']),
                'wp': lambda: '', 'wptekst': lambda: pick(['', 'Bellen', 'Lopen']), 'besluit': lambda: pick(['', 'wachtlijst', 'geplaatst']),
                'bdag': lambda: pick(['', self.some_day()]), 'evaluatie': lambda: pick(['', 'voortzetten', 'bijstellen']),
                'edag': lambda: pick(['', self.some_day()]), 'notitie': lambda: pick(['', 'Gebeld', 'Langs geweest']),
                'ndag': lambda: pick(['', self.some_day(), self.some_day('2026-06-01', 90)]),
                'akkoord': lambda: pick(['', 'ja', 'nee']), 'met': lambda: pick(['gemeente', 'school']),
                'zingt': lambda: pick(['', '2026-12-31', '2027-12-31']), 'zus': lambda: pick(['', 'zus', 'nicht'])}[column]()

    def row(self, f):
        if f == 'clienten':
            return self.client(self.r.choice(self.people))
        row = {c: 'x' if c == 'Extern' else self.cell(f, c) for c in COLUMNS[f].split()}
        row['Extern'] = self.r.choice(self.people)
        return self.settle(row)

    @staticmethod
    def settle(row):
        if row.get('akkoord') == '':
            row['met'] = ''
        if 'wp' in row:
            row['wp'] = row['nr'] + '.1' if row['wptekst'] else ''
        return row

    def change_export(self):
        for _ in range(self.r.randrange(3)):
            f = self.r.choice(self.files)
            way = self.r.random()
            if way < .2 and f == 'clienten' and len(self.people) < 5:
                self.people.append(str(len(self.people) + 1))
                self.rows[f].append(self.client(self.people[-1]))
            elif way < .35 and f != 'clienten':
                self.rows[f].append(self.row(f))
            elif way < .42 and self.rows[f] and f != 'clienten':
                self.rows[f].pop(self.r.randrange(len(self.rows[f])))
            elif way < .45 and f == 'clienten':
                self.rows[f].append(dict(self.r.choice(self.rows[f])))
            elif self.rows[f]:
                row = self.r.choice(self.rows[f])
                column = self.r.choice([c for c in COLUMNS[f].split() if c not in ('Extern', 'Geboren', 'Hulpvraag', 'Vraag', 'Aangemeld', 'wp')])
                row[column] = self.cell(f, column)
                self.settle(row)

    # What people do

    def run(self, who, *words):
        words = [w for w in words if w is not None] + ['--today=' + str(self.day)]
        done = subprocess.run(words, cwd=self.folder, env=dict(os.environ, FASEN_BY=who), capture_output=True, text=True, check=False)
        self.log.append('%s %s  -> %d' % (who, ' '.join("'%s'" % w if ' ' in w else w for w in words if '--map' not in w), done.returncode))
        if done.returncode < 0:
            raise Wrong('signal %d\n%s' % (-done.returncode, done.stderr))
        return done

    def paths(self):
        return sorted('d/' + n for n in os.listdir(self.folder + '/d') if n.endswith('.rec'))

    def read(self):
        data = {}
        for p in self.paths():
            with open(os.path.join(self.folder, p), encoding='utf-8') as f:
                data[p] = f.read()
        return data

    def write(self, path, text):
        with open(os.path.join(self.folder, path), 'w', encoding='utf-8') as f:
            f.write(text)

    def act(self):
        pick, paths = self.r.choice, self.paths()
        path, way = pick(paths), self.r.random()
        back = pick([None, None, '--date=' + self.some_day('2026-03-01', 60)])
        if way < .8:
            self.run('lisa', *pick([
                ['fasen-intake', '--amend', pick(['--team=west', '--begeleider=dora', '--team=', '--gemeente=Elst', '--naam=Anders']), back],
                ['fasen-intake', '--decide=' + pick(['geplaatst', 'wachtlijst']), back],
                ['fasen-advance', '--to=' + pick(['intake', 'opstart', 'analyse', 'planning']), '--override', '--reden=r', back],
                ['fasen-plan', '--status=' + pick(['open', 'bezig', 'behaald']), '--doel=' + pick(['d1', 'd2'])],
                ['fasen-plan', '--goal=' + pick(['Doel L', 'Doel M']), '--leefgebied=wonen'],
                ['fasen-plan', '--action=Doen', '--doel=' + pick(['d1', 'd2']), '--wie=client'],
                ['fasen-plan', '--amend=d1', pick(['--tekst=Doel L beter', '--termijn=lang'])],
                ['fasen-plan', pick(['--agree=delen', '--refuse=delen']), '--wie=client', '--met=' + pick(['gemeente', 'school'])],
                ['fasen-plan', '--evaluate=' + pick(['voortzetten', 'bijstellen']), '--soort=tussentijds', back],
                ['fasen-plan', '--note=Gesproken', back],
                ['fasen-domains', '--scores=wonen=%d' % self.r.randrange(1, 5), back],
                ['fasen-domains', '--domain=wonen', pick(['--nvt=Later', '--wens=Kat'])],
                ['fasen-domains', '--network=Els', '--relatie=tante'],
                ['fasen-domains', '--strength=Zingt', '--leefgebied=wonen', '--soort=kennis', '--tot=2027-03-01'],
                ['fasen-advance', '--close=' + pick(['volgens-plan', 'eenzijdig-client']), back],
                ['fasen-advance', '--reopen'],
                ['fasen-retract', '--last', '--reden=x'],
            ]), '-i', path)
        elif way < .9:
            self.edit(path)
        elif way < .95 and len(paths) > 1:
            a, b = sorted(self.r.sample(paths, 2))
            done = self.run('lisa', 'fasen-check', '--unite', a, b, '--same-person', '--phases-of=' + pick('AB'))
            if done.returncode in (0, 1) and done.stdout:
                self.write(a, done.stdout)
                os.remove(os.path.join(self.folder, b))
                self.log.append('  %s takes over %s' % (a, b))
                self.united = True
        else:
            new = 'n%d' % self.r.randrange(10**6)
            text = re.sub(r'(?m)^Client: .*$', 'Client: ' + new, self.read()[path])
            os.remove(os.path.join(self.folder, path))
            self.write('d/%s.rec' % new, text)
            self.log.append('  %s is renamed %s' % (path, new))
            self.edited = True
        self.acted = True

    def edit(self, path):
        """By hand, in an editor: another value in a record."""
        text = self.read()[path]
        old, new = self.r.choice([('Team: noord', 'Team: west'), ('Score: 2', 'Score: 3'), ('Tekst: Doel A', 'Tekst: Doel Aa'),
                                  ('Fase: intake', 'Fase: opstart'), ('Reden: verhuisd', 'Reden: overeenstemming'),
                                  ('Besluit: wachtlijst', 'Besluit: geplaatst'), ('Stand: bezig', 'Stand: open'), ('Naam: Naam', 'Naam: Nam')])
        if old in text:
            self.write(path, text.replace(old, new, 1))
            self.log.append('  in %s: %s becomes %s' % (path, old, new))
            self.edited = True

    # A night

    def write_files(self):
        for f in self.files:
            columns = COLUMNS[f].split()
            self.write(f + '.csv', ''.join(';'.join(cells) + '\n' for cells in [columns] + [[row[c] for c in columns] for row in self.rows[f]]))

    def call(self, f, dry):
        maps = ['--map=' + m.format(once=' eenmalig' if self.once else '', nr='nr') for m in MAPS[f]]
        return self.run('export', 'fasen-intake', '--csv', '--update', '-d', 'd', *(['-n'] if dry else []), *maps, f + '.csv')

    def import_all(self, show):
        """Each file: what -n shows, then the run. Returns the rejected rows, and records added."""
        rejected, added = set(), []
        for f in self.files:
            before = self.read()
            shown = self.call(f, True) if show else None
            if self.read() != before:
                raise Wrong('-n changed something')
            done = self.call(f, False)
            after = self.read()
            new = []
            for path, text in after.items():
                if not text.startswith(before.get(path, '')):
                    raise Wrong('%s: what was there has changed' % path)
                if path in before:
                    new += [r for r in records(text)[len(records(before[path])):]]
                else:
                    new += records(text)
            got = sorted(r.text for r in new)
            want = sorted(r.text for r in records(shown.stdout)) if show else got
            if got != want:
                raise Wrong('%s: -n shows\n%s\nand recorded is\n%s' % (f, '\n\n'.join(want), '\n\n'.join(got)))
            if show and (shown.stderr != done.stderr or shown.returncode != done.returncode):
                raise Wrong('%s: -n says\n%s\nand the run\n%s' % (f, shown.stderr, done.stderr))
            self.log += ['    ' + line for line in done.stderr.split('\n') if ': error' in line]
            self.table(f, done)
            rejected |= {(f, int(n)) for n in re.findall(r'%s\.csv:(\d+): error' % f, done.stderr)}
            self.check_new(f, before, after)
            added += [(f, r) for r in new]
        return rejected, added

    def table(self, f, done):
        last = re.findall(r'(\d+) rows?: (\d+) registered, (\d+) updated, (\d+) known and left as they are, (\d+) rejected', done.stderr)
        if not last and not self.rows[f]:
            return
        n = [int(x) for x in last[-1]]
        if n[0] != sum(n[1:]) or n[0] != len(self.rows[f]):
            raise Wrong('%s: the table does not add up: %s' % (f, n))
        if sum(int(x) for x in re.findall(r'rejected, \w[\w-]*: (\d+)', done.stderr)) != n[4]:
            raise Wrong('%s: the reasons do not add up' % f)
        if len(set(re.findall(r'%s\.csv:(\d+): error' % f, done.stderr))) != n[4]:
            raise Wrong('%s: not each rejected row is said' % f)

    def check_new(self, f, before, after):
        for path, text in after.items():
            found = records(text)
            old = len(records(before[path])) if path in before else len(found)
            for i in range(old, len(found)):
                r = found[i]
                if r.kind in ('intrekking',):
                    continue
                for o in found[:i]:
                    if not o.taken and signature(o) == signature(r):
                        raise Wrong('%s: recorded twice in %s:\n%s' % (f, path, r.text))

    def find(self, data, who):
        """The dossier of an Extern, by the naive model: the first that has it now, else one that had it taken over."""
        now, was = [], []
        for path, text in data.items():
            found = records(text)
            if client_at(found, '9999').get('Extern') == [who]:
                now.append(path)
            if any(n == 'Vervangt_extern' and v.split(' ', 1)[1:] == [who] for r in found if r.kind == 'client' and not r.taken for n, v in r.fields):
                was.append(path)
        return (now, False) if now else (was, True)

    def check_said(self, rejected, data):
        """What taken rows say is so."""
        today = str(self.day)
        for f in self.files:
            for i, row in enumerate(self.rows[f]):
                if (f, i + 2) in rejected:
                    continue
                paths, over = self.find(data, row['Extern'])
                if len(paths) != 1:
                    if not paths:
                        raise Wrong('%s.csv:%d: its client is nowhere' % (f, i + 2))
                    continue
                found = records(data[paths[0]])
                if f == 'clienten' and not over:
                    self.said_of_client(row, found, today, i)
                if not over or f != 'metingen':
                    self.said_dated(f, i, row, found)

    def said_of_client(self, row, found, today, i):
        state = client_at(found, today)
        for name in OF_CLIENT:
            if name == 'Begeleider' and self.once:
                continue
            want = [row[name]] if row[name] else [] if name == 'Verwijzer' else None
            if want is None or state.get(name, []) == want:
                continue
            if any(r.taken and value(r, name) == row[name] for r in found):
                continue
            raise Wrong('clienten.csv:%d: %s is %s, expected %s' % (i + 2, name, state.get(name), want))

    def said_dated(self, f, i, row, found):
        for kind, day, fields in {
                'fasen': [('fase', 'dag', [('fase', 'Fase')])],
                'metingen': [('leefgebied', 'dag', [('domein', 'Leefgebied'), ('score', 'Score'), ('wens', 'Wens')])],
                'gebeurd': [('intake', 'bdag', [('besluit', 'Besluit')]), ('evaluatie', 'edag', [('evaluatie', 'Besluit')]),
                            ('notitie', 'ndag', [('notitie', 'Tekst')])]}.get(f, []):
            if not row[day] or not any(row[c] for c, _ in fields if c != 'domein'):
                continue
            for column, name in fields:
                if row[column] and not any(r.kind == kind and value(r, 'Op') == row[day] and value(r, name) == row[column] for r in found):
                    raise Wrong('%s.csv:%d: no %s of %s with %s: %s' % (f, i + 2, kind, row[day], name, row[column]))

    def clean(self):
        done = self.run('lisa', 'fasen-check', 'd')
        return {re.sub(r':\d+: ', ': ', line) for line in done.stdout.split('\n') if ' error: ' in line}

    def night(self):
        self.write_files()
        errors = self.clean()
        for f in self.files:
            self.log.append('  %s.csv: %s' % (f, ' | '.join(';'.join(r.values()) for r in self.rows[f])))
        rejected, added = self.import_all(True)
        if self.clean() - errors:
            raise Wrong('fasen-check: %s' % (self.clean() - errors))
        data = self.read()
        self.check_said(rejected, data)
        self.counts['rows'] += sum(len(r) for r in self.rows.values())
        self.counts['rejected'] += len(rejected)
        self.counts['added'] += len(added)
        unchanged = {(f, tuple(row.values())) for f in self.files for row in self.rows[f]} & self.last.keys()
        same = all((f, tuple(row.values())) in unchanged for f in self.files for row in self.rows[f]) and self.last
        if not self.edited:
            for f in self.files:
                for i, row in enumerate(self.rows[f]):
                    if (f, i + 2) in rejected and self.last.get((f, tuple(row.values()))) and same:
                        raise Wrong('%s.csv:%d: was taken, and is rejected' % (f, i + 2))
            if same:
                for f, r in added:
                    if r.kind in CALM and all(taken for (g, _), taken in self.last.items() if g == f) and (r.kind not in ('doel', 'werkpunt') or value(r, 'Leefgebied' if r.kind == 'doel' else 'Wie')):
                        raise Wrong('%s: recorded though nothing changed in the export:\n%s' % (f, r.text))
        self.log.append('  -- again')
        for days in (0, self.r.choice((1, 60))):
            self.day += datetime.timedelta(days=days)
            again, more = self.import_all(False)
            self.day -= datetime.timedelta(days=days)
            if more or self.read() != data:
                raise Wrong('recorded again after %d days:\n%s' % (days, '\n\n'.join(r.text for _, r in more)))
            if again != rejected:
                raise Wrong('other rows are rejected after %d days: %s, and first %s' % (days, sorted(again), sorted(rejected)))
        self.last = {(f, tuple(row.values())): (f, i + 2) not in rejected for f in self.files for i, row in enumerate(self.rows[f])}
        self.edited = self.acted = False

    def live(self, nights):
        for _ in range(nights):
            self.night()
            self.day += datetime.timedelta(days=1)
            if self.r.random() < .6:
                self.change_export()
            for _ in range(self.r.randrange(4)):
                self.act()
        self.night()


def main(number, seed, first=0):
    wrong, total = 0, collections.Counter()
    for k in range(first, first + number):
        history = History(seed, k)
        try:
            history.live(8)
        except Wrong as why:
            wrong += 1
            print('history %s/%d, %s:\n%s\n# %s\n' % (seed, k, history.day, why, '\n# '.join(history.log[-400:])), flush=True)
            continue
        finally:
            total += history.counts
        shutil.rmtree(history.folder)
    print('%d histories, %d rows, %d rejected, %d records: %d wrong' % (
        number, total['rows'], total['rejected'], total['added'], wrong))
    return wrong > 0


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), sys.argv[2], *(int(a) for a in sys.argv[3:])))
