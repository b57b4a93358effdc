import type { Problem } from './types';
import { text } from '@/lib/text';

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

/** A body, a header or an address was too long to be looked at. */
const tooLong = [413, 414, 431];
/** Somebody in between answers in place of the service. */
const nobodyThere = [502, 503, 504];

/** Of an answer that says no: what it says, or what its status says where it has no words, or none that can be read. */
export function problemOf(status: number, said: unknown): Problem {
  if (isProblem(said) || nobodyThere.includes(status)) return asProblem(said);
  const words = text.problem;
  return {
    type: '/problems/unexplained',
    title: 'Unexplained',
    status,
    detail: tooLong.includes(status) ? words.tooLong(status) : words.unexplained(status),
    remedy: tooLong.includes(status) ? words.tooLongRemedy : words.unexplainedRemedy,
  };
}
