// Remembers how everything that the Tab key may reach looks at rest.

const ring = (element) => {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  return [outlineStyle, outlineWidth, outlineColor, boxShadow].join();
};
const stops = [...document.querySelectorAll(TARGETS)].filter((e) => shown(e) && !e.disabled && e.tabIndex >= 0);
window.gate = { stops, rest: new Map(stops.map((e) => [e, ring(e)])), last: null, reached: new Set() };
return stops.filter((e) => e.tabIndex > 0).map((e) => `${describe(e)}: a tabindex above 0 changes the order`);
