#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Reads XHTML or SVG from stdin: well-formed, with only the elements and attributes that documents are made of, and every id
once. Prints its text, or with an element's name as argument how often that element stands there."""

import sys
import xml.etree.ElementTree as tree

ELEMENTS = set("""html head meta title style body main article header footer h1 h2 h3 p blockquote dl dt dd bdi ul li table
caption thead tbody tr th td figure div span strong hr br img svg desc circle path text tspan rect g line polyline polygon
""".split())
ATTRIBUTES = set("""lang charset name content class dir scope style xmlns viewBox width height role aria-labelledby id
font-family fill cx cy r stroke x y font-size text-anchor fill-opacity stroke-width stroke-dasharray d font-weight aria-hidden aria-label tabindex alt src
""".split())


def local(name):
    return name.rsplit("}", 1)[-1]


def main():
    root = tree.fromstring(sys.stdin.buffer.read())
    ids, counts = set(), {}
    for element in root.iter():
        name = local(element.tag)
        counts[name] = counts.get(name, 0) + 1
        if name not in ELEMENTS:
            sys.exit("element " + name)
        for attribute, value in element.attrib.items():
            if local(attribute) not in ATTRIBUTES:
                sys.exit("attribute %s of %s" % (attribute, name))
            if local(attribute) == "id":
                if value in ids:
                    sys.exit("id %s twice" % value)
                ids.add(value)
    if len(sys.argv) > 1:
        print(counts.get(sys.argv[1], 0))
    else:
        print("".join(root.itertext()))


main()
