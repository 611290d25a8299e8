import type { StepAnswer } from "./quickPickStep";

export interface Position {
  readonly step: number;
  readonly totalSteps: number;
}

/** One question: takes what has been chosen so far and adds to it. */
export type Step<Draft> = (draft: Draft, position: Position) => Promise<StepAnswer<Draft>>;

/** Asks one question after the other; back returns to the one before with what was known then. */
export async function askSteps<Draft>(
  steps: readonly Step<Draft>[],
  start: Draft,
): Promise<Draft | undefined> {
  const drafts: Draft[] = [start];
  for (;;) {
    const draft = drafts.at(-1);
    const step = steps[drafts.length - 1];
    if (draft === undefined || step === undefined) return draft;
    const answer = await step(draft, { step: drafts.length, totalSteps: steps.length });
    if (answer.kind === "cancelled") return undefined;
    if (answer.kind === "back") drafts.pop();
    else drafts.push(answer.value);
  }
}
