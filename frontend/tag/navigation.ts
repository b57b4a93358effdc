import { address } from './values';

interface NavigationApi {
  addEventListener(type: 'currententrychange', listener: () => void): void;
}

const BETWEEN_LOOKS = 500;
/** The scripts of a page set its title some time after its address; what they redirect at once is one page. */
const UNTIL_TITLED = 100;

/** What makes two addresses two pages: a fragment leads to another place on the same one, unless it is a route. */
function pageOf(href: string): string {
  const [path = '', fragment = ''] = href.split(/#(.*)/s);
  return /^[/!]/.test(fragment) ? href : path;
}

export const isSamePage = (one: string, other: string) => pageOf(one) === pageOf(other);

export interface Navigation {
  /** The address of the page before this one. */
  before(): string;
  /** Tells of a change that was noticed and not yet told, so that nothing is told before it. */
  catchUp(): void;
}

/**
 * Tells when the page has become another one without being loaded. It listens and looks, and replaces no function of
 * the page: browsers without the Navigation API are asked twice a second.
 */
export function watchNavigation(page: Window, arrived: (at: number) => void): Navigation {
  let current = page.location.href;
  let before = address(page.document.referrer);
  let since: number | undefined;

  const tell = () => {
    if (since === undefined) return;
    const at = since;
    since = undefined;
    const now = page.location.href;
    if (isSamePage(now, current)) return;
    before = address(current);
    current = now;
    arrived(at);
  };
  const look = () => {
    if (since !== undefined || isSamePage(page.location.href, current)) return;
    since = Date.now();
    page.setTimeout(tell, UNTIL_TITLED);
  };

  const { navigation } = page as { navigation?: NavigationApi };
  if (navigation && typeof navigation.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look);
  } else {
    page.addEventListener('popstate', look);
    page.addEventListener('hashchange', look);
    page.setInterval(look, BETWEEN_LOOKS);
  }
  return {
    before: () => before,
    catchUp: () => {
      look();
      tell();
    },
  };
}
