/** What an identity provider hangs on the address on the way back from signing in or out; it is of no use here. */
const leftovers = ['state', 'code', 'session_state', 'iss', 'error', 'error_description', 'error_uri'];

/** The address without it, or nothing if it is clean. */
export function cleaned(address: URL): string | undefined {
  const found = leftovers.filter((name) => address.searchParams.has(name));
  if (found.length === 0) return undefined;
  const clean = new URL(address);
  found.forEach((name) => clean.searchParams.delete(name));
  return clean.pathname + clean.search + clean.hash;
}

// Before the router reads the address, so that it is in no link, bookmark or way back to signing in either.
const clean = cleaned(new URL(window.location.href));
if (clean !== undefined) window.history.replaceState(null, '', clean);
