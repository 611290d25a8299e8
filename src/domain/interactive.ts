import * as z from "zod/mini";

export interface InteractiveOption {
  readonly title: string;
  readonly subtitle: string | undefined;
  /** Of a carousel: the title of the card that offers it. */
  readonly card?: string;
  /** What is sent where the customer takes it; absent where taking it sends nothing: a link, a card. */
  readonly answer?: InteractiveAnswer;
}

/** A message that answers an interactive one. */
export interface InteractiveAnswer {
  readonly contentType:
    "text/plain" | "application/vnd.amazonaws.connect.message.interactive.response";
  readonly content: string;
}

/** What an interactive message asks (domain.md §3.5). */
export interface Interactive {
  /** `ListPicker`, `TimePicker`, `Panel`, `QuickReply`, `Carousel`, `ViewResource`; an open set. */
  readonly templateType: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** In their order; a time picker's options are its time slots as the service writes them, a card's follow their card. */
  readonly options: readonly InteractiveOption[];
}

/** What a customer answered. */
export interface InteractiveResponse {
  readonly templateType: string | undefined;
  /** The title of what was chosen. */
  readonly chosen: string;
}

/** What a customer took of a carousel. */
export interface CarouselChoice {
  readonly card: string;
  readonly title: string;
}

const text = z.catch(z.optional(z.string()), undefined);
const place = z.catch(z.optional(z.number()), undefined);
const elementSchema = z.object({
  title: text,
  subtitle: text,
  date: text,
  type: text,
  url: text,
  actionDetail: text,
});
const cardContentSchema = z.object({
  title: text,
  subtitle: text,
  elements: z.catch(z.array(z.catch(elementSchema, {})), []),
});
/** An option, or a whole template: a carousel's card. */
const optionSchema = z.object({
  ...elementSchema.shape,
  templateIdentifier: text,
  data: z.catch(z.optional(z.object({ content: cardContentSchema })), undefined),
});
const optionsSchema = z.catch(z.array(z.catch(optionSchema, {})), []);

const contentSchema = z.object({
  title: text,
  subtitle: text,
  elements: optionsSchema,
  timeslots: optionsSchema,
  preIndex: place,
  nextIndex: place,
  listId: text,
  referenceId: text,
});

const interactiveSchema = z.object({
  templateType: z.string(),
  data: z.object({ content: contentSchema }),
});

const responseSchema = z.object({
  templateType: text,
  action: text,
  data: z.catch(z.optional(z.object({ content: z.object({ title: text }) })), undefined),
});

const carouselChoiceSchema = z.object({ listTitle: z.string(), selectionText: z.string() });

type Template = z.infer<typeof interactiveSchema>;
type Element = z.infer<typeof elementSchema>;
type Card = z.infer<typeof optionSchema>;

/** Reads an interactive item's content; undefined for anything that is not such a template. */
export function readInteractive(content: string): Interactive | undefined {
  const read = interactiveSchema.safeParse(parseJson(content));
  if (!read.success) return undefined;
  const { title = "", subtitle, elements, timeslots } = read.data.data.content;
  return {
    templateType: read.data.templateType,
    title,
    subtitle,
    options: [...elements, ...timeslots].flatMap((option) =>
      option.data === undefined ? [toOption(option, read.data)] : ofCard(option),
    ),
  };
}

function toOption(option: Element, template: Template): InteractiveOption {
  const answer = answerTo(option, template);
  return {
    title: option.title ?? option.date ?? "",
    subtitle: option.subtitle,
    ...(answer && { answer }),
  };
}

const ANSWERED: ReadonlySet<string> = new Set(["ListPicker", "Panel", "QuickReply", "TimePicker"]);

/** More options, or those before, are asked for by what the template says of its place in them. */
const PAGING: ReadonlySet<string> = new Set(["SHOW_MORE", "PREVIOUS_OPTIONS"]);

/**
 * As Amazon's own chat widget answers (amazon-connect-chat-interface, `createInteractiveMessagePayload`): in plain words, which
 * are what a bot reads; only the two options that page are a response in JSON.
 */
function answerTo(
  option: Element,
  { templateType, data: { content } }: Template,
): InteractiveAnswer | undefined {
  const { title, date, actionDetail } = option;
  const words = templateType === "TimePicker" ? date : title;
  if (!ANSWERED.has(templateType) || isLink(option)) return undefined;
  if (actionDetail !== undefined && PAGING.has(actionDetail)) {
    const { preIndex, nextIndex, listId, referenceId } = content;
    const data = {
      actionName: actionDetail,
      preIndex,
      nextIndex,
      listId,
      templateType,
      referenceId,
    };
    return {
      contentType: "application/vnd.amazonaws.connect.message.interactive.response",
      content: JSON.stringify({ version: "1.0", data, action: actionDetail }),
    };
  }
  return plain(words);
}

const isLink = ({ type, url }: Element): boolean => type === "hyperlink" && url !== undefined;

/** A message has at least one character. */
const plain = (content: string | undefined): InteractiveAnswer | undefined =>
  content === undefined || content === "" ? undefined : { contentType: "text/plain", content };

/** The card, and what it offers. */
function ofCard(card: Card): readonly InteractiveOption[] {
  const content = card.data?.content;
  const { title = card.title ?? "", subtitle = card.subtitle, elements = [] } = content ?? {};
  return [
    { title, subtitle },
    ...elements.map((element): InteractiveOption => {
      const selectionText = element.title ?? "";
      const { templateIdentifier } = card;
      const answer = plain(JSON.stringify({ templateIdentifier, listTitle: title, selectionText }));
      return {
        title: selectionText,
        subtitle: element.subtitle,
        card: title,
        ...(answer && selectionText !== "" && !isLink(element) && { answer }),
      };
    }),
  ];
}

/** Whether the customer takes an option with these words, or with this response. */
export const takes = (
  { title, answer }: InteractiveOption,
  { kind, content }: { readonly kind: "message" | "interactiveResponse"; readonly content: string },
): boolean =>
  content === answer?.content ||
  (kind === "interactiveResponse" && readInteractiveResponse(content)?.chosen === title);

/** Reads what was chosen; undefined where the content does not say it in a known way. */
export function readInteractiveResponse(content: string): InteractiveResponse | undefined {
  const read = responseSchema.safeParse(parseJson(content));
  const chosen = read.data?.action ?? read.data?.data?.content.title;
  return chosen === undefined ? undefined : { templateType: read.data?.templateType, chosen };
}

/** Reads words that take an option of a carousel's card; undefined for all others. */
export function readCarouselChoice(content: string): CarouselChoice | undefined {
  if (!content.startsWith("{")) return undefined;
  const { data } = carouselChoiceSchema.safeParse(parseJson(content));
  return data && { card: data.listTitle, title: data.selectionText };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
