import type { Problem } from './types';

/** The service could not be reached at all, or what answered was not the service. */
export const unreachableType = '/problems/unreachable';

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'status' in value && 'title' in value && 'type' in value;
}

export function asProblem(failure: unknown): Problem {
  if (isProblem(failure)) return failure;
  return {
    type: unreachableType,
    title: 'Unreachable',
    status: 0,
    detail: failure instanceof Error ? failure.message : undefined,
  };
}
