import type { Goal } from '@/api/types';

export interface GoalPageProps<G extends Goal> {
  goal: G;
  /** Where it stands in the connection. */
  pointer: string;
  onChange: (part: Partial<G>) => void;
}
