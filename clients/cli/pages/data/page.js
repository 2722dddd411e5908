// Selecting what is underlined: shows the cards of its facts and marks the words that prove them.
// Without this script the cards stand below the text, and every link goes to its place.
(() => {
  "use strict";
  const panel = document.getElementById("panel");
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const words = (element, name) => (element.getAttribute(name) || "").split(" ").filter(Boolean);

  if (panel) {
    document.documentElement.classList.add("js");
    const card = (fact) => document.getElementById("card-" + fact);
    // Whether the legend has the kind of this fact ticked.
    const ticked = (fact) => {
      const box = card(fact) && document.getElementById("show-" + card(fact).dataset.kind);
      return !box || box.checked;
    };

    // The cards in the order of the text; those that are shown move to the front.
    const cards = all(".card");
    const clear = () => {
      all(".on, .quoted, .chosen").forEach((e) => e.classList.remove("on", "quoted", "chosen"));
      cards.forEach((e) => e.parentNode.append(e));
    };

    // Shows the facts of a segment, `fact` first, and marks the quotation of `fact`.
    const select = (segment, fact) => {
      clear();
      const facts = segment ? words(segment, "data-f") : [fact];
      const list = card(fact) ? card(fact).parentNode : null;
      if (!list) return;
      facts.filter((f) => f !== fact).concat(fact).forEach((f) => {
        const shown = card(f);
        if (!shown) return;
        shown.classList.add("on");
        list.prepend(shown);
      });
      card(fact).classList.add("chosen");
      const quotes = words(card(fact), "data-q");
      all("[data-q]").forEach((e) => {
        if (!e.classList.contains("card") && words(e, "data-q").some((q) => quotes.includes(q))) e.classList.add("quoted");
      });
      all(".seg").forEach((e) => {
        if (words(e, "data-f").includes(fact)) e.classList.add("chosen");
      });
      panel.classList.add("open");
      panel.scrollTop = 0;
    };

    const segmentOf = (fact) => all(".seg").find((e) => words(e, "data-f").includes(fact));
    const close = () => {
      clear();
      panel.classList.remove("open");
      history.replaceState(null, "", location.pathname + location.search);
    };
    const follow = () => {
      const match = /^#(?:fact|card)-([\w-]+)$/.exec(location.hash);
      if (!match || !card(match[1])) return;
      const segment = segmentOf(match[1]);
      select(segment, match[1]);
      if (segment) segment.scrollIntoView({ block: "center" });
    };

    document.addEventListener("click", (event) => {
      // A new tab or window, or a selection that grows: the browser's business.
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const segment = event.target.closest(".seg");
      const chosen = event.target.closest(".card");
      if (segment) {
        event.preventDefault();
        const fact = words(segment, "data-f").find(ticked);
        if (!fact) return;
        select(segment, fact);
        history.replaceState(null, "", "#fact-" + fact);
      } else if (event.target.closest(".close")) {
        close();
      } else if (chosen && !event.target.closest("a, summary, button")) {
        const fact = chosen.id.slice("card-".length);
        const shown = all(".seg").find((e) => e.classList.contains("chosen")) || segmentOf(fact);
        select(words(shown || chosen, "data-f").includes(fact) ? shown : segmentOf(fact), fact);
        history.replaceState(null, "", "#fact-" + fact);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    addEventListener("hashchange", follow);
    follow();
  }

  const filter = document.getElementById("filter");
  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", () => {
      const text = filter.value.trim().toLowerCase();
      all("[data-row]").forEach((row) => {
        row.hidden = text !== "" && !row.textContent.toLowerCase().includes(text);
      });
    });
  }
})();
