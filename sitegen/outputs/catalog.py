"""/data/catalog.jsonld (DCAT-AP, for portals that harvest open data) and /data/schema/*.json (JSON Schema).

The catalogue names no licence, because site.yaml has no field for one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.artifacts import Artifact
from sitegen.derive import PlanSite, Site
from sitegen.language.locales import primary
from sitegen.outputs.csvs import TABLES
from sitegen.outputs.opendata import (
    GLOSSARY_SCHEMA,
    PLAN_SCHEMA,
    Published,
    PublishedGlossary,
    PublishedPlan,
    json_file,
)
from sitegen.outputs.urls import absolute
from sitegen.texts import fact

CATALOG = "data/catalog.jsonld"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
GLOSSARY_TITLE = {"ja": "用語集", "en": "Glossary"}
SCHEMAS: Mapping[str, type[Published]] = {PLAN_SCHEMA: PublishedPlan, GLOSSARY_SCHEMA: PublishedGlossary}


def data_catalog(site: Site) -> Iterator[Artifact]:
    """The catalogue of all published data."""
    config = site.config
    data = {
        "@context": CONTEXT,
        "@id": absolute(config, CATALOG),
        "@type": "dcat:Catalog",
        "dct:title": _in_languages(config.title),
        "dct:description": _in_languages(config.description),
        "dct:publisher": _publisher(site),
        "foaf:homepage": {"@id": absolute(config, "/")},
        "dct:language": _languages(site.config.editions),
        **_modified(document.head.updated for document in site.content.documents()),
        "dcat:dataset": [*(_plan(site, plan) for plan in site.plans), _glossary(site)],
    }
    yield json_file(CATALOG, data)


def schemas(site: Site) -> Iterator[Artifact]:
    """The JSON Schemas of the published data."""
    for path, model in SCHEMAS.items():
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": absolute(site.config, path)}
        yield json_file(path, head | model.model_json_schema(mode="serialization", by_alias=True))


def _plan(site: Site, plan: PlanSite) -> dict[str, Any]:
    facts = plan.plan
    files = [_file(site, f"data/{plan.id}.json", PLAN_SCHEMA)]
    files += [_file(site, f"data/{plan.id}/{name}.csv") for name in TABLES]
    return {
        **_dataset(site, plan.root, files),
        "dct:title": _fact(site, plan, facts.title),
        "dct:description": _fact(site, plan, facts.vision.text if facts.vision else facts.title),
        "dcat:keyword": _fact(site, plan, facts.municipality),
        "dct:language": _languages([site.config.default]),
        "dct:spatial": {"@type": "dct:Location", "skos:prefLabel": _fact(site, plan, facts.municipality)},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(dt.date(facts.period.start_fy, 4, 1)),
            "dcat:endDate": _date(dt.date(facts.period.end_fy + 1, 3, 31)),
        },
        "dct:accrualPeriodicity": {"@id": f"{EU}/frequency/ANNUAL"},
        **_modified(initiative.head.updated for initiative in plan.initiatives),
    }


def _glossary(site: Site) -> dict[str, Any]:
    return {
        **_dataset(site, "/glossary/", [_file(site, "data/glossary.json", GLOSSARY_SCHEMA)]),
        "dct:title": _in_languages(GLOSSARY_TITLE),
        "dct:description": _in_languages(GLOSSARY_TITLE),
        "dct:language": _languages(site.config.editions),
    }


def _dataset(site: Site, page: str, files: list[dict[str, Any]]) -> dict[str, Any]:
    address = absolute(site.config, page)
    return {
        "@id": f"{address}#dataset",
        "@type": "dcat:Dataset",
        "dct:publisher": _publisher(site),
        "dcat:contactPoint": _contact(site),
        "dcat:landingPage": {"@id": address},
        "dcat:theme": {"@id": f"{EU}/data-theme/GOVE"},
        "dcat:distribution": files,
    }


def _file(site: Site, path: str, schema: str | None = None) -> dict[str, Any]:
    address = absolute(site.config, path)
    media_type, eu_type = ("text/csv", "CSV") if path.endswith(".csv") else ("application/json", "JSON")
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": path.rpartition("/")[2],
        "dcat:accessURL": {"@id": absolute(site.config, "/open-data/")},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}/{media_type}"},
        "dct:format": {"@id": f"{EU}/file-type/{eu_type}"},
        **({"dct:conformsTo": {"@id": absolute(site.config, schema)}} if schema else {}),
    }


def _publisher(site: Site) -> dict[str, Any]:
    names = site.config.publisher or site.config.contact.name
    return {
        "@id": absolute(site.config, "/#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": _in_languages(names),
    }


def _contact(site: Site) -> dict[str, Any]:
    contact = site.config.contact
    return {
        "@type": "vcard:Organization",
        "vcard:fn": _in_languages(contact.name),
        **({"vcard:hasEmail": {"@id": f"mailto:{contact.email}"}} if contact.email else {}),
        **({"vcard:hasURL": {"@id": contact.url}} if contact.url else {}),
    }


def _fact(site: Site, plan: PlanSite, text: str) -> list[dict[str, str]]:
    strings = site.content.strings.of(plan.id)
    return _in_languages({t.lang: t.value for t in (fact(text, edition, strings) for edition in site.editions)})


def _in_languages(texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _languages(editions: Iterable[str]) -> list[dict[str, str]]:
    codes = dict.fromkeys(map(primary, editions))
    return [{"@id": f"http://id.loc.gov/vocabulary/iso639-{len(code) - 1}/{code}"} for code in codes]


def _modified(dates: Iterable[dt.date]) -> dict[str, Any]:
    """Day of the last change, as the editors wrote it; nothing where no file has one."""
    newest = max(dates, default=None)
    return {"dct:modified": _date(newest)} if newest else {}


def _date(day: dt.date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
