import { readInteractive } from "../interactive";
import type { InteractiveItem, TranscriptItem } from "../transcript";
import type { OutgoingMessage } from "./customerChat";

/** An interactive message that the customer of a chat is to answer. */
export interface Question {
  readonly item: InteractiveItem;
  /** Whatever the customer says answers it: a bot takes the words as they come. */
  readonly isAnswered: boolean;
}

/** The last question of these items of one session, oldest first. */
export function lastQuestion(items: readonly TranscriptItem[]): Question | undefined {
  const at = items.findLastIndex(({ kind }) => kind === "interactive");
  const item = items[at];
  return item?.kind === "interactive"
    ? { item, isAnswered: items.slice(at + 1).some(isAnswer) }
    : undefined;
}

/** Whether the customer says something in words, or by a choice. */
export const isAnswer = ({ kind, role }: TranscriptItem): boolean =>
  kind === "interactiveResponse" || (kind === "message" && role === "CUSTOMER");

/** What the customer sends to take an option; undefined where the question is not open, or the option cannot be taken. */
export function answerWith(
  question: Question | undefined,
  itemId: string,
  option: number,
): Omit<OutgoingMessage, "clientToken"> | undefined {
  if (question?.item.id !== itemId || question.isAnswered) return undefined;
  const { title, answer } = readInteractive(question.item.content)?.options[option] ?? {};
  return title === undefined || answer === undefined ? undefined : { text: title, answer };
}
