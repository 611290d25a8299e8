import type { ChatAction, PanelAction, PanelContent } from "../../panel/content";
import type { App } from "../app";
import { continueIn } from ".";
import type { TestChat } from "./testChat";

const chatActions: Readonly<Record<ChatAction["action"], true>> = {
  answer: true,
  continueHere: true,
  discardMessage: true,
  endChat: true,
  proveAgain: true,
  sendAgain: true,
  sendMessage: true,
  type: true,
};

export const isChatAction = (action: PanelAction): action is ChatAction =>
  Object.hasOwn(chatActions, action.action);

/** Does what was asked for in the panel of a test chat; nothing where that is not one of this window. */
export async function actOnChat(
  app: App,
  action: ChatAction,
  content: PanelContent,
): Promise<void> {
  const chat = chatOf(app, content);
  if (chat === undefined) return;
  switch (action.action) {
    case "answer":
      return chat.answer(action.itemId, action.option);
    case "continueHere":
      return continueIn(app, chat);
    case "discardMessage":
      chat.discard(action.clientToken);
      return;
    case "endChat":
      return chat.end();
    case "proveAgain":
      return chat.prove();
    case "sendAgain":
      return chat.sendAgain(action.clientToken);
    case "sendMessage":
      return chat.send(action.text);
    case "type":
      return chat.type();
  }
}

const chatOf = ({ testChats }: App, { testChat }: PanelContent): TestChat | undefined =>
  testChat && testChats.find(testChat.id);
