import type { ConnectionStatus, ConnectionSummary } from '@/api/types';

export type SaidStatus = ConnectionStatus | 'LAST_RUN_STOPPED';

/** A run that somebody stopped is no failure, so data flows; but it did not do all that it should. */
export function saidStatus({ status, lastRun }: Pick<ConnectionSummary, 'status' | 'lastRun'>): SaidStatus {
  const flows = status === 'FLOWING' || status === 'FLOWING_WITH_ERRORS';
  return flows && lastRun?.state === 'STOPPED' ? 'LAST_RUN_STOPPED' : status;
}
