#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""mistakes.py SAMPLES FOLDER N SEED: seeds N mistakes, each in a good dossier of its own, runs fasen-check
over them and prints for each kind of mistake how many were made and how many found, at the right line
and under the right code; those missed are printed behind a #."""
import collections
import os
import random
import subprocess
import sys

TODAY = '2026-11-01'
FAR = '2190-05-05'
CODED = {('client', 'Vraag'), ('intake', 'Besluit'), ('fase', 'Fase'), ('leefgebied', 'Leefgebied'),
         ('leefgebied', 'Schaal'), ('kracht', 'Leefgebied'), ('kracht', 'Soort'), ('netwerk', 'Leefgebied'),
         ('doel', 'Leefgebied'), ('doel', 'Termijn'), ('stand', 'Stand'), ('akkoord', 'Waarop'),
         ('akkoord', 'Akkoord'), ('evaluatie', 'Soort'), ('evaluatie', 'Besluit'), ('uitstroom', 'Reden')}
REPEAT = {('client', 'Vraag'), ('client', 'Contact'), ('fase', 'Afwijking'), ('doel', 'Kracht'),
          ('akkoord', 'Afspraak'), ('akkoord', 'Vervalt'), ('evaluatie', 'Aanwezig'), ('notitie', 'Doel')}
REQUIRED = {'intake': ['Op', 'Besluit'], 'fase': ['Op', 'Fase'], 'leefgebied': ['Op', 'Leefgebied'],
            'kracht': ['Leefgebied', 'Soort', 'Tekst'], 'netwerk': ['Naam', 'Relatie'],
            'doel': ['Op', 'Doel', 'Leefgebied', 'Tekst'], 'werkpunt': ['Op', 'Werkpunt', 'Doel', 'Tekst', 'Wie'],
            'stand': ['Op', 'Stand'], 'akkoord': ['Op', 'Wie', 'Waarop', 'Akkoord'],
            'evaluatie': ['Op', 'Soort', 'Besluit'], 'notitie': ['Op', 'Tekst'], 'uitstroom': ['Op', 'Reden'],
            'client': ['Naam', 'Aangemeld', 'Hulpvraag']}
KEYS = {'leefgebied': 'Leefgebied', 'netwerk': 'Naam', 'doel': 'Doel', 'werkpunt': 'Werkpunt'}
DATES = {'Op', 'Vastgelegd', 'Aangemeld', 'Geboren', 'Streefdatum', 'Volgende', 'Nazorg'}
OURS = set(sum(REQUIRED.values(), [])) | DATES | {'Begeleider', 'Verwijzer', 'Gemeente', 'Situatie', 'Prioriteit',
                                                  'Toelichting', 'Relatie', 'Termijn', 'Verwachte_weken', 'Geeft'}


class Record:
    """Fields of one line each; at is the index of the line."""

    def __init__(self, start):
        self.start, self.stop, self.fields = start, start, []

    def get(self, name):
        return next((value for field, value, _ in self.fields if field == name), '')

    def at(self, name):
        return next((at for field, _, at in self.fields if field == name), None)

    @property
    def kind(self):
        return self.get('Record')


class Dossier:
    def __init__(self, text):
        self.lines = text.split(b'\n')[:-1]
        self.read()

    def read(self):
        self.records, record = [], None
        for i, line in enumerate(self.lines):
            if not line.strip():
                record = None
            elif line[:1] not in b'#+':
                if record is None:
                    record = Record(i)
                    self.records.append(record)
                name, _, value = line.decode().partition(':')
                record.fields.append((name, value.strip(), i))
            if record is not None:
                record.stop = i + 1

    def set(self, at, name, value):
        self.lines[at] = ('%s: %s' % (name, value)).encode()

    def begins(self, record):
        """The first record of its key, or an event."""
        key = KEYS.get(record.kind)
        if record.kind == 'client':
            return record is self.records[0]
        return key is None or record is next(r for r in self.records
                                             if r.kind == record.kind and r.get(key) == record.get(key))

    def of(self, *kinds):
        return [r for r in self.records if r.kind in kinds]

    def fields(self, test):
        return [(r, f, v, at) for r in self.records for f, v, at in r.fields if test(r, f, v, at)]

    def single(self, at):
        """No further line belongs to the value."""
        return at + 1 >= len(self.lines) or self.lines[at + 1][:1] != b'+'


def pick(rng, many):
    return rng.choice(many) if many else None


def slip(rng, word):
    """One edit that is no other word of the method: neighbours swapped, a letter lost or doubled."""
    while True:
        i = rng.randrange(1, len(word) - 1) if len(word) > 2 else 0
        new = rng.choice([word[:i] + word[i + 1] + word[i] + word[i + 2:] if i + 1 < len(word) else word,
                          word[:i] + word[i + 1:], word[:i] + word[i] + word[i:]])
        if new != word and new:
            return new


def code(d, rng):
    _, f, v, at = pick(rng, d.fields(lambda r, f, v, at: (r.kind, f) in CODED and len(v) > 1)) or (None,) * 4
    if at is None:
        return None
    d.set(at, f, slip(rng, v))
    return [at], ['reference', 'value']


def impossible_date(d, rng):
    _, f, v, at = pick(rng, d.fields(lambda r, f, v, at: f in DATES and v))
    d.set(at, f, rng.choice([v[:5] + '02-30', v[:5] + '13' + v[7:], v[:8] + '00', v[8:] + '-' + v[5:7] + '-' + v[:4],
                             '1899' + v[4:], v.replace('-', ''), v + 'T00:00']))
    return [at], ['date', 'value']


def lost_blank(d, rng):
    r = pick(rng, [r for r in d.records[1:] if not d.lines[r.start - 1] and d.lines[r.start - 2]])
    del d.lines[r.start - 1]
    return [r.start - 1], ['lost-blank']


def repeated(d, rng):
    r, f, v, at = pick(rng, d.fields(lambda r, f, v, at: (r.kind, f) not in REPEAT and f in OURS and d.single(at)))
    d.lines.insert(at + 1, d.lines[at])
    return [at + 1], ['repeated']


def dropped(d, rng):
    r, f, v, at = pick(rng, d.fields(lambda r, f, v, at: f in REQUIRED.get(r.kind, []) and d.begins(r) and d.single(at)))
    del d.lines[at]
    return [r.start], ['missing']


def emptied(d, rng):
    r, f, v, at = pick(rng, d.fields(lambda r, f, v, at: f in REQUIRED.get(r.kind, []) and d.begins(r) and d.single(at)))
    d.set(at, f, '')
    return [r.start], ['missing']


def dangling(d, rng):
    found = pick(rng, d.fields(lambda r, f, v, at: v and ((r.kind in ('stand', 'notitie') and f in ('Doel', 'Werkpunt')) or
                                                          (r.kind == 'werkpunt' and f == 'Doel') or f == 'Onder')))
    if found is None:
        return None
    d.set(found[3], found[1], rng.choice(['d97', 'd1.97', 'doel']))
    return [found[3]], ['unknown-key']


def swapped_phases(d, rng):
    if d.records[0].get('Vastgelegd'):
        return None
    phases = d.of('fase')
    pairs = [(x, y) for x, y in zip(phases, phases[1:]) if x.get('Op') != y.get('Op') and
             not any(r.get('Reden') or r.get('Afwijking') or r.get('Streefdatum') for r in phases)]
    if not pairs:
        return None
    x, y = pick(rng, pairs)
    d.set(x.at('Op'), 'Op', y.get('Op'))
    d.set(y.at('Op'), 'Op', x.get('Op'))
    return [r.start for r in phases], ['phase-order']


def born_late(d, rng):
    r = d.records[0]
    if not r.get('Geboren'):
        return None
    d.set(r.at('Geboren'), 'Geboren', r.get('Aangemeld')[:4] + '-12-31')
    return [r.at('Geboren')], ['birth']


def born_early(d, rng):
    r = d.records[0]
    if not r.get('Geboren') or r.get('Aangemeld') < '2021':
        return None
    d.set(r.at('Geboren'), 'Geboren', '1900' + r.get('Geboren')[4:])
    return [r.at('Geboren')], ['birth']


def wrong_key(d, rng):
    def uses(kind, v):
        return [at for r, f, value, at in d.fields(lambda r, f, x, at: x == v and (
            (r.kind in ('stand', 'notitie') and f == ('Doel' if kind == 'doel' else 'Werkpunt')) or
            (kind == 'doel' and r.kind == 'werkpunt' and f == 'Doel')))]
    begun = [r for r in d.of('doel', 'werkpunt') if d.begins(r) and uses(r.kind, r.get(KEYS[r.kind]))]
    if not begun:
        return None
    r = pick(rng, begun)
    key = KEYS[r.kind]
    lines = uses(r.kind, r.get(key)) + [x.start for x in d.of(r.kind) if x.get(key) == r.get(key)]
    d.set(r.at(key), key, r.get(key) + '7')
    return lines, ['unknown-key', 'missing']


def unknown_kind(d, rng):
    r = pick(rng, [r for r in d.records[1:]])
    at = r.at('Record')
    d.set(at, 'Record', slip(rng, r.kind))
    return [at], ['kind']


def unknown_field(d, rng):
    found = pick(rng, d.fields(lambda r, f, v, at: f in OURS and len(f) > 3))
    d.lines[found[3]] = d.lines[found[3]].replace(found[1].encode(), slip(rng, found[1]).encode(), 1)
    return [found[3]], ['field']


def conflict(d, rng):
    at = rng.randrange(len(d.lines))
    d.lines.insert(at, rng.choice([b'<<<<<<< HEAD', b'=======', b'>>>>>>> anna', b'||||||| 1234567']))
    return [at], ['conflict']


def bad_byte(d, rng):
    at = pick(rng, [i for i, line in enumerate(d.lines) if line])
    i = rng.randrange(len(d.lines[at]) + 1)
    d.lines[at] = d.lines[at][:i] + rng.choice([b'\xff', b'\xc0\xaf', b'\xed\xa0\x80', b'\xe9']) + d.lines[at][i:]
    return [at], ['utf8']


def nul(d, rng):
    at = pick(rng, [i for i, line in enumerate(d.lines) if line])
    d.lines[at] += b'\0'
    return [at], ['nul']


def other_client(d, rng):
    r = pick(rng, [r for r in d.records[1:] if r.kind != 'client'])
    d.set(r.at('Client'), 'Client', 'iemand-anders')
    return [r.start], ['first']


def bad_client(d, rng):
    r = pick(rng, d.records)
    d.set(r.at('Client'), 'Client', rng.choice(['../weg', '-x', 'a b', 'é', '']))
    return [r.at('Client')], ['id']


def future(d, rng):
    r, f, v, at = pick(rng, d.fields(lambda r, f, v, at: f in ('Op', 'Vastgelegd') and r is not d.records[0]))
    d.set(at, f, FAR)
    return [at], ['future']


def too_early(d, rng):
    r = pick(rng, [r for r in d.records[1:] if r.get('Op')])
    d.set(r.at('Op'), 'Op', '1950-01-01')
    return [r.at('Op')], ['before-registration']


def off_scale(d, rng):
    found = pick(rng, d.fields(lambda r, f, v, at: v and f in ('Score', 'Tevredenheid', 'Samenwerking', 'Prioriteit')))
    if found is None:
        return None
    d.set(found[3], found[1], rng.choice(['0' if found[0].kind != 'stand' else '3', '111', 'vier', '3.5']))
    return [found[3]], ['score', 'value']


def bsn(d, rng):
    r = d.records[0]
    if not r.get('BSN'):
        return None
    at, v = r.at('BSN'), r.get('BSN')
    i = rng.randrange(9)
    d.set(at, 'BSN', rng.choice([v[:i] + str((int(v[i]) + 1) % 10) + v[i + 1:], v[:8], v + '0']))
    return [at], ['value']


def double_record(d, rng):
    i = rng.randrange(1, len(d.records))
    r = d.records[i]
    body = d.lines[r.start:r.stop]
    d.lines += [b''] * bool(d.lines[-1]) + body + [b'']
    return [len(d.lines) - 1 - len(body)], ['double-record']


def no_field(d, rng):
    at = pick(rng, [r.start + rng.randrange(1, r.stop - r.start + 1) for r in d.records])
    d.lines.insert(at, rng.choice([b'zomaar een regel', b'Tekst zonder dubbele punt', b'=> verder', b'2x: ja']))
    return [at], ['syntax']


def cut_value(d, rng):
    at = pick(rng, [i for i, line in enumerate(d.lines) if line[:1] not in (b'#', b'') and b': ' in line])
    d.lines[at:at + 1] = [d.lines[at], b'', b'+ en verder']
    return [at + 2], ['syntax']


def after_closing(d, rng):
    if not d.of('uitstroom') or d.records.index(d.of('uitstroom')[-1]) < d.records.index(d.of('fase')[-1]):
        return None
    body = ['Record: leefgebied', 'Client: ' + d.records[0].get('Client'), 'Op: 2026-10-31', 'Leefgebied: wonen', 'Score: 3', '']
    d.lines += [line.encode() for line in body]
    return [len(d.lines) - 4], ['after-closing']


def nvt_and_score(d, rng):
    r = pick(rng, [r for r in d.of('leefgebied') if r.get('Score')])
    if r is None:
        return None
    d.lines.insert(r.at('Score') + 1, b'Nvt: later')
    return [r.at('Score') + 1], ['nvt-score']


def circle(d, rng):
    r = pick(rng, [r for r in d.of('doel') if d.begins(r) and not r.get('Onder')])
    if r is None:
        return None
    d.lines.insert(r.at('Doel') + 1, ('Onder: ' + r.get('Doel')).encode())
    return [r.at('Doel') + 1], ['circle']


def headless(d, rng):
    del d.lines[:d.records[1].start]
    return [0], ['first']


def newer_format(d, rng):
    at = d.records[0].at('Client') + 1
    d.lines.insert(at, b'Formaat: 2')
    return [at], ['format']


def no_name(d, rng):
    found = pick(rng, d.fields(lambda r, f, v, at: f == 'Wie' and v in ('client', 'netwerk', 'begeleider')))
    if found is None:
        return None
    d.set(found[3], 'Wie', slip(rng, found[2]))
    return [found[3]], ['word']


def wrong_phase(d, rng):
    if d.records[0].get('Vastgelegd'):
        return None
    phases = d.of('fase')
    back = [y for x, y in zip(phases, phases[1:]) if x.get('Fase') != 'evaluatie' and y.get('Fase') != 'aanmelding' and
            not y.get('Reden') and not y.get('Afwijking') and not y.get('Streefdatum')]
    if not back:
        return None
    r = pick(rng, back)
    d.set(r.at('Fase'), 'Fase', 'uitstroom' if r is phases[1] else 'aanmelding')
    return [r.start], ['phase-order']


def target(d, rng):
    found = pick(rng, d.fields(lambda r, f, v, at: v and f in ('Streefdatum', 'Volgende', 'Nazorg') and r.get('Op')))
    if found is None:
        return None
    d.set(found[3], found[1], '1999-01-01')
    return [found[3]], ['target']


def recorded_early(d, rng):
    r = pick(rng, [r for r in d.records[1:] if r.get('Op') and r.kind not in ('client', 'doel', 'werkpunt', 'netwerk') and not r.get('Vastgelegd')])
    if r is None:
        return None
    d.lines.insert(r.at('Op') + 1, b'Vastgelegd: 2001-01-01')
    return [r.at('Op') + 1], ['recorded-early']


def double_goal(d, rng):
    r = pick(rng, [r for r in d.of('doel') if d.begins(r)])
    if r is None:
        return None
    body = d.lines[r.start:r.stop]
    i = r.at('Tekst') - r.start
    body[i] = 'Tekst: Iets heel anders'.encode()
    d.lines += body + [b'']
    return [len(d.lines) - 1 - len(body)], ['double-key']


def agreed_on_nothing(d, rng):
    r = pick(rng, [r for r in d.of('akkoord') if r.get('Waarop') in ('plan', 'evaluatie', 'persoonsbeschrijving')])
    if r is None or any(x.get('Op') == '' or x.get('Op') <= d.records[0].get('Aangemeld')
                        for x in d.of('doel', 'kracht', 'leefgebied', 'evaluatie')):
        return None
    d.set(r.at('Op'), 'Op', d.records[0].get('Aangemeld'))
    return [r.start], ['agreement']


def about_nothing(d, rng):
    r = pick(rng, d.of('stand'))
    if r is None:
        return None
    gone = [at for f, _, at in r.fields if f in ('Doel', 'Werkpunt')]
    for at in reversed(gone):
        del d.lines[at]
    return [r.start], ['missing']


def not_begun(d, rng):
    r = pick(rng, d.of('stand'))
    if r is None:
        return None
    d.set(r.at('Op'), 'Op', d.records[0].get('Aangemeld'))
    return [r.at('Doel'), r.at('Werkpunt')], ['not-begun']


MISTAKES = [code, impossible_date, lost_blank, repeated, dropped, emptied, dangling, swapped_phases, born_late, born_early,
            wrong_key, unknown_kind, unknown_field, conflict, bad_byte, nul, other_client, bad_client, future, too_early,
            off_scale, bsn, double_record, no_field, cut_value, after_closing, nvt_and_score, circle, headless,
            newer_format, no_name, wrong_phase, target, recorded_early, double_goal, agreed_on_nothing, about_nothing,
            not_begun]


def seed(samples, folder, n, rng):
    """Writes the dossiers; returns file -> (mistake, lines, codes)."""
    texts = [(name[:-4], open(os.path.join(samples, name), 'rb').read())
             for name in sorted(os.listdir(samples)) if name.endswith('.rec')]
    wanted, i = {}, 0
    while len(wanted) < n:
        mistake = MISTAKES[i % len(MISTAKES)]
        i += 1
        old, text = rng.choice(texts)
        client = '%s-%04d' % (mistake.__name__.replace('_', '-'), len(wanted))
        dossier = Dossier(text.replace(b'Client: %s\n' % old.encode(), b'Client: %s\n' % client.encode()))
        made = mistake(dossier, rng)
        if made is None:
            continue
        path = os.path.join(folder, client + '.rec')
        with open(path, 'wb') as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(b''.join(line + b'\n' for line in dossier.lines))
        wanted[path] = mistake.__name__, {at + 1 for at in made[0] if at is not None}, set(made[1])
    return wanted


def main():
    samples, folder, n, start = sys.argv[1:]
    wanted = seed(samples, folder, int(n), random.Random(int(start)))
    run = subprocess.run(['fasen-check', '-T', 'tsv', '--today=' + TODAY, folder], stdout=subprocess.PIPE, check=False)
    found = collections.defaultdict(list)
    for row in run.stdout.decode().splitlines()[1:]:
        file, line, _, _, what = row.split('\t')[:5]
        found[file].append((int(line or 0), what))
    made, seen = collections.Counter(), collections.Counter()
    for path, (mistake, lines, codes) in wanted.items():
        made[mistake] += 1
        good = any(line in lines and what in codes for line, what in found[path])
        seen[mistake] += good
        if not good:
            print('#', os.path.basename(path), sorted(lines), sorted(codes), 'found', found[path][:5])
    for mistake in made:
        print(mistake, made[mistake], seen[mistake])
    sys.exit(0 if made == seen and run.returncode == 2 else 1)


if __name__ == '__main__':
    main()
