import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/api/client';
import type { OtherZone, ZoneInUse } from '@/api/types';

export const useObjectives = () => $api.useQuery('get', '/api/v1/objectives', {});

export type KnownZone = ZoneInUse | OtherZone;

export const isInUse = (zone: KnownZone): zone is ZoneInUse => 'regime' in zone;

/** All zones that are known, by code, in the order in which they are told. */
export function useZones() {
  const settings = $api.useQuery('get', '/api/v1/privacy-settings', {}, { staleTime: 60_000 });
  const { zones = [], others = [] } = settings.data ?? {};
  const all: KnownZone[] = [...zones, ...others];
  return { settings, inUse: zones, find: (code: string) => all.find((zone) => zone.code === code) };
}

/** Asks again for all that tells of objectives. */
export function useObjectivesChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        '/api/v1/objectives',
        '/api/v1/objectives/{id}',
        '/api/v1/objectives/{id}/texts',
        '/api/v1/privacy-settings',
        '/api/v1/favorites',
        '/api/v1/labels',
      ].map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
    );
}
