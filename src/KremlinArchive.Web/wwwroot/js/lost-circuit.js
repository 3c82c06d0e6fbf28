// A live page whose circuit is gone for good, since its server was started anew or another one of a cluster answers in its place, is
// loaded again as soon as one answers, by itself. Where something was typed it is left as it is: the notice says so and leads on.
// Pages of readers need no circuit and are left alone.

const PAUSE = 1000; // ms between two looks whether a server answers

// Blazor tells the element alone, without bubbling: on its way down the event is heard here.
document.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'rejected' || event.detail.state === 'failed') comeBack(event.target);
}, true);

async function comeBack(notice) {
  if (notice.classList.contains('quiet')) return;
  while (!(await answers())) await new Promise(resolve => setTimeout(resolve, PAUSE));
  if (notice.isConnected && !isTyped()) location.replace(notice.querySelector('a').href);
}

async function answers() {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function isTyped() {
  return [...document.querySelectorAll('main input, main textarea, main select')].some(box => {
    if (box.type === 'hidden') return false;
    if (box.type === 'file') return box.files.length > 0;
    if (box.type === 'checkbox' || box.type === 'radio') return box.checked !== box.defaultChecked;
    if (box.options) return box.selectedIndex !== Math.max(0, [...box.options].findIndex(option => option.defaultSelected));
    return box.value !== box.defaultValue;
  });
}
