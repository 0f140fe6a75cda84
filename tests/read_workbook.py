# SPDX-License-Identifier: ISC
"""Reads a workbook (ECMA-376) with nothing but zip and XML.

read_workbook.py values BOOK TSV   holds every cell of every table against the tsv
read_workbook.py facts BOOK        prints what is in it, a line a fact
read_workbook.py cells BOOK        prints all texts in cells, a line each
read_workbook.py charts BOOK       prints how many charts there are, how many a page break cuts, and what they are said to show
"""
import datetime
import posixpath
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def decoded(s):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), s)


def place(ref):
    letters, digits = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", ref).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        bad = self.zip.testzip()
        if bad:
            sys.exit("the zip is damaged at " + bad)
        self.parts = {n: tree.fromstring(self.zip.read(n)) for n in self.zip.namelist()}
        strings = self.parts.get("xl/sharedStrings.xml")
        self.strings = [] if strings is None else [decoded("".join(t.text or "" for t in s.iter(MAIN + "t"))) for s in strings]
        styles = self.parts["xl/styles.xml"]
        own = {int(f.get("numFmtId")): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
        self.formats = [own.get(int(x.get("numFmtId")), x.get("numFmtId")) for x in styles.find(MAIN + "cellXfs")]
        book = self.parts["xl/workbook.xml"]
        targets = self.links("xl/workbook.xml")
        self.sheets = [(s.get("name"), targets[s.get(LINK + "id")][1]) for s in book.iter(MAIN + "sheet")]
        self.names = [(n.get("name"), int(n.get("localSheetId") or -1), n.text) for n in book.iter(MAIN + "definedName")]

    def links(self, part):
        """Where the relations of a part lead: id -> (type, part)."""
        folder, name = posixpath.split(part)
        found = self.parts.get(posixpath.join(folder, "_rels", name + ".rels"))
        return {} if found is None else {
            r.get("Id"): (posixpath.basename(r.get("Type")), posixpath.normpath(posixpath.join("/", folder, r.get("Target"))).lstrip("/"))
            for r in found}

    def linked(self, part, kind):
        return [p for k, p in self.links(part).values() if k == kind]

    def cells(self, part):
        """(row, column) -> (value, format): text, number or None."""
        found = {}
        for c in self.parts[part].iter(MAIN + "c"):
            v = c.find(MAIN + "v")
            value = None
            if c.get("t") == "s":
                value = self.strings[int(v.text)]
            elif c.get("t") in ("str", "inlineStr"):
                value = "".join(t.text or "" for t in c.iter(MAIN + "t"))
            elif v is not None:
                value = float(v.text)
            found[place(c.get("r"))] = (value, self.formats[int(c.get("s") or 0)])
        return found

    def tables(self):
        """Name of the table -> (sheet, part of the sheet, first row, column, last row, column, headings)."""
        found = {}
        for name, part in self.sheets:
            for path in self.linked(part, "table"):
                t = self.parts[path]
                first, last = (place(p) for p in t.get("ref").split(":"))
                heads = [decoded(c.get("name")) for c in t.iter(MAIN + "tableColumn")]
                found[t.get("displayName")] = (name, part, first[0], first[1], last[0], last[1], heads, t.find(MAIN + "autoFilter") is not None)
        return found


def day(serial):
    return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(serial))


def same(value, form, want, words, key):
    if want == "":
        return value is None or value == ""
    if re.fullmatch(r"-?\d+(\.\d+)?", want) and isinstance(value, float):
        return value == float(want) and "y" not in str(form)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", want):
        return isinstance(value, float) and "d" in str(form) and day(value).isoformat() == want
    if re.fullmatch(r"\d{4}-\d\d", want) and isinstance(value, float):
        return "yy" in str(form) and day(value).isoformat() == want + "-01"
    if not isinstance(value, str) or (want == "x") != (value == "x"):
        return False
    # A word is shown by a label: the same one each time, and no other word's.
    plain = want.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\")
    return value == plain or (words[0].setdefault((key, want), value) == value and words[1].setdefault((key, value), want) == want)


def wanted(path):
    for block in open(path, encoding="utf-8", newline="").read().split("\n\n"):
        rows = [line.split("\t") for line in block.strip("\n").split("\n")]
        if len(rows) > 1:
            # Documents have the last, lopend, behind the period.
            yield rows[1][0], [r[1:-1] for r in rows[1:]], rows[0][1:-1]


def values(book, tsv):
    tables, words, seen = book.tables(), ({}, {}), 0
    cells = {part: book.cells(part) for _, part in book.sheets}
    for view, rows, columns in wanted(tsv):
        t = tables.pop(view.replace(".", "_"), None)
        if t is None:
            sys.exit(view + ": no such table in the workbook")
        _, part, top, left, bottom, right, heads, _ = t
        together = sum(row[1:2] == ["totaal"] for row in rows)      # below the table, as a total of the whole of it is
        if right - left + 1 != len(columns) or bottom - top not in (len(rows) - together, len(rows), len(rows) - 1):
            sys.exit("%s: %d columns and %d rows in the tsv, %s in the workbook" % (view, len(columns), len(rows), t[2:6]))
        for i, head in enumerate(heads):
            if cells[part].get((top, left + i), (None,))[0] != head:
                sys.exit("%s: heading %r is not in its cell" % (view, head))
        if len({h.lower() for h in heads}) != len(heads):
            sys.exit(view + ": headings are not unique")
        for i, row in enumerate(rows):
            for j, want in enumerate(row):
                value, form = cells[part].get((top + 1 + i, left + j), (None, None))
                seen += 1
                if not same(value, form, want, words, (view, columns[j])):
                    sys.exit("%s: row %d, %s: %r (%s) in the workbook, %r in the tsv" % (view, i + 1, columns[j], value, form, want))
    tables.pop("definities", None)
    if tables:
        sys.exit("not in the tsv: " + " ".join(tables))
    print(seen, "values")


def narrow(root, setup):
    """1 when the columns fit in an A4 that lies, at the scale of the print."""
    pixels = sum((int(c.get("max")) - int(c.get("min")) + 1) * float(c.get("width")) * 7 for c in root.iter(MAIN + "col"))
    return 1 if pixels * int(setup.get("scale", "100")) / 100 <= 1000 else 0


def facts(book):
    core = book.parts["docProps/core.xml"]
    for e in core:
        if e.text:
            print("property", e.tag.split("}")[1], e.text)
    print("formulas", sum(1 for _, p in book.sheets for _ in book.parts[p].iter(MAIN + "f")))
    print("elsewhere", sum(1 for n, p in book.parts.items() if n.endswith(".rels") for r in p if r.get("TargetMode") == "External"))
    print("times", " ".join(sorted({"%d-%d-%d" % i.date_time[:3] for i in book.zip.infolist()})))
    tables = book.tables()
    for at, (name, part) in enumerate(book.sheets):
        root = book.parts[part]
        setup, pane = root.find(MAIN + "pageSetup"), root.find(".//" + MAIN + "pane")
        fit, footer = root.find(".//" + MAIN + "pageSetUpPr"), root.find(".//" + MAIN + "oddFooter")
        charts = sum(len(book.linked(d, "chart")) for d in book.linked(part, "drawing"))
        print("sheet %d|%s|frozen %s|paper %s|%s|width %s|titles %s|footer %s|charts %d|conditional %d|widths %d" % (
            at + 1, name, pane.get("ySplit") if pane is not None else 0, setup.get("paperSize"), setup.get("orientation"),
            fit.get("fitToPage") if fit is not None else narrow(root, setup), next((t.split("!")[-1] for n, i, t in book.names if n == "_xlnm.Print_Titles" and i == at), "none"),
            "pages" if footer is not None and "&P" in footer.text and "&N" in footer.text else "none", charts,
            sum(1 for _ in root.iter(MAIN + "cfRule")), sum(1 for _ in root.iter(MAIN + "col"))))
        if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name):
            sys.exit("no name for a sheet: " + name)
        for t, where in tables.items():
            if where[1] == part:
                print("table %s|%s|filter %s|rows %d" % (t, name, where[7], where[4] - where[2]))
    for n, p in book.parts.items():
        if re.match(r"xl/charts/chart\d+\.xml", n):
            title = "".join(t.text or "" for x in p.iter(CHART + "title") for t in x.iter(TEXT + "t"))
            points = [v.text for s in p.iter(CHART + "val") for v in s.iter(CHART + "v")]
            refs = [f.text for s in p.iter(CHART + "val") for f in s.iter(CHART + "f")]
            print("chart %s|%d series|%s|%s" % (title, len(list(p.iter(CHART + "ser"))), " ".join(points), " ".join(refs)))


def charts(book):
    """A chart is cut in print that a page break goes through, or that stands where a page of no set height ends."""
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
    seen = cut = 0
    words = []
    for _, part in book.sheets:
        breaks = [int(b.get("id")) for b in book.parts[part].iter(MAIN + "brk")]
        free = book.parts[part].find(MAIN + "pageSetup").get("fitToHeight") == "0"
        for drawing in book.linked(part, "drawing"):
            for anchor in book.parts[drawing].iter(drawn + "twoCellAnchor"):
                first, last = (int(anchor.find(drawn + end + "/" + drawn + "row").text) for end in ("from", "to"))
                seen += 1
                cut += any(first < b <= last for b in breaks) or (free and last > 60)
                words += [p.get("descr") or "" for p in anchor.iter(drawn + "cNvPr")]
    print(seen, "charts", cut, "cut")
    print("\n".join(words))


if __name__ == "__main__":
    book = Book(sys.argv[2])
    if sys.argv[1] == "values":
        values(book, sys.argv[3])
    elif sys.argv[1] == "facts":
        facts(book)
    elif sys.argv[1] == "charts":
        charts(book)
    else:
        for name, part in book.sheets:
            for value, _ in book.cells(part).values():
                if isinstance(value, str):
                    print(value)
