// lawtrack: the little script of the pages. Every page can be read without it; it adds switches, filters, days and search.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  // What a reader chose is kept where the browser allows it; from a file it may not.
  const kept = {
    get(key) { try { return localStorage.getItem("lawtrack." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("lawtrack." + key, value); } catch { /* not kept */ } },
  };
  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const unfold = (element) => {
    for (let up = element; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  };

  // ---- one redline in two columns: made from the inline one, when it is asked for ----
  const without = (element, tag) => {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    for (const gone of all(tag, copy)) gone.remove();
    return copy;
  };
  const paired = (paragraph) => {
    const pair = make("div", "pair");
    const left = without(paragraph, "ins"), right = without(paragraph, "del");
    for (const side of [left, right]) if (!side.textContent.trim()) { side.replaceChildren("—"); side.classList.add("quiet"); }
    pair.append(left, right);
    return pair;
  };
  const sideways = (law, labels) => {
    if (law.classList.contains("side")) return;
    law.inline = [...law.childNodes];
    const made = labels.map((label) => make("p", "label", label));
    for (const child of [...law.children]) {
      if (child.matches("p")) made.push(paired(child));
      else {
        const copy = child.cloneNode(true);
        made.push(copy);
      }
    }
    law.replaceChildren(...made);
    law.classList.add("side");
  };
  const inline = (law) => {
    if (!law.classList.contains("side")) return;
    law.replaceChildren(...law.inline);
    law.classList.remove("side");
  };

  // ---- the report of an act ----
  const report = () => {
    const tools = one(".tools");
    if (!tools) return;
    tools.hidden = false;
    const operations = all(".op");
    const told = one(".told", tools), acts = one("select[name=act]", tools);
    const labels = [tools.dataset.before, tools.dataset.after];
    const laws = all(".op > .law");
    const view = (name) => {
      for (const law of laws) name === "side" ? sideways(law, labels) : inline(law);
      kept.set("view", name);
    };
    const filter = () => {
      const groups = new Set(all("input[name=group]:checked", tools).map((box) => box.value));
      const act = acts ? acts.value : "";
      for (const section of all("section.act")) section.hidden = Boolean(act) && section.dataset.act !== act;
      let shown = 0;
      for (const operation of operations) {
        operation.hidden = !groups.has(operation.dataset.group);
        if (!operation.hidden && !operation.parentElement.hidden) shown += 1;
      }
      for (const mark of all(".contents .mark")) {
        const operation = document.getElementById(mark.dataset.op);
        mark.hidden = Boolean(operation) && (operation.hidden || operation.parentElement.hidden);
      }
      for (const part of all(".contents .act")) part.hidden = Boolean(act) && part.dataset.act !== act;
      told.textContent = told.dataset.told.replace("%n", shown).replace("%t", operations.length);
    };
    const visible = () => operations.filter((operation) => !operation.hidden && !operation.parentElement.hidden);
    let at = -1;
    const move = (step) => {
      const list = visible();
      if (!list.length) return;
      const line = tools.getBoundingClientRect().bottom + 4;
      const here = list.findIndex((operation) => operation.getBoundingClientRect().bottom > line);
      const from = list[at] && Math.abs(list[at].getBoundingClientRect().top - line) < innerHeight ? at : (here < 0 ? list.length : here) - (step > 0 ? 1 : 0);
      at = Math.min(list.length - 1, Math.max(0, from + step));
      list[at].scrollIntoView({ block: "start" });
      const heading = one("h3", list[at]);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      history.replaceState(null, "", "#" + list[at].id);
    };
    tools.addEventListener("change", (event) => {
      if (event.target.name === "view") view(event.target.value);
      else filter();
    });
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.do === "next") move(1);
      if (button.dataset.do === "previous") move(-1);
      if (button.dataset.do === "unfold") {
        const open = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(open));
        for (const fold of all(".op .fold, .offered")) fold.open = open;
      }
    });
    const only = one(".only");
    if (only) {
      only.hidden = false;
      only.addEventListener("change", (event) => one(".contents").classList.toggle("only-hits", event.target.checked));
    }
    if (matchMedia("(max-width: 63.9rem)").matches) one(".contents details.all").open = false;
    // A link to an operation that a filter hides shows it again.
    const arrive = () => {
      const element = target();
      if (!element) return;
      const operation = element.closest(".op");
      if (operation && (operation.hidden || operation.parentElement.hidden)) {
        for (const box of all("input[name=group]", tools)) if (box.value === operation.dataset.group) box.checked = true;
        if (acts) acts.value = "";
        filter();
      }
      unfold(element);
      element.scrollIntoView({ block: "start" });
    };
    addEventListener("hashchange", arrive);
    addEventListener("beforeprint", () => { for (const fold of all(".op .fold")) fold.open = true; });
    if (kept.get("view") === "side") {
      one("input[value=side]", tools).checked = true;
      view("side");
    }
    filter();
    follow(operations);
    if (location.hash) arrive();
  };

  // The contents mark the operation that is being read.
  const follow = (operations) => {
    if (!("IntersectionObserver" in window)) return;
    const links = new Map();
    for (const link of all(".contents a[href^='#']")) {
      const id = decodeURIComponent(link.getAttribute("href").slice(1));
      if (!links.has(id)) links.set(id, link);
    }
    let marked = null;
    const watcher = new IntersectionObserver((entries) => {
      const seen = entries.find((entry) => entry.isIntersecting);
      if (!seen) return;
      const link = links.get(seen.target.id);
      if (!link || link === marked) return;
      if (marked) { marked.classList.remove("here"); marked.removeAttribute("aria-current"); }
      marked = link;
      link.classList.add("here");
      link.setAttribute("aria-current", "true");
    }, { rootMargin: "-15% 0px -75% 0px" });
    for (const operation of operations) watcher.observe(operation);
  };

  report();
})();
