// Narrows a list or table that is complete without this script.
//
// <form data-filter="ID" hidden data-text-count="… {shown} … {total} …" data-text-none="…">   selects, a reset button
//   <p role="status" data-filter-status>
// #ID holds [data-filter-item] elements; a select named "kind" is compared with the words of data-kind.
// A [data-filter-group] (a heading and its list) goes when none of its items is left.
// The choice stands in the address (?kind=delayed), so that it can be sent on and survives going back.

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function matches(item, choices) {
  return choices.every(([name, value]) => (item.getAttribute(`data-${name}`) ?? "").split(/\s+/).includes(value));
}

function setUp(form) {
  const list = document.getElementById(form.dataset.filter);
  if (!list) return;
  const items = [...list.querySelectorAll("[data-filter-item]")];
  const groups = [...list.querySelectorAll("[data-filter-group]")];
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[data-filter-status]");

  function readAddress() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
  }

  function writeAddress() {
    const url = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  }

  function apply() {
    const choices = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
    let shown = 0;
    for (const item of items) {
      item.hidden = !matches(item, choices);
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    const text = shown ? form.dataset.textCount : form.dataset.textNone;
    status.textContent = choices.length ? fill(text, { shown, total: items.length }) : "";
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    writeAddress();
    apply();
  });
  form.addEventListener("reset", () => {
    // The selects are emptied after this event.
    setTimeout(() => {
      for (const select of selects) select.value = "";
      writeAddress();
      apply();
    });
  });
  addEventListener("popstate", () => {
    readAddress();
    apply();
  });

  readAddress();
  apply();
  form.hidden = false;
}

document.querySelectorAll("form[data-filter]").forEach(setUp);
