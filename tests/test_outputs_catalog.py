"""/data/catalog.jsonld and /data/schema/*.json: what describes the data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sitegen.derive import derive
from sitegen.outputs import outputs
from sitegen.outputs.catalog import data_catalog, schemas
from sitegen.outputs.opendata import open_data
from tests.site_builder import SmallSite

BASE = "https://example.org/dx/"


@pytest.fixture
def catalog(site: SmallSite) -> Any:
    return json.loads(next(data_catalog(derive(site.content()))).content)


def schema(site: SmallSite, name: str) -> Any:
    return {a.path: json.loads(a.content) for a in schemas(derive(site.content()))}[f"data/schema/{name}.json"]


def data(site: SmallSite, path: str) -> Any:
    return {a.path: json.loads(a.content) for a in open_data(derive(site.content()))}[path]


def test_the_catalogue_names_the_site_in_every_language(catalog: Any) -> None:
    assert catalog["@type"] == "dcat:Catalog"
    assert {"@value": "Hoshi City DX Plan", "@language": "en"} in catalog["dct:title"]
    assert [language["@id"][-2:] for language in catalog["dct:language"]] == ["ja", "en"]


def test_each_plan_and_the_glossary_are_datasets(catalog: Any) -> None:
    pages = [dataset["dcat:landingPage"]["@id"] for dataset in catalog["dcat:dataset"]]
    assert pages == [f"{BASE}hoshi/", f"{BASE}glossary/"]


def test_a_plan_lasts_from_the_april_of_its_first_to_the_march_of_its_last_fiscal_year(catalog: Any) -> None:
    period = catalog["dcat:dataset"][0]["dct:temporal"]
    assert (period["dcat:startDate"]["@value"], period["dcat:endDate"]["@value"]) == (
        "2021-04-01",
        "2024-03-31",
    )


def test_every_data_file_is_a_distribution_and_every_distribution_a_file(site: SmallSite, catalog: Any) -> None:
    listed = {
        distribution["dcat:downloadURL"]["@id"]
        for dataset in catalog["dcat:dataset"]
        for distribution in dataset["dcat:distribution"]
    }
    made = {a.path for a in outputs(derive(site.content())) if a.path.startswith("data/")}
    facts = {path for path in made if not path.startswith("data/schema/") and path != "data/catalog.jsonld"}
    assert listed == {BASE + path for path in facts}


def test_the_day_of_the_last_change_comes_from_the_content(catalog: Any) -> None:
    assert catalog["dct:modified"]["@value"] == "2026-11-21"
    assert "dct:modified" not in catalog["dcat:dataset"][1]


def test_no_licence_is_claimed(catalog: Any) -> None:
    assert "licen" not in json.dumps(catalog).lower()


@pytest.mark.parametrize(("name", "path"), [("plan", "data/hoshi.json"), ("glossary", "data/glossary.json")])
def test_the_schema_describes_exactly_what_is_published(site: SmallSite, name: str, path: str) -> None:
    described = schema(site, name)
    assert described["$id"] == f"{BASE}data/schema/{name}.json" == data(site, path)["$schema"]
    assert described["properties"].keys() == data(site, path).keys() == set(described["required"])


def test_the_schema_describes_initiatives_with_their_meaning(site: SmallSite) -> None:
    initiative = schema(site, "plan")["$defs"]["PublishedInitiative"]
    published = data(site, "data/hoshi.json")["initiatives"][0]
    assert initiative["properties"].keys() == published.keys() == set(initiative["required"])
    assert initiative["properties"]["actions"]["items"]["type"] == "string"
    assert all("description" in field or "$ref" in field for field in initiative["properties"].values())
