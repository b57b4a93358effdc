import type { Problem } from './types';

/** The service could not be reached at all, or what answered was not the service. */
export const unreachableType = '/problems/unreachable';

/** This browser has no network: nothing that was asked for has been done, and nothing will be later. */
export const offlineType = '/problems/offline';

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'status' in value && 'title' in value && 'type' in value;
}

export function asProblem(failure: unknown): Problem {
  if (isProblem(failure)) return failure;
  return {
    type: navigator.onLine ? unreachableType : offlineType,
    title: 'Unreachable',
    status: 0,
    detail: failure instanceof Error ? failure.message : undefined,
  };
}
