import { $api } from '@/api/client';
import type { OtherZone, ZoneInUse } from '@/api/types';

/** All objectives there are, by id too. */
export function useObjectives() {
  const query = $api.useQuery('get', '/api/v1/objectives', {}, { staleTime: 30_000 });
  const all = query.data?.items ?? [];
  const find = (id: string) => all.find((objective) => objective.id === id);
  return { query, all, find, nameOf: (id: string) => find(id)?.name ?? id };
}

export type KnownZone = ZoneInUse | OtherZone;

export const isInUse = (zone: KnownZone): zone is ZoneInUse => 'regime' in zone;

/** All zones that are known, by code, in the order in which they are told. */
export function useZones() {
  const settings = $api.useQuery('get', '/api/v1/privacy-settings', {}, { staleTime: 60_000 });
  const { zones = [], others = [] } = settings.data ?? {};
  const all: KnownZone[] = [...zones, ...others];
  return { settings, inUse: zones, find: (code: string) => all.find((zone) => zone.code === code), all };
}
