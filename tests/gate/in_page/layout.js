// WCAG 1.4.10 and 1.4.12: the page does not scroll sideways, and no text is cut off or lies on other text.

const found = [];
const width = document.documentElement.clientWidth;

if (document.scrollingElement.scrollWidth > innerWidth) {
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && seen(e));
  const inScroller = (e) => lineage(e.parentElement).slice(0, -2).some(scrolls);
  const cause = wide.filter((e) => !inScroller(e)).map(describe).at(-1) ?? "";
  found.push(`the page is ${document.scrollingElement.scrollWidth} px wide in a window of ${innerWidth} px ${cause}`);
}

for (const element of document.querySelectorAll("html, html *")) {
  if (!(element instanceof HTMLElement) || /^(html|body|head|input|select|textarea)$/.test(element.localName) || !seen(element)) continue;
  const style = getComputedStyle(element);
  const [wide, high] = [element.scrollWidth > element.clientWidth + 1, element.scrollHeight > element.clientHeight + 1];
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  if (element.textContent.trim() && ((hides(style.overflowX) && wide) || (hides(style.overflowY) && high))) {
    found.push(`${describe(element)}: its text is cut off`);
  }
  if (/auto|scroll/.test(style.overflowX) && wide && !element.querySelector("table") && element.localName !== "pre") {
    found.push(`${describe(element)}: scrolls sideways and holds no table`);
  }
}

const block = (element) => lineage(element).find((e) => !/^(inline|ruby|ruby-text|contents)$/.test(getComputedStyle(e).display));

/** A long reading lets its word's box reach under the letters beside it, though only the reading stands above them. */
function overhangs(one, other) {
  const bases = [one, other].some(({ element }) => element.localName === "ruby");
  return bases && Math.abs(one.line.bottom - other.line.bottom) < 3 && block(one.element) === block(other.element);
}

const lines = texts().flatMap(({ element, lines: own }) => own.map((line) => ({ element, line })));
for (const { element, line } of lines) {
  if (line.right > width + 1 || line.left < -1) found.push(`${describe(element)}: text reaches out of the window`);
}

lines.sort((one, other) => one.line.top - other.line.top);
let open = [];
for (const { element, line } of lines) {
  open = open.filter((before) => before.line.bottom > line.top);
  for (const before of open) {
    const high = Math.min(before.line.bottom, line.bottom) - line.top;
    const wide = Math.min(before.line.right, line.right) - Math.max(before.line.left, line.left);
    // The boxes of letters are a little higher than the letters are.
    if (wide > 2 && high > 0.35 * Math.min(before.line.height, line.height) && !overhangs({ element, line }, before)) {
      found.push(`${describe(element)}: lies on ${describe(before.element)}`);
    }
  }
  open.push({ element, line });
}
return [...new Set(found)];
