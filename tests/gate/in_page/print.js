// On paper: nothing is folded or cut off, and nothing stands there that only a screen needs.

const ONLY_SCREEN = "nav, form, .screen-only, .back-to-top";
const found = [];
const onPaper = new Set(texts(document.querySelector("main")).map(({ node }) => node));
for (const node of window.gateTexts) {
  if (!onPaper.has(node) && !node.parentElement.closest(ONLY_SCREEN)) {
    found.push(`${describe(node.parentElement)}: is lost on paper`);
  }
}
for (const element of document.querySelectorAll("nav, form, .skip-link")) {
  if (shown(element)) found.push(`${describe(element)}: stands on paper`);
}
for (const element of document.querySelectorAll("main *")) {
  if (element instanceof HTMLElement && scrolls(element) && seen(element) && element.scrollWidth > element.clientWidth + 1) {
    found.push(`${describe(element)}: paper cannot scroll`);
  }
}
if (document.scrollingElement.scrollWidth > innerWidth) {
  found.push(`the page is ${document.scrollingElement.scrollWidth} px wide on paper of ${innerWidth} px`);
}
return found;
