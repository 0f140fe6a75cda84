#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Reads an iCalendar file as RFC 5545 has it and nothing looser. Prints each event as UID, date and summary, separated by
tabs; says what is wrong and exits with 1 otherwise."""

import datetime
import re
import sys

NAME = re.compile(r'^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$', re.S)
ONCE = {"VCALENDAR": {"VERSION", "PRODID"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}}
KNOWN = {"VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD"},
         "VEVENT": {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY",
                    "DESCRIPTION", "CATEGORIES", "CLASS", "TRANSP"}}
TEXT = {"UID", "SUMMARY", "DESCRIPTION", "PRODID", "CATEGORIES"}


def fail(what):
    print(what, file=sys.stderr)
    sys.exit(1)


def content_lines(data):
    if not data.endswith(b"\r\n"):
        fail("the last line has no CRLF")
    lines = data[:-2].split(b"\r\n")
    for line in lines:
        if len(line) > 75:
            fail("a line of %d octets" % len(line))
        if b"\n" in line or b"\r" in line:
            fail("a bare CR or LF")
        line.decode("utf-8")
    for line in re.sub(b"\r\n[ \t]", b"", data[:-2]).decode("utf-8").split("\r\n"):
        for c in line:
            if ord(c) < 0x20 and c != "\t" or 0x7F <= ord(c) < 0xA0:
                fail("a control character in %r" % line)
        yield line


def text(value):
    if re.search(r"(?<!\\)(?:\\\\)*[,;]", value):
        fail("a bare , or ; in %r" % value)
    if not re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", value, re.S):
        fail("a wrong escape in %r" % value)
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def day(params, value):
    if params != ";VALUE=DATE":
        fail("a day without VALUE=DATE")
    return datetime.datetime.strptime(value, "%Y%m%d").date()


def end_event(event, uids):
    start, end = event["DTSTART"], event["DTEND"]
    if day(*end) - day(*start) != datetime.timedelta(days=1):
        fail("an event that is not one day")
    datetime.datetime.strptime(event["DTSTAMP"][1], "%Y%m%dT%H%M%SZ")
    if "LAST-MODIFIED" in event:
        datetime.datetime.strptime(event["LAST-MODIFIED"][1], "%Y%m%dT%H%M%SZ")
    if not re.fullmatch("[0-9]+", event.get("SEQUENCE", ("", "0"))[1]):
        fail("a SEQUENCE that is no number")
    if event.get("STATUS", ("", "CONFIRMED"))[1] not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
        fail("a STATUS that an event does not have")
    uid = text(event["UID"][1])
    if uid in uids:
        fail("UID %s twice" % uid)
    uids.add(uid)
    print(uid, day(*start), text(event["SUMMARY"][1]).replace("\n", "\\n"), sep="\t")


def main():
    stack, uids = [], set()
    for line in content_lines(sys.stdin.buffer.read()):
        found = NAME.match(line)
        if not found:
            fail("no content line: %r" % line)
        name, params, value = found.groups()
        if name == "BEGIN":
            if value not in KNOWN or (value == "VEVENT") != (len(stack) == 1):
                fail("BEGIN:%s here" % value)
            stack.append((value, {}))
        elif name == "END":
            component, seen = stack.pop()
            if value != component or not ONCE[component] <= set(seen):
                fail("END:%s, with %s" % (value, sorted(seen)))
            if component == "VEVENT":
                end_event(seen, uids)
            elif seen["VERSION"][1] != "2.0":
                fail("another version")
            elif stack:
                fail("more than one calendar")
        else:
            component, seen = stack[-1]
            if name not in KNOWN[component] or name in seen:
                fail("%s in %s, or twice" % (name, component))
            if name in TEXT:
                text(value)
            seen[name] = (params, value)
    if stack:
        fail("no END")


main()
