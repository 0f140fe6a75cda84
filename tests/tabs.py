# SPDX-License-Identifier: ISC
"""Types a line in a real shell on a terminal, a Tab behind each part, and prints the line that then stands there, blanks at its end aside.
Usage: tabs.py bash|zsh COMPLETION PART..."""
import os, pty, re, select, sys, time

shell, script, parts = sys.argv[1], sys.argv[2], sys.argv[3:]


def child():
    os.environ.update(TERM='dumb', PS1='> ', HISTFILE='', COLUMNS='200')
    if shell == 'bash':
        os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])
    os.execvp('zsh', ['zsh', '-f', '-i'])


def read(fd, until, seconds=10):
    seen, end = '', time.monotonic() + seconds
    while not re.search(until, seen) and time.monotonic() < end:
        if select.select([fd], [], [], 0.1)[0]:
            try:
                seen += os.read(fd, 65536).decode('utf-8', 'replace')
            except OSError:
                break
    return seen


pid, fd = pty.fork()
if pid == 0:
    child()
out = 'line.' + shell
if shell == 'bash':
    setup = f". '{script}'; bind 'set enable-bracketed-paste off'; show() {{ printf '%s|' \"$READLINE_LINE\" >{out}; }}; bind -x '\"\\C-g\": show'"
else:
    setup = (f"autoload -U compinit bashcompinit; compinit -D; bashcompinit; . '{script}'; unset zle_bracketed_paste; "
             f"show() {{ printf '%s|' \"$BUFFER\" >{out} }}; zle -N show; bindkey '^G' show; bindkey '^I' complete-word")
os.write(fd, (setup + "; printf 're%s\\n' ady\n").encode())
read(fd, 'ready\r?\n')
line = ''
for part in parts:
    part = part[1:] if part.startswith('=') and line.endswith('=') else part
    os.write(fd, part.encode())
    time.sleep(0.2)
    os.write(fd, b'\t')
    line = ''
    for _ in range(50):
        time.sleep(0.1)
        if os.path.exists(out):
            os.unlink(out)
        os.write(fd, b'\x07')
        read(fd, r'\Z(?!)', 0.1)
        now = open(out).read() if os.path.exists(out) else ''
        if now.endswith('|') and now[:-1] == line and line:
            break
        line = now[:-1]
os.write(fd, b'\x03exit\n')
print(line.rstrip())
