// The keys of the whole site. A key is for what the page offers: anything with aria-keyshortcuts is pressed by its key.
class ShortcutSheet extends HTMLElement {
  connectedCallback() {
    document.addEventListener("keydown", this);
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    this.settle = () => {
      this.showKept();
      this.enterBox();
    };
    window.Blazor?.addEventListener("enhancedload", this.settle);
    this.settle();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    window.Blazor?.removeEventListener?.("enhancedload", this.settle);
  }

  handleEvent(event) {
    if (event.type === "keydown")
      this.press(event);
    else if (event.type === "change")
      this.keep(event.target.checked);
    else if (event.target.closest(".open"))
      this.dialog.showModal();
    else if (event.target === this.dialog)
      this.dialog.close(); // a click beside the sheet
  }

  get dialog() {
    return this.querySelector("dialog");
  }

  get isOn() {
    return this.querySelector("input").checked;
  }

  press(event) {
    if (!this.isOn || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog:modal") || isField(event.target))
      return;
    const key = keyOf(event);
    if (this.act(key))
      event.preventDefault();
  }

  act(key) {
    switch (key) {
      case "?": this.dialog.showModal(); return true;
      case "/": this.search(); return true;
      case "j": return step(1);
      case "k": return step(-1);
    }

    const pressed = /^[a-z]$/.test(key) && document.querySelector(`[aria-keyshortcuts="${key}"]`);
    if (pressed)
      pressed.click();
    return Boolean(pressed);
  }

  search() {
    const box = document.getElementById("q");
    if (box) {
      box.focus();
      box.select();
    } else {
      const results = document.querySelector('a[aria-keyshortcuts="u"]');
      location.assign(results ? results.href.replace(/#.*|$/, "#q") : this.dataset.search);
    }
  }

  enterBox() {
    if (location.hash === "#q")
      this.search();
  }

  showKept() {
    try {
      this.querySelector("input").checked = localStorage.getItem("shortcuts") !== "off";
    } catch {
      // storage is refused: the keys work
    }
  }

  keep(isOn) {
    try {
      localStorage.setItem("shortcuts", isOn ? "on" : "off");
    } catch {
      // storage is refused: the choice holds for this page
    }
  }
}

// On a Russian layout the same keys send Russian letters; what is engraved beside them counts.
const keyOf = event => {
  if (event.code === "Slash" && (event.key === "." || event.key === ","))
    return event.shiftKey ? "?" : "/";
  return /^\p{Script=Cyrillic}$/u.test(event.key) && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
};

const isField = element => element.closest?.("input, textarea, select, [contenteditable]:not([contenteditable=false])");

// To the next or previous hit of a search, or passage of a text: from the one with the keyboard, else from what is on the screen.
const step = by => {
  const stops = [...document.querySelectorAll("main ol > li article h2 a, .passage .number")];
  const places = stops.map(stop => stop.closest("li, .passage"));
  const focused = places.findIndex(place => place.contains(document.activeElement));
  const here = focused >= 0 ? focused : places.findIndex(place => place.matches(":target"));
  const seen = places.findIndex(place => place.getBoundingClientRect().bottom > 0);
  const to = here >= 0 ? here + by : by > 0 ? seen : seen - 1;
  if (!stops[to])
    return stops.length > 0;
  stops[to].focus({ preventScroll: true });
  places[to].scrollIntoView({ block: "nearest" });
  return true;
};

customElements.define("shortcut-sheet", ShortcutSheet);
