# SPDX-License-Identifier: ISC
"""Types a line in a real shell on a terminal, a Tab behind each part, and prints the line that then stands there, blanks at its end aside.
With --listed prints what the last Tab had the shell list. Usage: tabs.py [--listed] bash|zsh COMPLETION PART..."""
import os, pty, re, select, shutil, sys, time

listed = sys.argv[1] == '--listed'
shell, script, *parts = sys.argv[1 + listed:]


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
    os.mkdir('fpath') if not os.path.isdir('fpath') else None
    shutil.copy(script, 'fpath/_fasen')
    setup = ("fpath=($PWD/fpath $fpath); autoload -U compinit; compinit -u -D; unset zle_bracketed_paste; "
             "zstyle ':completion:*' verbose yes; LISTMAX=0; "
             f"show() {{ printf '%s|' \"$BUFFER\" >{out} }}; zle -N show; bindkey '^G' show; bindkey '^I' complete-word")
os.write(fd, (setup + "; printf 're%s\\n' ady\n").encode())
read(fd, 'ready\r?\n')
line = ''
for part in parts:
    part = part[1:] if part.startswith('=') and line.endswith('=') else part
    os.write(fd, part.encode())
    time.sleep(0.2)
    os.write(fd, b'\t')
    if listed and part is parts[-1]:
        print(re.sub(r'\x1b\[[0-9;?]*[a-zA-Z]|\r', '', read(fd, r'\Z(?!)', 2)))
        break
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
if not listed:
    print(line.rstrip())
