"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const [text, record, query, status] = ["text", "record", "query", "status"].map(byId);
  const marks = all(".m", text);
  const cards = all(".card", record);
  const groups = all(".group", record);
  const chips = all(".chip");
  root.classList.add("js");

  const marksOf = (id) => marks.filter((mark) => mark.dataset.e.split(" ").includes(id));
  const say = (message) => { status.textContent = message; };

  // One side shows what was chosen on the other.

  function pane(name) {
    document.body.dataset.pane = name;
    for (const button of all("[data-pane]", document.querySelector(".panes")))
      button.setAttribute("aria-pressed", String(button.dataset.pane === name));
  }

  function reach(element, focused, behavior = "auto") {
    element.scrollIntoView({ block: "center", behavior });
    focused.focus({ preventScroll: true });
  }

  function choose(id, side, behavior) {
    const card = byId(id);
    const found = marksOf(id);
    if (!card) return;
    for (const old of all(".sel")) old.classList.remove("sel");
    for (const old of all("[aria-current]", record)) old.removeAttribute("aria-current");
    card.classList.add("sel");
    for (const mark of found) mark.classList.add("sel");
    const go = card.querySelector(".go");
    go.setAttribute("aria-current", "true");
    if (side === "text" && found.length) {
      pane("text");
      reach(found[0], found.find((mark) => mark.tabIndex === 0) || found[0], behavior);
    } else {
      card.hidden = false;
      card.closest(".group").hidden = false;
      pane("record");
      reach(card, card.querySelector("a.go") || record, behavior);
    }
    history.replaceState(null, "", "#" + id);
    say((go.textContent.trim().slice(0, 120)) + (side === "text" ? ", shown in the minutes" : ", shown in the record"));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || link.classList.contains("skip") || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (String(getSelection()).trim() && link.classList.contains("m")) { event.preventDefault(); return; }
    event.preventDefault();
    const target = link.getAttribute("href").slice(1);
    if (target.startsWith("t-")) choose(target.slice(2), "text");
    else choose(target, "record");
  });
  for (const button of all(".panes button")) button.addEventListener("click", () => pane(button.dataset.pane));

  // The arrow keys go from entry to entry in the record.

  record.addEventListener("keydown", (event) => {
    const shown = all("a.go", record).filter((go) => go.offsetParent);
    const at = shown.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (at < 0 || to === undefined || !shown[to]) return;
    event.preventDefault();
    reach(shown[to].closest(".card"), shown[to]);
  });

  // Filters: nothing pressed shows everything.

  const hidden = (kind) => chips.some(pressed) && !chips.some((chip) => pressed(chip) && chip.dataset.kind === kind);
  const pressed = (chip) => chip.getAttribute("aria-pressed") === "true";
  const filterOf = (kind) => (kind === "answer" ? "question" : kind);

  function filter() {
    for (const mark of marks) {
      const kinds = mark.dataset.k.split(" ");
      const top = kinds.filter((kind) => !hidden(filterOf(kind))).pop();
      for (const kind of kinds) mark.classList.toggle("k-" + kind, kind === (top || kinds[kinds.length - 1]));
      mark.classList.toggle("off", !top);
      mark.classList.toggle("noted", kinds.includes("note") && !hidden("note"));
      if (mark.hasAttribute("aria-label")) mark.tabIndex = top ? 0 : -1;
    }
    byId("all").hidden = !chips.some(pressed);
    narrow();
  }

  for (const chip of chips)
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(!pressed(chip)));
      filter();
      const names = chips.filter(pressed).map((one) => one.textContent.trim());
      say(names.length ? "Only " + names.join(", ") + " shown" : "All shown");
    });
  byId("all").addEventListener("click", () => {
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    filter();
    chips[0].focus();
    say("All shown");
  });

  // Search: white space in the words looked for stands for any white space.

  const walker = document.createTreeWalker(text.querySelector(".sheet"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    nodes.push([whole.length, walker.currentNode]);
    whole += walker.currentNode.data;
  }
  const MOST = 5000;
  let hits = [];
  let here = -1;

  function place(offset) {
    let low = 0, high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (nodes[middle][0] <= offset) low = middle; else high = middle - 1;
    }
    return [nodes[low][1], offset - nodes[low][0]];
  }

  function range([start, end]) {
    const made = new Range();
    made.setStart(...place(start));
    const [node, offset] = place(end - 1);
    made.setEnd(node, offset + 1);
    return made;
  }

  function pattern() {
    const words = query.value.trim().replace(/[.*+?^${}()|[\]\\\/-]/g, "\\$&");
    return words ? new RegExp(words.replace(/\s+/g, "\\s+"), "gi") : null;
  }

  function narrow() {
    const wanted = pattern();
    let matching = 0;
    for (const group of groups) {
      let left = 0;
      for (const card of all(".card", group)) {
        card.hidden = Boolean(wanted) && card.textContent.search(wanted) < 0;
        if (!card.hidden) left += 1;
      }
      group.hidden = hidden(group.dataset.kind) || (Boolean(wanted) && !left);
      if (!group.hidden) matching += left;
    }
    return matching;
  }

  function search() {
    const wanted = pattern();
    const matching = narrow();
    hits = [];
    here = -1;
    for (const match of wanted ? whole.matchAll(wanted) : []) {
      hits.push(range([match.index, match.index + match[0].length]));
      if (hits.length === MOST) break;
    }
    if (window.CSS && CSS.highlights) {
      CSS.highlights.delete("here");
      CSS.highlights.set("hit", new Highlight(...hits));
    }
    byId("next").disabled = !hits.length;
    const found = wanted ? `${hits.length} in the minutes, ${matching} in the record` : "";
    byId("hits").textContent = found;
    say(found);
  }

  function next(step) {
    if (!hits.length) return;
    here = (here + step + hits.length) % hits.length;
    if (window.CSS && CSS.highlights) CSS.highlights.set("here", new Highlight(hits[here]));
    pane("text");
    hits[here].startContainer.parentElement.scrollIntoView({ block: "nearest" });
    const box = hits[here].getBoundingClientRect();
    const frame = text.getBoundingClientRect();
    text.scrollBy({ top: box.top - frame.top - frame.height / 3 });
    const found = `${here + 1} of ${hits.length}`;
    byId("hits").textContent = found;
    say(found);
  }

  let waiting;
  query.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && query.value) { query.value = ""; search(); }
  });
  byId("next").addEventListener("click", () => next(1));

  pane("text");
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) {
    if (byId(asked) && cards.includes(byId(asked))) byId(asked).scrollIntoView({ block: "center", behavior: "instant" });
    choose(asked, "text", "instant");
  }
})();
