import { api, done } from '@/api/client';
import type { Connection, ConnectionContent } from '@/api/types';
import { asProblem } from '@/api/problem';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { freshKey } from '@/lib/ids';

/** What was sent to make a connection, until it is known what became of it. */
interface Attempt {
  key: string;
  sent: ConnectionContent;
}

const same = (one: ConnectionContent, other: ConnectionContent) => JSON.stringify(one) === JSON.stringify(other);

/** The service read the request and would not have it, so it made nothing. */
function wasRefused(failure: unknown): boolean {
  const { status } = asProblem(failure);
  return status >= 400 && status < 500;
}

/**
 * Makes one connection of one draft, however often it is tried: when the answer was lost, the same request is sent
 * again first, under the same key, and what was typed since is saved over what it made.
 */
export function creationOf(typeId: string, owner: string) {
  const of = { owner, subject: `sent:${typeId}` };
  let attempt = readDraft<Attempt>(of)?.content;

  function remember(next: Attempt | undefined) {
    attempt = next;
    if (next) keepDraft(of, { version: undefined, content: next });
    else forgetDraft(of);
  }

  async function create(content: ConnectionContent): Promise<Connection> {
    const { key, sent } = attempt ?? { key: freshKey(), sent: content };
    remember({ key, sent });
    let made: Connection;
    try {
      made = await done(
        api.POST('/api/v1/connections', {
          params: { header: { 'Idempotency-Key': key } },
          body: { typeId, ...sent },
        }),
      );
    } catch (failure) {
      if (!wasRefused(failure)) throw failure;
      remember(undefined);
      if (same(sent, content)) throw failure;
      return create(content);
    }
    if (!same(sent, content))
      made = await done(
        api.PUT('/api/v1/connections/{id}', {
          params: { path: { id: made.id }, header: { 'If-Match': `"${made.version}"` } },
          body: content,
        }),
      );
    remember(undefined);
    return made;
  }

  return { create, forget: () => remember(undefined) };
}
