# SPDX-License-Identifier: ISC
"""Prints a page of fasen-report with the output of each command of its section QUESTIONS below it.

usage: questions.py PAGE LANGUAGE, in a directory with dossiers/, fasen-report on the path

The commands are run as the page says: on 1 November 2026, in the page's language.
"""
import re
import shlex
import subprocess
import sys


def output(command, language):
    words = shlex.split(command.replace("\\-", "-")) + ["--today=2026-11-01", "--lang=" + language]
    text = subprocess.run(words, stdout=subprocess.PIPE, check=False).stdout.decode()
    return [re.sub(r"^(?=[.'])", r"\\&", line.replace("\\", "\\e").replace("\t", "  ")) for line in text.split("\n")[:-1]]


def main():
    page, language = sys.argv[1:]
    inside = old = False
    for line in open(page, encoding="utf-8").read().split("\n")[:-1]:
        if line.startswith(".Sh "):
            inside = line in (".Sh QUESTIONS", ".Sh VRAGEN")
        if inside and line == ".Bd -literal -compact":
            old = True
        if not old:
            print(line)
        if old and line == ".Ed":
            old = False
        if inside and line.startswith(".Ql fasen-report "):
            print("\n".join([".Bd -literal -compact"] + output(line[4:], language) + [".Ed"]))


main()
