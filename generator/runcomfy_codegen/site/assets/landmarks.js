// The theme gives the same name, or none, to several landmarks of a page: copy buttons, lists inside the navigation.
(() => {
  let number = 0;
  const name = () =>
    document.querySelectorAll("nav.md-code__nav, nav.md-nav nav").forEach((nav) => {
      if (nav.dataset.named) return;
      nav.dataset.named = "yes";
      nav.removeAttribute("aria-labelledby");
      number += 1;
      nav.setAttribute("aria-label", `${nav.matches(".md-code__nav") ? "Copy" : "Pages"} ${number}`);
    });
  name();
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
})();
