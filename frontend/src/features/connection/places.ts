/**
 * Shows the place that a JSON pointer names: the innermost part of the page that says it stands for it
 * (`data-pointer`), opened if it is folded, with the focus on what can be mended there.
 */
export function focusPlace(pointer: string, tries = 20) {
  const place = [...document.querySelectorAll<HTMLElement>('[data-pointer]')]
    .filter((element) => `${pointer}/`.startsWith(`${element.dataset.pointer ?? ''}/`))
    .sort((one, other) => (one.dataset.pointer ?? '').length - (other.dataset.pointer ?? '').length)
    .at(-1);
  if (!place) return;
  const folded = place.querySelector<HTMLElement>(':scope > [aria-expanded="false"]');
  if (folded) {
    folded.click();
    setTimeout(() => focusPlace(pointer, tries));
    return;
  }
  // A dialog comes a moment later, and takes the focus when it is there.
  const dialog = place.closest('[role="dialog"]');
  const comes = dialog
    ? !dialog.contains(document.activeElement)
    : place.querySelector(':scope > [aria-expanded="true"][aria-haspopup="dialog"]') !== null;
  if (comes && tries > 0) {
    setTimeout(() => focusPlace(pointer, tries - 1), 30);
    return;
  }
  const far = place.querySelector(':scope > [data-far]');
  far?.scrollIntoView({ block: 'center' });
  if (far || place.querySelector('[data-drawing]')) {
    setTimeout(() => focusPlace(pointer), 30);
    return;
  }
  const field = place.matches('input, textarea')
    ? place
    : (place.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      place.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])') ??
      place);
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
