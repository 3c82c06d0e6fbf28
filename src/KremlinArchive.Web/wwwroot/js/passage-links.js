// A click on a passage's number goes there, keeps the marks, and copies the permanent link.
class PassageLinks extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  async handleEvent(event) {
    const link = event.target.closest("a.number");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    const top = link.parentElement.getBoundingClientRect().top;
    location.hash = link.hash;
    // The number is already under the pointer: marking the passage need not move the page.
    scrollBy(0, link.parentElement.getBoundingClientRect().top - top);
    link.focus({ preventScroll: true });
    try {
      await navigator.clipboard.writeText(link.href);
      this.tell(link);
    } catch {
      // copying is refused: the address line has the place
    }
  }

  tell(link) {
    this.querySelector(".copied")?.remove();
    const note = document.createElement("span");
    note.className = "copied";
    note.setAttribute("role", "status");
    link.after(note);
    // A status is read out when it changes, not when it comes.
    requestAnimationFrame(() => note.textContent = this.dataset.copied.replace("#", link.textContent));
    setTimeout(() => note.remove(), 3000);
  }
}

customElements.define("passage-links", PassageLinks);
