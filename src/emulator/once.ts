import { AwsError, type ErrorName } from "./awsError";
import type { State } from "./state";

/** One wish: the operation's token among those of its owner, and what is asked for. */
export interface Wish {
  readonly operation: string;
  /** An instance, or a connection to a chat. */
  readonly owner: string;
  readonly token: string | undefined;
  readonly input: unknown;
  /** How the token is refused with another input. */
  readonly misuse?: ErrorName;
}

/**
 * Answers the same wish again without doing it again. Documented of a token: unique, case-sensitive. How long it is
 * remembered isn't; here until the next reset (domain.md §1.3).
 */
export const once = <Answer extends object>(
  { promised }: State,
  { operation, owner, token, input, misuse = "InvalidParameterException" }: Wish,
  act: () => Answer,
): Answer => {
  if (token === undefined || token === "") return act();
  const key = `${operation} ${owner} ${token}`;
  const text = JSON.stringify(input);
  const earlier = promised.get(key);
  // What an operation answered is what it answers.
  if (earlier?.input === text) return earlier.answer as Answer;
  if (earlier) {
    throw new AwsError(misuse, "ClientToken was used before, for a request with other parameters.");
  }
  const answer = act();
  promised.set(key, { input: text, answer });
  return answer;
};
