import { takeOver } from './calls';
import { courier } from './courier';
import { happeningsOf } from './happenings';
import { hubAt } from './hub';
import { layer } from './layer';
import { watchNavigation } from './navigation';
import { text } from './values';
import { markOf } from './visitor';
import { storeOf } from './waiting';

/** Its own element; a page can include it in ways that do not tell which that is. */
export function ownScript(document: Document): HTMLScriptElement | null {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement && currentScript.src
    ? currentScript
    : document.querySelector<HTMLScriptElement>('script[data-channel][src*="/tag.js"]');
}

/** Begins to report on the page; does nothing where it cannot, or where another tag does it already. */
export function start(page: Window & typeof globalThis, script: HTMLScriptElement) {
  const channel = text(script.getAttribute('data-channel'), 100);
  const zone = text(script.getAttribute('data-zone'), 80);
  const source = new URL(script.src);
  if (!channel || !isOfTheWeb(source.protocol) || !isOfTheWeb(page.location.protocol)) return;

  const document = page.document as Document & { prerendering?: boolean };
  // A page that is made ready before anybody asks for it may never be seen.
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', () => begin(page, channel, zone, source.origin), { once: true });
  } else {
    begin(page, channel, zone, source.origin);
  }
}

const isOfTheWeb = (protocol: string) => protocol === 'https:' || protocol === 'http:';

function begin(page: Window & typeof globalThis, channel: string, zone: string, origin: string) {
  const happenings = happeningsOf(page);
  const queued = takeOver(page, {
    page: () => {
      navigation.catchUp();
      view(Date.now());
    },
    event: (name, properties) => tell(happenings.event(name, properties)),
    identify: (identifiers, proof) => {
      const identity = happenings.identity(identifiers, proof);
      tell(identity && happenings.identify(identity));
      exchange.identify(identity?.proof ? identity : undefined);
    },
    consent: (given) => {
      navigation.catchUp();
      const said = happenings.statement(given);
      if (said.item || said.zone) sender.state(said);
    },
    variables: () => {
      navigation.catchUp();
      exchange.look();
    },
    forget: () => {
      exchange.identify(undefined);
      sender.forget();
    },
  });
  if (!queued) return;

  const hub = hubAt(origin, page);
  const exchange = layer(
    page,
    channel,
    hub,
    () => sender.allowed(),
    (...said) => sender.take(happenings.variables(...said)),
  );
  const sender = courier(page, channel, zone, hub, markOf(page), storeOf(page), () => exchange.settle());
  const navigation = watchNavigation(page, (at) => view(at));
  const view = (at: number) => {
    sender.take(happenings.view(at, navigation.before()));
    exchange.look();
  };
  const tell = (item: ReturnType<typeof happenings.event>) => {
    navigation.catchUp();
    if (item) sender.take(item);
  };

  view(Date.now());
  page.addEventListener('pagehide', () => sender.leave());
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') sender.leave();
    else sender.back();
  });
  page.addEventListener('pageshow', ({ persisted }) => {
    // Back again as it was left: for whoever looks at it, the page has been opened.
    if (!persisted) return;
    sender.back();
    view(Date.now());
  });
  page.addEventListener('online', () => sender.back());

  const { connections } = page as unknown as { connections: unknown[] };
  for (const call of queued) connections.push(call);
}
