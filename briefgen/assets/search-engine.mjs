/* Pagefind, and what it finds as plain values: each result with the passages that hold the words.
   Text stays text: nothing here or in what uses it is written as HTML. */
const PAGE_PASSAGES = 3;
const LONGEST = 36; // words of a passage that are shown
const root = new URL("../../", import.meta.url);
let engine;
let common;

/** The one instance, loaded at the first call. Without a worker: its copy of the code weighs 40 kB. */
function start() {
  engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    const instance = pagefind.createInstance({ noWorker: true });
    await instance.init();
    return instance;
  });
  return engine;
}

/** Begin loading what any search needs. */
export const warm = () => start().catch(() => {});

export const searchPage = new URL("search/", root).href;

/** Days and facets of all pages, loaded when the first search needs them. */
let known;
export function facets() {
  known ??= fetch(new URL("pagefind/facets.bin", root)).then(async (answer) => {
    const stream = answer.body.pipeThrough(new DecompressionStream("gzip"));
    const { ids, days, facets } = await new Response(stream).json();
    const values = ids.map(() => ({})); // position -> facet -> values
    for (const [facet, pages] of Object.entries(facets)) {
      for (const [value, steps] of Object.entries(pages)) {
        let at = 0;
        for (const step of steps) (values[at += step][facet] ??= []).push(value);
      }
    }
    return { days, values, names: Object.keys(facets), at: new Map(ids.map((id, at) => [id, at])) };
  });
  return known;
}

/** A query without the words that nearly every page holds: they tell no page from another, and
    their index alone outweighs all else. A phrase, and a query of nothing else, keep them. */
async function telling(query) {
  common ??= fetch(new URL("search-common.json", import.meta.url)).then((answer) => answer.json());
  const words = query?.trim().split(/\s+/) ?? [];
  if (words.length < 2 || query.includes('"')) return query;
  const plain = await common;
  return words.filter((word) => !plain.includes(word.toLowerCase())).join(" ") || query;
}

/** The answer to a query: how many pages, their facets' counts, and a loader of the first ones.
    `query`: words, or null for all pages; `wanted`: facet -> values, any of which will do; `from`,
    `to`: ISO days, "" for none; `sort`: newest, oldest or "" for the best match; `counting`: whether
    facets are counted. */
export async function find(query, { wanted = {}, from = "", to = "", sort = "", counting = false } = {}) {
  const answer = await (await start()).search(await telling(query));
  let found = answer.results;
  let counts;
  if (counting || sort || from || to || Object.keys(wanted).length) {
    const all = await facets();
    ({ found, counts } = narrowed(found, all, wanted, from, to));
    if (sort) found = sorted(found, all, sort);
  }
  const first = (count) => Promise.all(found.slice(0, count).map(async (one) => result(await one.data())));
  return { total: found.length, counts, first };
}

/** The pages that bear a wanted value of every facet. A facet's own counts leave its choice aside:
    they say what choosing another of its values would find. */
function narrowed(results, all, wanted, from, to) {
  const counts = Object.fromEntries(all.names.map((facet) => [facet, new Map()]));
  const found = results.filter((one) => {
    const at = all.at.get(one.id);
    const day = all.days[at];
    if ((from && !(day >= from)) || (to && !(day && day <= to))) return false;
    const values = all.values[at];
    const missed = Object.keys(wanted).filter((facet) => !values[facet]?.some((value) => wanted[facet].includes(value)));
    const counted = missed.length === 0 ? all.names : missed.length === 1 ? missed : [];
    for (const facet of counted) {
      for (const value of values[facet] ?? []) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
    return missed.length === 0;
  });
  return { found, counts };
}

/** By day, those without one last; pages of one day stay in the order of their match. */
function sorted(found, all, sort) {
  const day = (one) => all.days[all.at.get(one.id)];
  const sign = sort === "newest" ? -1 : 1;
  return [...found].sort((a, b) => !day(a) - !day(b) || (day(a) < day(b) ? -sign : day(a) > day(b) ? sign : 0));
}

function result(data) {
  const words = data.content.split(/\s+/);
  const [{ id: kind }, ...anchors] = data.anchors; // the first names the kind of page
  const spans = passages(data, words, anchors);
  const terms = [...new Set(data.locations.map((at) => bare(words[at])).filter(Boolean))].slice(0, 8);
  const address = (anchor) => {
    const url = new URL(data.url, location.href);
    for (const term of terms) url.searchParams.append("highlight", term);
    url.hash = anchor ?? "";
    return url.href;
  };
  return {
    title: data.meta.title,
    kind,
    publisher: data.meta.publisher,
    date: data.meta.date,
    url: address(spans[0]?.anchor),
    passages: spans.map((span) => ({ url: address(span.anchor), words: span.words })),
  };
}

/** The passages with the most of the words looked for, best first; each is one element's text. */
function passages(data, words, anchors) {
  const title = data.meta.title?.split(/\s+/).length ?? 0;
  const starts = [{ id: null, location: 0 }, { id: null, location: title }, ...anchors];
  const held = new Map();
  for (const hit of data.weighted_locations) {
    const index = starts.findLastIndex((start) => start.location <= hit.location);
    if (index === 0) continue; // the title is shown anyway
    const span = held.get(index) ?? { hits: [], score: 0, seen: new Set() };
    const word = bare(words[hit.location]);
    span.hits.push(hit.location);
    span.score += hit.balanced_score * (span.seen.has(word) ? 0.1 : 1);
    span.seen.add(word);
    held.set(index, span);
  }
  const ranked = [...held].sort(([a, one], [b, other]) => other.seen.size - one.seen.size || other.score - one.score || a - b);
  return ranked.slice(0, PAGE_PASSAGES).map(([index, span]) => ({
    anchor: starts[index].id,
    words: shown(words, span.hits, starts[index].location, starts[index + 1]?.location ?? words.length),
  }));
}

/** The words of a passage around its hits as [text, whether it was looked for] pairs. */
function shown(words, hits, from, to) {
  const first = Math.max(from, Math.min(Math.min(...hits) - 8, to - LONGEST));
  const last = Math.min(to, first + LONGEST);
  const marked = new Set(hits);
  const pairs = words.slice(first, last).map((word, index) => [word, marked.has(first + index)]);
  return [...(first > from ? [["…", false]] : []), ...pairs, ...(last < to ? [["…", false]] : [])];
}

const bare = (word) => (word ?? "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase();

/** A result as a list item: a link to its best passage, where it is from, its passages. */
export function item(result, words) {
  const link = element("a", { href: result.url, className: "bg-search-title" }, result.title);
  const kind = words[`kind${result.kind[0].toUpperCase()}${result.kind.slice(1)}`];
  const origin = [kind, result.publisher, result.date].filter(Boolean)
    .flatMap((part, at) => [at ? " · " : "", element("bdi", {}, part)]);
  const passages = result.passages.map((passage) =>
    element("a", { href: passage.url, className: "bg-search-passage" }, ...marked(passage.words)));
  return element("li", {}, link, element("span", { className: "bg-search-origin" }, ...origin), ...passages);
}

function marked(words) {
  const parts = [];
  for (const [word, isHit] of words) parts.push(isHit ? element("mark", {}, word) : word, " ");
  return parts;
}

/** How many were found, in words. */
export const counted = (total, words) =>
  total === 0 ? words.none : total === 1 ? words.one : words.many.replace("#", total.toLocaleString(`${document.documentElement.lang || "en"}-u-nu-latn`));

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
