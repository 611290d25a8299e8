import type { Check, CheckVerdict } from "../domain/checks";
import { checkText, verdictWord } from "../wording/checks";
import type { CheckLine } from "./protocol";

const states: Readonly<Record<CheckVerdict, CheckLine["state"]>> = {
  ok: "met",
  problem: "broken",
  unknown: "unknown",
};

const rank: readonly CheckVerdict[] = ["problem", "unknown", "ok"];

/** What stands against a plan comes first, then what is not certain. */
export const checkLines = (checks: readonly Check[]): readonly CheckLine[] =>
  rank
    .flatMap((verdict) => checks.filter((check) => check.verdict === verdict))
    .map((check) => ({
      state: states[check.verdict],
      word: verdictWord(check.verdict),
      text: checkText(check),
    }));
