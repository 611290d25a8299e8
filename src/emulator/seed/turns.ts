/** Who a transcript's item is from. */
export interface Speaker {
  readonly role: "AGENT" | "CUSTOMER" | "SYSTEM" | "CUSTOM_BOT" | "SUPERVISOR";
  readonly name: string;
}

interface Timed {
  /** Milliseconds since the epoch, UTC; without it the turn comes between its neighbours. */
  readonly at?: number | undefined;
}

/** What becomes one item of a transcript. */
export type Turn = Timed &
  (
    | {
        readonly kind: "message";
        readonly by: Speaker;
        readonly content: string;
        readonly contentType: string;
      }
    | {
        readonly kind: "attachment";
        readonly by: Speaker;
        readonly name: string;
        readonly contentType: string;
        /** Made up where it is left out. */
        readonly id?: string | undefined;
      }
    /** `event` is the last part of the content type, such as `participant.joined`; `chat.ended` has no participant. */
    | { readonly kind: "event"; readonly by?: Speaker | undefined; readonly event: string }
  );

export const BOT: Speaker = { role: "SYSTEM", name: "BOT" };
export const FLOW: Speaker = { role: "SYSTEM", name: "SYSTEM_MESSAGE" };

export const says = (by: Speaker, content: string, contentType = "text/plain"): Turn => ({
  kind: "message",
  by,
  content,
  contentType,
});

export const writesMarkdown = (by: Speaker, content: string): Turn =>
  says(by, content, "text/markdown");

export const sendsFile = (by: Speaker, name: string, contentType: string, id?: string): Turn => ({
  kind: "attachment",
  by,
  name,
  contentType,
  id,
});

export const joins = (by: Speaker, at?: number): Turn => ({
  kind: "event",
  event: "participant.joined",
  by,
  at,
});

export const leaves = (by: Speaker): Turn => ({ kind: "event", event: "participant.left", by });

export const TRANSFERRED: Turn = { kind: "event", event: "transfer.succeeded" };
export const CHAT_ENDED: Turn = { kind: "event", event: "chat.ended" };
export const REHYDRATED: Turn = { kind: "event", event: "chat.rehydrated" };

/** A choice that a flow offers. */
export interface Choice {
  readonly template: "ListPicker" | "QuickReply";
  readonly title: string;
  readonly subtitle?: string;
  readonly options: readonly string[];
}

const INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";

export const offers = ({ template, title, subtitle, options }: Choice): Turn =>
  says(
    BOT,
    JSON.stringify({
      templateType: template,
      version: "1.0",
      data: {
        content: {
          title,
          ...(subtitle !== undefined && { subtitle }),
          elements: options.map((option) => ({ title: option })),
        },
      },
    }),
    INTERACTIVE,
  );

/** The customer takes one of the options. */
export const chooses = (by: Speaker, { template }: Choice, option: string): Turn =>
  says(
    by,
    JSON.stringify({ templateType: template, version: "1.0", action: option }),
    `${INTERACTIVE}.response`,
  );
