// Chinese and English. Every word of the page stands in words.json; elements name theirs with data-word.

const WORDS = JSON.parse(byId("kg-words").textContent);

let language = memory.get("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

/** The word in the language chosen, its {gaps} filled; {s} is the ending of the plural where {n} is not one. */
function t(key, gaps = {}) {
  const text = WORDS[key][language === "zh" ? 0 : 1];
  const all = { s: gaps.n === 1 ? "" : "s", ...gaps };
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof all[name] === "number" ? number(all[name]) : all[name],
  );
}

/** The right one of two words, or of two labels from the data. */
function pick(zh, en) {
  return language === "zh" ? zh || en : en || zh;
}

function number(value) {
  return value.toLocaleString("en-US");
}

/** Put the words of the present language into every element that names one. */
function translatePage() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of document.querySelectorAll("[data-word-title]")) {
    node.title = t(node.dataset.wordTitle) + (node.dataset.key ? ` (${node.dataset.key})` : "");
    node.setAttribute("aria-label", t(node.dataset.wordTitle));
  }
  for (const node of document.querySelectorAll("[data-word-label]")) {
    node.setAttribute("aria-label", t(node.dataset.wordLabel));
  }
  for (const node of document.querySelectorAll("[data-word-hint]")) {
    node.placeholder = t(node.dataset.wordHint);
  }
}

function setLanguage(next) {
  language = next;
  memory.set("language", next);
  translatePage();
  emit("language");
}
