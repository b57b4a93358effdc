import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import createClient from 'openapi-fetch';
import type { components, paths } from '../../src/api/schema';
import { sftp, told } from './told';

const service = told('CONNECTIONS_URL');
const tokens = `${told('KEYCLOAK_URL')}/realms/connections/protocol/openid-connect/token`;
const guide = new URL('../../../docs/integrators.md', import.meta.url);

/** An example of the guide and what it says that the example prints. */
type Example = { command: string; printed: string };

/** Each fenced `bash` is an example; a fence of another kind after it is what it prints. */
function examplesOf(markdown: string): Example[] {
  const examples: Example[] = [];
  for (const [, kind, text] of markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (kind === 'bash') examples.push({ command: text!, printed: '' });
    else examples.at(-1)!.printed += text!;
  }
  return examples;
}

/** The guide speaks of the ports that `up` chooses by itself, and of properties that nobody has yet. */
function here(text: string): string {
  return text
    .replaceAll('http://localhost:8080', service)
    .replaceAll('http://localhost:8081', told('KEYCLOAK_URL'))
    .replaceAll('8083', sftp.port)
    .replaceAll('crm_', `crm_${Date.now()}_`);
}

function exactlyBut(printed: string): RegExp {
  const parts = printed.trim().split('…');
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

test('M13 every example of the guide for integrators prints what the guide says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'integrators-'));
  const examples = examplesOf(here(await readFile(guide, 'utf8')));
  const between = '=== end of an example ===';
  const script = examples.map(({ command }) => `${command}\necho '${between}'\n`).join('');

  const env = { ...process.env, FORCE_COLOR: '0' }; // the runner asks for colours, a person's pipe does not
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });

  const printed = stdout.split(`${between}\n`);
  expect(examples.length).toBeGreaterThanOrEqual(10);
  for (const [index, example] of examples.entries())
    expect(printed[index]!.trim(), example.command).toMatch(exactlyBut(example.printed));
  await rm(folder, { recursive: true });
});

/** What a refused call fails with, so that the job below reads without a check after every line. */
function ok<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data as T;
}

async function token(): Promise<string> {
  const answer = await fetch(tokens, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'connections-integrator',
      client_secret: 'connections',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

test('M13 M17 a client generated from the OpenAPI document does the main job', async () => {
  const api = createClient<paths>({
    baseUrl: service,
    headers: { Authorization: `Bearer ${await token()}` },
  });
  const stamp = Date.now();
  const number = `typed_${stamp}_number`;
  const name = `Typed client ${stamp}`;
  const setup = { host: 'localhost', port: Number(sftp.port), user: sftp.user, signIn: 'PASSWORD' };
  const goal: components['schemas']['Goal'] = {
    kind: 'IMPORT_PROFILES',
    id: crypto.randomUUID(),
    name: 'Import customers',
    enabled: true,
    source: {
      kind: 'FILES',
      folder: sftp.folder,
      namePattern: 'customers-100.csv',
      pick: 'NEWEST',
      compression: 'AUTO',
      afterImport: { kind: 'LEAVE' },
    },
    matching: { anyOf: [[number]] },
    consent: [],
    createWhenNoMatch: true,
    mapping: [
      {
        field: 'customer_id',
        property: number,
        processors: [],
        strategy: 'SET',
        restriction: 'ALL_PROFILES',
        onBadValue: 'REJECT_RECORD',
      },
    ],
  };

  ok(
    await api.POST('/api/v1/profile-properties', {
      body: { id: number, name: `Number ${stamp}`, type: 'TEXT', identifier: true, pii: false },
    }),
  );
  const made = ok(
    await api.POST('/api/v1/connections', {
      body: { typeId: 'sftp', name, description: '', setup, goals: [], editRoles: [], objectives: [] },
    }),
  );
  const connection = { path: { id: made.id } };
  ok(
    await api.PUT('/api/v1/connections/{id}/secrets/{field}', {
      params: { path: { id: made.id, field: 'password' } },
      body: { value: sftp.password },
    }),
  );
  const report = ok(await api.POST('/api/v1/connections/{id}/test', { params: connection, body: {} }));
  const saved = ok(
    await api.PUT('/api/v1/connections/{id}', {
      params: { ...connection, header: { 'If-Match': `"${made.version}"` } },
      body: {
        name,
        description: '',
        setup: { ...setup, ...report.pins },
        goals: [goal],
        editRoles: [],
        objectives: [],
      },
    }),
  );
  expect(saved.problems).toEqual([]);
  ok(await api.PUT('/api/v1/connections/{id}/on', { params: connection, body: { on: true } }));
  const started = ok(
    await api.POST('/api/v1/connections/{connection}/runs', {
      params: { path: { connection: made.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: {},
    }),
  );
  const run = async () => ok(await api.GET('/api/v1/runs/{id}', { params: { path: { id: started.id } } }));
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe('FINISHED');

  const { read, ...outcomes } = (await run()).counts;
  expect(read).toBe(100);
  expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(read);
  const found = ok(await api.GET('/api/v1/profiles', { params: { query: { identifier: 'C00000001' } } }));
  expect(found.items.filter(({ identifiers }) => number in identifiers)).toHaveLength(1);
});
