// Added to every page by `sitegen serve`, never published: shows a new site, and what is wrong with the content.
const own = new URL(import.meta.url).searchParams.get("site");
const events = new EventSource("/.sitegen/events");
let shown = "";

events.addEventListener("message", ({ data }) => {
  const { site, problems, notes, lang, close } = JSON.parse(data);
  if (site !== own) location.reload();
  else {
    if (problems !== shown) show((shown = problems), lang, close);
    note(notes, lang);
  }
});

// A page that is left closes its stream, since a browser opens only a few to one address.
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

function show(problems, lang, close) {
  const page = document.querySelector("[data-sitegen-problems]");
  if (page) page.innerHTML = problems;
  else {
    document.querySelector(".sitegen-overlay")?.remove();
    if (problems) overlay(problems, lang, close);
  }
}

function overlay(problems, lang, close) {
  const dialog = document.createElement("dialog");
  dialog.className = "sitegen-overlay";
  dialog.lang = lang;
  dialog.setAttribute("aria-labelledby", "sitegen-heading");
  dialog.innerHTML = problems; // escaped by the server
  const button = document.createElement("button");
  button.textContent = close;
  button.addEventListener("click", () => dialog.close());
  dialog.append(button);
  document.body.append(dialog);
  dialog.showModal();
}

// Warnings wait folded in a corner: they must not hide the page. Whether they are open outlives the reload at each save.
function note(notes, lang) {
  document.querySelector(".sitegen-notes")?.remove();
  if (!notes) return;
  const details = document.createElement("details");
  details.className = "sitegen-notes";
  details.lang = lang;
  details.innerHTML = notes; // escaped by the server
  details.open = sessionStorage.getItem("sitegen-notes") === "open";
  details.addEventListener("toggle", () => sessionStorage.setItem("sitegen-notes", details.open ? "open" : ""));
  document.body.append(details);
}
