import type { RunGoal } from '@/api/types';
import { HeldBackList } from '@/components/heldBack/HeldBackList';
import { heldBackOf } from '@/components/heldBack/heldBackOf';

/** Why profiles were held back for consent: how many by which rule, and for want of which objective. */
export function HeldBack({ goals, id }: { goals: RunGoal[]; id?: string }) {
  return <HeldBackList of={heldBackOf(goals)} id={id} />;
}
