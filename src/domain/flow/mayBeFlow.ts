/** A member of a flow, whichever comes first. */
const HEAD = /"(?:Version|StartAction|Metadata|Settings|Actions)"\s*:/;

/** How much of a text's beginning tells whether it may be a flow. */
export const headLength = 1000;

/** By its beginning; costs nothing, and passes over nearly all JSON there is. */
export const hasFlowHead = (head: string): boolean => HEAD.test(head);

/** Whether it is worth to be read; costs a search of the text, and is asked of what has the head only. */
export const namesFlowMembers = (text: string): boolean =>
  text.includes('"StartAction"') && text.includes('"Actions"');
