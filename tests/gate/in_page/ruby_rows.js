// Ruby that stands beside other text in a row or a grid: each would be an item of its own, with a gap around it.
const rows = [...document.querySelectorAll("ruby")].map((ruby) => ruby.parentElement);
return [...new Set(rows)]
  .filter((parent) => /flex|grid/.test(getComputedStyle(parent).display) && parent.childNodes.length > 1)
  .map((parent) => `${parent.localName}.${parent.className}: ${parent.innerText.slice(0, 40)}`);
