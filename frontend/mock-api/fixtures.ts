import type {
  Connection,
  ConnectionType,
  Counts,
  Format,
  Goal,
  Me,
  Profile,
  Property,
  RunSummary,
  SourceRecord,
} from '@/api/contract';

export const now = Date.now();
export const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

export const me: Me = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Mara Marketer',
  roles: ['marketer'],
  permissions: [
    'connections:read',
    'connections:write',
    'runs:execute',
    'profiles:read',
    'profiles:write',
    'properties:write',
  ],
};

export const viewer: Me = {
  id: '0199a000-0000-7000-8000-000000000002',
  name: 'Vera Viewer',
  roles: ['viewer'],
  permissions: ['connections:read', 'profiles:read'],
};

export const sftp: ConnectionType = {
  id: 'sftp',
  name: 'SFTP',
  vendor: 'Any SFTP server',
  category: 'files',
  summary: 'Read customers from delimited files on a server you reach by SSH.',
  logo: 'sftp',
  direction: 'OUTBOUND',
  mode: 'BATCH',
  goalKinds: ['IMPORT_PROFILES'],
  setup: [
    {
      id: 'host',
      kind: 'TEXT',
      label: 'Server',
      help: 'The name of the server, for example files.example.com. No “sftp://” in front.',
      required: true,
      target: true,
      maxLength: 253,
    },
    {
      id: 'port',
      kind: 'WHOLE_NUMBER',
      label: 'Port',
      help: '22, unless the owner of the server says otherwise.',
      required: true,
      target: true,
      initial: 22,
      min: 1,
      max: 65535,
    },
    {
      id: 'username',
      kind: 'TEXT',
      label: 'User name',
      help: 'The account on the server. It needs to read the folder with the files.',
      required: true,
      target: true,
      maxLength: 128,
    },
    {
      id: 'authentication',
      kind: 'CHOICE',
      label: 'Sign in with',
      help: 'A key is safer than a password. Some servers ask for both.',
      required: true,
      target: false,
      initial: 'password',
      options: [
        { value: 'password', label: 'Password' },
        { value: 'key', label: 'Private key' },
        { value: 'both', label: 'Private key and password' },
      ],
    },
    {
      id: 'password',
      kind: 'SECRET',
      label: 'Password',
      help: 'Kept encrypted. Nobody can read it here again, only replace it.',
      required: true,
      target: false,
      shownWhen: { field: 'authentication', isOneOf: ['password', 'both'] },
    },
    {
      id: 'privateKey',
      kind: 'SECRET',
      label: 'Private key',
      help: 'The whole text of the key file, OpenSSH or PEM.',
      required: true,
      target: false,
      multiline: true,
      shownWhen: { field: 'authentication', isOneOf: ['key', 'both'] },
    },
    {
      id: 'passphrase',
      kind: 'SECRET',
      label: 'Passphrase of the key',
      help: 'Only if the key has one.',
      required: false,
      target: false,
      shownWhen: { field: 'authentication', isOneOf: ['key', 'both'] },
    },
    {
      id: 'hostKey',
      kind: 'PINNED',
      label: 'Host key',
      help: 'Learnt by the first test. A server that shows another key later is refused.',
      required: true,
      target: true,
    },
  ],
};

export const guide = `# Reading customers from an SFTP server

You need the **name of the server**, an **account** that can read the folder, and its password or private key.

## 1. Prepare the server

1. Ask its owner for an account of its own for this connection.
2. Put the files into one folder, for example \`/customers\`.
3. If finished files should be renamed or moved, the account needs to write there.

## 2. Set up the connection

| Field | Example |
| --- | --- |
| Server | files.example.com |
| Port | 22 |
| User name | connections |

Press *Test connection*. The first test shows the **host key** of the server; compare its fingerprint with the one its owner gave you.

## 3. Files that work

- Delimited text with any separator, with or without a header line
- JSON Lines
- gzip and zip
`;

export const format: Format = { kind: 'CSV', encoding: 'UTF_8', separator: ';', quote: '"', header: true };

export const properties: Property[] = (
  [
    ['customer-number', 'Customer number', 'TEXT', true, false],
    ['email', 'E-mail', 'EMAIL', true, true],
    ['first-name', 'First name', 'TEXT', false, true],
    ['last-name', 'Last name', 'TEXT', false, true],
    ['phone', 'Phone', 'PHONE', false, true],
    ['city', 'City', 'TEXT', false, false],
    ['country', 'Country', 'TEXT', false, false],
    ['birth-date', 'Date of birth', 'DATE', false, true],
    ['loyalty-points', 'Loyalty points', 'NUMBER', false, false],
    ['total-spent', 'Total spent', 'DECIMAL', false, false],
    ['newsletter', 'Newsletter', 'BOOLEAN', false, false],
    ['favourite-store', 'Favourite store', 'TEXT', false, false],
  ] as const
).map(([id, name, type, identifier, pii], index) => ({ id, number: index + 1, name, type, identifier, pii }));

const people: [string, string, string, string][] = [
  ['Zoë', 'van den Berg', 'Utrecht', 'NL'],
  ['José', 'García Núñez', 'Valencia', 'ES'],
  ['Anne-Marie', "O'Connor", 'Galway', 'IE'],
  ['Łukasz', 'Wójcik', 'Kraków', 'PL'],
  ['Søren', 'Kjær', 'Aarhus', 'DK'],
  ['Françoise', 'Lefèvre', 'Lyon', 'FR'],
  ['Jürgen', 'Müller', 'Köln', 'DE'],
  ['Ingrid', 'Åström', 'Umeå', 'SE'],
  ['Emma', 'de Vries', 'Groningen', 'NL'],
  ['Noah', 'Jansen', 'Breda', 'NL'],
  ['Chiara', 'Rossi', 'Bologna', 'IT'],
  ['Milan', 'Horák', 'Brno', 'CZ'],
];

const person = (index: number) => people[index % people.length] ?? ['Ada', 'Byron', 'London', 'GB'];
const plain = (value: string) =>
  value
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

export const records: SourceRecord[] = Array.from({ length: 20 }, (_, index) => {
  const [first, last, city, country] = person(index);
  return {
    number: index + 1,
    line: index + 2,
    values: {
      customer_no: [`C-${String(100_234 + index * 17)}`],
      email: [index === 6 ? 'j.mueller(at)example' : ` ${plain(first)}.${plain(last)}@Example.com `],
      first_name: [index % 3 === 0 ? first.toUpperCase() : first],
      last_name: [last],
      phone: [`06-${String(12_345_670 + index)}`],
      city: [city],
      country: [country],
      born: [
        `${String((index % 27) + 1).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}-${String(1961 + index)}`,
      ],
      points: [String(120 * index)],
      spent: [`${String(index)}.${String(340 + index)},${String(10 + index)}`],
      newsletter: [index % 2 === 0 ? 'J' : 'N'],
    },
  };
});

export const goal: Goal = {
  kind: 'IMPORT_PROFILES',
  id: '0199c000-0000-7000-8000-000000000001',
  name: 'Import customers',
  enabled: true,
  source: {
    kind: 'FILES',
    folder: '/customers',
    namePattern: 'customers-*.csv',
    pick: 'NEWEST',
    compression: 'AUTO',
    afterImport: { kind: 'MARK_DONE' },
    format,
  },
  matching: { anyOf: [['customer-number'], ['email']] },
  createWhenNoMatch: true,
  mapping: [
    row('customer_no', 'customer-number', [{ kind: 'TRIM' }]),
    row('email', 'email', [{ kind: 'CLEAN_EMAIL' }]),
    row('first_name', 'first-name', [{ kind: 'TRIM' }, { kind: 'CHANGE_CASE', to: 'TITLE' }]),
    row('last_name', 'last-name', []),
    row('born', 'birth-date', [{ kind: 'DATE_FORMAT', patterns: ['dd-MM-yyyy'] }], 'LEAVE_OUT'),
    row('newsletter', 'newsletter', [
      { kind: 'VALUE_TABLE', table: { J: 'true', N: 'false' }, ignoreCase: true, otherwise: 'BAD_VALUE' },
    ]),
  ],
};

function row(
  field: string,
  property: string,
  processors: Goal['mapping'][number]['processors'],
  onBadValue: 'REJECT_RECORD' | 'LEAVE_OUT' = 'REJECT_RECORD',
): Goal['mapping'][number] {
  return { field, processors, property, strategy: 'SET', restriction: 'ALL_PROFILES', onBadValue };
}

export const noCounts: Counts = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skippedForConsent: 0,
  skippedWithoutMatch: 0,
  filtered: 0,
  rejected: 0,
};

export const connectionId = (index: number) => `0199b000-0000-7000-8000-${String(index).padStart(12, '0')}`;
export const runId = (index: number) => `0199d000-0000-7000-8000-${String(index).padStart(12, '0')}`;

function connection(index: number, name: string, description: string, change: Partial<Connection> = {}): Connection {
  return {
    id: connectionId(index),
    version: 3,
    typeId: 'sftp',
    name,
    description,
    on: true,
    setup: {
      host: 'files.example.com',
      port: 22,
      username: 'connections',
      authentication: 'password',
      hostKey: 'SHA256:6n4N0n1d8oYVjV6dX3xFQy3K9mZ6Qe0u5b2JmYw8kLc',
    },
    secrets: { password: { set: true, setElsewhere: false, setAt: ago(60 * 24 * 12), setBy: 'Mara Marketer' } },
    goals: [structuredClone(goal)],
    problems: [],
    createdAt: ago(60 * 24 * 12),
    createdBy: 'Mara Marketer',
    modifiedAt: ago(60 * 5),
    modifiedBy: 'Ines Integrator',
    ...change,
  };
}

export const connections: Connection[] = [
  connection(1, 'Nightly customers from the tills', 'Every night the tills of all 42 stores write one file.'),
  connection(2, 'Loyalty points', 'Points balance from the loyalty system, by customer number.'),
  connection(3, 'Web shop customers', 'New and changed accounts of the web shop.'),
  connection(4, 'Newsletter sign-ups from events', '', { on: false }),
  connection(5, 'Service desk contacts', 'Contacts who called the service desk.', {
    problems: [
      { pointer: '/secrets/password', code: 'required', message: 'Password is needed.' },
      {
        pointer: '/goals/0/matching/anyOf',
        code: 'no-identifier',
        message: 'Choose an identifier to match records by.',
      },
      {
        pointer: '/goals/0/mapping/3/strategy',
        code: 'sum-needs-numbers',
        message: '"Last name" holds no numbers, so nothing can be added up.',
      },
      {
        pointer: '/goals/0/mapping/5/property',
        code: 'unknown-property',
        message: 'There is no profile property "mailing" (any more).',
      },
    ],
    secrets: { password: { set: false, setElsewhere: false } },
    goals: [
      {
        ...structuredClone(goal),
        matching: { anyOf: [] },
        mapping: goal.mapping.map((row, index) => ({
          ...structuredClone(row),
          ...(index === 3 ? { strategy: 'SUM' } : {}),
          ...(index === 5 ? { property: 'mailing' } : {}),
        })),
      },
    ],
  }),
  connection(6, 'Trade fair leads', 'Scanned badges.', {
    goals: [],
    on: false,
    setup: { port: 22, authentication: 'password' },
    secrets: {},
  }),
];

function run(index: number, ofConnection: number, minutes: number, change: Partial<RunSummary>): RunSummary {
  const owner = connections[ofConnection - 1];
  return {
    id: runId(index),
    number: index,
    connectionId: connectionId(ofConnection),
    connectionName: owner?.name ?? '',
    state: 'FINISHED',
    trigger: { kind: 'MANUAL', by: 'Mara Marketer' },
    createdAt: ago(minutes),
    startedAt: ago(minutes),
    endedAt: ago(minutes - 0.1),
    counts: { ...noCounts, read: 100_000, created: 120, updated: 4_310, unchanged: 95_542, rejected: 28 },
    ...change,
  };
}

export const runs: RunSummary[] = [
  run(11, 1, 95, {}),
  run(10, 3, 60 * 4, {
    state: 'FAILED',
    endedAt: ago(60 * 4 - 2),
    counts: { ...noCounts, read: 20_000, created: 300, updated: 9_000, unchanged: 10_690, rejected: 10 },
    problem: {
      code: 'source-changed',
      message: 'The file /customers/shop-2026-11-23.csv changed while it was being read.',
      remedy:
        'Ask the owner of the file to write it under another name and rename it when it is complete. Then run again.',
      technical:
        'size 14872331 -> 15010442, modified 2026-11-23T17:58:04Z -> 2026-11-23T18:01:12Z, proof sha256 mismatch at 8388608',
    },
  }),
  run(9, 2, 60 * 9, {
    counts: { ...noCounts, read: 48_112, updated: 30_020, unchanged: 17_992, skippedWithoutMatch: 100 },
  }),
  run(8, 1, 60 * 24 + 95, {
    counts: { ...noCounts, read: 99_880, created: 99_000, updated: 800, unchanged: 0, filtered: 50, rejected: 30 },
  }),
  run(7, 4, 60 * 24 * 3, {
    state: 'STOPPED',
    endedAt: ago(60 * 24 * 3 - 1),
    counts: { ...noCounts, read: 30_000, created: 29_000, updated: 1_000 },
  }),
];

export const profiles: Profile[] = Array.from({ length: 36 }, (_, index) => {
  const [first, last, city, country] = person(index);
  const origin = {
    kind: 'RUN',
    runId: runId(11),
    connectionId: connectionId(1),
    connectionName: connections[0]?.name ?? '',
    at: ago(95),
  } as const;
  return {
    id: `0199e000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    version: 2,
    createdAt: ago(95 + index * 60),
    modifiedAt: ago(95),
    zone: 'rest-of-world',
    values: [
      { property: 'customer-number', values: [`C-${String(100_234 + index * 17)}`], origin },
      {
        property: 'email',
        values: [`${plain(first)}.${plain(last)}${index >= 12 ? String(index) : ''}@example.com`],
        origin,
      },
      { property: 'first-name', values: [first], origin },
      { property: 'last-name', values: [last], origin: { kind: 'PERSON', by: 'Ines Integrator', at: ago(30) } },
      { property: 'city', values: [city], origin },
      { property: 'country', values: [country], origin },
      { property: 'favourite-store', values: ['Utrecht Central', 'Amersfoort'], origin: { kind: 'UNKNOWN' } },
    ],
  };
});
