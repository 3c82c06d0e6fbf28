// Shows how far an upload has come and takes files that are dropped. Without it the form inside is posted as any other.
class UploadBox extends HTMLElement {
  #leaving;
  #request;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.addEventListener("submit", (event) => this.#send(event), { signal });
    this.addEventListener("click", (event) => event.target.closest("[data-cancel]") && this.#request?.abort(), { signal });
    this.addEventListener("dragover", (event) => this.#hover(event), { signal });
    this.addEventListener("dragleave", () => this.removeAttribute("data-over"), { signal });
    this.addEventListener("drop", (event) => this.#drop(event), { signal });
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#request?.abort();
  }

  get #files() {
    return this.querySelector("input[type=file]");
  }

  #hover(event) {
    if (!event.dataTransfer?.types.includes("Files") || this.#request) return;
    event.preventDefault();
    this.setAttribute("data-over", "");
  }

  #drop(event) {
    this.removeAttribute("data-over");
    if (!event.dataTransfer?.files.length || this.#request) return;
    event.preventDefault();
    // A folder would arrive as an empty file without its pages.
    const hasFolder = [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    this.#say(hasFolder ? this.dataset.folder : "");
    if (!hasFolder) this.#files.files = event.dataTransfer.files;
  }

  #send(event) {
    event.preventDefault();
    if (this.#request) return;
    const size = [...this.#files.files].reduce((sum, file) => sum + file.size, 0);
    if (size > Number(this.dataset.largest)) return this.#say(this.dataset.tooLarge);

    const form = event.target;
    const request = (this.#request = new XMLHttpRequest());
    request.open("POST", event.submitter?.getAttribute("formaction") ?? form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => this.#show(total ? loaded / total : 0);
    request.onload = () => this.#finish(request);
    request.onerror = () => this.#end(this.dataset.failed);
    request.onabort = () => this.#end(this.dataset.cancelled);
    request.send(new FormData(form));
    this.#begin();
  }

  #begin() {
    this.setAttribute("data-busy", "");
    for (const control of this.querySelectorAll("input[type=file], button[type=submit]")) control.disabled = true;
    this.querySelector("[data-progress]").hidden = false;
    this.#say(this.dataset.sending);
    this.#show(0);
  }

  #show(share) {
    this.querySelector("progress").value = share;
    this.querySelector("[data-share]").textContent = share.toLocaleString(document.documentElement.lang, { style: "percent" });
    if (share === 1) this.#say(this.dataset.finishing);
  }

  #finish(request) {
    if (request.status === 200 && request.response?.address) location.assign(request.response.address);
    // Signed out meanwhile: the page itself leads to the door.
    else if (request.status === 401) location.reload();
    else this.#end(request.response?.problem ?? this.dataset.failed);
  }

  #end(text) {
    this.#request = undefined;
    if (!this.isConnected) return;
    this.removeAttribute("data-busy");
    for (const control of this.querySelectorAll("input[type=file], button[type=submit]")) control.disabled = false;
    this.querySelector("[data-progress]").hidden = true;
    this.#say(text);
  }

  #say(text) {
    this.querySelector("[role=status]").textContent = text;
  }
}

customElements.define("upload-box", UploadBox);
