/** What pages can call: `connections.event('Added to basket', { sku: 'A-1' })`, or the same through `push`. */
export type Calls = Record<
  'page' | 'event' | 'identify' | 'consent' | 'variables' | 'forget',
  (...given: unknown[]) => void
>;

/**
 * Takes over the page's queue, or makes one: the same list that early scripts may hold on to becomes what they call
 * afterwards. Answers what was queued, and nothing where the tag is there already or the name is the page's own.
 */
export function takeOver(page: Window, calls: Calls): unknown[] | undefined {
  const holder = page as unknown as Record<string, unknown>;
  // An element with this id answers to the name, too, and is no value of the page's.
  const given = Object.prototype.hasOwnProperty.call(page, 'connections') ? holder.connections : undefined;
  if (given !== undefined && given !== null && !Array.isArray(given)) return undefined;
  const queue = (given ?? []) as unknown[] & { page?: unknown };
  if (typeof queue.page === 'function') return undefined;

  const safely =
    (call: (...given: unknown[]) => void) =>
    (...given: unknown[]) => {
      try {
        call(...given);
      } catch {
        // What a page hands over can throw when it is looked at; that is not to end the page's own script.
      }
    };
  const made = safely((entry) => {
    // Lists, and what else is counted like them, of whatever length.
    const { 0: name, 1: first, 2: second } = entry as Record<number, unknown>;
    if (Object.prototype.hasOwnProperty.call(calls, name as string)) calls[name as keyof Calls](first, second);
  });
  const push = (...entries: unknown[]) => {
    for (const entry of entries) made(entry);
    return 0;
  };

  const queued = queue.splice(0);
  const offered: Record<string, unknown> = { push };
  for (const name of Object.keys(calls) as (keyof Calls)[]) offered[name] = safely(calls[name]);
  for (const name of Object.keys(offered)) Object.defineProperty(queue, name, { value: offered[name] });
  if (given !== queue) {
    Object.defineProperty(page, 'connections', { value: queue, configurable: true, enumerable: true, writable: true });
  }
  return queued;
}
