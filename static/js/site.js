// What every page can do. Buttons name their act in `data-do`; everything else on the page
// works without this file.
const root = document.documentElement;

const keep = (key, value) => {
  try { localStorage.setItem(key, value); } catch { /* private window: the choice lasts for this page */ }
};

const isDark = () => root.dataset.theme
  ? root.dataset.theme === "dark"
  : matchMedia("(prefers-color-scheme: dark)").matches;

const showState = () => {
  const pressed = { elder: "elder" in root.dataset, theme: isDark() };
  for (const button of document.querySelectorAll("[data-do=elder], [data-do=theme]")) {
    button.setAttribute("aria-pressed", String(pressed[button.dataset.do]));
  }
};

const say = (button, text) => {
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  label.textContent = text;
  setTimeout(() => { label.textContent = before; }, 2500);
};

const acts = {
  elder() {
    root.toggleAttribute("data-elder");
    keep("elder", "elder" in root.dataset ? "1" : "0");
    showState();
  },
  theme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep("theme", root.dataset.theme);
    showState();
  },
  // <button data-do="dialog" data-for="id">: opens the dialog, or closes the one that is open
  dialog(button) {
    const dialog = document.getElementById(button.dataset.for) ?? button.closest("dialog");
    if (dialog.open) dialog.close(); else dialog.showModal();
  },
  print() { window.print(); },
  // <button data-do="shut">: closes the <details> it stands in
  shut(button) { button.closest("details").open = false; },
  // <button data-do="copy" data-text="…" data-done="已复制">: without data-text, this page's address
  async copy(button) {
    await navigator.clipboard.writeText(button.dataset.text ?? location.href);
    say(button, button.dataset.done);
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) acts[button.dataset.do]?.(button);
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.("details.menu[open], details.sheet[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// A control with `data-submit` sends its form when changed: sort orders, short filters.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

// A form is sent once: the button says so and a second press does nothing.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.dataset.busy) return;
  if (button.getAttribute("aria-busy") === "true") { event.preventDefault(); return; }
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy;
});

// Back from another page, the browser may show this one as it was left: with a busy button.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("[aria-busy=true]")) location.reload();
});

const arrive = (scope) => {
  scope.querySelector(".error-summary")?.focus();
  for (const dialog of scope.querySelectorAll("dialog[data-open]")) dialog.showModal();
};
document.addEventListener("htmx:load", (event) => arrive(event.detail.elt));
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
arrive(document);
showState();
