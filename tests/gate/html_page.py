"""One page's HTML as the checks see it, and what assistive technology would read in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

from tests.gate.real_site import HOST, PageRef


@dataclass(frozen=True)
class Html:
    """A page's HTML and where it stands; `base` is the path of the site on its host."""

    ref: PageRef
    text: str
    editions: tuple[str, ...]
    base: str = "/"

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    @property
    def repeats(self) -> bool:
        """Whether the page repeats one of the default edition, as those with furigana do."""
        return self.ref.edition not in self.editions

    @property
    def language(self) -> str:
        return self.editions[0] if self.repeats else self.ref.edition

    @property
    def address(self) -> str:
        """The page's public address."""
        return HOST + self.base.rstrip("/") + self.ref.path

    def address_in(self, edition: str) -> str:
        """The public address of the same page in an edition."""
        prefix = "" if edition == self.editions[0] else f"/{edition}"
        return HOST + self.base.rstrip("/") + prefix + self.ref.key

    def target(self, link: str) -> tuple[str, str]:
        """Where a link leads: address and fragment."""
        address, fragment = urldefrag(urljoin(self.address, link))
        return address, fragment

    def inside(self, address: str) -> bool:
        """Whether an address belongs to the site."""
        return address.startswith(HOST + self.base)


def name_of(element: Tag) -> str:
    """The text of an element as a screen reader reads it: with alternatives, without what is hidden."""
    return " ".join("".join(_read(element)).split())


def label_of(page: Html, element: Tag) -> str:
    """The name that an element is given by its attributes."""
    if label := str(element.get("aria-label", "")).strip():
        return label
    named = [page.soup.find(id=id_) for id_ in str(element.get("aria-labelledby", "")).split()]
    return " ".join(name_of(tag) for tag in named if isinstance(tag, Tag)).strip()


def described(element: Tag) -> str:
    """Names an element in a finding."""
    return f"<{element.name}> {name_of(element)[:30]!r} (line {element.sourceline})"


def _read(element: Tag) -> Iterator[str]:
    for child in element.children:
        if not isinstance(child, Tag):
            yield str(child)
        elif child.get("aria-hidden") != "true":
            yield str(child.get("alt") or child.get("aria-label") or "".join(_read(child)))
