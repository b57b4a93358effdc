import type { FieldError, RecordConsent } from '@/api/types';

/** What somebody has chosen and not recorded yet. */
export interface Staged {
  /** The answers, by the id of the objective. */
  answers: Record<string, 'GRANTED' | 'REFUSED'>;
  /** Absent: as it is. */
  zone?: string;
  source: string;
}

/** Under which it is kept while it is not recorded. */
export const consentSubject = (profile: string) => `consent:${profile}`;

export const nothingStaged: Staged = { answers: {}, source: '' };

/** How many things it would change. */
export const amountOf = ({ answers, zone }: Staged) => Object.keys(answers).length + (zone === undefined ? 0 : 1);

export function requestOf({ answers, zone, source }: Staged): RecordConsent {
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    statements: Object.entries(answers).map(([objective, answer]) => ({ objective, answer })),
  };
}

/** Choosing the same again takes it back. */
export function answered(staged: Staged, objective: string, answer: 'GRANTED' | 'REFUSED'): Staged {
  const { [objective]: before, ...answers } = staged.answers;
  return { ...staged, answers: before === answer ? answers : { ...staged.answers, [objective]: answer } };
}

/** What was refused of what was sent, where it belongs: others may be chosen by now. */
export function faultsOf({ statements = [] }: RecordConsent, errors: FieldError[]) {
  const at = (pointer: RegExp) => errors.find((error) => pointer.test(error.pointer))?.message;
  const ofAnswers = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const refused = statements[Number(/^\/statements\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    if (refused) ofAnswers.set(refused.objective, message);
  }
  return { zone: at(/^\/zone/), source: at(/^\/source/), answers: ofAnswers };
}
