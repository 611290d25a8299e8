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
});
