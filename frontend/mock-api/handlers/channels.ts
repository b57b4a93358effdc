import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Channel, FieldError, NewChannel, Scope } from '@/api/types';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { channelId } from '../fixtures/channels';
import { channelOf, channelOfPage, faultsOf, readAddress, tryScope } from '../scopes';
import { sentinels } from '../sentinels';
import { base, notFound, page, refuse, versioned } from './answers';
import { chosenOf } from './connectionRules';

/** In ASCII and lower case, as browsers have it. */
const canonical = (typed: string) =>
  URL.canParse(`https://${typed}`) ? new URL(`https://${typed}`).hostname.replace(/\.$/, '') : typed;

function wrongHostname(pointer: string, typed: string): FieldError[] {
  const told = (code: string, message: string) => [{ pointer, code, message }];
  if (typed.trim() === '') return told('required', 'Give a hostname, such as www.example.com.');
  const scheme = /^[a-z]+:\/\//i.exec(typed);
  if (scheme) return told('scheme', `Leave out ${scheme[0]}.`);
  if (typed.includes('/'))
    return told(
      'path',
      `Leave out ${typed.slice(typed.indexOf('/'))}: the scope of a connection chooses among the pages of a channel.`,
    );
  if (/\s/.test(typed)) return told('space', 'Take out the spaces.');
  if (typed.includes('*'))
    return told('wildcard', 'A hostname stands for itself alone. Give each one in place of the *.');
  return [];
}

export function channelHandlers(db: Db): HttpHandler[] {
  let made = db.channels.length;

  const find = (id: unknown) => db.channels.find((channel) => channel.id === id);
  const usersOf = (id: string) =>
    db.connections
      .filter((connection) => chosenOf(connection).includes(id))
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  const used = (channel: Channel): Channel => ({ ...channel, uses: usersOf(channel.id).length });

  function faults(wanted: NewChannel, id?: string): FieldError[] {
    const found: FieldError[] = [];
    if (wanted.name.trim() === '')
      found.push({ pointer: '/name', code: 'required', message: 'Give the channel a name.' });
    if (wanted.kind === 'MOBILE' || wanted.kind === 'TV') {
      if (!/^[\w.-]{1,200}$/.test(wanted.appId ?? ''))
        found.push({
          pointer: '/appId',
          code: 'required',
          message:
            'Give the id that the app has in its store, such as com.example.shop: at most 200 letters from A to Z, digits, dots, _ and -.',
        });
    }
    if (wanted.kind !== 'WEBSITE') return found;
    const hosts = [wanted.hostname ?? '', ...(wanted.aliases ?? [])];
    for (const [index, host] of hosts.entries()) {
      const pointer = index === 0 ? '/hostname' : `/aliases/${index - 1}`;
      const holder = channelOf(db.channels, canonical(host));
      found.push(...wrongHostname(pointer, host));
      if (holder && holder.id !== id)
        found.push({
          pointer,
          code: 'hostname-taken',
          message: `The hostname ${canonical(host)} belongs to the channel "${holder.name}". Remove it there, or give another one.`,
        });
    }
    return found;
  }

  const content = ({ name, kind, hostname, aliases, appId, logo }: NewChannel) => ({
    name,
    kind,
    ...(hostname ? { hostname: canonical(hostname) } : {}),
    aliases: (aliases ?? []).map(canonical),
    ...(appId ? { appId } : {}),
    ...(logo ? { logo } : {}),
  });

  function seen(channel: Channel, since: string | null, notSince: string | null) {
    const at = channel.lastSeen;
    return (!since || (at !== undefined && at >= since)) && (!notSince || at === undefined || at < notSince);
  }

  const keys = new Map<string, { made: true; madeAt: string; madeBy: string }>();

  return [
    http.get<{ id: string }>(`${base}/channels/:id/key`, ({ params }) =>
      find(params.id) ? HttpResponse.json(keys.get(params.id) ?? { made: false }) : notFound('channel'),
    ),
    http.post<{ id: string }>(`${base}/channels/:id/key`, ({ params }) => {
      if (!find(params.id)) return notFound('channel');
      keys.set(params.id, { made: true, madeAt: new Date().toISOString(), madeBy: me.name });
      return HttpResponse.json({
        ...keys.get(params.id),
        key: `ck_${String(keys.size)}${'k'.repeat(40)}`,
      });
    }),
    http.get(`${base}/channels`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const search = (query.get('search') ?? '').toLowerCase();
      const ids = query.getAll('id');
      const kinds = query.getAll('kind');
      const labels = query.getAll('label');
      const found = db.channels
        .filter(({ name, hostname, aliases, appId }) =>
          [name, hostname, appId, ...aliases].some((words) => words?.toLowerCase().includes(search)),
        )
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .filter(({ labels: had }) => labels.length === 0 || had.some(({ id }) => labels.includes(id)))
        .filter((channel) => seen(channel, query.get('seenSince'), query.get('notSeenSince')))
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(used);
      return HttpResponse.json(page(request, found));
    }),
    http.post<never, NewChannel>(`${base}/channels`, async ({ request }) => {
      const wanted = await request.json();
      const errors = faults(wanted);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const now = new Date().toISOString();
      const channel: Channel = {
        ...content(wanted),
        id: channelId(++made),
        version: 1,
        labels: [],
        favorite: false,
        uses: 0,
        createdAt: now,
        createdBy: db.me.name,
        modifiedAt: now,
        modifiedBy: db.me.name,
      };
      db.channels.push(channel);
      return versioned(channel, 201);
    }),
    http.get(`${base}/channels/try`, ({ request }) => {
      const address = readAddress(new URL(request.url).searchParams.get('url') ?? '');
      return 'pointer' in address
        ? refuse(422, 'request-invalid', address.message, { errors: [address] })
        : HttpResponse.json(channelOfPage(db.channels, address));
    }),
    http.get(`${base}/channels/:id`, ({ params }) => {
      const channel = find(params.id);
      return channel ? versioned(used(channel)) : notFound('channel');
    }),
    http.put<{ id: string }, NewChannel>(`${base}/channels/:id`, async ({ params, request }) => {
      const channel = find(params.id);
      if (!channel) return notFound('channel');
      const wanted = await request.json();
      if (wanted.name === sentinels.staleName && channel.modifiedBy !== 'Otto Other') {
        Object.assign(channel, {
          name: `${channel.name} of theirs`,
          version: channel.version + 1,
          modifiedBy: 'Otto Other',
        });
      }
      if (request.headers.get('if-match') !== `"${channel.version}"`)
        return refuse(412, 'channel-changed', `${channel.modifiedBy} saved this channel meanwhile.`, {
          current: channel,
        });
      const errors = faults(wanted, channel.id);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const { id, labels, favorite, uses, createdAt, createdBy, lastSeen } = channel;
      const saved: Channel = {
        ...content(wanted),
        id,
        version: channel.version + 1,
        labels,
        favorite,
        uses,
        ...(lastSeen ? { lastSeen } : {}),
        createdAt,
        createdBy,
        modifiedAt: new Date().toISOString(),
        modifiedBy: db.me.name,
      };
      db.channels = db.channels.map((each) => (each.id === id ? saved : each));
      return versioned(used(saved));
    }),
    http.get<{ id: string }>(`${base}/channels/:id/uses`, ({ params }) => {
      if (!find(params.id)) return notFound('channel');
      const users = usersOf(params.id);
      return HttpResponse.json({ count: users.length, usedBy: users.slice(0, 50) });
    }),
    http.delete<{ id: string }>(`${base}/channels/:id`, ({ params }) => {
      const channel = find(params.id);
      if (!channel) return notFound('channel');
      const users = usersOf(params.id);
      if (users.length > 0)
        return refuse(
          409,
          'channel-in-use',
          users.length === 1
            ? `The channel "${channel.name}" is chosen by one connection. Take it out there first.`
            : `The channel "${channel.name}" is chosen by ${users.length} connections. Take it out there first.`,
          { usedByConnections: users.slice(0, 50), count: users.length },
        );
      db.channels = db.channels.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post<never, { url: string; scope: Scope }>(`${base}/scope-trials`, async ({ request }) => {
      const { url, scope } = await request.json();
      const address = readAddress(url);
      const errors = [...('pointer' in address ? [address] : []), ...faultsOf(scope, '/scope')];
      return errors.length > 0 || 'pointer' in address
        ? refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors })
        : HttpResponse.json(tryScope(db.channels, scope, address));
    }),
  ];
}
