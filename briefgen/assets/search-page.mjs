/* The search page: the form's state is the address's query, so that it can be shared and gone back to. */
import { counted, element, facets, find, item } from "./search-engine.mjs";

const STEP = 10;
const FEW = 8; // values of a facet that stand open
const PAUSE = 250;
const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };
let all; // facet -> value -> pages

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
  filters.addEventListener("toggle", () => filters.open && !all && run());
  window.addEventListener("popstate", () => { restore(form, state()); run(); });
  filters.open = window.matchMedia("(min-width: 60em)").matches || [...state().keys()].some((key) => !["q", "sort", "show"].includes(key));
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
  for (const name of ["from", "to"]) {
    form[name].dataset.wanted = wanted.get(name) ?? "";
    form[name].value = form[name].dataset.wanted;
  }
  form.dataset.show = wanted.get("show") ?? STEP;
  for (const group of groups(form)) {
    const values = wanted.getAll(group.dataset.facet);
    group.dataset.wanted = JSON.stringify(values);
    for (const box of group.querySelectorAll("input")) box.checked = values.includes(box.value);
    group.open = group.open || values.length > 0;
  }
}

async function search(page, form) {
  const number = form.dataset.number = Number(form.dataset.number ?? 0) + 1;
  const isLatest = () => Number(form.dataset.number) === number;
  if (form.closest("[id]").querySelector(".bg-search-filters").open && !all) await fill(page, form);
  const query = form.q.value.trim() || null;
  const chosen = filters(form);
  if (!query && !Object.keys(chosen).length) {
    page.querySelector(".bg-search-results").replaceChildren();
    page.querySelector(".bg-search-more").hidden = true;
    say(page, page.dataset.hint);
    if (all) count(page, form, () => all);
    return;
  }
  if (!page.querySelector(".bg-search-status").textContent) say(page, page.dataset.waiting);
  const answer = await find(query, { filters: chosen, sort: SORTS[form.sort.value] ?? {} });
  const results = await answer.first(shown(form));
  if (!isLatest()) return;
  page.querySelector(".bg-search-results").replaceChildren(...results.map((result) => item(result, page.dataset)));
  page.querySelector(".bg-search-more").hidden = answer.total <= shown(form);
  say(page, counted(answer.total, page.dataset));
  if (all) await countWithout(page, form, query, chosen, answer);
}

/** Within a facet any chosen value will do; all facets must agree. */
function filters(form) {
  const chosen = {};
  for (const group of groups(form)) {
    const values = [...group.querySelectorAll("input:checked")].map((box) => box.value);
    if (values.length) chosen[group.dataset.facet] = { any: values };
  }
  const { from, to } = form;
  if (from.value || to.value) {
    const months = Object.keys(all?.month ?? {});
    const within = months.filter((month) => (!from.value || month >= from.value) && (!to.value || month <= to.value));
    chosen.month = { any: within.length ? within : ["none"] };
  }
  return chosen;
}

/** A facet's numbers are those of the search without it: what choosing another value would find. */
async function countWithout(page, form, query, chosen, answer) {
  const counts = { ...answer.facets };
  for (const facet of Object.keys(chosen)) {
    const { [facet]: _, ...others } = chosen;
    counts[facet] = (await find(query, { filters: others })).facets[facet];
  }
  count(page, form, (facet) => counts[facet] ?? {});
}

function count(page, form, of) {
  for (const group of groups(form)) {
    const counts = of(group.dataset.facet)[group.dataset.facet] ?? of(group.dataset.facet);
    let some = false;
    for (const box of group.querySelectorAll("input")) {
      const number = counts[box.value] ?? 0;
      box.parentElement.hidden = !number && !box.checked;
      box.parentElement.querySelector(".bg-search-count").textContent = number;
      some ||= !box.parentElement.hidden;
    }
    group.hidden = !some;
  }
}

/** Put each facet's values into the form, the most frequent first; load them if need be. */
async function fill(page, form) {
  all = await facets();
  for (const group of groups(form)) {
    const wanted = JSON.parse(group.dataset.wanted ?? "[]");
    const values = Object.entries(all[group.dataset.facet] ?? {}).sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
    const boxes = values.map(([value, number]) => checkbox(page, group.dataset.facet, value, number, wanted));
    group.querySelector(".bg-search-values").replaceChildren(...boxes);
    group.hidden = values.length === 0;
    group.open = group.open || (values.length > 0 && values.length <= FEW);
  }
  const months = Object.keys(all.month ?? {}).sort();
  for (const name of ["from", "to"]) {
    form[name].append(...months.map((month) => element("option", { value: month }, monthName(month))));
    form[name].value = form[name].dataset.wanted;
  }
}

function checkbox(page, facet, value, number, wanted) {
  const input = element("input", { type: "checkbox", name: facet, value, checked: wanted.includes(value) });
  const name = (facet === "kind" && page.dataset[`kind${value[0].toUpperCase()}${value.slice(1)}`]) || value;
  return element("label", {}, input, element("span", {}, name), element("span", { className: "bg-search-count" }, number));
}

const monthName = (month) => new Date(`${month}-01T00:00Z`).toLocaleDateString(document.documentElement.lang || "en",
  { month: "long", year: "numeric", timeZone: "UTC" });
