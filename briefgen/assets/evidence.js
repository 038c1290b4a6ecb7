// Evidence in place: a citation opens the sentence with its neighbours, beside the words that it
// proves. Without this script, and with a modifier key, a citation is a link to the sentence.
(() => {
  "use strict";
  const MARGIN = 12; // pixels that stay free beside the panel
  const GAP = 6; // pixels between a citation and its panel
  const pages = new Map();
  let panel = null;
  let opener = null;

  async function pageOf(url) {
    const address = url.href.split("#")[0];
    if (address === location.href.split("#")[0]) return document;
    if (!pages.has(address)) {
      const text = await (await fetch(address)).text();
      pages.set(address, new DOMParser().parseFromString(text, "text/html"));
    }
    return pages.get(address);
  }

  function context(target) {
    const paragraph = document.createElement("p");
    const all = [...target.ownerDocument.querySelectorAll(".bg-s")];
    const place = all.indexOf(target);
    for (const one of all.slice(Math.max(0, place - 1), place + 2)) {
      const copy = document.importNode(one, true);
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      copy.classList.toggle("bg-s--marked", one === target);
      paragraph.append(copy, " ");
    }
    return paragraph;
  }

  function close(giveBack) {
    if (!panel) return;
    panel.remove();
    opener.setAttribute("aria-expanded", "false");
    if (giveBack) opener.focus();
    panel = opener = null;
  }

  function place() {
    const box = opener.getBoundingClientRect();
    const inside = (panel.offsetParent || document.documentElement).getBoundingClientRect();
    const most = document.documentElement.clientWidth - panel.offsetWidth - MARGIN;
    panel.style.left = `${Math.max(MARGIN, Math.min(box.left, most)) - inside.left}px`;
    panel.style.top = `${box.bottom - inside.top + GAP}px`;
  }

  async function open(link) {
    const url = new URL(link.href);
    const source = await pageOf(url);
    const target = source.getElementById(url.hash.slice(1));
    if (!target) return location.assign(link.href);
    close(false);
    opener = link;
    panel = document.createElement("div");
    panel.className = "bg-evidence";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", link.title || link.textContent);
    panel.tabIndex = -1;
    const shut = document.createElement("button");
    shut.className = "bg-evidence__close";
    shut.textContent = "×";
    shut.setAttribute("aria-label", document.querySelector('meta[name="briefgen:close"]')?.content ?? "×");
    shut.addEventListener("click", () => close(true));
    const from = document.createElement("p");
    from.className = "bg-evidence__from";
    const there = document.createElement("a");
    there.className = "bg-cite";
    there.href = link.href;
    there.textContent = link.textContent;
    from.append(there);
    const out = link.nextElementSibling;
    if (out && out.classList.contains("bg-out")) {
      const publisher = out.cloneNode(true);
      publisher.append(` ${new URL(out.href).hostname}`);
      from.append(publisher);
    }
    panel.append(shut, context(target), from);
    (document.querySelector(".md-content .md-typeset") || document.body).append(panel);
    link.setAttribute("aria-expanded", "true");
    place();
    panel.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (panel && panel.contains(event.target)) {
      if (event.target.closest("a.bg-cite")) close(false);
      return;
    }
    const link = event.target.closest("a.bg-cite");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain && event.button === 0) {
      event.preventDefault();
      if (link === opener) return close(true);
      open(link).catch(() => location.assign(link.href));
    } else {
      close(false);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  addEventListener("resize", () => close(false));
})();
