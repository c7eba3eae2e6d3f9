// WCAG 2.5.8: 24 × 24 px, or room around it, or a link inside a sentence.

const LEAST = 24;
const all = [...document.querySelectorAll(TARGETS)].filter(seen).map((element) => ({ element, box: element.getBoundingClientRect() }));
const small = ({ box }) => box.width < LEAST - 0.01 || box.height < LEAST - 0.01;

function inSentence({ element }) {
  if (getComputedStyle(element).display !== "inline") return false;
  const block = lineage(element).find((e) => !getComputedStyle(e).display.startsWith("inline"));
  const rest = texts(block).filter(({ element: e }) => !e.closest(TARGETS));
  return rest.some(({ node }) => /[\p{L}\p{N}]/u.test(node.data));
}

const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

function distance([x, y], { box }) {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

function crowds(one, other) {
  if (other === one || one.element.contains(other.element) || other.element.contains(one.element)) return false;
  const [x, y] = middle(one);
  if (distance([x, y], other) < LEAST / 2) return true;
  const [x2, y2] = middle(other);
  return small(other) && Math.hypot(x - x2, y - y2) < LEAST;
}

return all
  .filter((target) => small(target) && !inSentence(target) && all.some((other) => crowds(target, other)))
  .map(({ element, box }) => `${describe(element)}: ${Math.round(box.width)} × ${Math.round(box.height)} px`);
