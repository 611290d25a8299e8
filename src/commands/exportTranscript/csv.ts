import type { TranscriptItem } from "../../domain/transcript";
import type { Exported } from "./exported";

const COLUMNS = [
  "contactId",
  "time",
  "kind",
  "role",
  "name",
  "contentType",
  "text",
  "itemId",
] as const;

type Line = Partial<Readonly<Record<(typeof COLUMNS)[number], string>>>;

/** Tells spreadsheets that it is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** RFC 4180, times in UTC; one line an item, and one of kind `note` that says what was hidden. */
export function toCsv({ conversation, notice }: Exported): string {
  const lines: readonly Line[] = [
    { kind: "note", text: notice },
    ...conversation.sections.flatMap(({ contact, items }) =>
      items.map((item) => lineOf(contact.id, item)),
    ),
  ];
  const cells = lines.map((line) => COLUMNS.map((column) => cell(line[column] ?? "")));
  return BYTE_ORDER_MARK + [COLUMNS, ...cells].map((row) => `${row.join(",")}\r\n`).join("");
}

const lineOf = (contactId: string, item: TranscriptItem): Line => ({
  contactId,
  time: item.time === undefined ? "" : new Date(item.time).toISOString(),
  kind: item.kind === "event" ? item.event : item.kind,
  role: item.role ?? "",
  name: item.displayName ?? "",
  contentType: item.contentType ?? "",
  text: textOf(item),
  itemId: item.id,
});

function textOf(item: TranscriptItem): string {
  switch (item.kind) {
    case "event":
      return "";
    case "attachment":
      return item.attachments.map(({ name = "", status = "" }) => `${name} (${status})`).join("; ");
    default:
      return item.content ?? JSON.stringify(item.raw ?? "");
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which shows it as text. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function cell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
