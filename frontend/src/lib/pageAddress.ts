import { text } from './text';

/** As long as the address of a request may be, the service's own path and query in it (`AddressLimit`). */
const longestAddress = 8_000;
/** What the service's part takes of it, and the page's own when it keeps the question. */
const otherParts = 200;

/**
 * Why nothing can be asked about a page by the address of a request; nothing where it can. Such a request, or this page
 * opened with that in its address, would be refused before anybody reads it.
 */
export function tooLongToAsk(page: string): string | undefined {
  const sent = new URLSearchParams({ '': page }).toString().length + otherParts;
  if (sent <= longestAddress) return undefined;
  return text.common.addressTooLong(longestAddress, page.length <= longestAddress);
}
