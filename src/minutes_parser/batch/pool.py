"""Workers: this process, processes of this machine, or a Dask cluster. Whatever happens to one, the others go on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass
from itertools import islice
from typing import Any

from minutes_parser.batch.task import Outcome, Task, convert, failed
from minutes_parser.source import MinutesError

Done = tuple[Task, Outcome | None]
Work = Generator[Done, None, None]
"""Documents as they are done; closing it ends the work."""
_SECONDS_TO_CONNECT = 5
_AHEAD = 4
"""Tasks handed out ahead for each worker, so that none waits and memory stays flat."""


@dataclass(frozen=True)
class Limits:
    """What one document may take."""

    seconds: float | None = None
    megabytes: int | None = None


def in_this_process(tasks: Iterable[Task]) -> Work:
    """Convert the documents one after the other."""
    for task in tasks:
        yield task, convert(task)


def in_processes(tasks: Iterable[Task], workers: int, limits: Limits) -> Work:
    """Convert the documents in ``workers`` processes; one that dies or takes too long is replaced."""
    from multiprocessing import get_context

    from pebble import ProcessPool

    with ProcessPool(workers, initializer=_prepare, initargs=(limits.megabytes,), context=get_context("spawn")) as pool:

        def submit(task: Task) -> Any:
            return pool.schedule(convert, args=(task,), timeout=limits.seconds)

        try:
            yield from _flowing(tasks, submit, workers * _AHEAD)
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
        yield from _flowing(tasks, lambda task: executor.submit(convert, task), workers * _AHEAD)


def _flowing(tasks: Iterable[Task], submit: Callable[[Task], Any], ahead: int) -> Work:
    """Hand out ``ahead`` tasks, and another for each that is done."""
    waiting = iter(tasks)
    running: dict[Future[Outcome | None], Task] = {}
    for task in islice(waiting, ahead):
        running[submit(task)] = task
    while running:
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            done = running.pop(future)
            for task in islice(waiting, 1):
                running[submit(task)] = task
            yield done, _result(done, future)


def _result(task: Task, future: Future[Outcome | None]) -> Outcome | None:
    """Return what a worker made of the document; a worker that did not come back is an outcome, too."""
    try:
        return future.result()
    except TimedOut:
        return failed(task, "timeout", "takes longer than a document may")
    except MemoryError:
        return failed(task, "memory", "needs more memory than a worker may take")
    except Exception as error:  # whatever the executor says of a dead worker
        return failed(task, "died", f"its worker died ({type(error).__name__})")


def _prepare(megabytes: int | None) -> None:
    """Make a new worker ready: bound its memory, and leave the interruption of a run to its parent."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
