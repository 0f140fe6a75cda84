# SPDX-License-Identifier: ISC
"""Inputs that fuzzing found, through the door (tests/doors) that their first byte says: a command ends by itself, with 0, 1 or 2.

replay.py BUILD FILE...	each called COMMAND-WHAT, as tests/corpus has them; prints how many, and what ended otherwise
"""
import os
import subprocess
import sys
import tempfile

build, paths = os.path.abspath(sys.argv[1]), sys.argv[2:]
top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
with open(top + "/tests/doors", encoding="utf-8") as f:
    doors = [line.split() for line in f if line.startswith("fasen-")]
os.environ.update(ASAN_OPTIONS="exitcode=99:detect_leaks=0", UBSAN_OPTIONS="exitcode=99")
wrong = 0
with tempfile.TemporaryDirectory() as folder:
    for path in paths:
        name = "-".join(os.path.basename(path).split("-")[:2])
        own = [words for words in doors if words[0] == name]
        with open(path, "rb") as f:
            data = f.read()
        if not own or not data:
            sys.exit(f"{path}: no input for a door")
        words, data = own[data[0] % len(own)], data[1:]
        parts = (data.split(b"\n====\n", 2) + [b"", b""])[:3]
        for i, part in enumerate(parts):
            with open(f"{folder}/{i + 1}", "wb") as f:
                f.write(part + b"\n" * (i < data.count(b"\n====\n")))
        words = [word.replace("@w", data[:200].split(b"\0")[0].decode("utf-8", "surrogateescape")) for word in words]
        for i in "123":
            words = [word.replace("@" + i, f"{folder}/{i}") for word in words]
        status = subprocess.run([f"{build}/bin/{words[0]}", *words[1:], "--today=2026-11-01"], cwd=top, check=False,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        if status not in (0, 1, 2):
            wrong += 1
            print(f"{path}: exit {status}")
print(f"{len(paths)} inputs, {wrong} wrong")
sys.exit(1 if wrong else 0)
