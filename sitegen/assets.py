"""The theme's files and the web font: CSS in one hashed file, scripts hashed, the font cut to the site's characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from sitegen.artifacts import Artifact
from sitegen.bundle import bundle

FONT_FAMILY = "BIZ UDPGothic"
_FONT_FILES = {
    400: "400Regular/BIZUDPGothic_400Regular.ttf",
    700: "700Bold/BIZUDPGothic_700Bold.ttf",
}
_FONT_PACKAGE = "node_modules/@expo-google-fonts/biz-udpgothic"
_ALWAYS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0x3041, 0x3100)]))
    + "、。「」『』（）・ー〜～…！？：；％＋－＝／０１２３４５６７８９　"
)
"""Characters that are always in the font, so that a small edit rarely changes it."""


@dataclass(frozen=True)
class Theme:
    """Where the theme's templates and assets lie."""

    templates: Path
    assets: Path

    def languages(self) -> list[str]:
        """The languages that have interface strings."""
        return sorted(path.stem for path in (self.templates / "strings").glob("*.yaml"))

    def letters(self) -> list[frozenset[str]]:
        """The characters of the templates and interface strings."""
        files = sorted([*self.templates.rglob("*.html"), *self.templates.rglob("*.yaml")])
        return [frozenset(path.read_text("utf-8")) for path in files]


def find_theme() -> Theme:
    """The theme inside the installed package, or at the top of the checkout."""
    package = Path(__file__).parent
    inside = package / "theme"
    root = inside if inside.is_dir() else package.parent
    return Theme(root / "templates", root / "assets")


def font_files(root: Path) -> dict[int, Path]:
    """Weight → full font, where its npm package is installed."""
    found = {weight: root / _FONT_PACKAGE / name for weight, name in _FONT_FILES.items()}
    return {weight: path for weight, path in found.items() if path.is_file()}


def characters(texts: Iterable[Iterable[str]]) -> str:
    """All characters that Japanese pages may show, sorted."""
    letters = set(_ALWAYS).union(*texts)
    return "".join(sorted(c for c in letters if unicodedata.category(c)[0] != "C" and _japanese_or_ascii(c)))


def subset(font: Path, letters: str) -> bytes:
    """Cut a font to some characters, as woff2."""
    from fontTools import subset as tool  # noqa: PLC0415  # heavy, and needed only when the characters changed

    options = tool.Options(
        flavor="woff2", layout_features=["*"], hinting=False, desubroutinize=True, notdef_outline=True
    )
    options.drop_tables += ["DSIG", "GSUB", "meta"]
    with tool.load_font(str(font), options) as loaded:
        loaded.recalcTimestamp = False
        cutter = tool.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(loaded)
        buffer = BytesIO()
        tool.save_font(loaded, buffer, options)
    return buffer.getvalue()


def font_path(weight: int, font: Path, letters: str) -> str:
    """Where a font's subset is published; the name tells its content, so an unchanged one need not be cut again."""
    return f"assets/fonts/biz-udpgothic-{weight}.{_hash(font.read_bytes() + letters.encode())}.woff2"


def font_rules(fonts: Mapping[int, str]) -> Artifact:
    """The style sheet for the web font.

    It has no hash in its name: a new character in one text changes the font, but not every page.
    """
    rules = [_font_face(weight, path) for weight, path in sorted(fonts.items())]
    return Artifact("fonts.css", "".join(rules).encode())


def stylesheet(theme: Theme) -> Artifact:
    """All style sheets of the theme, in name order."""
    parts = [path.read_text("utf-8") for path in sorted((theme.assets / "css").glob("*.css"))]
    data = "\n".join(parts).encode()
    return Artifact(f"assets/site.{_hash(data)}.css", data)


def scripts(theme: Theme) -> dict[str, Artifact]:
    """Name of each script → its hashed file."""
    found = {}
    for path in sorted((theme.assets / "js").glob("*.js")):
        data = path.read_bytes()
        found[path.stem] = Artifact(f"assets/{path.stem}.{_hash(data)}.js", data)
    engine = bundle(theme.assets / "search", "search")
    return {**found, "search-engine": Artifact(f"assets/search/engine.{_hash(engine)}.js", engine)}


def theme_files(theme: Theme) -> list[Artifact]:
    """All files of the theme that pages load."""
    return [stylesheet(theme), *scripts(theme).values(), *_icons(theme)]


def _icons(theme: Theme) -> list[Artifact]:
    """Icons, under their own names, since browsers and feeds ask for them by name."""
    return [
        Artifact(path.name, path.read_bytes()) for path in sorted((theme.assets / "icons").glob("*")) if path.is_file()
    ]


def _font_face(weight: int, path: str) -> str:
    names = {
        400: ("BIZ UDPGothic", "BIZUDPGothic-Regular"),
        700: ("BIZ UDPGothic Bold", "BIZUDPGothic-Bold"),
    }[weight]
    local = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{ font-family: "{FONT_FAMILY}"; font-weight: {weight}; font-display: swap; '
        f'src: {local}, url("{path}") format("woff2"); }}\n'
    )


def _japanese_or_ascii(letter: str) -> bool:
    return letter < "\x7f" or letter >= "\u2000" or letter in "§°±×÷"


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=6).hexdigest()
