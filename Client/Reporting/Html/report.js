// Comfort only: folds open to the place that a link names, and all of them for browsers that print only what is open.
const unfold = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
  place?.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();

let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  opened.forEach(fold => fold.open = true);
});
addEventListener('afterprint', () => opened.forEach(fold => fold.open = false));
