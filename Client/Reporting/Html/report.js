// Comfort only: folds open to the place that a link names, and all of them for printers that know no better.
const unfold = () => {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details')?.setAttribute('open', '');
};
addEventListener('hashchange', unfold);
unfold();

let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  opened.forEach(fold => fold.open = true);
});
addEventListener('afterprint', () => opened.forEach(fold => fold.open = false));
