// A list of a facet's values that its form filters as one types. The server finds them among all values, not only those in the page;
// without this script, or without an answer, the form leads to the page of the list.

const PAUSE = 150; // ms without a key before the server is asked

class FacetFilter extends HTMLElement {
  #original = null;
  #pause = 0;
  #asked = null;

  connectedCallback() {
    this.addEventListener('input', this);
    this.addEventListener('submit', this);
  }

  disconnectedCallback() {
    this.removeEventListener('input', this);
    this.removeEventListener('submit', this);
    clearTimeout(this.#pause);
    this.#asked?.abort();
  }

  handleEvent(event) {
    clearTimeout(this.#pause);
    this.#asked?.abort();
    if (event.type === 'input') this.#pause = setTimeout(() => this.#filter(event.target.value.trim()), PAUSE);
  }

  async #filter(name) {
    this.#original ??= this.#parts(this).map((part) => part.cloneNode(true));
    const isWhole = this.hasAttribute('data-whole');
    if (name === '' && !isWhole) {
      this.#show(this.#original);
      this.#say('');
      return;
    }

    const form = this.querySelector('form');
    const address = new URL(form.action);
    for (const [key, value] of new FormData(form)) {
      if (value !== '') address.searchParams.append(key, value);
    }

    this.#asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.#asked.signal });
      if (!answer.ok || !this.isConnected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('facet-filter');
      if (!page) return;
      this.#show(this.#parts(page));
      this.#say(page.querySelector('[data-found]').textContent);
    } catch {
      // Given up for a later question, or no server: the list stays what it was, and the form still leads to it.
    }
  }

  // What changes with the filter, in the order of the page; the fold of a search has only the first of them.
  #parts(from) {
    return ['[data-values]', '[data-found]', '[data-pages]'].map((part) => from.querySelector(part)).filter((part) => part);
  }

  #show(parts) {
    this.#parts(this).forEach((part, at) => part.replaceChildren(...parts[at].cloneNode(true).childNodes));
  }

  #say(words) {
    this.querySelector('form [role="status"]').textContent = words;
  }
}

customElements.define('facet-filter', FacetFilter);
