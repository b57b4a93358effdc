/** What is being edited survives a reload of this tab. Secrets are never part of it. */
const keyOf = (subject: string) => `connections.draft.${subject}`;

export function keepDraft(subject: string, content: unknown) {
  try {
    sessionStorage.setItem(keyOf(subject), JSON.stringify(content));
  } catch {
    // A full or forbidden storage only costs the draft after a reload.
  }
}

export function readDraft(subject: string): unknown {
  const kept = sessionStorage.getItem(keyOf(subject));
  return kept === null ? undefined : (JSON.parse(kept) as unknown);
}

export function forgetDraft(subject: string) {
  sessionStorage.removeItem(keyOf(subject));
}
