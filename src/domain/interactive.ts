import * as z from "zod/mini";

export interface InteractiveOption {
  readonly title: string;
  readonly subtitle: string | undefined;
}

/** What an interactive message asks (domain.md §3.5). */
export interface Interactive {
  /** `ListPicker`, `TimePicker`, `Panel`, `QuickReply`, `Carousel`, `ViewResource`; an open set. */
  readonly templateType: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** In their order; a time picker's options are its time slots as the service writes them. */
  readonly options: readonly InteractiveOption[];
}

/** What a customer answered. */
export interface InteractiveResponse {
  readonly templateType: string | undefined;
  /** The title of what was chosen. */
  readonly chosen: string;
}

const text = z.catch(z.optional(z.string()), undefined);
const optionSchema = z.catch(
  z.object({
    title: text,
    subtitle: text,
    date: text,
    /** A carousel holds whole templates. */
    data: z.catch(
      z.optional(z.object({ content: z.object({ title: text, subtitle: text }) })),
      undefined,
    ),
  }),
  {},
);
const optionsSchema = z.catch(z.array(optionSchema), []);

const interactiveSchema = z.object({
  templateType: z.string(),
  data: z.object({
    content: z.object({
      title: text,
      subtitle: text,
      elements: optionsSchema,
      timeslots: optionsSchema,
    }),
  }),
});

const responseSchema = z.object({
  templateType: text,
  action: text,
  data: z.catch(z.optional(z.object({ content: z.object({ title: text }) })), undefined),
});

/** Reads an interactive item's content; undefined for anything that is not such a template. */
export function readInteractive(content: string): Interactive | undefined {
  const read = interactiveSchema.safeParse(parseJson(content));
  if (!read.success) return undefined;
  const { title = "", subtitle, elements, timeslots } = read.data.data.content;
  return {
    templateType: read.data.templateType,
    title,
    subtitle,
    options: [...elements, ...timeslots].map(toOption),
  };
}

function toOption(option: z.infer<typeof optionSchema>): InteractiveOption {
  const inner = option.data?.content;
  return {
    title: option.title ?? inner?.title ?? option.date ?? "",
    subtitle: option.subtitle ?? inner?.subtitle,
  };
}

/** Reads what was chosen; undefined where the content does not say it in a known way. */
export function readInteractiveResponse(content: string): InteractiveResponse | undefined {
  const read = responseSchema.safeParse(parseJson(content));
  const chosen = read.data?.action ?? read.data?.data?.content.title;
  return chosen === undefined ? undefined : { templateType: read.data?.templateType, chosen };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
