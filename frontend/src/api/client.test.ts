// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { $api, api, done, queryClient, send } from './client';

const empty = (status: number) => new Response(null, { status, headers: { 'content-length': '0' } });
const me = () => queryClient.query({ ...$api.queryOptions('get', '/api/v1/me', {}), retry: false });

describe('an answer that says no', () => {
  let answer: Response;

  beforeEach(() => {
    queryClient.clear();
    vi.stubGlobal('fetch', () => Promise.resolve(answer));
  });

  test.each([413, 414, 431])('M8 %i without a body is a problem with its reason', async (status) => {
    answer = empty(status);

    await expect(me()).rejects.toMatchObject({ status, type: '/problems/unexplained', remedy: 'Make it shorter.' });
  });

  test.each([
    ['no words', empty(400)],
    ['words that are no document', new Response('<h1>Bad Request</h1>', { status: 400 })],
  ])('M8 with %s is a problem with its status', async (_, said) => {
    answer = said;

    await expect(done(api.GET('/api/v1/me'))).rejects.toMatchObject({
      status: 400,
      detail: 'The service refused this, and did not say why (400).',
    });
  });

  test('M8 of a proxy is none of the service’s', async () => {
    answer = new Response('<h1>Bad Gateway</h1>', { status: 502 });

    await expect(me()).rejects.toMatchObject({ status: 0, type: '/problems/unreachable' });
  });

  test('M8 of the service is what it says', async () => {
    const said = { type: '/problems/denied', title: 'Denied', status: 403, detail: 'Not for you.' };
    answer = Response.json(said, { status: 403 });

    await expect(me()).rejects.toEqual(said);
  });

  test('M8 to an upload is told, too', async () => {
    answer = empty(413);

    await expect(send('/api/v1/files', { method: 'POST', headers: {} })).rejects.toMatchObject({ status: 413 });
  });
});
