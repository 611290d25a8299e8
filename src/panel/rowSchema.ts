import * as z from "zod/mini";

export const rehydrationTypeSchema = z.enum(["ENTIRE_PAST_SESSION", "FROM_SEGMENT"]);

/** What a page may ask for. The extension looks everything up itself: no text from the page is ever executed or copied. */
export const actionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("retry") }),
  z.object({ action: z.literal("advanceClock") }),
  z.object({
    action: z.enum(["showLog", "copyAsCode", "exportTranscript", "repeat", "whyNoHistory"]),
  }),
  /** Ends the reading that is under way. */
  z.object({ action: z.literal("stop") }),
  /** The way back from a failure: of one contact's part, or of the page. */
  z.object({
    action: z.enum(["signIn", "copyIamStatement", "openAwsConfig"]),
    contactId: z.exactOptional(z.string()),
  }),
  z.object({
    action: z.enum(["openTranscript", "previewRehydration", "waitForTranscript"]),
    contactId: z.string(),
  }),
  z.object({
    action: z.literal("continuePastChat"),
    contactId: z.string(),
    rehydrationType: z.exactOptional(rehydrationTypeSchema),
  }),
  /** In a test chat. The text goes to the service as it is, and nowhere else. */
  z.object({ action: z.literal("sendMessage"), text: z.string().check(z.minLength(1)) }),
  /** An option of an interactive message, by its index; what is sent for it is not the page's to say. */
  z.object({
    action: z.literal("answer"),
    itemId: z.string(),
    option: z.int().check(z.nonnegative()),
  }),
  z.object({ action: z.enum(["sendAgain", "discardMessage"]), clientToken: z.string() }),
  z.object({ action: z.enum(["type", "endChat", "continueHere", "proveAgain"]) }),
]);

export const copySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["request", "response", "transcript", "failure"]) }),
  z.object({ kind: z.enum(["contactId", "contactPart"]), contactId: z.string() }),
  /** A row of the transcript, by its index. */
  z.object({ kind: z.literal("row"), index: z.int() }),
]);

/** A button of the page with its finished text. */
export const buttonSchema = z.object({
  label: z.string(),
  primary: z.exactOptional(z.boolean()),
  act: actionSchema,
});

/** How a contact takes part in what was, or would be, carried. */
export const partSchema = z.enum(["carried", "leftOut", "current", "plain"]);

const timeSchema = z.object({
  /** As short as it can be, in the reader's zone. */
  text: z.string(),
  /** In full, with UTC: shown on hover. */
  title: z.string(),
});

const optionSchema = z.object({
  title: z.string(),
  subtitle: z.exactOptional(z.string()),
  /** The title of the carousel's card that offers it. */
  card: z.exactOptional(z.string()),
  chosen: z.boolean(),
  /** Whether the customer can take it; a link or a card cannot be taken. */
  canBeTaken: z.boolean(),
});

const bodySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["text", "markdown"]), text: z.string() }),
  /** JSON, an unknown content type, or what could not be read: as it came. `label` names it. */
  z.object({ kind: z.literal("raw"), label: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("interactive"),
    itemId: z.string(),
    label: z.string(),
    title: z.string(),
    subtitle: z.exactOptional(z.string()),
    options: z.array(optionSchema),
  }),
  /** What a customer picked of an interactive message. */
  z.object({ kind: z.literal("choice"), label: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("attachments"),
    files: z.array(
      z.object({ name: z.string(), detail: z.string(), status: z.string(), usable: z.boolean() }),
    ),
  }),
]);

const headingSchema = z.object({
  kind: z.literal("heading"),
  contactId: z.string(),
  shortId: z.string(),
  part: partSchema,
  /** How this contact came out of the one before; absent at the very top. */
  seam: z.exactOptional(z.object({ link: z.enum(["session", "persistent"]), text: z.string() })),
  /** Who handled it. */
  title: z.string(),
  /** How it began, times, duration. */
  detail: z.string(),
  detailTitle: z.string(),
  badge: z.exactOptional(z.string()),
  buttons: z.array(buttonSchema),
});

const messageSchema = z.object({
  kind: z.literal("message"),
  role: z.enum(["customer", "agent", "system", "bot", "supervisor", "unknown"]),
  roleLabel: z.string(),
  /** Empty where the item has no participant. */
  name: z.string(),
  time: timeSchema,
  body: bodySchema,
  /** Where personal data was hidden in what was said: shows it, or hides it again. */
  reveal: z.exactOptional(z.object({ label: z.string(), revealed: z.boolean() })),
});

const eventSchema = z.object({
  kind: z.literal("event"),
  text: z.string(),
  time: timeSchema,
});

/** Stands where a part of the conversation is missing, and says why. */
const noticeSchema = z.object({
  kind: z.literal("notice"),
  tone: z.enum(["info", "warning"]),
  title: z.string(),
  text: z.string(),
  buttons: z.array(buttonSchema),
});

export const rowSchema = z.discriminatedUnion("kind", [
  headingSchema,
  messageSchema,
  eventSchema,
  noticeSchema,
]);
