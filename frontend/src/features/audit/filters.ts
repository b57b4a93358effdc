import { z } from 'zod';
import { formatDate } from '@/lib/format';
import { text } from '@/lib/text';

const word = z.string().min(1).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** The filters as they stand in the address. */
export const auditSearch = z.object({
  search: word,
  actor: word,
  actorName: word,
  action: word,
  objectKind: word,
  objectId: word,
  from: day,
  to: day,
});

export type AuditFilters = z.infer<typeof auditSearch>;

export const minSearch = 3;

/** The day after, which is where `to` ends: a person means the whole day. */
const dayAfter = (value: string) => new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10);

/** What the service is asked. */
export function asked({ search, actor, action, objectKind, objectId, from, to }: AuditFilters) {
  const query = { search, actor, action, objectKind, objectId, from, to: to && dayAfter(to) };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof typeof query, string>
  >;
}

export interface Chip {
  name: 'search' | 'actor' | 'action' | 'objectKind' | 'objectId' | 'from' | 'to';
  label: string;
}

/** What is filtered by, in words; the address knows one object by its id only, so whoever found it names it. */
export function chips(filters: AuditFilters, objectName?: string): Chip[] {
  const words = text.audit.chip;
  const kind = filters.objectKind && (text.audit.kinds[filters.objectKind] ?? filters.objectKind);
  const found: [Chip['name'], string | undefined][] = [
    ['search', filters.search && words.search(filters.search)],
    ['actor', filters.actor && words.actor(filters.actorName ?? filters.actor)],
    ['action', filters.action && words.action(text.audit.actions[filters.action] ?? filters.action)],
    ['objectKind', kind && words.objectKind(kind)],
    ['objectId', filters.objectId && words.objectId(objectName, kind)],
    ['from', filters.from && words.from(formatDate(filters.from))],
    ['to', filters.to && words.to(formatDate(filters.to))],
  ];
  return found.flatMap(([name, label]) => (label ? [{ name, label }] : []));
}
