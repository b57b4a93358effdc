/** What is being edited survives a reload of this tab. Secrets are never part of it. */
interface Draft<Content> {
  /** The version it was typed over; none of a connection that was never saved. */
  version: number | undefined;
  base?: Content;
  content: Content;
}

const keyOf = (subject: string) => `connections.draft.${subject}`;

export function keepDraft(subject: string, draft: Draft<unknown>) {
  try {
    sessionStorage.setItem(keyOf(subject), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage only costs the draft after a reload.
  }
}

export function readDraft<Content>(subject: string): Draft<Content> | undefined {
  const kept = sessionStorage.getItem(keyOf(subject));
  return kept === null ? undefined : (JSON.parse(kept) as Draft<Content>);
}

export function forgetDraft(subject: string) {
  sessionStorage.removeItem(keyOf(subject));
}
