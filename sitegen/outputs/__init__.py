"""Everything published that is not an HTML page: one file an output, one name in OUTPUTS.

Two outputs need more than the site: `sitemaps.sitemap` the list of pages, `badges.badges` its template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.artifacts import Artifact
from sitegen.derive import Site
from sitegen.outputs.catalog import data_catalog, schemas
from sitegen.outputs.csvs import csv_files
from sitegen.outputs.feeds import news_feeds
from sitegen.outputs.headers import header_files
from sitegen.outputs.opendata import open_data
from sitegen.outputs.sitemaps import robots

Output = Callable[[Site], Iterator[Artifact]]

OUTPUTS: tuple[Output, ...] = (open_data, csv_files, schemas, data_catalog, news_feeds, robots, header_files)


def outputs(site: Site) -> Iterator[Artifact]:
    """Make all outputs, in order."""
    for output in OUTPUTS:
        yield from output(site)
