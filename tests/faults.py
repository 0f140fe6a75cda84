# SPDX-License-Identifier: ISC
"""A fault of the system at every system call of every command: nothing wrong or missing goes by in silence.

faults.py BUILD STEP [CALL [NAME]]	of the calls that hold the text CALL (all), each STEPth fault (of that system call); of a
					system call that a call does more than a hundred times, the first and last fifty and
					each tenth between

Without the fault a call has a result: exit, standard output, files. With it the result is the same, or there is a message
and exit 2; no file is half done, no private text is said, and the program is not ended by a signal. Prints a
row for each kind of fault and what went wrong; exit 1 if anything did.
"""
import collections
import io
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
from calls import CANARY, HANGS, Place, calls      # noqa: E402

WRITING = "ENOSPC EIO EDQUOT EFBIG EINTR"
NAMING = "ENOSPC EIO EDQUOT"
FAULTS = {
    "read": "EIO EINTR ENOMEM", "pread64": "EIO EINTR", "write": WRITING, "writev": WRITING, "pwrite64": WRITING,
    "openat": "EMFILE ENFILE EIO ENOMEM ENOSPC EDQUOT EINTR EACCES", "close": "EIO EINTR ENOSPC EDQUOT",
    "fsync": "EIO ENOSPC EDQUOT EINTR", "syncfs": "EIO ENOSPC EDQUOT EINTR", "ftruncate": "EIO EINTR",
    "newfstatat": "EIO ENOMEM", "fstat": "EIO ENOMEM", "statx": "EIO ENOMEM", "lseek": "EIO",
    "getdents64": "EIO ENOMEM EINTR", "mmap": "ENOMEM", "brk": "ENOMEM", "mremap": "ENOMEM",
    "rename": NAMING, "renameat": NAMING, "renameat2": NAMING, "link": NAMING, "linkat": NAMING, "unlink": NAMING, "unlinkat": NAMING,
    "mkdir": NAMING, "flock": "EINTR ENOLCK EIO", "fchmod": "EIO EPERM EINTR", "fchown": "EIO EPERM",
    "pipe": "EMFILE ENFILE", "pipe2": "EMFILE ENFILE", "dup": "EMFILE", "dup2": "EMFILE EINTR", "fcntl": "EMFILE EINTR EIO",
    "vfork": "EAGAIN ENOMEM", "clone": "EAGAIN ENOMEM", "clone3": "EAGAIN ENOMEM", "wait4": "EINTR", "execve": "ENOMEM EIO",
    "ioctl": "EIO", "getcwd": "ENOMEM", "uname": "EFAULT", "readlink": "EIO", "socket": "EMFILE", "connect": "EIO",
    "getrandom": "EINTR", "access": "EIO ENOMEM", "faccessat": "EIO ENOMEM", "sysinfo": "EFAULT", "prlimit64": "EPERM", "setrlimit": "EPERM",
    "prctl": "EPERM", "getxattr": "EIO", "fgetxattr": "EIO", "fsetxattr": "ENOSPC", "flistxattr": "EIO", "fremovexattr": "EIO EPERM",
    "rt_sigaction": "EINVAL", "rt_sigprocmask": "EINVAL",
}
PASSED_OVER = ("exit_group arch_prctl set_tid_address set_robust_list rseq mprotect munmap getpid gettid tgkill getuid "
    "geteuid getgid getegid futex exit madvise umask poll sched_getaffinity statfs clock_gettime").split()
TELLING = "d/.fasen-ids", "r.tsv", "r.csv"
# Beside a file that is being made; the next run that writes in the directory clears it away.
LEFT = re.compile(r"(^|/)\.[^/]*\.fasen$")


def trace_of(place, call, trace):
    """What it gives without a fault, and which of each system call are the program's and not the loader's."""
    clean = place.run(call, ["strace", "-o", trace])
    counts, own, loading = collections.Counter(), collections.defaultdict(list), True
    with open(trace, encoding="utf-8", errors="replace") as f:
        for line in f:
            name = re.match(r"\w*", line).group()
            counts[name] += 1
            if loading:
                loading = name != "munmap"      # of the loader's cache
            elif name == "execve":
                loading = True
            # What libraries of fasen-pdf read, fonts, they do without.
            if call.words[0] == "fasen-pdf" and not line.startswith(("read(0", "write(1")):
                continue
            if name and (not loading or name == "execve" and counts[name] > 1):
                own[name].append(counts[name])
    return clean, own


def whole(path, data):
    """Whether a report is not cut off."""
    if data is None:
        return path in TELLING
    if path.endswith(".xlsx"):
        try:
            return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
        except zipfile.BadZipFile:
            return False
    return not path.endswith(".rec") and data.endswith(b"\n")


def some(numbers):
    return numbers[:50] + numbers[50:-50:10] + numbers[-50:] if len(numbers) > 100 else numbers


def verdict(clean, got, before):
    """Empty when all is well: what is wrong, in a word or two."""
    status, out, err, changed = got
    if status == HANGS:
        return "does not end"
    said = err.count(b"\n") > 0 and err != clean[2]
    if CANARY.search(err):
        return "private text said"
    if status < 0 and -status != signal.SIGPIPE:
        return "ended by signal %d" % -status
    for path, data in changed.items():
        if path in clean[3] or LEFT.search(path):
            if LEFT.search(path) or data in (clean[3].get(path), before.get(path)):
                continue
            # What tells of a run tells of this one; a report leaves out a dossier that cannot be read.
            if status == 2 and said and (path in TELLING or path.startswith("out.")) and whole(path, data):
                continue
            return "half done: " + path
        elif path not in TELLING:
            return "changed: " + path
    if (status, out, changed) == (clean[0], clean[1], clean[3]):
        return ""
    if status == 127 and said:      # by the loader, before the program began
        return ""
    if status != 2:
        return "exit %d, another result" % status
    return "" if said or status == clean[0] == 2 and err else "exit 2 without a message"


def tried(work):
    """All chosen faults of one call: rows of (system call, error, number, verdict)."""
    build, clean, step, call, offset = work
    place = Place(build, clean)
    with tempfile.TemporaryDirectory() as folder:
        trace = folder + "/trace"
        clean, own = trace_of(place, call, trace)
        found, unknown = [], sorted(set(own) - set(FAULTS) - set(PASSED_OVER))
        number = offset
        for name in sorted(set(own) & set(FAULTS)):
            if sys.argv[4:] and name != sys.argv[4] or name == "close" and "-T pdf" in call.line:   # a pipe that is not closed has no end
                continue
            for error in FAULTS[name].split():
                for n in some(own[name]):
                    number += 1
                    if number % step:
                        continue
                    # The C library believes any answer of brk but a lower one.
                    how = f"{name}:{'retval=0' if name == 'brk' else 'error=' + error}:when={n}"
                    got = place.run(call, ["strace", "-o", trace, "-e", f"trace={name}", "-e", f"inject={how}"])
                    found.append((name, error, n, verdict(clean, got, place.before)))
    return str(call), unknown, found


def main():
    build, step = sys.argv[1], int(sys.argv[2])
    chosen = calls(sys.argv[3] if len(sys.argv) > 3 else "")
    clean = Place(build)
    work = [(build, clean.clean, step, call, i * 7) for i, call in enumerate(chosen)]
    tries, wrong = collections.Counter(), collections.Counter()
    with multiprocessing.Pool(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        for line, unknown, found in pool.imap(tried, work):
            if unknown:
                print(f"{line}: no faults for {' '.join(unknown)}", file=sys.stderr)
            for name, error, n, bad in found:
                tries[error] += 1
                if bad:
                    wrong[error] += 1
                    print(f"{line}: {error} at {name} {n}: {bad}", file=sys.stderr)
    for error in sorted(tries):
        print(f"{error}\t{tries[error]}\t{wrong[error]}")
    print(f"all\t{sum(tries.values())}\t{sum(wrong.values())}")
    return 1 if wrong or not tries else 0


if __name__ == "__main__":
    sys.exit(main())
