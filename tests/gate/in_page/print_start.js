// Remembers every text of the page's main part as a screen shows it with everything unfolded.

const folded = [...document.querySelectorAll("details:not([open])")];
for (const part of folded) part.open = true;
window.gateTexts = texts(document.querySelector("main")).map(({ node }) => node);
for (const part of folded) part.open = false;
return [];
