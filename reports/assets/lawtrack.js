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
    const tools = one(".report .tools");
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
    // The walk goes on from where it was, until the reader scrolls away: then from what stands on top.
    let last = null;
    for (const name of ["wheel", "touchmove", "keydown"]) addEventListener(name, (event) => { if (!event.target.closest?.(".tools")) last = null; }, { passive: true });
    const move = (step) => {
      const list = visible();
      if (!list.length) return;
      let from = list.indexOf(last);
      if (from < 0) {
        const line = tools.getBoundingClientRect().bottom + 4;
        const here = list.findIndex((operation) => operation.getBoundingClientRect().bottom > line);
        from = (here < 0 ? list.length : here) - (step > 0 ? 1 : 0);
      }
      last = list[Math.min(list.length - 1, Math.max(0, from + step))];
      last.scrollIntoView({ block: "start", behavior: "instant" });
      const heading = one("h3", last);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      history.replaceState(null, "", "#" + last.id);
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

  // ---- the page of an act: days and comparison ----
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  const days = () => {
    const tools = one(".tools.days");
    if (!tools) return;
    const controls = one(".controls", tools), version = one("select[name=version]", tools), base = one("select[name=base]", tools);
    const day = one("input[name=day]", tools), told = one(".told", tools), moves = one(".moves", tools);
    const options = [...version.options];
    const changed = all(".text .ch").map((element) => ({
      element,
      at: element.dataset.at.split(",").map(Number),
      cells: all(":scope > .v", element),
      pairs: new Map(all(":scope > .pair", element).map((pair) => [pair.dataset.pair, pair])),
    }));
    // The redline of two wordings: one of its own, or that of the history, copied when it is asked for.
    const pairOf = (line, key) => {
      if (!line.pairs.has(key)) {
        const told = one(`.history [data-pair="${key}"]`, line.element);
        const pair = make(line.cells[0].tagName, "pair");
        pair.append(...told.cloneNode(true).childNodes);
        line.cells.at(-1).after(pair);
        line.pairs.set(key, pair);
      }
      return line.pairs.get(key);
    };
    const links = new Map(all(".contents a[href^='#']").map((link) => [decodeURIComponent(link.getAttribute("href").slice(1)), link.closest("li")]));
    controls.hidden = false;
    const reset = (cell) => {
      cell.hidden = true;
      cell.classList.remove("is-old", "is-new", "came", "went");
      if (cell.getAttribute("role")) cell.removeAttribute("role");
    };
    const show = () => {
      const chosen = options[version.value].dataset;
      const column = Number(chosen.column), other = chosen.other === undefined ? column : Number(chosen.other);
      const from = base.value === "" ? null : Number(options[base.value].dataset.column);
      let differ = 0;
      for (const line of changed) {
        line.element.classList.remove("differs");
        line.cells.forEach(reset);
        for (const pair of line.pairs.values()) pair.hidden = true;
        const now = line.at[column], then = line.at[other], was = from === null ? now : line.at[from];
        // Compared are certain readings; on an uncertain day the new state is what is compared.
        const target = from === null ? now : then;
        if (from !== null && was !== target) {
          differ += 1;
          line.element.classList.add("differs");
          const forward = base.selectedIndex - 1 <= version.selectedIndex;
          const [a, b] = forward ? [was, target] : [target, was];
          if (a >= 0 && b >= 0) {
            const pair = pairOf(line, `${Math.min(a, b)}-${Math.max(a, b)}`);
            pair.hidden = false;
            pair.classList.toggle("turned", a > b);
          } else {
            const cell = line.cells[Math.max(a, b)];
            cell.hidden = false;
            cell.classList.add(a < 0 ? "came" : "went");
            if (!/^H\d|^TR$/.test(cell.tagName)) cell.setAttribute("role", a < 0 ? "insertion" : "deletion");
          }
        } else if (now === then) {
          if (now >= 0) line.cells[now].hidden = false;
        } else {
          if (now >= 0) { line.cells[now].hidden = false; line.cells[now].classList.add("is-old"); }
          if (then >= 0) { line.cells[then].hidden = false; line.cells[then].classList.add("is-new"); }
        }
        const gone = line.cells.every((cell) => cell.hidden) && [...line.pairs.values()].every((pair) => pair.hidden);
        line.element.hidden = gone;
        const item = links.get(line.element.id);
        if (item) item.hidden = gone;
      }
      one(".now-day", tools).textContent = version.selectedOptions[0].textContent;
      const state = one(".now .state", tools);
      state.className = "state s-" + chosen.status;
      one(".dot", state).textContent = chosen.sign;
      one(".words", state).textContent = chosen.words;
      for (const item of all(".versions li[data-version]")) {
        if (item.dataset.version === version.value) item.setAttribute("aria-current", "true");
        else item.removeAttribute("aria-current");
        item.classList.toggle("future", options[item.dataset.version].dataset.day > today());
      }
      for (const span of all(".line .span")) span.classList.toggle("now", span.dataset.version === version.value);
      moves.hidden = from === null;
      told.textContent = from === null ? "" : tools.dataset.differences.replace("%n", differ);
    };
    const on = (date) => {
      let found = 0;
      options.forEach((option, n) => { if (option.dataset.day <= date) found = n; });
      return found;
    };
    const choose = (n) => { version.value = String(n); show(); keep(); };
    const keep = () => {
      const place = new URL(location.href);
      place.searchParams.set("ngay", options[version.value].dataset.day);
      if (base.value === "") place.searchParams.delete("so-voi");
      else place.searchParams.set("so-voi", options[base.value].dataset.day);
      try { history.replaceState(null, "", place); } catch { /* a page opened as a file keeps its address */ }
    };
    version.addEventListener("change", () => choose(version.value));
    base.addEventListener("change", () => { show(); keep(); });
    day.addEventListener("change", () => { if (day.value) choose(on(day.value)); });
    for (const link of all(".versions li[data-version] a:first-of-type")) {
      if (!link.querySelector("time")) continue;
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        choose(link.closest("li").dataset.version);
        one(".here", tools).scrollIntoView({ block: "nearest" });
      });
    }
    let at = -1;
    moves.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const list = all(".text .differs");
      if (!button || !list.length) return;
      at = Math.min(list.length - 1, Math.max(0, at + (button.dataset.do === "next" ? 1 : -1)));
      list[at].tabIndex = -1;
      list[at].scrollIntoView({ block: "center", behavior: "instant" });
      list[at].focus({ preventScroll: true });
    });
    const only = one(".only");
    only.hidden = false;
    only.addEventListener("change", (event) => one(".contents").classList.toggle("only-hits", event.target.checked));
    if (matchMedia("(max-width: 63.9rem)").matches) one(".contents details.all").open = false;
    const asked = new URL(location.href).searchParams;
    const made = version.value;
    if (asked.get("so-voi")) base.value = String(on(asked.get("so-voi")));
    if (asked.get("ngay")) version.value = String(on(asked.get("ngay")));
    else if (options[made].dataset.day <= today()) version.value = String(on(today()));
    if (version.value !== made || base.value !== "") show();
    if (version.value !== made && !asked.get("ngay")) told.textContent = tools.dataset.today;
    const arrive = () => { const element = target(); if (element) { unfold(element); element.scrollIntoView({ block: "start" }); } };
    addEventListener("hashchange", arrive);
    if (location.hash) arrive();
  };

  // ---- a list of acts, narrowed by words of their names ----
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const narrow = () => {
    const box = one("input[name=narrow]");
    if (!box) return;
    box.closest(".narrow").hidden = false;
    const rows = all("table.acts tbody tr").map((row) => [row, bare(row.textContent)]);
    box.addEventListener("input", () => {
      const wanted = bare(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !wanted.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      one(".narrow .told").textContent = `${shown}/${rows.length}`;
    });
  };

  // ---- search: the index is scripts of data, so that it can be read from a disk as well ----
  const search = () => {
    const ask = one(".ask");
    if (!ask) return;
    ask.hidden = false;
    const query = one("input[name=q]", ask), day = one("input[name=day]", ask), any = one("input[name=any]", ask);
    const told = one(".told"), results = one(".results");
    const index = { acts: [], articles: [], shards: new Set(), words: new Map(), texts: new Map() };
    const unstep = (steps) => { let at = 0; return steps.map((step) => (at += step)); };
    window.lawtrack = {
      documents(acts, articles, shards) { index.acts = acts; index.articles = articles; index.shards = new Set(shards); },
      words(shard, words) { index.words.set(shard, words); },
      texts(act, texts) { index.texts.set(act, new Map(texts)); },
    };
    const loaded = new Map();
    const load = (name) => {
      if (!loaded.has(name)) {
        loaded.set(name, new Promise((resolve, reject) => {
          const script = make("script");
          script.src = `${ask.dataset.folder}/${name}.js`;
          script.addEventListener("load", resolve);
          script.addEventListener("error", reject);
          document.head.append(script);
        }));
      }
      return loaded.get(name);
    };
    const OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(" "), NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(" ");
    const tones = (word) => { const at = OLD.indexOf(word.slice(-2)); return at < 0 || /^q/.test(word) ? word : word.slice(0, -2) + NEW[at]; };
    const cut = (text) => (text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || []).map(tones);
    const shard = (key) => bare(key.split(" ")[0]).slice(0, 2).replace(/[^a-z0-9]/g, "_");
    // What is written without marks finds every spelling; what has marks finds itself.
    const fits = (key, wanted) => {
      const a = key.split(" "), b = wanted.split(" ");
      return a.length === b.length && b.every((word, n) => (word === bare(word) ? bare(a[n]) === word : a[n] === word));
    };
    const found = async (key) => {
      const name = shard(key);
      const out = new Set();
      if (!index.shards.has(name)) return out;
      await load(name);
      for (const [word, steps] of Object.entries(index.words.get(name))) if (fits(word, key)) for (const n of unstep(steps)) out.add(n);
      return out;
    };
    const excerpt = (text, wanted) => {
      const parts = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
      const hits = parts.filter((part) => wanted.some((word) => fits(tones(part[0].normalize("NFC").toLowerCase()), word)));
      // The stretch with the most of the words asked for.
      let best = 0, most = -1;
      hits.forEach((hit, n) => {
        const near = new Set(hits.slice(n).filter((other) => other.index < hit.index + 160).map((other) => bare(other[0]))).size;
        if (near > most) { most = near; best = hit.index; }
      });
      const first = Math.max(0, text.lastIndexOf(" ", Math.max(0, best - 50)) + 1), last = Math.min(text.length, best + 220);
      const paragraph = make("p", "excerpt", first > 0 ? "… " : "");
      let at = first;
      for (const hit of hits) {
        if (hit.index < at || hit.index + hit[0].length > last) continue;
        paragraph.append(text.slice(at, hit.index), make("mark", "", hit[0]));
        at = hit.index + hit[0].length;
      }
      paragraph.append(text.slice(at, last) + (last < text.length ? " …" : ""));
      return paragraph;
    };
    const plain = (iso) => { const [y, m, d] = iso.split("-"); return `${d}/${Number(m) < 3 ? m : Number(m)}/${y}`; };
    let turn = 0, wait = 0;
    const run = async () => {
      clearTimeout(wait);
      const mine = (turn += 1), asked = query.value;
      const wanted = cut(asked);
      results.replaceChildren();
      delete results.dataset.asked;
      if (!wanted.length) { told.textContent = ask.dataset.shorter; return; }
      await load("documents");
      const sets = await Promise.all(wanted.map(found));
      let hits = [...sets[0]].filter((n) => sets.every((set) => set.has(n)));
      const pairs = await Promise.all(wanted.slice(1).map((word, n) => found(`${wanted[n]} ${word}`)));
      if (/["“”]/.test(asked)) hits = hits.filter((n) => pairs.every((set) => set.has(n)));
      if (!any.checked && day.value) hits = hits.filter((n) => index.articles[n][3] <= day.value && (!index.articles[n][4] || day.value < index.articles[n][4]));
      const weight = (n) => {
        const name = cut(index.articles[n][2]);
        return 4 * pairs.filter((set) => set.has(n)).length + 2 * wanted.filter((word) => name.some((other) => fits(other, word))).length;
      };
      const ranked = hits.map((n) => [weight(n), n]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      const top = ranked.slice(0, 30).map(([, n]) => n);
      await Promise.all([...new Set(top.map((n) => index.articles[n][0]))].map((act) => load(`text-${act}`)));
      if (mine !== turn) return;
      told.textContent = hits.length ? ask.dataset.found.replace("%n", hits.length) + (hits.length > top.length ? "; " + ask.dataset.more.replace("%n", top.length) : "") : ask.dataset.none;
      for (const n of top) {
        const [act, anchor, name, first, until] = index.articles[n];
        const [page, title, subject, language] = index.acts[act];
        const item = make("li"), link = make("a", "", name);
        link.href = `${page.replace(/\.html$/, ask.dataset.suffix + ".html")}?ngay=${first}#${encodeURIComponent(anchor)}`;
        link.lang = language;
        const heading = make("h2");
        heading.append(link);
        const span = ask.dataset.from.replace("%d", plain(first)) + (until ? ", " + ask.dataset.until.replace("%d", plain(until)) : "");
        const where = make("p", "source");
        where.append(make("bdi", "", title), " ", make("bdi", "", subject), ` · ${span}`);
        const text = excerpt(index.texts.get(act).get(n), wanted);
        text.lang = language;
        item.append(heading, where, text);
        results.append(item);
      }
      results.dataset.asked = asked;
      try { history.replaceState(null, "", "?q=" + encodeURIComponent(asked)); } catch { /* a file keeps its address */ }
    };
    const soon = () => { clearTimeout(wait); wait = setTimeout(run, 200); };
    query.addEventListener("input", soon);
    query.addEventListener("keydown", (event) => { if (event.key === "Enter") run(); });
    day.addEventListener("change", run);
    any.addEventListener("change", run);
    one("button", ask).addEventListener("click", run);
    const asked = new URL(location.href).searchParams.get("q");
    if (asked) { query.value = asked; run(); }
    query.focus({ preventScroll: true });
  };

  report();
  days();
  narrow();
  search();
})();
