// The search page: asks the engine (assets/search/search.js) and shows what it finds. See search_page in
// templates/components/form.html.
//
// [data-search]              data-engine: address of the engine; data-index: folder of the edition's index; data-base: the
//                            edition's root; data-text-…: what the status line says
//   form[data-search-form]     hidden until this script runs; field "q", and check boxes: name and value are a filter's
//     [data-search-panel]        <details> with the filters; those in a closed <details> get no counts
//     [data-search-chosen]       how many filters are chosen
//     [data-search-n]            in a check box's label: how many results the choice would leave
//   [data-search-status]       role="status"
//   ol[data-search-results]    #search-results: one <li> with one link each
//   button[data-search-more]   the next ten
//   [data-search-help]         where else to look, when nothing is found or the search does not load
//   [data-search-fallback]     what stands here without JavaScript
//   template[data-search-badge]  a badge for each kind of status
//
// The address always says what is shown. Each query and each choice of filters has an entry in the history of its own, but
// what is typed in one go has only one.

const PAGE = 10;
const WAIT = 80; // ms without a key before a search starts
const SLOW = 200; // ms before a search says that it is at work
const REST = 200; // ms without scrolling before the place is noted

const { lang } = document.documentElement;
/** Whether what is being composed is no query yet; elsewhere keyboards of phones compose every word. */
const COMPOSED = /^(ja|zh|ko)/.test(lang);

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const written = (number) => number.toLocaleString(lang);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** [text, marked?] → nodes. */
const pieces = (parts) => parts.map(([text, marked]) => (marked ? element("mark", {}, text) : text));

function setUp(root) {
  const part = (name) => root.querySelector(`[data-search-${name}]`);
  const [form, panel, chosenCount, status, list, more, help, fallback] = [
    "form", "panel", "chosen", "status", "results", "more", "help", "fallback",
  ].map(part);
  const [near, words, retry] = ["near", "words", "retry"].map(part);
  const field = form.elements.q;
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const clearButtons = root.querySelectorAll("[data-search-clear]");
  const text = root.dataset;
  const url = (address) => new URL(address, document.baseURI);

  let engine = null;
  let attempts = 0;
  let found = null; // the answer that is shown
  let turn = 0; // the latest search; an earlier one that ends later is dropped
  let typing = 0;
  let scrolling = 0;
  let shownAddress = null;
  let complete = true; // whether the query of the address was finished, by Enter, a filter or leaving the page

  /** Load the engine, once; what failed is tried again under another name, since browsers may remember the failure. */
  function open() {
    engine ??= import(url(text.engine + (attempts ? `?${attempts}` : "")))
      .then(({ openSearch }) => openSearch(url(text.index)))
      .catch((error) => {
        engine = null;
        attempts += 1;
        throw error;
      });
    return engine;
  }

  const chosen = () => boxes.filter((box) => box.checked);

  function filters() {
    const values = {};
    for (const { name, value } of chosen()) (values[name] ??= []).push(value);
    return values;
  }

  // What is shown.

  const say = (message) => {
    if (status.textContent !== message) status.textContent = message;
  };

  function badge({ kind, label }) {
    const template = root.querySelector(`[data-search-badge="${CSS.escape(kind)}"]`);
    if (!template) return element("span", {}, label);
    const made = template.content.firstElementChild.cloneNode(true);
    made.querySelector(".badge__label").textContent = label;
    return made;
  }

  /** A choice's name as its label has it, with furigana where the page has it. */
  function nameOf(filter, value) {
    const box = boxes.find((one) => one.name === filter && one.value === value);
    return box ? [...box.parentElement.querySelector("[data-search-name]").cloneNode(true).childNodes] : [];
  }

  function resultItem({ url: path, title, excerpt, kind, plans, status: badgeOf, initiative, lang: language, excerptLang }) {
    const link = element("a", { href: new URL(path, url(text.base)).href }, ...pieces(title));
    if (language) link.lang = language;
    const facts = element("p", { className: "search-result__facts" });
    const kindName = nameOf("kind", kind);
    if (kindName.length) facts.append(element("span", { className: "tag" }, ...kindName));
    if (plans.length) facts.append(element("span", {}, plans.join(text.textComma)));
    if (badgeOf) facts.append(badge(badgeOf));
    const item = element("li", {}, link, facts);
    const cut = element("p", { className: "search-result__excerpt" }, ...pieces(excerpt));
    if (excerptLang) cut.lang = excerptLang;
    if (excerpt.length) item.append(cut);
    const plan = boxes.find(({ name, value }) => name === "plan" && path.startsWith(`${value}/`));
    Object.assign(item.dataset, { kind, ...(initiative && { initiative }), ...(plan && { plan: plan.value }) });
    return item;
  }

  function tell() {
    const { total: n, read } = found;
    const message = n ? (read ? text.textRead : text.textCount) : chosen().length ? text.textNoneChosen : text.textNone;
    say(fill(message, { query: field.value.trim(), read, n: written(n) }));
    more.hidden = list.children.length >= n;
  }

  /** Say where else to look. */
  function assist(shown, { suggestions = [], failed = false } = {}) {
    help.hidden = !shown;
    near.hidden = !suggestions.length;
    words.replaceChildren(
      ...suggestions.map((word) => element("li", {}, element("a", { href: `?${new URLSearchParams({ q: word })}` }, word))),
    );
    retry.hidden = !failed;
    for (const button of clearButtons) if (help.contains(button)) button.hidden = failed || !chosen().length;
  }

  function numbers(counts = {}) {
    for (const { name, value, parentElement: label } of boxes) {
      const n = counts[name]?.[value];
      label.querySelector("[data-search-n]").textContent = n === undefined ? "" : written(n);
      label.classList.toggle("choice--none", n === 0);
    }
  }

  /** Count the results of every choice that is in sight. */
  async function count() {
    const current = turn;
    const wanted = {};
    for (const { name, value } of boxes.filter((box) => !box.closest("details:not([open])"))) (wanted[name] ??= []).push(value);
    if (!found || !Object.keys(wanted).length) return;
    const counts = await found.counts(wanted).catch(() => ({})); // without a network there may be none
    if (current === turn) numbers(counts);
  }

  function show(answer) {
    found = answer;
    list.replaceChildren(...(found?.results ?? []).map(resultItem));
    if (found) {
      tell();
      assist(!found.total, found);
      count();
    } else {
      say("");
      more.hidden = true;
      assist(false);
      numbers();
    }
  }

  async function search(size = PAGE) {
    const current = ++turn;
    clearTimeout(typing);
    const query = field.value.trim();
    chosenCount.textContent = chosen().length ? fill(text.textChosen, { n: written(chosen().length) }) : "";
    if (!query) return show(null);
    const slow = setTimeout(() => current === turn && say(text.textLoading), SLOW);
    try {
      const answer = await (await open()).find(query, filters(), size);
      if (current !== turn) return;
      if (!answer.total && !navigator.onLine) throw new Error("without a network, nothing found means nothing");
      show(answer);
    } catch (error) {
      if (current !== turn) return;
      show(null);
      say(text.textError);
      assist(true, { failed: true });
      console.error(error);
    } finally {
      clearTimeout(slow);
    }
  }

  // The address and the history.

  function address() {
    const query = field.value.trim();
    return new URLSearchParams([...(query ? [["q", query]] : []), ...chosen().map(({ name, value }) => [name, value])]).toString();
  }

  const remember = () => history.replaceState({ size: Math.max(PAGE, list.children.length), top: scrollY }, "");

  /** Write what is asked into the address; gives whether it is something new. */
  function write({ entry = complete, done = true } = {}) {
    const asked = address();
    const changed = asked !== shownAddress;
    if (changed) {
      clearTimeout(scrolling);
      const push = entry && shownAddress;
      if (push) remember();
      history[push ? "pushState" : "replaceState"](null, "", asked ? `?${asked}` : location.pathname);
      shownAddress = asked;
    }
    complete = done;
    return changed;
  }

  async function restore() {
    const { size = PAGE, top } = history.state ?? {};
    const asked = new URLSearchParams(location.search);
    clearTimeout(scrolling);
    field.value = asked.get("q") ?? "";
    for (const box of boxes) {
      box.checked = asked.getAll(box.name).includes(box.value);
      const group = box.checked && box.closest("details");
      if (group && group !== panel) group.open = true;
    }
    if (address() === shownAddress) return; // only the part behind # has changed
    shownAddress = address();
    complete = true;
    await search(size);
    if (top !== undefined && address() === shownAddress) scrollTo({ top, behavior: "instant" });
  }

  // What readers do.

  function typed() {
    if (write({ done: false })) search();
  }

  function ask() {
    if (write() || !found) search();
  }

  function choose() {
    write({ entry: true });
    search();
  }

  field.addEventListener("input", (event) => {
    clearTimeout(typing);
    if (!(event.isComposing && COMPOSED)) typing = setTimeout(typed, WAIT);
  });
  field.addEventListener("compositionstart", () => clearTimeout(COMPOSED ? typing : 0));
  field.addEventListener("compositionend", typed);
  for (const event of ["focus", "pointerdown"]) field.addEventListener(event, () => open().catch(() => {}));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("change", ({ target }) => target.type === "checkbox" && choose());
  for (const button of clearButtons) {
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      choose();
      if (help.contains(button)) field.focus();
    });
  }
  part("see").addEventListener("click", () => {
    panel.open = false;
    list.focus({ preventScroll: true });
    status.scrollIntoView();
  });
  root.addEventListener("toggle", count, true);

  more.addEventListener("click", async () => {
    const current = turn;
    const first = list.children.length;
    try {
      const next = await found.more(PAGE);
      if (current !== turn) return;
      list.append(...next.map(resultItem));
      tell();
      list.children[first]?.querySelector("a").focus();
    } catch {
      if (current === turn) say(text.textError);
    }
  });

  words.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = link.textContent;
    ask();
    field.focus();
  });
  /** Ask again; where Pagefind itself did not load, it does not start twice, so that takes a new page. */
  function again() {
    if (engine && navigator.onLine) location.reload();
    else search();
  }

  retry.addEventListener("click", () => {
    again();
    field.focus();
  });
  addEventListener("online", () => !retry.hidden && again());

  history.scrollRestoration = "manual";
  addEventListener("popstate", restore);
  addEventListener("pagehide", remember);
  addEventListener("scroll", () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(remember, REST);
  });

  panel.open = matchMedia("(min-width: 62rem)").matches;
  form.hidden = false;
  fallback.hidden = true;
  restore();
}

document.querySelectorAll("[data-search]").forEach(setUp);
