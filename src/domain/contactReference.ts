const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const CONTACT_ID = new RegExp(`^${UUID}$`, "i");

/** A contact as people pass it on, with what else their text tells. */
export interface ContactReference {
  readonly contactId: string;
  readonly instanceId?: string;
  readonly region?: string;
}

export const isContactId = (text: string): boolean => CONTACT_ID.test(text);

const CONTACT_ARN = new RegExp(
  `^arn:aws[a-z-]*:connect:(?<region>[a-z0-9-]+):\\d{12}:instance/(?<instanceId>${UUID})/contact/(?<contactId>${UUID})$`,
  "i",
);

/** The page of a contact on the instance's own website, old and new address. */
const CONSOLE_LINK = new RegExp(
  `^https://[a-z0-9.-]+(?:/connect)?/contact-trace-records/details/(?<contactId>${UUID})/?(?:[?#].*)?$`,
  "i",
);

/** Reads a contact id, a contact's ARN, or the address of its page; undefined for anything else. */
export function contactReferenceOf(text: string): ContactReference | undefined {
  const trimmed = text.trim();
  if (isContactId(trimmed)) return { contactId: trimmed.toLowerCase() };
  const { contactId, instanceId, region } =
    (CONTACT_ARN.exec(trimmed) ?? CONSOLE_LINK.exec(trimmed))?.groups ?? {};
  if (contactId === undefined) return undefined;
  return {
    contactId: contactId.toLowerCase(),
    ...(instanceId !== undefined && { instanceId: instanceId.toLowerCase() }),
    ...(region !== undefined && { region }),
  };
}
