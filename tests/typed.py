# SPDX-License-Identifier: ISC
"""typed.py PAGE: the literal lines of a manual page as one script for sh. Each command that begins with $ runs in turn, in
one shell; its output goes to typed/N.out, its messages to typed/N.err, its exit status to typed/N.status, and what the page shows
below it stands in typed/N.shown."""
import os
import subprocess
import sys

os.mkdir("typed")
blocks, literal = [], None
for line in open(sys.argv[1], encoding="utf-8"):
    line = line.rstrip("\n")
    if line.startswith(".Bd -literal"):
        literal = []
    elif line == ".Ed":
        blocks.append(literal)
        literal = None
    elif literal is not None:
        literal.append(line)
    elif line.startswith(".Dl "):
        blocks.append([line[4:]])


def whole(text):
    done = subprocess.run(["sh", "-n"], input=text, text=True, capture_output=True, check=False)
    return done.returncode == 0 and not text.rstrip().endswith(("\\", "|"))


commands = []
for block in blocks:
    for line in (line.replace("\\e", "\\").removeprefix("\\&") for line in block):
        if line.startswith("$ "):
            commands.append((line[2:] + "\n", []))
        elif commands and block[0].startswith("$ ") and not whole(commands[-1][0]):
            commands[-1] = (commands[-1][0] + line + "\n", [])
        elif commands and block[0].startswith("$ "):
            commands[-1][1].append(line)
with open("typed/script", "w", encoding="utf-8") as script:
    for n, (command, shown) in enumerate(commands, 1):
        script.write("{ %s\n} >typed/%d.out 2>typed/%d.err\necho $? >typed/%d.status\n" % (command.rstrip("\n"), n, n, n))
        with open(f"typed/{n}", "w", encoding="utf-8") as file:
            file.write(command)
        if shown:
            with open(f"typed/{n}.shown", "w", encoding="utf-8") as file:
                file.write("".join(line + "\n" for line in shown))
print(len(commands))
