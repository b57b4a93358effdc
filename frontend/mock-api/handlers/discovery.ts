import { http, HttpResponse, type HttpHandler } from 'msw';
import { newImportGoal } from '@/api/newGoal';
import type {
  ChosenConnection,
  Connection,
  ConnectionType,
  DiscoveryAdvice,
  DiscoveryCredential,
  DiscoveryProposal,
  DiscoveryQuestion,
  DiscoveryReason,
  FieldError,
  SetupField,
} from '@/api/types';
import type { Db } from '../db';
import { connectionId } from '../fixtures/connections';
import { findings, systems } from '../fixtures/systems';
import { sentinels } from '../sentinels';
import { base, refuse } from './answers';
import { hindrances } from './connectionRules';

const wishWords = {
  BRING_DATA_IN: 'bring data in',
  SEND_DATA_OUT: 'send data out',
  ACTIVATE_AUDIENCES: 'activate audiences',
} as const;

function whenOf(field: SetupField, form: SetupField[]): string | undefined {
  const when = field.shownWhen;
  const other = form.find(({ id }) => id === when?.field);
  if (!when || !other) return undefined;
  const labels = when.isOneOf.map((value) => other.options?.find((option) => option.value === value)?.label ?? value);
  return `${other.label}: ${labels.join(' or ')}`;
}

const credentialsOf = ({ setup }: ConnectionType): DiscoveryCredential[] =>
  setup
    .filter(
      ({ kind, required, initial }) => kind === 'SECRET' || (required && initial === undefined && kind !== 'PINNED'),
    )
    .map((field) => {
      const when = whenOf(field, setup);
      return {
        label: field.label,
        help: field.help,
        secret: field.kind === 'SECRET',
        required: field.required,
        ...(when === undefined ? {} : { when }),
      };
    });

/** All types of the mock API bring data in, in batches. */
function proposal(
  type: ConnectionType,
  universal: boolean,
  names: string[],
  first: DiscoveryReason,
  question: DiscoveryQuestion,
): DiscoveryProposal {
  const met = question.wishes.filter((wish) => wish === 'BRING_DATA_IN');
  const batch = question.freshness === 'BATCH';
  return {
    typeId: type.id,
    name: type.name,
    vendor: type.vendor,
    summary: type.summary,
    logo: type.logo,
    direction: type.direction,
    mode: type.mode,
    installed: type.installed,
    fits: met.length > 0,
    universal,
    connections: names.map((system) => ({ system, name: universal ? `${system} by ${type.name}` : system })),
    can: ['BRING_DATA_IN'],
    reasons: [
      first,
      ...met.map((wish): DiscoveryReason => ({ kind: 'MEETS_WISH', message: `It can ${wishWords[wish]}.` })),
      ...(batch ? [{ kind: 'FRESH_ENOUGH', message: 'It works in batches, as you want.' } as const] : []),
    ],
    gaps: [
      ...question.wishes
        .filter((wish) => wish !== 'BRING_DATA_IN')
        .map((wish): DiscoveryReason => ({ kind: 'LACKS_WISH', message: `It cannot ${wishWords[wish]} yet.` })),
      ...(batch ? [] : [{ kind: 'NOT_FRESH_ENOUGH', message: 'It works in batches, not in real time.' } as const]),
    ],
    credentials: credentialsOf(type),
  };
}

function advise(db: Db, question: DiscoveryQuestion): DiscoveryAdvice {
  const named = systems.filter(({ id }) => question.systems.includes(id));
  const typeOf = (id: string | undefined) => db.types.find((type) => type.id === id);
  const withoutType = [
    ...named.filter(({ typeId }) => !typeOf(typeId)).map(({ name }) => name),
    ...question.others,
  ].sort();
  const own = named.flatMap(({ name, typeId }) => {
    const type = typeOf(typeId);
    const reason = { kind: 'MADE_FOR_SYSTEM', message: `You use ${name}, and this type is made for it.` } as const;
    return type ? [proposal(type, false, [name], reason, question)] : [];
  });
  const sftp = typeOf('sftp');
  const universal = {
    kind: 'SERVES_ANY_SYSTEM',
    message:
      'It serves systems that have no type of their own. It has to put files with its customers on an SFTP server, as most systems can.',
  } as const;
  return {
    proposals: [
      ...own,
      ...(sftp && withoutType.length > 0 ? [proposal(sftp, true, withoutType, universal, question)] : []),
    ],
    withoutType,
    unmet: [
      ...question.wishes
        .filter((wish) => wish !== 'BRING_DATA_IN')
        .map((wish): DiscoveryReason => ({
          kind: 'LACKS_WISH',
          message: `No connection type can ${wishWords[wish]} yet.`,
        })),
      ...(question.freshness === 'BATCH'
        ? []
        : [{ kind: 'NOT_FRESH_ENOUGH', message: 'No connection type can work in real time yet.' } as const]),
    ],
  };
}

function wrongWith(url: string): FieldError | undefined {
  const at = (code: string, message: string) => ({ pointer: '/url', code, message });
  if (url.trim() === '') return at('required', "Give the website's address, such as www.example.com.");
  if (/^javascript:/i.test(url))
    return at('scheme-not-allowed', 'Only addresses that begin with https:// or http:// can be looked at.');
  return /^(https?:\/\/)?[\d.]+$/.test(url)
    ? at('address-is-number', "Give the website's name, such as www.example.com, not a number.")
    : undefined;
}

export function discoveryHandlers(db: Db): HttpHandler[] {
  const byKey = new Map<string, Connection[]>();
  return [
    http.get(`${base}/discovery/systems`, () =>
      HttpResponse.json({
        items: systems,
        categories: [...new Set(systems.map(({ category }) => category))].sort(),
      }),
    ),
    http.post<never, { url: string }>(`${base}/discovery/website`, async ({ request }) => {
      const { url } = await request.json();
      const wrong = wrongWith(url);
      if (wrong) return refuse(422, 'request-invalid', wrong.message, { errors: [wrong] });
      const host = url
        .trim()
        .replace(/^https?:\/\//, '')
        .replace(/[/?#].*$/, '');
      if (host === sentinels.unreachableHost)
        return refuse(422, 'website-unreadable', `The host “${host}” was not found.`, {
          reason: 'host-not-found',
          remedy: 'Check how the host is spelt.',
        });
      const plain = host === sentinels.plainWebsite;
      return HttpResponse.json({
        address: `https://${host}/`,
        looked: plain ? 2 : 14,
        findings: plain ? [] : findings,
      });
    }),
    http.post<never, DiscoveryQuestion>(`${base}/discovery/proposals`, async ({ request }) =>
      HttpResponse.json(advise(db, await request.json())),
    ),
    http.post<never, { connections: ChosenConnection[] }>(`${base}/discovery/connections`, async ({ request }) => {
      const { connections } = await request.json();
      const key = request.headers.get('Idempotency-Key') ?? '';
      const before = byKey.get(key);
      if (before) return HttpResponse.json({ items: before }, { status: 201 });
      const at = new Date().toISOString();
      const made = connections.map(({ typeId, name }, index): Connection => {
        const type = db.types.find(({ id }) => id === typeId);
        if (type && !type.installed) Object.assign(type, { installed: true, installedAt: at, installedBy: db.me.name });
        const connection: Connection = {
          id: connectionId(db.connections.length + 200 + index),
          version: 1,
          typeId,
          name,
          description: '',
          on: false,
          setup: Object.fromEntries(
            (type?.setup ?? []).flatMap(({ id, initial }) => (initial === undefined ? [] : [[id, initial]])),
          ),
          secrets: {},
          goals: [newImportGoal('Import profiles')],
          editRoles: [],
          objectives: [],
          scope: { kind: 'EVERYWHERE' },
          channels: [],
          mayEdit: true,
          problems: [],
          labels: [],
          favorite: false,
          createdAt: at,
          createdBy: db.me.name,
          modifiedAt: at,
          modifiedBy: db.me.name,
        };
        return { ...connection, problems: hindrances(db, connection) };
      });
      db.connections.unshift(...made);
      byKey.set(key, made);
      return HttpResponse.json({ items: made }, { status: 201 });
    }),
  ];
}
