// WCAG 1.4.3 from the colours that are really used, which axe does not know in forced colours.

const least = (style) => {
  const size = parseFloat(style.fontSize);
  return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
};

const opacity = (element) => lineage(element).reduce((all, e) => all * Number(getComputedStyle(e).opacity), 1);

const controls = [...document.querySelectorAll("input, select, textarea")].filter((control) => seen(control) && !control.disabled);
const elements = new Set([...texts(document.body, { all: true }).map(({ element }) => element), ...controls]);
const found = [];
for (const element of elements) {
  const style = getComputedStyle(element);
  const behind = background(element);
  if (behind.picture) {
    found.push(`${describe(element)}: text on a picture`);
    continue;
  }
  const [r, g, b, a] = rgba(style.color);
  const ratio = contrast(over([r, g, b, a * opacity(element)], behind.colour), behind.colour);
  if (ratio < least(style)) found.push(`${describe(element)}: contrast ${ratio.toFixed(2)}, needs ${least(style)}`);
}
return found;
