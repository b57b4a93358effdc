// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { ConnectionContent } from '@/api/types';
import { creationOf } from './creation';

const content = (name: string): ConnectionContent => ({
  name,
  description: '',
  setup: {},
  goals: [],
  editRoles: [],
  objectives: [],
  scope: { kind: 'EVERYWHERE' },
});

/** A service that makes one connection per key, and whose answers may be lost on the way. */
function service() {
  const made = new Map<string, { id: string; name: string; version: number }>();
  let lost = 0;
  const answer = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = (await request.json()) as { name: string };
    if (request.method === 'PUT') {
      const one = [...made.values()].find(({ id }) => request.url.endsWith(id));
      if (!one || request.headers.get('If-Match') !== `"${one.version}"`) return answer(412, problem(412));
      Object.assign(one, { name: body.name, version: one.version + 1 });
      return answer(200, one);
    }
    const key = request.headers.get('Idempotency-Key') ?? 'none';
    if (body.name === '') return answer(422, problem(422));
    const one = made.get(key) ?? { id: `id-${made.size + 1}`, name: body.name, version: 1 };
    made.set(key, one);
    if (lost-- > 0) throw new TypeError('Failed to fetch');
    return answer(201, one);
  });
  return {
    made: () => [...made.values()].map(({ name }) => name),
    loseAnswers: (amount: number) => (lost = amount),
  };
}

const problem = (status: number) => ({ type: '/problems/x', title: 'No', status });

beforeEach(() => sessionStorage.clear());

test('M5 a lost answer and a second save make one connection', async () => {
  const { made, loseAnswers } = service();
  const creation = creationOf('sftp', 'mara');
  loseAnswers(1);
  await expect(creation.create(content('Shop'))).rejects.toThrow();

  const second = await creation.create(content('Shop'));

  expect(second.id).toBe('id-1');
  expect(made()).toEqual(['Shop']);
});

test('M5 what was typed after the lost answer is saved into that connection', async () => {
  const { made, loseAnswers } = service();
  const creation = creationOf('sftp', 'mara');
  loseAnswers(1);
  await expect(creation.create(content('Shop'))).rejects.toThrow();

  const second = await creation.create(content('Till'));

  expect(second).toMatchObject({ id: 'id-1', name: 'Till' });
  expect(made()).toEqual(['Till']);
});

test('M5 a reload between the two keeps them one connection', async () => {
  const { made, loseAnswers } = service();
  loseAnswers(1);
  await expect(creationOf('sftp', 'mara').create(content('Shop'))).rejects.toThrow();

  await creationOf('sftp', 'mara').create(content('Shop'));

  expect(made()).toEqual(['Shop']);
});

test('M5 what was refused is mended and sent under a key of its own', async () => {
  const { made } = service();
  const creation = creationOf('sftp', 'mara');
  await expect(creation.create(content(''))).rejects.toMatchObject({ status: 422 });

  await creation.create(content('Shop'));

  expect(made()).toEqual(['Shop']);
});

test('M5 the next draft makes a connection of its own', async () => {
  const { made } = service();
  await creationOf('sftp', 'mara').create(content('Shop'));

  await creationOf('sftp', 'mara').create(content('Shop'));

  expect(made()).toEqual(['Shop', 'Shop']);
});
