/* On every page: the search button in Material's header, its shortcuts, and the words that a search
   led here for, marked. What searches is loaded when it is first wanted. */
(() => {
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const load = (name) => import(assets + name);
  const GLASS = "M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79"
    + "l-.27-.27A6.52 6.52 0 0 1 9.5 16a6.5 6.5 0 1 1 0-13m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5";

  /** What the reader's language calls search: the link in the navigation, or Material's own words. */
  const label = () => {
    const page = new URL("../../search/", assets).href;
    const link = [...document.querySelectorAll("nav a[href]")].find((a) => a.href === page);
    const config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
    return link?.textContent.trim() || config.translations?.["search.result.placeholder"] || "";
  };

  /** The box stands at once, so that no key is lost while what searches is loaded. */
  const open = () => {
    const dialog = document.querySelector(".bg-search-box") ?? build();
    dialog.showModal();
    dialog.querySelector("input").select();
  };

  const build = () => {
    const dialog = document.createElement("dialog");
    dialog.className = "bg-search-box md-typeset";
    const form = dialog.appendChild(document.createElement("form"));
    form.action = new URL("../../search/", assets).href;
    form.setAttribute("role", "search");
    const input = form.appendChild(document.createElement("input"));
    Object.assign(input, { type: "search", name: "q", autocomplete: "off", spellcheck: false });
    input.placeholder = label();
    for (const named of [dialog, input]) named.setAttribute("aria-label", label());
    document.body.append(dialog);
    load("search-box.mjs").then((box) => box.attach(dialog, form, input));
    return dialog;
  };

  const addButton = () => {
    const header = document.querySelector(".md-header__inner");
    if (!header || header.querySelector(".bg-search-open")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bg-search-open";
    button.setAttribute("aria-keyshortcuts", "/ s f");
    button.setAttribute("aria-haspopup", "dialog");
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    icon.append(document.createElementNS(icon.namespaceURI, "path"));
    icon.firstChild.setAttribute("d", GLASS);
    const name = document.createElement("span");
    name.textContent = label();
    button.append(icon, name);
    button.addEventListener("click", open);
    header.insertBefore(button, header.querySelector(".md-header__source"));
  };

  const onKey = (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || event.defaultPrevented) return;
    if (!["/", "s", "f"].includes(event.key) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  };

  /** Mark whole words in the page's own text; letters and digits around them make another word. */
  const mark = (words) => {
    const article = document.querySelector("article");
    if (!article || !words.length) return;
    const plain = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${plain.join("|")})(?![\\p{L}\\p{N}])`, "giu");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest("script, style, svg, mark")) texts.push(walker.currentNode);
    }
    for (const text of texts) {
      const found = [...text.data.matchAll(pattern)].reverse();
      for (const match of found) {
        const range = document.createRange();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const marked = document.createElement("mark");
        marked.className = "bg-mark";
        range.surroundContents(marked);
      }
    }
  };

  const begin = () => {
    // Material's own search keeps its box and its shortcuts.
    if (!document.querySelector("[data-md-component='search']")) {
      addButton();
      document.removeEventListener("keydown", onKey);
      document.addEventListener("keydown", onKey);
    }
    const words = new URLSearchParams(location.search).getAll("highlight");
    mark(words.map((word) => word.trim()).filter(Boolean).slice(0, 20));
    const page = document.getElementById("bg-search");
    if (page) load("search-page.mjs").then((module) => module.begin(page));
  };

  if (window.document$) window.document$.subscribe(begin);
  else begin();
})();
