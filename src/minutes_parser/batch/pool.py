"""Workers: this process, processes of this machine, or a Dask cluster. Whatever happens to one, the others go on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TimedOut
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from minutes_parser import collector, parse
from minutes_parser.batch.task import Outcome, Task, convert, failed
from minutes_parser.source import MinutesError

Chunk = tuple[Task, ...]
Done = tuple[Task, Outcome | None]
Work = Generator[Done, None, None]
"""Documents as they are done; closing it ends the work."""
_FIRST_TEXT = "Minutes\n\n1. Welcome\nThe Chair asked whether it was safe. The Clerk will write to them.\n"
_SECONDS_TO_CONNECT = 5
_AHEAD = 4
"""Chunks handed out ahead for each worker, so that none waits and memory stays flat."""
_CHUNK = 8
"""Documents in a chunk: few enough that little is done twice after a run was killed."""


@dataclass(frozen=True)
class Limits:
    """What one document may take."""

    seconds: float | None = None
    megabytes: int | None = None


def in_this_process(tasks: Iterable[Task]) -> Work:
    """Convert the documents one after the other."""
    for task in tasks:
        outcome = convert(task)
        collector.settle()
        yield task, outcome


def in_processes(tasks: Iterable[Task], workers: int, limits: Limits) -> Work:
    """Convert the documents in ``workers`` processes; one that dies or takes too long is replaced.

    They are handed out in chunks, unless each has a time of its own: handing them out one by one costs a tenth of the rate.
    """
    from multiprocessing import get_context

    from pebble import ProcessPool

    size = 1 if limits.seconds else _CHUNK
    with ProcessPool(workers, initializer=_prepare, initargs=(limits,), context=get_context("spawn")) as pool:

        def submit(chunk: Chunk) -> Any:
            return pool.schedule(_convert_all, args=(convert, chunk), timeout=limits.seconds)

        try:
            yield from _flowing(_chunks(tasks, size), submit, workers * _AHEAD)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def on_dask(tasks: Iterable[Task], address: str) -> Work:
    """Convert the documents on the Dask cluster at ``address``; raise ``MinutesError`` where there is none."""
    try:
        from distributed import Client
    except ImportError:
        raise MinutesError("--dask needs an extra; pip install 'minutes-parser[dask]'") from None
    connect: Any = Client
    try:
        client = connect(address, timeout=_SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise MinutesError(f"{address}: no Dask cluster answers ({error}); check the address") from None
    with client, client.get_executor(pure=False, retries=2) as executor:
        workers = max(1, sum(client.nthreads().values()))
        yield from _flowing(
            _chunks(tasks, 1), lambda chunk: executor.submit(_convert_all, convert, chunk), workers * _AHEAD
        )


def _convert_all(convert: Callable[[Task], Outcome | None], chunk: Chunk) -> list[Outcome | None]:
    """Convert the documents of a chunk, in a worker."""
    outcomes = [convert(task) for task in chunk]
    collector.settle()
    return outcomes


def _chunks(tasks: Iterable[Task], size: int) -> Iterator[Chunk]:
    waiting = iter(tasks)
    return iter(lambda: tuple(islice(waiting, size)), ())


def _flowing(chunks: Iterator[Chunk], submit: Callable[[Chunk], Any], ahead: int) -> Work:
    """Hand out ``ahead`` chunks, and another for each that is done; one that fails as a whole again, document by document."""
    running: dict[Future[list[Outcome | None]], Chunk] = {}
    for chunk in islice(chunks, ahead):
        running[submit(chunk)] = chunk
    while running:
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            done = running.pop(future)
            for chunk in islice(chunks, 1):
                running[submit(chunk)] = chunk
            try:
                outcomes = future.result()
            except Exception as error:  # whatever the executor says of a dead worker
                for task in done if len(done) > 1 else ():
                    running[submit((task,))] = (task,)
                if len(done) == 1:
                    yield done[0], _broken(done[0], error)
            else:
                yield from zip(done, outcomes, strict=True)


def _broken(task: Task, error: Exception) -> Outcome:
    """Return the outcome of a document from which a worker did not come back."""
    if isinstance(error, TimedOut):
        return failed(task, "timeout", "takes longer than a document may")
    if isinstance(error, MemoryError):
        return failed(task, "memory", "needs more memory than a worker may take")
    return failed(task, "died", f"its worker died ({type(error).__name__})")


def _prepare(limits: Limits) -> None:
    """Make a new worker ready: bound its memory, leave the interruption of a run to its parent.

    Where documents have a time, it reads a first text: what is imported and compiled for that counts to none of them.
    """
    import signal

    collector.load()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if limits.megabytes is not None:
        import resource

        most = limits.megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if limits.seconds:
        with suppress(Exception):  # what fails here, as for want of memory, fails with a document, which tells it
            parse(_FIRST_TEXT)
        collector.settle()
