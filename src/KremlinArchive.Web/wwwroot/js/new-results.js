// What a browser does when it loads a page, for a search that only changed the results in it: back to the top, and the focus where it
// still means something. Going back and forth in the history is left to the browser.
let shown = address();
let isReturn = false;

addEventListener('popstate', () => (isReturn = true));
window.Blazor?.addEventListener('enhancedload', () => {
  if (address() === shown) return;
  shown = address();
  if (!isReturn && location.hash === '') scrollTo(0, 0);
  isReturn = false;

  // A link among the hits now stands for another hit; a link that was taken away stands nowhere. The box, dates and facets stay.
  const { activeElement } = document;
  if (activeElement === document.body || activeElement.closest('.hits')) {
    document.getElementById('content')?.focus({ preventScroll: true });
  }
});

function address() {
  return location.pathname + location.search;
}
