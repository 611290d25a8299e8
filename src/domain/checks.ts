import type { RehydrationType } from "./association";
import type { Contact } from "./contact";
import { hasEnded, isChat } from "./contact";
import type { History, Session } from "./history";
import { MAX_PAST_CONTACTS } from "./history";

/** `unknown`: the service's rule or our knowledge does not settle it, so a person should look. */
export type CheckVerdict = "ok" | "problem" | "unknown";

interface Of<Id extends string> {
  /** Names what is asked, so that `ok` means yes. */
  readonly id: Id;
  readonly verdict: CheckVerdict;
}

/** One rule of persistent chat (domain.md §1.5) held against a plan. Words for it are the UI's matter. */
export type Check =
  | (Of<"sourceIsChat"> & { readonly contactId: string; readonly channel?: string })
  | (Of<"sourceHasEnded"> & { readonly contactId: string })
  /** `ENTIRE_PAST_SESSION`: there is an ended chat contact to continue from. */
  | (Of<"sessionHasEndedChat"> & { readonly initialContactId: string })
  /** `unknown` while other contacts of the past session go on: only the source's own end is known to matter. */
  | (Of<"sessionHasEnded"> & { readonly activeContactIds: readonly string[] })
  /** `unknown` where the service could not be asked for the session's contacts, so that later ones may be missing. */
  | (Of<"sessionIsListed"> & { readonly initialContactId: string })
  | (Of<"currentIsChat"> & { readonly contactId: string; readonly channel: string })
  | (Of<"currentIsActive"> & { readonly contactId: string; readonly endedAt?: number })
  /** Persistence may be set only once on a chat. */
  | (Of<"currentIsNotPersistent"> & {
      readonly contactId: string;
      readonly relatedContactId?: string;
    })
  | (Of<"currentIsAnotherChat"> & {
      readonly contactId: string;
      /** How the current chat is in the past chat. */
      readonly same?: "contact" | "session" | "history";
    })
  /** `problem` where the continued-from contact has none, `unknown` where an older one has none. */
  | (Of<"transcriptsAreStored"> & {
      readonly notListed: readonly string[];
      readonly deleted: readonly string[];
    })
  | (Of<"historyIsWithinLimit"> & {
      readonly limit: number;
      /** How many known contacts are cut off. */
      readonly beyond: number;
      /** True where there are more than those. */
      readonly more: boolean;
    })
  | (Of<"historyIsComplete"> & { readonly unreadContactIds: readonly string[] });

/** What a plan has worked out so far. */
export interface Checked {
  readonly rehydrationType: RehydrationType;
  readonly session: Session;
  readonly sourceContactId: string;
  readonly continuedFrom: Contact | undefined;
  readonly history: History;
  readonly current: Contact | undefined;
}

export const checkPlan = (checked: Checked): readonly Check[] => [
  ...(checked.rehydrationType === "ENTIRE_PAST_SESSION"
    ? sessionChecks(checked)
    : sourceChecks(checked)),
  sessionHasEnded(checked.session),
  sessionIsListed(checked.session),
  ...(checked.current === undefined ? [] : currentChecks(checked.current, checked)),
  ...historyChecks(checked),
];

const verdictOf = (isRight: boolean): CheckVerdict => (isRight ? "ok" : "problem");

function sourceChecks({ sourceContactId: contactId, continuedFrom }: Checked): readonly Check[] {
  if (continuedFrom === undefined) {
    return [
      { id: "sourceIsChat", verdict: "unknown", contactId },
      { id: "sourceHasEnded", verdict: "unknown", contactId },
    ];
  }
  const { channel } = continuedFrom;
  return [
    { id: "sourceIsChat", verdict: verdictOf(isChat(continuedFrom)), contactId, channel },
    { id: "sourceHasEnded", verdict: verdictOf(hasEnded(continuedFrom)), contactId },
  ];
}

function sessionChecks({ session, continuedFrom }: Checked): readonly Check[] {
  const { initialContactId: contactId } = session;
  const initial = session.contacts.find(({ id }) => id === contactId);
  return [
    {
      id: "sourceIsChat",
      // What is sent is the initial contact, though another one may be continued from: no source says which of them matters.
      verdict: initial !== undefined && isChat(initial) ? "ok" : "unknown",
      contactId,
      ...(initial && { channel: initial.channel }),
    },
    {
      id: "sessionHasEndedChat",
      verdict: verdictOf(continuedFrom !== undefined),
      initialContactId: contactId,
    },
  ];
}

function sessionHasEnded(session: Session): Check {
  const active = session.contacts.filter((contact) => !hasEnded(contact));
  return {
    id: "sessionHasEnded",
    verdict: active.length === 0 ? "ok" : "unknown",
    activeContactIds: active.map((contact) => contact.id),
  };
}

const sessionIsListed = ({ initialContactId, unlisted }: Session): Check => ({
  id: "sessionIsListed",
  verdict: unlisted === undefined ? "ok" : "unknown",
  initialContactId,
});

/** What is asked of the chat that is to receive the history, whatever it is to continue. */
export const currentStateChecks = (current: Contact): readonly Check[] => {
  const { id: contactId, channel, endedAt } = current;
  return [
    { id: "currentIsChat", verdict: verdictOf(isChat(current)), contactId, channel },
    {
      id: "currentIsActive",
      verdict: verdictOf(endedAt === undefined),
      contactId,
      ...(endedAt !== undefined && { endedAt }),
    },
  ];
};

function currentChecks(current: Contact, { session, history }: Checked): readonly Check[] {
  const { id: contactId, relatedContactId } = current;
  const same = sameAs(current, session, history);
  return [
    ...currentStateChecks(current),
    {
      id: "currentIsNotPersistent",
      verdict: verdictOf(relatedContactId === undefined),
      contactId,
      ...(relatedContactId !== undefined && { relatedContactId }),
    },
    {
      id: "currentIsAnotherChat",
      // A link that leads back to the chat itself: no source says what the service does then.
      verdict: same === "history" ? "unknown" : verdictOf(same === undefined),
      contactId,
      ...(same && { same }),
    },
  ];
}

function sameAs(
  current: Contact,
  session: Session,
  history: History,
): "contact" | "session" | "history" | undefined {
  const isCurrent = (contact: Contact): boolean => contact.id === current.id;
  if (history.contacts[0] && isCurrent(history.contacts[0])) return "contact";
  if (current.initialContactId === session.initialContactId) return "session";
  return history.contacts.some(isCurrent) ? "history" : undefined;
}

function historyChecks({ history }: Checked): readonly Check[] {
  const beyond = Math.max(0, history.contacts.length - MAX_PAST_CONTACTS);
  const unreadContactIds = history.gaps.map((gap) => gap.contactId);
  return [
    transcriptsAreStored(history.contacts.slice(0, MAX_PAST_CONTACTS)),
    {
      id: "historyIsWithinLimit",
      verdict: verdictOf(beyond === 0 && !history.more),
      limit: MAX_PAST_CONTACTS,
      beyond,
      more: history.more,
    },
    {
      id: "historyIsComplete",
      verdict: unreadContactIds.length === 0 ? "ok" : "unknown",
      unreadContactIds,
    },
  ];
}

function transcriptsAreStored(carried: readonly Contact[]): Check {
  const without = carried.filter(({ storedTranscript }) => storedTranscript.kind !== "stored");
  const ids = (kind: "notListed" | "deleted"): readonly string[] =>
    without.flatMap(({ id, storedTranscript }) => (storedTranscript.kind === kind ? [id] : []));
  const sourceHasNone = without.length > 0 && without[0] === carried[0];
  return {
    id: "transcriptsAreStored",
    verdict: sourceHasNone ? "problem" : without.length > 0 ? "unknown" : "ok",
    notListed: ids("notListed"),
    deleted: ids("deleted"),
  };
}
