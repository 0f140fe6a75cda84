# Reads a workbook with the standard library alone, and says whether it is what fasen-report's tsv says.
#
#	workbook.py values BOOK.xlsx TSV	every table of the tsv stands in the workbook with the same values
#	workbook.py parts BOOK.xlsx		a line for each sheet: its name, tables, charts, panes, print setup
#	workbook.py cells BOOK.xlsx SHEET	the sheet as tab-separated words
#	workbook.py formulas BOOK.xlsx		every formula in a cell
import datetime, re, sys, zipfile
import xml.etree.ElementTree as ET

NS = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
PACKAGE = '{http://schemas.openxmlformats.org/package/2006/relationships}Relationship'


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        self.words = ["".join(t.text or "" for t in s.iter('{%s}t' % NS['m']))
                      for s in self.xml('xl/sharedStrings.xml').findall('m:si', NS)]
        self.styles = self.xml('xl/styles.xml')
        self.formats = {int(f.get('numFmtId')): f.get('formatCode') for f in self.styles.iter('{%s}numFmt' % NS['m'])}
        self.cellxfs = [int(x.get('numFmtId')) for x in self.styles.find('m:cellXfs', NS)]
        book = self.xml('xl/workbook.xml')
        targets = self.targets('xl/workbook.xml')
        self.sheets = {s.get('name'): targets[s.get(REL)] for s in book.find('m:sheets', NS)}
        self.titles = {d.get('localSheetId'): d.text for d in book.iter('{%s}definedName' % NS['m'])
                       if d.get('name') == '_xlnm.Print_Titles'}

    def xml(self, name):
        return ET.fromstring(self.zip.read(name))

    def targets(self, name):
        folder, base = name.rsplit('/', 1)
        try:
            rels = self.xml('%s/_rels/%s.rels' % (folder, base))
        except KeyError:
            return {}
        found = {}
        for r in rels.iter(PACKAGE):
            parts = (folder + '/' + r.get('Target')).split('/')
            while '..' in parts:
                at = parts.index('..')
                del parts[at - 1:at + 1]
            found[r.get('Id')] = '/'.join(parts)
        return found

    def kind(self, cell):
        code = self.formats.get(self.cellxfs[int(cell.get('s', '0'))], '')
        return 'month' if 'mmm yyyy' in code else 'date' if 'yyyy' in code else 'number'

    def value(self, cell):
        v = cell.find('m:v', NS)
        if v is None:
            return ''
        if cell.get('t') == 's':
            return re.sub(r'_x005F_', '_', self.words[int(v.text)])
        kind = self.kind(cell)
        if kind != 'number':
            day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(v.text)))
            return day.isoformat()[:7 if kind == 'month' else 10]
        return float(v.text)

    def cells(self, name):
        grid = {}
        for cell in self.xml(self.sheets[name]).iter('{%s}c' % NS['m']):
            letters, row = re.match(r'([A-Z]+)(\d+)', cell.get('r')).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            grid[int(row), column] = self.value(cell)
        return grid

    def parts(self, name, kind):
        return [t for t in self.targets(self.sheets[name]).values() if '/%s' % kind in t]


def rows_of(grid):
    """Runs of cells from column A on, by row."""
    rows = {}
    for (row, column), value in sorted(grid.items()):
        rows.setdefault(row, []).append(value)
    return rows


def tables(path):
    block = []
    for line in open(path, encoding='utf-8').read().split('\n') + ['']:
        if line:
            block.append(line.split('\t'))
        elif block:
            yield block[0][0 + 1:], [r[1:] for r in block[1:]], block[1][0] if len(block) > 1 else None
            block = []


def unescaped(word):
    return re.sub(r'\\(.)', lambda m: {'t': '\ufffd', 'n': '\n', 'r': '\ufffd'}.get(m[1], m[1]), word)


def same(cell, word, figure):
    if isinstance(cell, float):
        return re.fullmatch(r'-?\d+(\.\d+)?', word) is not None and abs(cell - float(word)) < 1e-9
    if cell == '' or word == '':
        return cell == word
    # A figure and a date stand as they are; a code by its label, which is not the tsv's.
    if re.fullmatch(r'\d{4}-\d{2}(-\d{2})?', word):
        return cell == word
    return not figure


def values(path, tsv):
    book = Book(path)
    at = {}
    for name in book.sheets:
        for part in book.parts(name, 'tables/table'):
            t = book.xml(part)
            at[t.get('name')] = (name, t.get('ref'), [c.get('name') for c in t.iter('{%s}tableColumn' % NS['m'])])
    wrong = count = 0
    for columns, rows, view in tables(tsv):
        if view is None:
            continue
        name, ref, headings = at.pop(view.replace('.', '_'))
        grid = book.cells(name)
        first = int(re.match(r'[A-Z]+(\d+)', ref)[1])
        if len(headings) != len(columns):
            print('%s: %d columns, not %d' % (view, len(headings), len(columns)))
            wrong += 1
        for i, row in enumerate(rows):
            for j, word in enumerate(row):
                cell = grid.get((first + 1 + i, j + 1), '')
                figure = columns[j] not in LABELS and re.fullmatch(r'-?\d+(\.\d+)?', word)
                count += 1
                if not same(cell, unescaped(word), figure):
                    print('%s row %d %s: %r in the workbook, %r in tsv' % (view, i + 1, columns[j], cell, word))
                    wrong += 1
        if grid.get((first + 1 + len(rows), 1), '') == rows[0][0] and rows[0][0]:
            print('%s: more rows than the tsv' % view)
            wrong += 1
    at.pop('definities', None)
    for left in at:
        print('%s: in the workbook only' % left)
        wrong += 1
    print('%d values' % count if wrong == 0 else '%d of %d differ' % (wrong, count))
    return wrong == 0 and count > 0


LABELS = {'periode', 'client', 'naam', 'begeleider', 'team', 'landelijk', 'fase', 'signalen'}


def main():
    what, path = sys.argv[1:3]
    if what == 'values':
        return values(path, sys.argv[3])
    book = Book(path)
    for i, name in enumerate(book.sheets):
        if what == 'cells' and name == sys.argv[3]:
            for row in rows_of(book.cells(name)).values():
                print('\t'.join(str(v) for v in row).rstrip('\t'))
        root = book.xml(book.sheets[name])
        if what == 'formulas':
            for f in root.iter('{%s}f' % NS['m']):
                print('%s: %s' % (name, f.text))
        if what == 'parts':
            setup, pane = root.find('m:pageSetup', NS), root.find('.//m:pane', NS)
            charts = [c for d in book.parts(name, 'drawings/') for c in book.targets(d).values()]
            footer = root.find('.//m:oddFooter', NS)
            print('%s: %d tables, %d charts, %s, %s, %s, %s' % (
                name, len(book.parts(name, 'tables/')), len(charts),
                'frozen' if pane is not None and pane.get('state') == 'frozen' else 'not frozen',
                'A4 ' + setup.get('orientation') if setup is not None and setup.get('paperSize') == '9' else 'no A4',
                'titles' if str(i) in book.titles else 'no titles',
                'pages' if footer is not None and '&P' in footer.text and '&N' in footer.text else 'no pages'))
    return True


if __name__ == '__main__':
    sys.exit(0 if main() else 1)
