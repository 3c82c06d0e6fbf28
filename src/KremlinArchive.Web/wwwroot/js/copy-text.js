// A text and a button that copies it.
class CopyText extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  async handleEvent(event) {
    if (!event.target.closest("button"))
      return;
    const text = this.querySelector("p");
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      this.querySelector("[role=status]").textContent = this.dataset.done;
    } catch {
      getSelection().selectAllChildren(text); // copying is refused: what is selected can be copied by hand
    }
  }
}

customElements.define("copy-text", CopyText);
