import type { ChatAction, PanelAction, PanelContent } from "../../panel/content";
import type { App } from "../app";
import { continueIn } from ".";

const chatActions: Readonly<Record<ChatAction["action"], true>> = {
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
  { testChat }: PanelContent,
): Promise<void> {
  const chat = testChat && app.testChats.find(testChat.id);
  if (chat === undefined) return;
  switch (action.action) {
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
