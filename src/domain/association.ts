/** Which contact a persistent association continues from (domain.md §1.4). */
export const rehydrationTypes = ["ENTIRE_PAST_SESSION", "FROM_SEGMENT"] as const;

export type RehydrationType = (typeof rehydrationTypes)[number];

export const isRehydrationType = (value: unknown): value is RehydrationType =>
  rehydrationTypes.some((type) => type === value);

/** The calls that continue a past chat: in a chat that is there, or from the start of a new one. */
export const continuingOperations = [
  "CreatePersistentContactAssociation",
  "StartChatContact",
] as const;

/** What an association asks for. */
export interface AssociationRequest {
  readonly currentContactId: string;
  readonly sourceContactId: string;
  readonly rehydrationType: RehydrationType;
}

/**
 * A confirmed wish to associate, made once by the person. The client token is made with it and kept over retries, so that
 * the service can tell a repeated request from a second wish (domain.md §1.2: the SDK does not fill it in).
 */
export interface AssociationIntent extends AssociationRequest {
  readonly clientToken: string;
}

/** The service's answer to an association. */
export interface AssociationAnswer {
  readonly continuedFromContactId: string;
  readonly requestId?: string;
  /** How many times the request was sent until this answer came. */
  readonly attempts: number;
}
