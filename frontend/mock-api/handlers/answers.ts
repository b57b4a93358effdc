import { HttpResponse } from 'msw';
import type { Problem } from '@/api/contract';

export const base = '/api/v1';

export function refuse(status: number, code: string, title: string, more: Partial<Problem> = {}) {
  const problem: Problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail: title,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    ...more,
  };
  return HttpResponse.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}

export const notFound = (what: string) => refuse(404, `${what}-not-found`, 'There is nothing at this address.');

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
