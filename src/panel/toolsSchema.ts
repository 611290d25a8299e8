import * as z from "zod/mini";

/** The words of what helps with reading a transcript. `{0}` and `{1}` stand for numbers that only the page knows. */
export const toolsSchema = z.object({
  find: z.object({
    title: z.string(),
    matchCase: z.string(),
    previous: z.string(),
    next: z.string(),
    close: z.string(),
    /** `{0} of {1}` */
    count: z.string(),
    none: z.string(),
  }),
  filter: z.object({
    title: z.string(),
    /** `{0} of {1} items` */
    status: z.string(),
    clear: z.string(),
    /** What each role is called, and what is nobody's message. */
    groups: z.object({
      customer: z.string(),
      agent: z.string(),
      supervisor: z.string(),
      bot: z.string(),
      system: z.string(),
      unknown: z.string(),
      event: z.string(),
    }),
  }),
  contacts: z.object({ title: z.string() }),
  /** Of one contact's part of the transcript. */
  copyPart: z.string(),
});
