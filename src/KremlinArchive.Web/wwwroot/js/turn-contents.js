// Follows the reader: marks in the contents the turn that is read and keeps it in view there.
class TurnContents extends HTMLElement {
  connectedCallback() {
    this.follow = this.follow.bind(this);
    window.Blazor?.addEventListener("enhancedload", this.follow);
    this.follow();
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    window.Blazor?.removeEventListener?.("enhancedload", this.follow);
  }

  follow() {
    this.observer?.disconnect();
    if (!this.isConnected)
      return;
    this.entries = this.entriesByTurn();
    // A narrow band a quarter down the window: one turn lies across it, or two where one ends.
    this.observer = new IntersectionObserver(seen => this.mark(seen), { rootMargin: "-24% 0px -75% 0px" });
    for (const turn of this.entries.keys())
      this.observer.observe(turn);
  }

  // Every turn with its entry; a remark that is not listed belongs to the entry before it.
  entriesByTurn() {
    const links = new Map([...this.querySelectorAll("ol a")].map(link => [link.hash.slice(1), link]));
    const entries = new Map();
    let last = null;
    for (const turn of document.querySelectorAll(".turn")) {
      last = links.get(turn.querySelector(".passage")?.id) ?? last;
      if (last)
        entries.set(turn, last);
    }

    return entries;
  }

  mark(seen) {
    const turn = seen.findLast(entry => entry.isIntersecting)?.target;
    const link = turn && this.entries.get(turn);
    if (!link || link.ariaCurrent)
      return;
    this.querySelector("[aria-current]")?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    this.show(link);
  }

  // Only the list is scrolled, never the page; and not under a pointer or the keyboard that is in it.
  show(link) {
    const list = this.querySelector("ol");
    if (list.matches(":hover, :focus-within"))
      return;
    const above = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (above < 0 || above > list.clientHeight - link.offsetHeight * 2)
      list.scrollTop += above - list.clientHeight / 3;
  }
}

customElements.define("turn-contents", TurnContents);
