import { HttpResponse } from 'msw';
import type { Refusal } from '@/api/types';

export const base = '/api/v1';

type CodeIn<T> = T extends `/problems/${infer Code}` ? Code : never;
type Code = CodeIn<Refusal['type']>;
type RefusalOf<C extends Code> = Extract<Refusal, { type: `/problems/${C}` }>;
type Always = 'type' | 'title' | 'status' | 'detail' | 'traceId';
/** What this problem has that others have not; nothing to give if that is nothing. */
type More<C extends Code> = Omit<RefusalOf<C>, Always>;
type Given<C extends Code> = Partial<More<C>> extends More<C> ? [more?: More<C>] : [more: More<C>];

export function refuse<C extends Code>(status: RefusalOf<C>['status'], code: C, title: string, ...[more]: Given<C>) {
  return HttpResponse.json(
    {
      type: `/problems/${code}`,
      title,
      status,
      detail: title,
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      ...more,
    },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

export const notFound = (
  what:
    | 'connection'
    | 'connection-type'
    | 'run'
    | 'profile'
    | 'property'
    | 'objective'
    | 'label'
    | 'object'
    | 'view'
    | 'version'
    | 'channel',
) => refuse(404, `${what}-not-found`, 'There is nothing at this address.');

/** The part of a list that the request asks for, and where the next begins. */
export function page<T>(request: Request, all: T[]): { items: T[]; next?: string } {
  const query = new URL(request.url).searchParams;
  const limit = Number(query.get('limit') ?? 50);
  const start = Number(query.get('after') ?? 0);
  return {
    items: all.slice(start, start + limit),
    ...(start + limit < all.length ? { next: String(start + limit) } : {}),
  };
}

/** With the version that a change has to name. */
export const versioned = (answer: { version: number }, status = 200) =>
  HttpResponse.json(answer, { status, headers: { etag: `"${answer.version}"` } });
