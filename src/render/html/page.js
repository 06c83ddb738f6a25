"use strict";
// The page says all it has to say without this. It adds what only a program can do: search, choose, sort.
(() => {
  const fold = words => words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652]+/g, "").replace(/đ/g, "d");
  const tools = document.querySelector(".tools"), box = document.getElementById("cards");
  if (tools) {
    const cards = [...box.children], output = tools.querySelector("output"), texts = new Map();
    const text = card => texts.get(card) ?? texts.set(card, fold(card.textContent)).get(card);
    const has = (list, name) => !name || list.split(" ").includes(name);
    const orders = {
      saved: (a, b) => b.dataset.saved - a.dataset.saved,
      findings: (a, b) => b.dataset.findings - a.dataset.findings,
      code: (a, b) => a.querySelector("code").textContent.localeCompare(b.querySelector("code").textContent, "en", { numeric: true }),
    };
    let order = "";
    const show = () => {
      const { words, who, sure, sector, sort } = tools.elements;
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      let n = 0;
      for (const card of cards) {
        const { dataset } = card;
        const fits = has(dataset.who, who.value) && has(dataset.sure, sure.value) && (!sector.value || dataset.sector === sector.value)
          && wanted.every(word => text(card).includes(word));
        card.hidden = !fits;
        n += fits;
      }
      if (sort.value !== order) {
        order = sort.value;
        box.append(...(order ? [...cards].sort(orders[order]) : cards));
      }
      output.textContent = output.dataset.words.replace("{n}", n).replace("{all}", cards.length);
    };
    // What is searched is made ready while somebody types, a little at a time.
    let ready = 0;
    const prepare = left => {
      while (ready < cards.length && left.timeRemaining() > 4) text(cards[ready++]);
      if (ready < cards.length) requestIdleCallback(prepare);
    };
    if (window.requestIdleCallback) tools.addEventListener("focusin", () => requestIdleCallback(prepare), { once: true });
    let due = 0;
    const soon = () => { clearTimeout(due); due = setTimeout(show, 120); };
    tools.addEventListener("input", soon);
    tools.addEventListener("reset", () => setTimeout(show));
    tools.addEventListener("submit", event => { event.preventDefault(); show(); });
    const all = open => { for (const card of cards) if (!card.hidden) card.open = open; };
    tools.elements.open.addEventListener("click", () => all(true));
    tools.elements.close.addEventListener("click", () => all(false));
    for (const piece of document.querySelectorAll(".map a")) piece.addEventListener("click", () => {
      tools.elements.sector.value = piece.dataset.sector;
      show();
    });
    tools.hidden = false;
    show();
  }
  const reveal = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = at && at.closest("details");
    if (card) { card.hidden = false; card.open = true; at.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
  const decimal = document.documentElement.dataset.decimal;
  const number = words => {
    const found = words.match(/[−-]?\d[\d.,]*/);
    return found ? Number(found[0].replace("−", "-").split(decimal === "," ? "." : ",").join("").replace(decimal, ".")) : NaN;
  };
  const key = (row, at) => (row.cells[at] ? row.cells[at].textContent.trim() : "");
  for (const table of document.querySelectorAll("section > table")) {
    const body = table.tBodies[0];
    if (!table.tHead || body.rows.length < 3) continue;
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...body.rows], numbers = rows.map(row => number(key(row, at)));
        const counts = getComputedStyle(head).textAlign === "right";
        const compare = (a, b) => counts
          ? (isNaN(numbers[a]) - isNaN(numbers[b])) || (up ? 1 : -1) * (numbers[a] - numbers[b])
          : (up ? 1 : -1) * key(rows[a], at).localeCompare(key(rows[b], at), document.documentElement.lang, { numeric: true });
        body.append(...rows.map((_, at) => at).sort((a, b) => compare(a, b) || a - b).map(at => rows[at]));
      });
    });
  }
})();
