// Runs in the head, before anything is painted: the theme chosen last, or the system's.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("kg-view-theme");
  } catch {
    // No storage for files on this browser: the system decides.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = chosen ?? (dark ? "dark" : "light");
})();
