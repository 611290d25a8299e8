import type { Contact } from "./contact";
import { hasEnded } from "./contact";
import { Failure } from "./failure";
import type { ConnectGateway } from "./gateway";

export interface WaitOptions {
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Resolves after so many ms, or at once when the signal is aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told after each look that found nothing: the contact, and in how many ms the next one is. */
  readonly onNothing?: (contact: Contact, nextMs: number) => void;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;

/** Files are usually there one to two minutes after the end (domain.md §1.5); what is not there after this never comes. */
const GIVE_UP_MS = 15 * 60 * 1000;

type WaitGateway = Pick<ConnectGateway, "describeContact" | "transcriptFile">;

/**
 * Looks every now and then whether a chat's transcript has been written, also of a chat that still goes on. Resolves with
 * the contact's record as it is then, or with undefined where nothing came for a long time. Rejects with a `Failure`.
 */
export async function waitForTranscript(
  gateway: WaitGateway,
  contactId: string,
  { signal, now, pause, onNothing }: WaitOptions,
): Promise<Contact | undefined> {
  const begun = now();
  for (let nextMs = FIRST_PAUSE_MS; ; nextMs = Math.min(nextMs * 1.5, LONGEST_PAUSE_MS)) {
    const contact = await gateway.describeContact(contactId, signal);
    if (await isWritten(gateway, contact, signal)) return contact;
    if (now() - Math.max(begun, contact.endedAt ?? now()) >= GIVE_UP_MS) return undefined;
    onNothing?.(contact, nextMs);
    await pause(nextMs, signal);
    if (signal.aborted)
      throw new Failure("aborted", "GetObject", { name: "AbortError", message: "" });
  }
}

/** Whether looking again changes nothing: it is there, or it is known why it never will be. */
async function isWritten(
  gateway: WaitGateway,
  contact: Contact,
  signal: AbortSignal,
): Promise<boolean> {
  if (!hasEnded(contact)) return false;
  return (await gateway.transcriptFile(contact, signal)).kind !== "missing";
}
