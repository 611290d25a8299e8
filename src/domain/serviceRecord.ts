/** What the service itself says, unshortened and for people to read. */
export type ServiceRecord =
  | { readonly kind: "contact"; readonly contactId: string }
  /** The attributes of the session that a contact belongs to. */
  | { readonly kind: "attributes"; readonly contactId: string }
  | { readonly kind: "references"; readonly contactId: string }
  /** Where the instance keeps transcripts and attachments of chats. */
  | { readonly kind: "storage" };

export type ServiceRecordKind = ServiceRecord["kind"];
