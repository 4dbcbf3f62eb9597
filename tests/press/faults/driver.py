"""The real command line, which sends itself a signal at one of its own file events.

    python driver.py SIGNAL EVENT TEXT AFTER WORD...

The signal comes before the event that is the AFTER-th from the first EVENT (a name of Python's
audit events) with TEXT in its arguments: 0 is that event itself. ``TWOSTEP`` before SIGNAL stands
for a system that cannot exchange two folders in one step.
"""

import os
import runpy
import signal
import sys

EVENTS = ("os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "open", "shutil.rmtree",
          "ctypes.dlsym")  # fmt: skip


def watch(number, event, text, after):
    """Send ourselves ``number`` once, at the event that was asked for."""
    left = -1

    def hook(name, given):
        nonlocal left
        if name not in EVENTS or left == 0:
            return
        if left < 0:
            if name != event or text not in str(given):
                return
            left = after + 1
        left -= 1
        if left == 0:
            os.kill(os.getpid(), number)

    sys.addaudithook(hook)


def main():
    words = sys.argv[1:]
    sys.path[0] = os.getcwd()
    if words[0] == "TWOSTEP":
        words = words[1:]
        from plugins.press import trees

        trees._exchange = lambda one, other: False
    watch(signal.Signals[words[0]], words[1], words[2], int(words[3]))
    sys.argv = ["plugins", *words[4:]]
    runpy.run_module("plugins", run_name="__main__", alter_sys=True)


main()
