// Hides and shows furigana on the pages that always carry it, and remembers the choice. It is loaded in <head> and runs
// before the page is painted, so that nothing moves; without it, furigana is shown.
const KEY = "furigana";

/** Read the reader's choice; a browser may forbid to store anything. */
function isHidden() {
  try {
    return localStorage.getItem(KEY) === "off";
  } catch {
    return false;
  }
}

function remember(hidden) {
  try {
    if (hidden) localStorage.setItem(KEY, "off");
    else localStorage.removeItem(KEY);
  } catch {
    // The choice holds for this page only.
  }
}

function show(hidden) {
  document.documentElement.toggleAttribute("data-furigana-hidden", hidden);
}

function setUp() {
  document.querySelectorAll("[data-furigana-button]").forEach((button) => {
    button.setAttribute("aria-pressed", String(!isHidden()));
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      const hidden = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!hidden));
      show(hidden);
      remember(hidden);
    });
  });
}

show(isHidden());
document.addEventListener("DOMContentLoaded", setUp);
