const property = '--scrollbar-width';

/** Keeps the width of the page's scrollbar for the styles: 0 where it lies over the page; zooming changes it. */
export function keepScrollbarWidth() {
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; top: -99px; width: 50px; height: 50px; overflow: scroll';
  const measure = () => {
    document.body.append(probe);
    document.documentElement.style.setProperty(property, `${probe.offsetWidth - probe.clientWidth}px`);
    probe.remove();
  };
  measure();
  window.addEventListener('resize', measure);
}
