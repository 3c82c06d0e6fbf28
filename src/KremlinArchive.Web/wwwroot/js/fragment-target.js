// Blazor's own navigation scrolls to the place that an address names, but neither marks it (:target) nor moves the keyboard there.
// Going to the same address once more, natively, does both.
const settle = () => {
  const named = document.getElementById(location.hash.slice(1));
  if (named && document.querySelector(":target") !== named)
    location.replace(location.href);
};

window.Blazor?.addEventListener("enhancedload", () => requestAnimationFrame(settle));
addEventListener("click", settle);
