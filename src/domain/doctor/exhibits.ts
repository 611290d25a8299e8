import type { Check } from "../checks";
import type { Contact } from "../contact";
import { Failure } from "../failure";
import type { TranscriptFile } from "../gateway";
import type { Exhibit } from "./finding";

export const exhibit = (field: string, value?: Exhibit["value"], contactId?: string): Exhibit => ({
  field,
  ...(value !== undefined && { value }),
  ...(contactId !== undefined && { contactId }),
});

const timeOf = (time: number | undefined): { readonly time: number } | undefined =>
  time === undefined ? undefined : { time };

export const endOf = ({ id, endedAt }: Contact): Exhibit =>
  exhibit("DisconnectTimestamp", timeOf(endedAt), id);

export const linkOf = ({ id, relatedContactId }: Contact): Exhibit =>
  exhibit("RelatedContactId", relatedContactId, id);

/** What the service answered to a call that failed. */
export function answerExhibits({ operation, answer }: Failure): readonly Exhibit[] {
  const { name, message, status, requestId } = answer;
  const http = status === undefined ? "" : ` (HTTP ${status})`;
  return [
    exhibit(operation, `${name}${http}${message === "" ? "" : `: ${message}`}`),
    ...(requestId === undefined ? [] : [exhibit("Request ID", requestId)]),
  ];
}

/** Where a transcript was looked for, and what was there. */
export function fileExhibits(file: TranscriptFile | Failure): readonly Exhibit[] {
  if (file instanceof Failure) return answerExhibits(file);
  switch (file.kind) {
    case "text":
    case "tooLarge":
      return [
        exhibit("S3", `s3://${file.bucket}/${file.key}`),
        exhibit("Content-Length", file.bytes),
        exhibit("Last-Modified", timeOf(file.writtenAt)),
      ];
    case "missing":
      return [exhibit("S3", file.bucket && `s3://${file.bucket}/${file.key ?? "…"}`)];
    case "deleted":
      return [
        exhibit("Recordings.Status", "DELETED"),
        exhibit("Recordings.DeletionReason", file.reason),
      ];
    case "noStorage":
      return [];
  }
}

/** The contacts that a rule is held against. */
export interface KnownContacts {
  readonly contactOf: (contactId: string) => Contact | undefined;
  /** Of the past session. */
  readonly session: readonly Contact[];
  /** Newest first. */
  readonly carried: readonly Contact[];
}

type Of<Id extends Check["id"]> = Extract<Check, { id: Id }>;
type Exhibitors = {
  readonly [Id in Check["id"]]: (check: Of<Id>, known: KnownContacts) => readonly Exhibit[];
};

const channel = (check: Of<"sourceIsChat" | "currentIsChat">): readonly Exhibit[] => [
  exhibit("Channel", check.channel, check.contactId),
];

const found = (ids: readonly string[], { contactOf }: KnownContacts): readonly Contact[] =>
  ids.flatMap((id) => contactOf(id) ?? []);

const initialContact = (check: Of<"sessionHasEndedChat" | "sessionIsListed">) => [
  exhibit("InitialContactId", check.initialContactId),
];

const exhibitors: Exhibitors = {
  sourceIsChat: channel,
  currentIsChat: channel,
  sourceHasEnded: ({ contactId }, known) => found([contactId], known).map(endOf),
  sessionHasEndedChat: initialContact,
  sessionHasEnded: ({ activeContactIds }, known) =>
    (activeContactIds.length === 0 ? known.session : found(activeContactIds, known)).map(endOf),
  sessionIsListed: initialContact,
  currentIsActive: ({ contactId, endedAt }) => [
    exhibit("DisconnectTimestamp", timeOf(endedAt), contactId),
  ],
  currentIsNotPersistent: ({ contactId, relatedContactId }) => [
    exhibit("RelatedContactId", relatedContactId, contactId),
  ],
  currentIsAnotherChat: ({ contactId }, known) =>
    found([contactId], known).map(({ id, initialContactId }) =>
      exhibit("InitialContactId", initialContactId, id),
    ),
  transcriptsAreStored: ({ notListed, deleted }, { carried }) => [
    ...notListed.map((id) => exhibit("Recordings", undefined, id)),
    ...deleted.map((id) => exhibit("Recordings.Status", "DELETED", id)),
    ...carried.flatMap(({ id, storedTranscript: stored }) =>
      stored.kind === "stored"
        ? [exhibit("Recordings.Location", `${stored.bucket}/${stored.key}`, id)]
        : [],
    ),
  ],
  historyIsWithinLimit: ({ beyond, more }, { carried }) => [
    exhibit("Contacts", `${carried.length + beyond}${more ? "+" : ""}`),
  ],
  historyIsComplete: ({ unreadContactIds }, { carried }) =>
    unreadContactIds.length === 0
      ? [exhibit("Contacts", carried.length)]
      : unreadContactIds.map((id) => exhibit("DescribeContact", undefined, id)),
};

/** The values that a rule was held against. */
export function checkExhibits<Id extends Check["id"]>(
  check: Of<Id> & { readonly id: Id },
  known: KnownContacts,
): readonly Exhibit[] {
  const exhibitor: (check: Of<Id>, known: KnownContacts) => readonly Exhibit[] =
    exhibitors[check.id];
  return exhibitor(check, known);
}
