"""The harness's line protocol for peers in Python; bench/extract/serve-peer.ts is its twin, and says what the fields mean."""

import json
import os
import resource
import socket
import sys
import time


def serve_peer(load):
    """Answers requests on standard input until it ends. `load` gives (version, extract), or raises why not."""
    # Only the protocol may write on standard output, and nothing may reach for the network.
    out = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    socket.socket.connect = _refuse

    def say(message):
        out.write(json.dumps(message) + "\n")
        out.flush()

    try:
        version, extract = load()
    except ImportError as error:
        return say({"absent": f"{error}: bench/peers/set-up installs it"})
    say({"version": version})
    for line in sys.stdin.buffer:
        say(_answer(json.loads(line), extract))


def _answer(request, extract):
    """`extract` gives (text, title); text may be a function that is called off the clock, for what is HTML yet."""
    started = time.perf_counter()
    ended = None
    reply = {"id": request["id"], "text": ""}
    try:
        text, title = extract(request["html"], request["url"])
        ended = time.perf_counter()
        reply["text"] = (text() if callable(text) else text) or ""
        reply["title"] = title
    except Exception as error:
        reply["error"] = repr(error)
    reply["ms"] = ((ended or time.perf_counter()) - started) * 1000
    reply["peakRss"] = _peak_rss()
    return reply


def _peak_rss():
    """In bytes. Linux counts the parent's memory into what it says elsewhere, so there it is read from its own table."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def _refuse(*_):
    raise OSError("the network is closed to peers")
