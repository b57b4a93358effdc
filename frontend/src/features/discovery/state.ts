import { z } from 'zod';
import type { ChosenConnection, DiscoveryQuestion, Freshness, KnownSystem, WebsiteLook, Wish } from '@/api/types';

export const steps = ['systems', 'wishes', 'proposals', 'created'] as const;
export type Step = (typeof steps)[number];

/** The step is in the address; what was answered is in the tab. */
export const stepSearch = z.object({ step: z.enum(steps).optional().catch(undefined) });

/** What was sent to make connections, until it is known what became of it. */
interface Attempt {
  key: string;
  sent: ChosenConnection[];
}

export interface Answers {
  systems: KnownSystem[];
  /** Systems that are not in the list, by name. */
  others: string[];
  website: string;
  look?: WebsiteLook;
  wishes: Wish[];
  freshness?: Freshness;
  /** What a person decided about a proposed connection; the others are as proposed. */
  picked: Record<string, boolean>;
  attempt?: Attempt;
  /** Ids of the connections that were made. */
  made: string[];
}

export const nothingYet: Answers = { systems: [], others: [], website: '', wishes: [], picked: {}, made: [] };

export const amountOf = ({ systems, others }: Answers) => systems.length + others.length;

export const isAsked = (answers: Answers) => answers.wishes.length > 0 && answers.freshness !== undefined;

/** The step that was asked for, or the first one before it that still lacks an answer. */
export function reachable(step: Step, answers: Answers): Step {
  if (step === 'created' && answers.made.length > 0) return 'created';
  if (step === 'systems' || amountOf(answers) === 0) return 'systems';
  if (step === 'wishes' || !isAsked(answers)) return 'wishes';
  return 'proposals';
}

export function questionOf(answers: Answers): DiscoveryQuestion {
  return {
    systems: answers.systems.map((system) => system.id).sort(),
    others: answers.others,
    wishes: [...answers.wishes].sort(),
    freshness: answers.freshness ?? 'BATCH',
  };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** A system that somebody typed: the known one of that name, if there is one. */
export function withOther(answers: Answers, name: string, known: KnownSystem[]): Answers {
  const found = known.find((system) => same(system.name, name));
  if (found) return withSystems(answers, [found]);
  return answers.others.some((other) => same(other, name))
    ? answers
    : { ...answers, others: [...answers.others, name.trim()] };
}

export function withSystems(answers: Answers, added: KnownSystem[]): Answers {
  const fresh = added.filter((system) => !answers.systems.some(({ id }) => id === system.id));
  return { ...answers, systems: [...answers.systems, ...fresh] };
}

export const withoutSystem = (answers: Answers, id: string): Answers => ({
  ...answers,
  systems: answers.systems.filter((system) => system.id !== id),
});
