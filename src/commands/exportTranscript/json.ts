import type { Contact } from "../../domain/contact";
import type { Section, TranscriptItem } from "../../domain/transcript";
import { absenceText } from "../../wording/absences";
import { handledBy } from "../../wording/contacts";
import type { Exported } from "./exported";

/**
 * Contacts with their transcripts. Each `transcript` has the shape of a file that Amazon Connect stores, so that whatever reads those
 * reads it too.
 */
export function toJson(exported: Exported): string {
  const { content, conversation, notice, hidden } = exported;
  const { name, region, instanceId } = content.connection;
  const document = {
    format: "contact-chains-transcript",
    version: 1,
    instance: { name, region, instanceId },
    personalData: { notice, ...(hidden && { hidden }) },
    contacts: conversation.sections.map((section) => ({
      ...contactFields(section.contact),
      handledBy: handledBy(section.contact, content.names),
      ...(section.absence && { missing: missingText(section) }),
      transcript: storedFile(section),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const isoTime = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

const contactFields = (contact: Contact) => ({
  contactId: contact.id,
  initialContactId: contact.initialContactId,
  previousContactId: contact.previousContactId,
  relatedContactId: contact.relatedContactId,
  channel: contact.channel,
  subtype: contact.subtype,
  initiationMethod: contact.initiationMethod,
  initiatedAt: isoTime(contact.initiatedAt),
  endedAt: isoTime(contact.endedAt),
});

function missingText({ absence, contact }: Section): string | undefined {
  if (absence === undefined) return undefined;
  const { title, text } = absenceText(absence, contact);
  return `${title}. ${text}`;
}

const storedFile = ({ contact, items }: Section) => ({
  Version: "2019-08-26",
  ContactId: contact.id,
  InitialContactId: contact.initialContactId,
  Transcript: items.map(storedItem),
});

/** As it was stored, with what the file said elsewhere of its participant. */
function storedItem(item: TranscriptItem): unknown {
  const { raw, id, role, displayName, participantId, contentType, time } = item;
  if (raw !== undefined && (typeof raw !== "object" || raw === null)) return raw;
  return {
    Id: id,
    ParticipantRole: role,
    DisplayName: displayName,
    ...(raw ?? {
      AbsoluteTime: isoTime(time),
      ParticipantId: participantId,
      ContentType: contentType,
      Content: "content" in item ? item.content : undefined,
    }),
  };
}
