/* The search box: a dialog over the page, worked by mouse, touch or keyboard alone. */
import { counted, element, find, item, searchPage, warm } from "./search-engine.mjs";

const MOST = 5;
const PAUSE = 150; // milliseconds after the last key

/** Give the box its results; what was typed meanwhile is searched at once. */
export function attach(dialog, form, input) {
  warm();
  const close = element("button", { type: "button", className: "bg-search-close" }, "✕");
  close.setAttribute("aria-label", input.placeholder);
  form.append(close);
  const status = element("p", { className: "bg-search-status" });
  status.setAttribute("role", "status");
  const list = element("ol", { className: "bg-search-results" });
  const all = element("a", { className: "bg-search-all", href: searchPage });
  dialog.append(status, list, all);
  const parts = { dialog, input, close, status, list, all, words: translated() };
  listen(parts);
  bringWords(parts);
  show(parts);
}

/** Material's own words, there at once in the site's language. */
function translated() {
  const known = JSON.parse(document.getElementById("__config")?.textContent ?? "{}").translations ?? {};
  return {
    none: known["search.result.none"] ?? "0",
    one: known["search.result.one"] ?? "1",
    many: known["search.result.other"] ?? "#",
  };
}

/** The words that stand on the search page: one template holds them all. */
async function bringWords({ dialog, input, close, all, words }) {
  const answer = await fetch(searchPage).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  Object.assign(words, page.getElementById("bg-search")?.dataset);
  for (const named of [dialog, input]) named.setAttribute("aria-label", words.label);
  input.placeholder = words.label;
  close.setAttribute("aria-label", words.close);
  all.textContent = words.all;
}

function listen(parts) {
  const { dialog, input, close, list } = parts;
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(parts), PAUSE);
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  list.addEventListener("click", () => dialog.close()); // a passage may be on this very page
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dialog.close(); // the field alone would only be emptied
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(parts, step);
  });
}

/** Go through input and links in a circle. */
function move({ dialog, input }, step) {
  const stops = [input, ...dialog.querySelectorAll("a[href]")];
  const at = stops.indexOf(document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
}

async function show({ input, status, list, all, words }) {
  const query = input.value.trim();
  all.href = query ? `${searchPage}?q=${encodeURIComponent(query)}` : searchPage;
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  try {
    const answer = await find(query);
    const results = await answer.first(MOST);
    if (query !== input.value.trim()) return; // another key came meanwhile
    list.replaceChildren(...results.map((result) => item(result, words)));
    status.textContent = counted(answer.total, words);
  } catch (error) {
    status.textContent = words.failed ?? String(error);
  }
}
