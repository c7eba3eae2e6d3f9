// Helpers for the other scripts here. Each of those is the body of a function that returns findings.

const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

const describe = (element) => {
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  const text = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 30);
  return `${element.localName}${element.id && `#${element.id}`}${classes} “${text}”`;
};

const lineage = (element) => (element ? [element, ...lineage(element.parentElement)] : []);

const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** Whether something is there for screen readers only: cut down to a pixel. */
const forReadersOnly = (element) =>
  lineage(element).some((e) => e.offsetWidth <= 1 && e.offsetHeight <= 1 && getComputedStyle(e).overflowX === "hidden");

const seen = (element) => shown(element) && !forReadersOnly(element);

const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY);

/** The part of a rectangle that is not scrolled away inside a scrolling box around it. */
function cut(rect, boxes) {
  let { left, top, right, bottom } = rect;
  for (const box of boxes) {
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** Every text that is seen: its node, its element, and the rectangles of its lines; `all` has those scrolled away too. */
function texts(root = document.body, { all = false } = {}) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, noscript, template, select, option") || !seen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = all ? [] : lineage(element).slice(0, -2).filter(scrolls).map((box) => box.getBoundingClientRect());
    const lines = [...range.getClientRects()].map((line) => cut(line, boxes)).filter((line) => line.width > 0.5 && line.height > 0.5);
    if (lines.length) found.push({ node, element, lines });
  }
  return found;
}

const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();

/** Red, green, blue and alpha (0 to 1) of a CSS colour. */
function rgba(colour) {
  if (!known.has(colour)) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r / 255, g / 255, b / 255, a / 255]);
  }
  return known.get(colour);
}

const over = ([r, g, b, a], [r2, g2, b2]) => [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a), 1];

const canvasColour = (() => {
  const probe = document.createElement("div");
  probe.style.color = "Canvas";
  document.body.append(probe);
  const colour = rgba(getComputedStyle(probe).color);
  probe.remove();
  return colour;
})();

/** What is painted behind an element's text, and whether a picture is among it. */
function background(element) {
  const styles = lineage(element).map((e) => getComputedStyle(e));
  const opaque = styles.findIndex((style) => rgba(style.backgroundColor)[3] === 1);
  const layers = opaque < 0 ? styles : styles.slice(0, opaque + 1);
  return {
    colour: layers.reduceRight((below, style) => over(rgba(style.backgroundColor), below), canvasColour),
    picture: layers.some((style) => style.backgroundImage !== "none"),
  };
}

function luminance([r, g, b]) {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
