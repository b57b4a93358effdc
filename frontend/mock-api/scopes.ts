import type { Channel, Scope, ScopeRule, ScopeTrial } from '@/api/types';
import type { FieldError } from '@/api/types';

/** As browsers read it; unreserved signs stand for themselves. */
export interface Address {
  hostname: string;
  path: string;
  pathAndQuery: string;
}

const unreserved = /%(?:2[dDeE]|3\d|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE])/g;

export function readAddress(typed: string): Address | FieldError {
  const wrong = (code: string, message: string) => ({ pointer: '/url', code, message });
  if (typed.length > 65_536) return wrong('too-long', 'An address has at most 65,536 characters.');
  if (!/^\s*https?:/i.test(typed) || !URL.canParse(typed))
    return wrong(
      typed.trim() === '' ? 'required' : 'scheme',
      'Give the whole address of a page, such as https://www.example.com/support/.',
    );
  const url = new URL(typed);
  const plain = (text: string) => text.replace(unreserved, (escape) => decodeURIComponent(escape));
  const path = plain(url.pathname);
  return { hostname: url.hostname.replace(/\.$/, ''), path, pathAndQuery: path + plain(url.search) };
}

export const channelOf = (channels: Channel[], hostname: string) =>
  channels.find((channel) => channel.hostname === hostname || channel.aliases.includes(hostname));

export const refOf = ({ id, name, kind, hostname }: Channel) => ({ id, name, kind, ...(hostname ? { hostname } : {}) });

export function channelOfPage(channels: Channel[], { hostname, pathAndQuery }: Address) {
  const channel = channelOf(channels, hostname);
  const foundBy = channel ? (channel.hostname === hostname ? 'HOSTNAME' : 'ALIAS') : 'NOTHING';
  return { hostname, pathAndQuery, foundBy, ...(channel ? { channel: refOf(channel) } : {}) };
}

function finds({ match, text }: ScopeRule, saw: string): boolean {
  switch (match) {
    case 'STARTS_WITH':
      return saw.startsWith(text);
    case 'CONTAINS':
      return saw.includes(text);
    case 'IS':
      return saw === text;
    case 'ENDS_WITH':
      return saw.endsWith(text);
    case 'PATTERN':
      return new RegExp(text).test(saw);
  }
}

const said = { STARTS_WITH: 'start with', CONTAINS: 'contain', IS: 'are', ENDS_WITH: 'end with' };
const words = ({ effect, match, text }: ScopeRule) =>
  `${effect === 'RESTRICT' ? 'only' : 'no'} pages that ${match === 'PATTERN' ? 'match the pattern' : said[match]} "${text}"`;

/** What is wrong with the rules of a scope, in the pointers of whoever sent it. */
export function faultsOf(scope: Scope, pointer: string): FieldError[] {
  if (scope.kind === 'EVERYWHERE') return [];
  return scope.channels.flatMap(({ rules = [] }, channel) =>
    rules.flatMap((rule, index) => {
      const at = `${pointer}/channels/${channel}/rules/${index}/text`;
      const fault = faultOf(rule);
      return fault ? [{ pointer: at, ...fault }] : [];
    }),
  );
}

function faultOf({ match, text }: ScopeRule): { code: string; message: string } | undefined {
  if (text.trim() === '') return { code: 'required', message: 'Give a part of pages’ addresses, such as /support/.' };
  if (match === 'PATTERN') {
    try {
      new RegExp(text);
      return undefined;
    } catch {
      return {
        code: 'does-not-compile',
        message: `The pattern cannot be read at character 1 ("${text}"): missing closing.`,
      };
    }
  }
  if (/^https?:\/\//i.test(text))
    return {
      code: 'whole-address',
      message: `Leave out the hostname: the channel says it.${URL.canParse(text) ? ` Give ${new URL(text).pathname}.` : ''}`,
    };
  if ((match === 'STARTS_WITH' || match === 'IS') && !text.startsWith('/'))
    return { code: 'no-slash', message: `A path begins with /. Give /${text}.` };
  return undefined;
}

export function tryScope(channels: Channel[], scope: Scope, address: Address): ScopeTrial {
  const { hostname, path, pathAndQuery } = address;
  const channel = channelOf(channels, hostname);
  const chosen =
    scope.kind === 'EVERYWHERE' ? { rules: [] } : scope.channels.find(({ channelId }) => channelId === channel?.id);
  const rules = ((channel && chosen?.rules) ?? []).map((rule) => {
    const saw = [pathAndQuery, path].find((sight) => finds(rule, sight));
    return { ...rule, matches: saw !== undefined, saw: saw ?? pathAndQuery };
  });
  const told = (why: ScopeTrial['why'], reason: string, decidedBy?: number): ScopeTrial => ({
    hostname,
    pathAndQuery,
    ...(channel ? { channel: refOf(channel) } : {}),
    active: why === 'INSIDE',
    why,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    reason,
    rules,
  });
  const decides = (index: number) => `Rule ${index + 1} (${rules[index] ? words(rules[index]) : ''})`;
  if (!channel) return told('NO_CHANNEL', `No channel has the hostname ${hostname}.`);
  if (!chosen) return told('CHANNEL_NOT_CHOSEN', `The page is of the channel "${channel.name}", which is not chosen.`);
  const excluded = rules.findIndex(({ effect, matches }) => effect === 'EXCLUDE' && matches);
  if (excluded >= 0) return told('EXCLUDED', `${decides(excluded)} keeps it out.`, excluded);
  const lets = rules.findIndex(({ effect, matches }) => effect === 'RESTRICT' && matches);
  if (lets >= 0) return told('INSIDE', `${decides(lets)} lets it in.`, lets);
  return rules.some(({ effect }) => effect === 'RESTRICT')
    ? told('NO_RESTRICT_MATCHES', `The channel "${channel.name}" is narrowed to pages that this one is none of.`)
    : told('INSIDE', `The page is of the channel "${channel.name}", and no rule keeps it out.`);
}
