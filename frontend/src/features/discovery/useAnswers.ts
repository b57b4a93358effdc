import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { nothingYet, type Answers } from './state';

/** What was answered so far: it survives a reload of this tab, and is nobody else's. */
export function useAnswers(owner: string) {
  const of = { owner, subject: 'discovery' };
  const [answers, setAnswers] = useState<Answers>(() => ({ ...nothingYet, ...readDraft<Answers>(of)?.content }));

  function change(next: (before: Answers) => Answers) {
    setAnswers((before) => {
      const after = next(before);
      keepDraft(of, { version: undefined, content: after });
      return after;
    });
  }

  return {
    answers,
    change,
    forget: () => {
      forgetDraft(of);
      setAnswers(nothingYet);
    },
  };
}

export type Change = ReturnType<typeof useAnswers>['change'];
