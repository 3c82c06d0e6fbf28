// The buttons for size and width of the text. What they choose is kept in this browser and applied by text-view.js.
class TextSettings extends HTMLElement {
  connectedCallback() {
    this.root = document.documentElement;
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    document.addEventListener("click", this);
    this.observer = new MutationObserver(() => this.show());
    this.observer.observe(this.root, { attributes: true });
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("click", this);
    this.observer.disconnect();
  }

  handleEvent(event) {
    const button = event.target.closest?.("button[name]");
    if (event.type === "keydown" && event.key === "Escape")
      this.close(true);
    else if (event.currentTarget === document && !this.contains(event.target))
      this.close(false);
    else if (event.currentTarget === this && button)
      this.choose(button.name, button.value);
  }

  close(keepsFocus) {
    const details = this.querySelector("details");
    if (!details.open)
      return;
    details.open = false;
    if (keepsFocus)
      details.querySelector("summary").focus();
  }

  choose(name, value) {
    const place = this.placeOfReading();
    try {
      localStorage.setItem(`text-${name}`, value);
    } catch {
      // storage is refused: the choice holds for this page
    }

    if (value === "normal")
      this.root.removeAttribute(`data-text-${name}`);
    else
      this.root.setAttribute(`data-text-${name}`, value);
    place?.passage.scrollIntoView();
    if (place)
      scrollBy(0, place.passage.getBoundingClientRect().top - place.top);
  }

  // The passage at the top of the window stays where it is while the text is set anew.
  placeOfReading() {
    if (scrollY === 0)
      return null;
    const passage = [...document.querySelectorAll(".passage")].find(each => each.getBoundingClientRect().bottom > 0);
    return passage && { passage, top: passage.getBoundingClientRect().top };
  }

  show() {
    for (const button of this.querySelectorAll("button[name]"))
      button.setAttribute("aria-pressed", String(button.value === (this.root.getAttribute(`data-text-${button.name}`) ?? "normal")));
  }
}

customElements.define("text-settings", TextSettings);
