/**
 * Whoever uses the keyboard is always somewhere: where what had the focus is gone (an item of a menu that opened a dialog,
 * a row that was deleted), the focus goes back the way it came, to the last place that is still there. What is drawn
 * anew under the same id is the same place.
 */
export function keepFocus() {
  let trail: HTMLElement[] = [];
  let asking: number | undefined;
  // Whoever clicks beside everything wants to be nowhere.
  let nowhere = true;

  const goBack = () => {
    asking = undefined;
    const last = trail.at(-1);
    if (nowhere || document.activeElement !== document.body || !last) return;
    // A button that works is back soon.
    if (last.matches(':disabled') && isThere(last)) return;
    const dialog = Array.from(document.querySelectorAll<HTMLElement>('[aria-modal=true]')).filter(isThere).at(-1);
    const again = last.id === '' ? null : document.getElementById(last.id);
    const places = [again, ...trail.toReversed(), dialog, document.querySelector<HTMLElement>('main')];
    places
      .find((place) => place && isThere(place) && !place.matches(':disabled') && (!dialog || dialog.contains(place)))
      ?.focus({ preventScroll: true });
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    nowhere = false;
    trail = [...trail.filter((place) => place !== target), target].slice(-30);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    nowhere = !(target instanceof Node && trail.at(-1)?.contains(target));
  });
  new MutationObserver(() => {
    // What closes may know better where to go, and says so a moment later.
    if (document.activeElement === document.body) asking ??= window.setTimeout(goBack, 30);
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'inert'] });
}

const isThere = (place: HTMLElement) =>
  place.checkVisibility({ visibilityProperty: true }) && place.closest('[inert]') === null;
