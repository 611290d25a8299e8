import { l10n } from "vscode";
import type { CarouselChoice } from "../domain/interactive";
import {
  readCarouselChoice,
  readInteractive,
  readInteractiveResponse,
  takes,
} from "../domain/interactive";
import { parseIsoTime } from "../domain/isoTime";
import type {
  Attachment,
  AttachmentItem,
  InteractiveItem,
  InteractiveResponseItem,
  MessageItem,
  Section,
  TranscriptItem,
} from "../domain/transcript";
import { eventText, roleLabel } from "../wording/events";
import { dayTime, fullTime, timeWithin } from "../wording/times";
import type { Entry } from "./entries";
import type { MessageBody, MessageRow, Row } from "./protocol";

type ItemEntry = Extract<Entry, { kind: "item" }>;

type Answer = ItemEntry["answer"];

/** An item of a transcript as the page draws it. */
export function itemRow({ item, section, answer }: ItemEntry): Row {
  const time = timeOf(item, section);
  if (item.kind === "event") {
    const actor = { name: item.displayName, role: item.role };
    return { kind: "event", text: eventText(item.event, actor), time };
  }
  return {
    kind: "message",
    role: roleOf(item),
    roleLabel: roleLabel(item.role, item.displayName),
    name: nameOf(item),
    time,
    body: bodyOf(item, answer),
  };
}

function timeOf({ time }: TranscriptItem, { contact }: Section): MessageRow["time"] {
  return time === undefined
    ? { text: l10n.t("no time"), title: l10n.t("The transcript has no readable time here.") }
    : { text: timeWithin(time, contact.initiatedAt), title: fullTime(time) };
}

/** Bot and flow messages carry these in place of a name (domain.md §3.5). */
const namelessNames: ReadonlySet<string> = new Set(["BOT", "SYSTEM_MESSAGE"]);

const nameOf = ({ displayName }: TranscriptItem): string =>
  displayName === undefined || namelessNames.has(displayName) ? "" : displayName;

function roleOf({ role, displayName }: TranscriptItem): MessageRow["role"] {
  switch (role) {
    case "CUSTOMER":
      return "customer";
    case "AGENT":
      return "agent";
    case "SUPERVISOR":
      return "supervisor";
    case "CUSTOM_BOT":
      return "bot";
    case "SYSTEM":
      return displayName === "BOT" ? "bot" : "system";
    default:
      return "unknown";
  }
}

function bodyOf(item: Exclude<TranscriptItem, { kind: "event" }>, answer: Answer): MessageBody {
  switch (item.kind) {
    case "message":
      return messageBody(item);
    case "interactive":
      return interactiveBody(item, answer);
    case "interactiveResponse":
      return choiceBody(item);
    case "attachment":
      return attachmentsBody(item);
    case "unknown":
      return {
        kind: "raw",
        label: item.contentType ?? item.type ?? l10n.t("Unknown item"),
        text: item.content ?? indented(JSON.stringify(item.raw)),
      };
  }
}

function messageBody({ format, content }: MessageItem): MessageBody {
  switch (format) {
    case "application/json":
      return { kind: "raw", label: "JSON", text: indented(content) };
    case "text/markdown":
      return { kind: "markdown", text: content };
    case "text/plain":
      return carouselBody(content) ?? { kind: "text", text: content };
  }
}

/** Amazon's chat widget sends what was taken of a carousel's card as JSON in plain text. */
function carouselBody(content: string): MessageBody | undefined {
  const choice = readCarouselChoice(content);
  return choice && { kind: "choice", label: l10n.t("Chose"), text: cardChoice(choice) };
}

const cardChoice = ({ card, title }: CarouselChoice): string => `${card} – ${title}`;

/** JSON on several lines; anything else as it came. */
function indented(text: string | undefined): string {
  if (text === undefined) return "";
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

const templateLabels: ReadonlyMap<string, () => string> = new Map([
  ["ListPicker", () => l10n.t("List picker")],
  ["TimePicker", () => l10n.t("Time picker")],
  ["Panel", () => l10n.t("Panel")],
  ["QuickReply", () => l10n.t("Quick reply")],
  ["Carousel", () => l10n.t("Carousel")],
  ["ViewResource", () => l10n.t("View")],
]);

function interactiveBody(item: InteractiveItem, answer: Answer): MessageBody {
  const read = readInteractive(item.content);
  if (read === undefined)
    return {
      kind: "raw",
      label: l10n.t("Interactive message that could not be read"),
      text: indented(item.content),
    };
  return {
    kind: "interactive",
    itemId: item.id,
    label: templateLabels.get(read.templateType)?.() ?? read.templateType,
    title: read.title,
    ...(read.subtitle !== undefined && { subtitle: read.subtitle }),
    options: read.options.map((option) => ({
      title: shownChoice(read.templateType, option.title),
      ...(option.subtitle !== undefined && { subtitle: option.subtitle }),
      ...(option.card !== undefined && { card: option.card }),
      chosen: answer !== undefined && takes(option, answer),
      canBeTaken: option.answer !== undefined,
    })),
  };
}

function choiceBody(item: InteractiveResponseItem): MessageBody {
  const read = readInteractiveResponse(item.content);
  return read === undefined
    ? { kind: "raw", label: l10n.t("Answer that could not be read"), text: indented(item.content) }
    : {
        kind: "choice",
        label: l10n.t("Chose"),
        text: shownChoice(read.templateType, read.chosen),
      };
}

/** A slot of a time picker is an ISO time, which the customer's chat shows as a time. */
function shownChoice(templateType: string | undefined, choice: string): string {
  const time = templateType === "TimePicker" ? parseIsoTime(choice) : undefined;
  return time === undefined ? choice : dayTime(time);
}

const attachmentsBody = ({ attachments }: AttachmentItem): MessageBody => ({
  kind: "attachments",
  files: attachments.map((file) => ({
    name: file.name ?? l10n.t("File without a name"),
    detail: file.contentType ?? "",
    status: statusLabel(file),
    usable: file.status === "APPROVED",
  })),
});

function statusLabel({ status }: Attachment): string {
  switch (status) {
    case "APPROVED":
      return l10n.t("approved");
    case "REJECTED":
      return l10n.t("rejected");
    case "IN_PROGRESS":
      return l10n.t("still being checked");
    case undefined:
      return l10n.t("status not known");
    default:
      return status;
  }
}
