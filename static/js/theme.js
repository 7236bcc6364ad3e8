// Loaded first in the head and not deferred: sets the visitor's scheme and 长者模式 before
// anything is painted, so that cached pages stay one for all and nothing flashes.
(() => {
  const root = document.documentElement;
  const stored = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const theme = stored("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  if (stored("elder") === "1") root.dataset.elder = "";
})();
