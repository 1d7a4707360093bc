"""``minutes clean``: remove what ``minutes check`` keeps from run to run."""

from __future__ import annotations

from minutes_parser.cli.check import CacheFolder, Config, NoConfig, cache_folder, place_of
from minutes_parser.output import complain


def clean(config: Config = None, no_config: NoConfig = False, cache_dir: CacheFolder = None) -> None:
    """Remove the folder in which minutes check keeps what it found."""
    from minutes_parser.checks import cache, settings

    place = place_of(config, no_config)
    folder = cache_folder(cache_dir, place, settings.load(place))
    complain(f"removed {folder}" if cache.remove(folder) else f"{folder}: there is no cache")
