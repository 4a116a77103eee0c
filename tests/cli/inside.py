"""Inside: a command that runs within this process, as if it had one of its own."""

import io
import logging
import os
import runpy
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import Context
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run_inside(
    arguments: Sequence[str], variables: Mapping[str, str], stdin: bytes
) -> CompletedProcess[bytes]:
    """`python -m bot` without the second that a process takes to start.

    Its thread has no event loop yet and no context variables, as a new process has none.
    """
    streams = (stream(stdin), stream(), stream(errors="backslashreplace"))
    with apart(arguments, variables, streams), ThreadPoolExecutor(1) as thread:
        status = thread.submit(Context().run, exit_status).result()
    for printed in streams[1:]:
        printed.flush()
    _, out, err = (each.buffer for each in streams)
    assert isinstance(out, io.BytesIO)
    assert isinstance(err, io.BytesIO)
    return CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def stream(data: bytes = b"", errors: str = "strict") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors=errors)


@contextmanager
def apart(
    arguments: Sequence[str], variables: Mapping[str, str], streams: Sequence[io.TextIOWrapper]
) -> Iterator[None]:
    """Lends this process the folder, variables, streams and log of a new one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name in {*os.environ} - {*variables}:
            patch.delenv(name)
        for name, value in variables.items():
            patch.setenv(name, value)
        for name, lent in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, lent)
        patch.setattr(sys, "argv", ["bot", *arguments])
        patch.setattr(logging.getLogger(), "handlers", [])
        yield


def exit_status() -> int:
    with pytest.raises(SystemExit) as end:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    assert isinstance(end.value.code, int)
    return end.value.code
