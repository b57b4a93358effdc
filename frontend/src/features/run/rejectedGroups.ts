import type { RejectedRecord } from '@/api/types';
import { text } from '@/lib/text';

export interface Group {
  /** What is wrong and where, in words; also what tells groups apart. */
  words: string;
  amount: number;
}

/** What a rejected record says is wrong, without its own values: the same words for all that have the same fault. */
export function faultOf({ reason, message }: RejectedRecord): string {
  // The service names field and fault in this sentence, around a value that differs from record to record.
  const [, field, fault] = /^The value ".*" (?:of the field|for the property) "(.*?)" (.+)\.$/s.exec(message) ?? [];
  if (field !== undefined && fault !== undefined) return text.rejected.fault(field, fault);
  return text.rejected.reasons[reason] ?? message;
}

/** How many have which fault, the most frequent first. */
export function grouped(records: RejectedRecord[]): Group[] {
  const amounts = new Map<string, number>();
  for (const record of records) {
    const words = faultOf(record);
    amounts.set(words, (amounts.get(words) ?? 0) + 1);
  }
  return [...amounts].map(([words, amount]) => ({ words, amount })).sort((one, other) => other.amount - one.amount);
}
