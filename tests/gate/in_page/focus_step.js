// Looks at what has the focus now; returns null when the focus has left the page or begins anew.

const { stops, rest, reached, last } = window.gate;
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
if (element === stops[0] && last && last !== element) return null;
const name = describe(element);
const found = [];

if (reached.has(element)) return [`${name}: gets the focus twice; is it a trap?`];
if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
  found.push(`${name}: comes after ${describe(last)}, but stands before it`);
}
reached.add(element);
window.gate.last = element;

if (!seen(element)) found.push(`${name}: has the focus but is not seen`);

const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
const view = cut(box, [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }]);
if (view.width < Math.min(box.width, 8) || view.height < Math.min(box.height, 8)) {
  found.push(`${name}: has the focus outside the window`);
} else {
  const top = document.elementFromPoint((view.left + view.right) / 2, (view.top + view.bottom) / 2);
  if (top && !element.contains(top) && !top.contains(element)) found.push(`${name}: is behind ${describe(top)}`);
}

const style = getComputedStyle(element);
const now = [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join();
const around = [background(element).colour, background(element.parentElement).colour];
const stands = (colour) => rgba(colour)[3] > 0 && around.some((behind) => contrast(rgba(colour), behind) >= 3);
const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && stands(style.outlineColor);
const shadowed = (style.boxShadow.match(/\w+\([^)]*\)/g) ?? []).some(stands);
if (now === rest.get(element) || !(outlined || shadowed)) found.push(`${name}: nothing shows that it has the focus`);
return found;
