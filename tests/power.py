# SPDX-License-Identifier: ISC
"""Power cuts: what stands on the disk after each write of a command, on ext4, xfs and btrfs.

power.py BUILD [STEP]	as root: a cut behind each STEPth write (1: each)

A file system in an image is mounted through a block device that logs each write (qemu-storage-daemon, blklogwrites). A
command runs in it; then the image is made anew up to each write of the log, mounted, and looked at: each file is the
whole old or the whole new one, and the new one in every cut after the command ended. A writer without fsync, the
control, must fail that. Prints a row for each file system and job; exit 1 if anything was torn or lost, or the control was not.
"""
import os
import struct
import subprocess
import sys
import tempfile
import time

build, step = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DAY = "--today=2026-11-01"
SYSTEMS = {"ext4": (24, ["mkfs.ext4", "-q", "-F"]), "xfs": (320, ["mkfs.xfs", "-q", "-f"]), "btrfs": (128, ["mkfs.btrfs", "-q", "-f"])}
DISCARD = 4
# The file that the job makes new, and how.
JOBS = {
    "an edit": ("a.rec", ["fasen-plan", "-i", "--note=Gebeld", DAY, "a.rec"]),
    "an import": ("d/2026-0003.rec", ["fasen-intake", "--csv", "-d", "d", DAY, "rows.csv"]),
    "a report": ("out.html", ["fasen-report", "-o", "out.html", DAY, "a.rec"]),
    "the control, without fsync": ("a.rec", ["sh", "-c", "cat a.rec extra >new && cat new >a.rec && rm new"]),
}


def run(*words, **how):
    return subprocess.run(words, check=True, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **how})


class Mounted:
    def __init__(self, image, at, *options):
        self.image, self.at, self.options = image, at, options

    def __enter__(self):
        run("mount", "-o", ",".join(["loop", *self.options]), self.image, self.at)
        return self.at

    def __exit__(self, *_):
        run("umount", self.at)


def entries(log):
    """The writes of a log: (bytes of the log up to and with it, offset on the disk, data or None)."""
    with open(log, "rb") as f:
        head = f.read(4096)
        size = struct.unpack("<I", head[24:28])[0]
        at = size
        while True:
            f.seek(at)
            head = f.read(size)
            if len(head) < 32:
                return
            sector, n, flags, _ = struct.unpack("<QQQQ", head[:32])
            if flags == 0 and n == 0 and sector == 0:
                return
            data = None if flags & DISCARD else f.read(n * size)
            at += size + (0 if data is None else n * size)
            yield at, sector * size, data, n * size


def logged(base, log, at, folder, command, env):
    """Runs the command on the image behind a log; the length of the log when it had ended."""
    export, ready = folder + "/export", folder + "/pid"
    open(export, "wb").close()
    open(log, "wb").close()
    daemon = subprocess.Popen(
        ["qemu-storage-daemon", "--blockdev", f"driver=file,filename={base},node-name=disk",
         "--blockdev", f"driver=file,filename={log},node-name=log",
         "--blockdev", "driver=blklogwrites,file=disk,log=log,node-name=both",
         "--export", f"type=fuse,id=e,node-name=both,mountpoint={export},writable=on", "--pidfile", ready],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            if os.path.exists(ready) and os.stat(export).st_size > 0:
                break
            time.sleep(0.1)
        with Mounted(export, at):
            done = subprocess.run(command, cwd=at, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
            if done.returncode != 0:
                sys.exit(f"{command}: {done.stderr.decode()}")
            ended = os.stat(log).st_size
    finally:
        daemon.terminate()
        daemon.wait()
    return ended


def read(path):
    try:
        with open(path, "rb") as f:
            return f.read()
    except FileNotFoundError:
        return None


def prepare(at):
    run("cp", f"{top}/samples/dossiers/2024-0033.rec", f"{at}/a.rec")
    os.mkdir(at + "/d")
    with open(at + "/rows.csv", "w", encoding="utf-8") as f:
        f.write("Naam,Hulpvraag,Vraag\n" + "".join(f"Naam {i},{'H' * 3000},werk\n" for i in range(3)))
    with open(at + "/extra", "w", encoding="utf-8") as f:
        f.write("Record: notitie\nClient: 2024-0033\nOp: 2026-11-01\nTekst: x\n\n" * 300)
    with open(at + "/out.html", "w", encoding="utf-8") as f:
        f.write("old\n")


def trial(system, job):
    size, make = SYSTEMS[system]
    path, command = JOBS[job]
    env = {**os.environ, "PATH": build + "/bin:" + os.environ["PATH"], "LC_ALL": "C.UTF-8", "FASEN_BY": "x"}
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        at, first, now, cut, log = (f"{folder}/{n}" for n in ("at", "first", "now", "cut", "log"))
        os.mkdir(at)
        with open(first, "wb") as f:
            f.truncate(size << 20)
        run(*make, first)
        with Mounted(first, at):
            prepare(at)
        with Mounted(first, at):
            old = read(f"{at}/{path}")
        run("cp", "--sparse=always", first, now)
        run("cp", "--sparse=always", first, cut)
        ended = logged(cut, log, at, folder, command, env)
        with Mounted(cut, at):
            new = read(f"{at}/{path}")
        assert new is not None and new != old
        cuts = torn = 0
        for number, (end, offset, data, n) in enumerate(entries(log)):
            with open(now, "r+b") as f:
                f.seek(offset)
                f.write(data if data is not None else bytes(n))
            if number % step and end != ended:
                continue
            run("cp", "--sparse=always", now, cut)
            cuts += 1
            with Mounted(cut, at):
                found = read(f"{at}/{path}")
            torn += found != new if end >= ended else found not in (old, new)
        return cuts, torn


wrong = 0
for system in SYSTEMS:
    for job in JOBS:
        cuts, torn = trial(system, job)
        print(f"{system}\t{job}\t{cuts}\t{torn}", flush=True)
        wrong += cuts == 0 or (torn == 0) == job.startswith("the control")
sys.exit(1 if wrong else 0)
