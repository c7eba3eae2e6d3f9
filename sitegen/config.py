"""site.yaml: what the site is called, where it is published, in which editions."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from sitegen.model import Model, Slug, Word

EditionId = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


class Contact(Model):
    """Who answers residents' questions."""

    name: dict[str, Word]
    """Language → name of the office."""
    email: Word | None = None
    """E-mail address."""
    url: Word | None = None
    """Page with a contact form."""


class Config(Model):
    """The whole of site.yaml."""

    title: dict[str, Word]
    """Language → title of the site."""
    description: dict[str, Word]
    """Language → one sentence about the site."""
    base_url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+(/[^\s]*)?$")]
    """Where the site is published, with its path."""
    editions: tuple[EditionId, ...]
    """Languages, the default one first."""
    partial: tuple[EditionId, ...] = ()
    """Editions in which texts may be missing: readers get another language under a notice, and nobody is warned."""
    furigana: bool = False
    """Whether the Japanese edition is also published with furigana, under /furigana/."""
    wakachigaki: bool = False
    """Whether the edition in easy Japanese has spaces between phrases (分かち書き)."""
    plans: tuple[Slug, ...]
    """Folders of content/ that hold a plan."""
    portal: bool = True
    """True: each plan lives under /<plan>/; false: the only plan is the site."""
    contact: Contact
    """Feedback contact."""
    repository: Word | None = None
    """Address of the content's folder in a Git host's editor, for "edit this page" links; `{path}` is the file."""
    publisher: dict[str, Word] | None = None
    """Language → who publishes the site, shown in the footer and the data catalogue."""

    @property
    def full(self) -> tuple[str, ...]:
        """The editions that are to have every text, the default one first."""
        return tuple(edition for edition in self.editions if edition not in self.partial)

    @property
    def default(self) -> str:
        return self.editions[0]
