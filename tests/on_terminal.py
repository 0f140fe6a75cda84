# SPDX-License-Identifier: ISC
"""on_terminal.py [-e] COMMAND...: runs the command with a terminal as its standard output, with -e its standard error,
and copies to the own standard output what the terminal got, bytes as they are. The other streams are the caller's; so
is the exit status."""
import os
import pty
import subprocess
import sys
import termios

reads, writes = pty.openpty()
modes = termios.tcgetattr(writes)
modes[1] &= ~termios.OPOST     # no line ends of the terminal's own
termios.tcsetattr(writes, termios.TCSANOW, modes)
error = sys.argv[1] == "-e"
running = subprocess.Popen(sys.argv[1 + error:], **{"stderr" if error else "stdout": writes})
os.close(writes)
while True:
    try:
        got = os.read(reads, 65536)
    except OSError:
        break
    if not got:
        break
    sys.stdout.buffer.write(got)
sys.stdout.buffer.flush()
sys.exit(running.wait())
