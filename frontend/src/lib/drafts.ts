/**
 * What is being edited survives a reload of this tab. Secrets are never part of it. It is kept for whoever typed it:
 * the next one to sign in here neither sees nor saves it, and it is back when they are.
 */
interface Draft<Content> {
  /** The version it was typed over; none of a connection that was never saved. */
  version: number | undefined;
  base?: Content;
  content: Content;
  /** Which secrets were typed; never what. */
  secrets?: string[];
}

export interface DraftOf {
  owner: string;
  subject: string;
}

const keyOf = ({ owner, subject }: DraftOf) => `connections.draft.${owner}.${subject}`;

export function keepDraft(of: DraftOf, draft: Draft<unknown>) {
  try {
    sessionStorage.setItem(keyOf(of), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage only costs the draft after a reload.
  }
}

export function readDraft<Content>(of: DraftOf): Draft<Content> | undefined {
  const kept = sessionStorage.getItem(keyOf(of));
  return kept === null ? undefined : (JSON.parse(kept) as Draft<Content>);
}

export function forgetDraft(of: DraftOf) {
  sessionStorage.removeItem(keyOf(of));
}
