/** A published request quota: what may go on for ever, and what may go at once after a rest. */
export interface Quota {
  readonly perSecond: number;
  readonly burst: number;
}

/** Every operation that is not listed has this one (domain.md §3). */
const standard: Quota = { perSecond: 2, burst: 5 };

/** domain.md §3.1; the operations that this product calls. */
const exceptions: Readonly<Record<string, Quota>> = {
  SearchContacts: { perSecond: 0.5, burst: 1 },
  DescribeContact: { perSecond: 10, burst: 15 },
  GetContactAttributes: { perSecond: 10, burst: 15 },
  ListContactReferences: { perSecond: 10, burst: 15 },
  CreatePersistentContactAssociation: { perSecond: 5, burst: 8 },
  StartChatContact: { perSecond: 5, burst: 8 },
  // Of the participant service (domain.md §3.3).
  CreateParticipantConnection: { perSecond: 6, burst: 9 },
  GetTranscript: { perSecond: 8, burst: 12 },
  SendMessage: { perSecond: 10, burst: 15 },
  SendEvent: { perSecond: 10, burst: 15 },
  DisconnectParticipant: { perSecond: 3, burst: 5 },
};

export const quotaOf = (operation: string): Quota => exceptions[operation] ?? standard;

/**
 * Our requests may reach the service closer together than they left, so they leave a little further apart than the quota
 * allows.
 */
const MARGIN = 1.03;

/** Between two calls that go on for ever, in ms. */
export const intervalOf = ({ perSecond }: Quota): number => Math.ceil((1000 / perSecond) * MARGIN);

/** When the next call may go, where the token bucket is full again at this time. */
export const firstFree = (fullAt: number, quota: Quota): number =>
  fullAt - (quota.burst - 1) * intervalOf(quota);
