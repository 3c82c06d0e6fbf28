// Sets the text as its reader chose, before anything is painted. A classic script in the head, so that nothing moves afterwards.
(() => {
  const root = document.documentElement;
  const choices = { size: ["small", "large", "largest"], width: ["narrow", "wide"] };

  const apply = () => {
    for (const [name, values] of Object.entries(choices)) {
      const attribute = `data-text-${name}`;
      const chosen = kept(name);
      const wanted = values.includes(chosen) ? chosen : null;
      if (root.getAttribute(attribute) === wanted)
        continue;
      if (wanted === null)
        root.removeAttribute(attribute);
      else
        root.setAttribute(attribute, wanted);
    }
  };

  const kept = name => {
    try {
      return localStorage.getItem(`text-${name}`);
    } catch {
      return null; // storage is refused: the text is set as usual
    }
  };

  apply();
  // Enhanced navigation makes the root as the server sent it; other tabs choose as well.
  new MutationObserver(apply).observe(root, { attributeFilter: Object.keys(choices).map(name => `data-text-${name}`) });
  addEventListener("storage", apply);
})();
