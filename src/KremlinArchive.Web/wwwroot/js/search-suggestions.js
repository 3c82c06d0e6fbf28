// Suggestions under the search box. They come over a circuit, which is opened when the reader first touches the box and left alone
// again when the box is; without it, and without this script, the form is whole. Text and markup come from the server.

const PAUSE = 120; // ms without a key before the words are sent
const PATIENCE = 3000; // ms after which an answer is given up
const IDLE = 60000; // ms out of the box after which the circuit is left
const PART = 'suggestions'; // the place in the page that Blazor is told to fill

class SearchSuggestions extends HTMLElement {
  #active = -1;
  #asked = null;
  #askedAt = 0;
  #opening = false;
  #pause = 0;
  #idle = 0;
  #observer = new MutationObserver(() => this.#answered());

  connectedCallback() {
    this.addEventListener('focusin', this);
    this.addEventListener('focusout', this);
    this.addEventListener('input', this);
    this.addEventListener('keydown', this);
    this.addEventListener('pointerdown', this);
    this.addEventListener('click', this);
    this.#observer.observe(this, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-for'] });
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    clearTimeout(this.#pause);
    clearTimeout(this.#idle);
  }

  handleEvent(event) {
    if (event.target === this.#box) {
      if (event.type === 'focusin') this.#enter();
      if (event.type === 'focusout') this.#leave();
      if (event.type === 'input') this.#typed();
      if (event.type === 'keydown') this.#key(event);
    } else if (this.#list?.contains(event.target)) {
      if (event.type === 'pointerdown') event.preventDefault(); // the box keeps the focus, so the list stays for the click
      if (event.type === 'click') this.#close();
    }
  }

  get #box() {
    return this.querySelector('#q');
  }

  get #list() {
    return this.querySelector('[role="listbox"]');
  }

  get #words() {
    return this.#box.value.trim();
  }

  #enter() {
    clearTimeout(this.#idle);
    if (this.#list) this.#show();
    else this.#open();
  }

  #leave() {
    this.#close();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#fill(''), IDLE);
  }

  #typed() {
    clearTimeout(this.#pause);
    if (!this.#list) this.#open();
    this.#pause = setTimeout(() => this.#ask(), PAUSE);
  }

  async #open() {
    if (this.#opening || !customElements.get('blazor-ssr-end')) return;
    this.#opening = true;
    try {
      const answer = await fetch(this.dataset.source, { cache: 'no-store' });
      if (answer.ok && this.isConnected) this.#fill(await answer.text());
    } catch {
      // No server, no suggestions: the form says so when it is sent.
    } finally {
      this.#opening = false;
    }
  }

  // Blazor looks for live parts in what it puts into the page itself, and it puts in what arrives as a streamed update.
  #fill(markup) {
    const place = this.querySelector('.live');
    if (!place || (!markup && !place.hasChildNodes())) return;
    if (!place.hasChildNodes()) place.append(document.createComment(`bl:${PART}`), document.createComment(`/bl:${PART}`));
    const update = document.createElement('blazor-ssr');
    const template = document.createElement('template');
    template.setAttribute('blazor-component-id', PART);
    template.setAttribute('enhanced-nav', 'true');
    template.innerHTML = markup;
    update.append(template, document.createElement('blazor-ssr-end'));
    document.body.append(update);
  }

  #ask() {
    const list = this.#list;
    if (!list) return;
    const words = this.#words;
    if (words === list.dataset.for) {
      this.#show();
      return;
    }

    // One question at a time; the answer asks again if the words have changed meanwhile.
    if (this.#asked !== null && Date.now() - this.#askedAt < PATIENCE) return;
    this.#asked = words;
    this.#askedAt = Date.now();
    setTimeout(() => this.#giveUp(words), PATIENCE);
    const mouth = this.querySelector('.live input');
    mouth.value = words;
    mouth.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #giveUp(words) {
    if (this.#asked !== words) return;
    this.#asked = null;
    this.#close();
  }

  #answered() {
    const list = this.#list;
    if (!list) {
      this.#asked = null;
      this.#close();
    } else if (this.#asked === null || list.dataset.for === this.#asked) {
      this.#asked = null;
      if (document.activeElement === this.#box) this.#ask();
    }
  }

  #show() {
    const [box, list] = [this.#box, this.#list];
    const hasSome = list.childElementCount > 0 && document.activeElement === box && this.#words !== '';
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', String(hasSome));
    this.toggleAttribute('data-open', hasSome);
    this.#choose(-1);
  }

  #close() {
    this.removeAttribute('data-open');
    if (this.#box?.hasAttribute('aria-expanded')) this.#box.setAttribute('aria-expanded', 'false');
    this.#choose(-1);
  }

  #choose(place) {
    const options = this.#list?.children ?? [];
    for (const option of options) option.setAttribute('aria-selected', String(option === options[place]));
    this.#active = place;
    if (options[place]) this.#box.setAttribute('aria-activedescendant', options[place].id);
    else this.#box?.removeAttribute('aria-activedescendant');
  }

  #key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = this.hasAttribute('data-open');
    if (event.key === 'Enter') {
      clearTimeout(this.#pause);
      const chosen = isOpen && this.#list.children[this.#active];
      if (chosen) {
        event.preventDefault();
        chosen.click();
      } else {
        this.#close();
      }
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) {
        this.#ask();
        return;
      }

      // The box itself is a stop between the last and the first.
      event.preventDefault();
      const stops = this.#list.childElementCount + 1;
      const step = event.key === 'ArrowDown' ? 1 : stops - 1;
      this.#choose(((this.#active + 1 + step) % stops) - 1);
    }
  }
}

customElements.define('search-suggestions', SearchSuggestions);
