// Goes along what the search matched, one mark at a time.
class HitBar extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    if (event.target.closest(".previous"))
      this.go(-1);
    else if (event.target.closest(".next"))
      this.go(1);
  }

  go(step) {
    const marks = [...this.closest("article").querySelectorAll("mark")];
    if (marks.length === 0)
      return;
    const at = marks.findIndex(mark => mark.hasAttribute("aria-current"));
    const to = at < 0 ? this.nearest(marks, step) : (at + step + marks.length) % marks.length;
    marks[at]?.removeAttribute("aria-current");
    this.show(marks[to]);
    this.querySelector("[role=status]").textContent = this.dataset.position.replace("#", to + 1);
  }

  // The first step leads to what is on the screen or behind it, the first step back to what is before it.
  nearest(marks, step) {
    const following = marks.findIndex(mark => mark.getBoundingClientRect().top >= 0);
    if (step > 0)
      return Math.max(following, 0);
    return ((following < 0 ? 0 : following) - 1 + marks.length) % marks.length;
  }

  show(mark) {
    mark.setAttribute("aria-current", "true");
    mark.scrollIntoView({ block: "center" });
    // A press of the button keeps the keyboard on it; a key takes the reading cursor along.
    if (!this.contains(document.activeElement)) {
      mark.tabIndex = -1;
      mark.focus({ preventScroll: true });
    }
  }
}

customElements.define("hit-bar", HitBar);
