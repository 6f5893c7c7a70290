// The theme gives the same name, or none, to several landmarks of a page: copy buttons, lists inside the navigation.
// And without a mouse, its wide tables could not be scrolled.
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
  const reach = () =>
    document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((table) => {
      table.tabIndex = 0;
    });
  name();
  reach();
  new MutationObserver(() => { name(); reach(); }).observe(document.body, { childList: true, subtree: true });
})();
