import { useDebouncedValue } from '@mantine/hooks';
import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api, done } from '@/api/client';
import type {
  ConnectionContent,
  ConsentRow,
  ImportGoal,
  MappedConsentRow,
  MappedRecord,
  MappedRow,
  MappingRow,
  SourcePreview,
  SourceRecord,
} from '@/api/types';
import { useEditing } from '@/components/editing';
import { trialOf, type Trial } from './trial';

const NO_EFFECT: MappedRow = { result: [], steps: [] };
const NOTHING_SAID: MappedConsentRow = { steps: [], says: { granted: [], refused: [] } };

/** A row that was only just added is tried with the others once it says where it leads. */
const isComplete = (row: MappingRow) => row.property !== '';
export const isConsentComplete = (row: ConsentRow) => row.says !== 'ANSWER' || row.objective !== undefined;

export interface Trying {
  /** The one of the records looked at that is shown. */
  record: SourceRecord | undefined;
  /** What a run would do to it. */
  effect: MappedRecord | undefined;
  shown: number;
  amount: number;
  show: (at: number) => void;
  trial: Trial | undefined;
  /** Whether the trial is of the goal as it stands: only then can a finding mend its row. */
  current: boolean;
  loading: boolean;
  failure: unknown;
}

/** What a run would do to the records looked at, as the goal stands, a moment after somebody stopped typing. */
export function useTrial(goal: ImportGoal, source: SourcePreview | undefined): Trying {
  const { connectionId, mayTry } = useEditing();
  const objectives = useWatch<ConnectionContent, 'objectives'>({ name: 'objectives' });
  const [at, show] = useState(0);
  const [settled] = useDebouncedValue(goal, 250);
  const records = source?.records ?? [];
  const shown = Math.min(at, Math.max(0, records.length - 1));
  const canTry = (said: ImportGoal) =>
    mayTry &&
    connectionId !== undefined &&
    records.length > 0 &&
    (said.mapping.some(isComplete) || said.consent.some(isConsentComplete));
  const effects = useQuery({
    queryKey: ['mapping-preview', connectionId, settled, objectives, records],
    enabled: canTry(settled),
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const mapping = settled.mapping.filter(isComplete);
      const consent = settled.consent.filter(isConsentComplete);
      const { records: found } = await done(
        api.POST('/api/v1/connections/{id}/mapping-preview', {
          params: { path: { id: connectionId ?? '' } },
          body: { goal: { ...settled, mapping, consent }, objectives, records },
          signal,
        }),
      );
      // Each row finds its effect at its own place again.
      const places = settled.mapping.map((row) => mapping.indexOf(row));
      const consentPlaces = settled.consent.map((row) => consent.indexOf(row));
      return {
        records: found.map((one) => ({
          ...one,
          rows: places.map((place) => one.rows[place] ?? NO_EFFECT),
          consentRows: consentPlaces.map((place) => one.consentRows[place] ?? NOTHING_SAID),
        })),
      };
    },
  });
  return {
    record: records[shown],
    effect: effects.data?.records[shown],
    shown,
    amount: records.length,
    show,
    trial: effects.data && trialOf(settled, effects.data.records, records),
    // While the next answer is on its way, the rows of the last one may stand elsewhere.
    current:
      !effects.isPlaceholderData &&
      hashKey([settled.mapping, settled.consent]) === hashKey([goal.mapping, goal.consent]),
    // From the first row on, so that the rows do not jump under the pointer when the answer comes.
    loading: canTry(goal) && effects.data === undefined && !effects.isError,
    failure: effects.error,
  };
}
