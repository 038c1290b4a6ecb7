/* The search page: the form's state is the address's query, so that it can be shared and gone back to. */
import { counted, element, find, item } from "./search-engine.mjs";

const STEP = 10;
const FEW = 8; // values of a facet that stand open
const PAUSE = 250;

/** Make the form work; `page` holds it and the words for what it says. */
export function begin(page) {
  if (page.dataset.begun) return;
  page.dataset.begun = "yes";
  page.hidden = false;
  const form = page.querySelector("form");
  const filters = page.querySelector(".bg-search-filters");
  const run = () => search(page, form).catch(() => say(page, page.dataset.failed));
  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(form, true);
    run();
  });
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    const typing = event.target.name === "q";
    timer = setTimeout(() => { keep(form, !typing); run(); }, typing ? PAUSE : 0);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    restore(form, new URLSearchParams({ q: form.q.value }));
    keep(form, true);
    run();
  });
  page.querySelector(".bg-search-more").addEventListener("click", () => {
    form.dataset.show = shown(form) + STEP;
    keep(form, false);
    run();
  });
  filters.addEventListener("toggle", () => filters.open && run());
  window.addEventListener("popstate", () => { restore(form, state()); run(); });
  filters.open = window.matchMedia("(min-width: 60em)").matches; // beside the results, not before them
  restore(form, state());
  run();
}

const state = () => new URLSearchParams(location.search);
const shown = (form) => Number(form.dataset.show) || STEP;
const groups = (form) => [...form.querySelectorAll("[data-facet]")];
const say = (page, text) => { page.querySelector(".bg-search-status").textContent = text; };

/** The form's fields as an address's query; what is empty is left out. */
function keep(form, isNew) {
  const kept = [...new FormData(form)].filter(([, value]) => value);
  if (isNew) delete form.dataset.show;
  if (shown(form) > STEP) kept.push(["show", shown(form)]);
  const query = new URLSearchParams(kept).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (isNew && address !== location.pathname + location.search) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

function restore(form, wanted) {
  form.q.value = wanted.get("q") ?? "";
  form.sort.value = wanted.get("sort") ?? "";
  form.from.value = wanted.get("from") ?? "";
  form.to.value = wanted.get("to") ?? "";
  form.dataset.show = wanted.get("show") ?? STEP;
  for (const group of groups(form)) {
    const { facet } = group.dataset;
    const values = wanted.getAll(facet);
    const boxes = values.map((value) => checkbox(form, facet, value, true));
    group.querySelector(".bg-search-values").replaceChildren(...boxes);
    group.open = group.open || values.length > 0;
  }
}

async function search(page, form) {
  const number = form.dataset.number = Number(form.dataset.number ?? 0) + 1;
  const [list, more] = [".bg-search-results", ".bg-search-more"].map((one) => page.querySelector(one));
  const options = {
    wanted: chosen(form),
    from: form.from.value,
    to: form.to.value,
    sort: form.sort.value,
    counting: page.querySelector(".bg-search-filters").open,
  };
  const query = form.q.value.trim() || null;
  const asked = query || options.from || options.to || Object.keys(options.wanted).length;
  const answer = asked || options.counting ? await find(query, options) : null;
  const results = asked ? await answer.first(shown(form)) : [];
  if (Number(form.dataset.number) !== number) return; // another search began meanwhile
  list.replaceChildren(...results.map((result) => item(result, page.dataset)));
  more.hidden = !asked || answer.total <= shown(form);
  say(page, asked ? counted(answer.total, page.dataset) : page.dataset.hint);
  if (answer?.counts) offer(form, answer.counts);
}

/** Facet -> the values that are chosen in it. */
function chosen(form) {
  const wanted = {};
  for (const box of form.querySelectorAll("[data-facet] input:checked")) (wanted[box.name] ??= []).push(box.value);
  return wanted;
}

/** Each facet's values that would find something and those chosen, the most frequent first. */
function offer(form, counts) {
  const wanted = chosen(form);
  const focused = form.contains(document.activeElement) && document.activeElement.id;
  for (const group of groups(form)) {
    const { facet } = group.dataset;
    const values = new Map([...(wanted[facet] ?? []).map((value) => [value, 0]), ...(counts[facet] ?? [])]);
    const ranked = [...values].sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
    const boxes = ranked.map(([value, number]) => checkbox(form, facet, value, wanted[facet]?.includes(value), number));
    group.querySelector(".bg-search-values").replaceChildren(...boxes);
    if (group.hidden && values.size <= FEW) group.open = true; // at first
    group.hidden = values.size === 0;
  }
  if (focused) document.getElementById(focused)?.focus(); // the box that was just ticked
}

function checkbox(form, facet, value, checked, number = "") {
  const words = form.closest("[id]").dataset;
  const input = element("input", { type: "checkbox", id: `bg-${facet}-${value}`, name: facet, value, checked });
  const name = (facet === "kind" && words[`kind${value[0].toUpperCase()}${value.slice(1)}`]) || value;
  return element("label", {}, input, element("span", {}, name), element("span", { className: "bg-search-count" }, number));
}
