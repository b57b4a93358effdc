import { QueryClient } from '@tanstack/react-query';
import createFetchClient from 'openapi-fetch';
import createClient from 'openapi-react-query';
import { paths as addresses } from '@/lib/paths';
import type { paths } from './schema';
import { asProblem, isProblem, problemOf } from './problem';
import { session } from './session';

/** Cookies alone must never be enough to change something: every call but GET carries this header. */
export const ownHeader = { 'X-Connections-Request': '1' } as const;

async function fetchThroughSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 || !session.wasSignedIn()) return response;
  await session.renewed(request.signal);
  return fetch(again);
}

/** For what the typed client does not do: uploads. Fails with a Problem, as the client does. */
export async function send<T>(
  path: string,
  init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> },
): Promise<T> {
  const request = new Request(new URL(path, window.location.href), {
    ...init,
    headers: { ...ownHeader, ...init.headers },
  });
  const response = await fetchThroughSession(request).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, body);
  return body as T;
}

/** Ends the session here; where to go from here, so that it ends at the identity provider as well. */
export async function signOut(): Promise<string> {
  const response = await fetch(addresses.signOut(), { method: 'POST', headers: ownHeader });
  return response.headers.get('Location') ?? '/';
}

export const api = createFetchClient<paths>({
  baseUrl: window.location.origin,
  fetch: fetchThroughSession,
  headers: { ...ownHeader },
});

/** Without a body the client would take a refusal for an answer that holds nothing. */
api.use({
  async onResponse({ response }) {
    if (response.ok) return undefined;
    const said: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    const { status } = response;
    return isProblem(said) ? undefined : Response.json(problemOf(status, said), { status });
  },
});

export const $api = createClient(api);

/** Throws the problem, so that mutations fail with it. */
export async function done<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!response.ok) throw asProblem(error);
  return data as T;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, failure) =>
        failures < 2 && (asProblem(failure).status === 0 || asProblem(failure).status >= 502),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    // Without a network it fails at once and says so. Waiting, it would be sent hours later, when nobody expects it.
    mutations: { networkMode: 'always' },
  },
});
