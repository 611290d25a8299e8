import { dayFolder } from "../records";
import type { StoredObject } from "../world";
import { AGENTS } from "./organization";
import type { EndedContact, TranscriptFile, TranscriptItem } from "./transcript";

const PII = "[PII]";

const PEOPLE = new Set(["CUSTOMER", "AGENT"]);

/** Contact Lens writes its analysis some time after the chat's end. */
const ANALYSED_AFTER = 90_000;

/** What Contact Lens's redaction stores of an ended contact beside this transcript (domain.md §3.5). */
export const redactedObject = (
  contact: EndedContact,
  transcript: () => TranscriptFile,
): StoredObject => {
  const at = contact.endedAt + ANALYSED_AFTER;
  const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return {
    key: `Analysis/Chat/Redacted/${dayFolder(contact.endedAt)}/${contact.id}_analysis_redacted_${time}.json`,
    lastModified: at,
    availableAt: at,
    body: () => Buffer.from(JSON.stringify(redacted(transcript())), "utf8"),
  };
};

const redacted = ({
  AWSAccountId: AccountId,
  ContactId,
  InstanceId,
  Version: ChatTranscriptVersion,
  Transcript,
}: TranscriptFile) => {
  const hidden = wordsToHide(Transcript);
  const items = Transcript.map((item) => withoutPersonal(item, hidden));
  return {
    Version: "CHAT-2022-11-30",
    ChatTranscriptVersion,
    AccountId,
    Channel: "CHAT",
    ContentMetadata: { Output: "Redacted" },
    JobStatus: "COMPLETED",
    LanguageCode: "en-GB",
    CustomerMetadata: { ContactId, InstanceId },
    Participants: participantsOf(items),
    Transcript: items,
  };
};

/** Names, whole and in parts, of those who speak and of all agents; numbers of orders and faults. */
function wordsToHide(items: readonly TranscriptItem[]): RegExp {
  const names = [
    ...items.flatMap(({ DisplayName = "", ParticipantRole = "" }) =>
      PEOPLE.has(ParticipantRole) ? [DisplayName] : [],
    ),
    ...Object.values(AGENTS).map(({ firstName, lastName }) => `${firstName} ${lastName}`),
  ];
  const words = new Set(names.flatMap((name) => [name, ...name.split(" ")]));
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return new RegExp(`\\b(?:${longestFirst.join("|")}|[A-Z]{2}-\\d{5}(?:-R)?)\\b`, "g");
}

const withoutPersonal = (item: TranscriptItem, hidden: RegExp): TranscriptItem => ({
  ...item,
  ...(item.Content !== undefined && { Content: item.Content.replace(hidden, PII) }),
  ...(PEOPLE.has(item.ParticipantRole ?? "") && { DisplayName: PII }),
  ...(item.Attachments && {
    Attachments: item.Attachments.map((file) => ({ ...file, AttachmentName: PII })),
  }),
});

const participantsOf = (items: readonly TranscriptItem[]) => [
  ...new Map(
    items.flatMap(({ ParticipantId, ParticipantRole, DisplayName }) =>
      ParticipantId === undefined
        ? []
        : [[ParticipantId, { ParticipantId, ParticipantRole, DisplayName }] as const],
    ),
  ).values(),
];
