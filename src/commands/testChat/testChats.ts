import { commands } from "vscode";
import type { Connection } from "../../domain/connection";
import type { App } from "../app";
import type { TestChatWish } from "./testChatWish";
import { TestChat } from "./testChat";

/** The test chats of this window. Hung up with it: the service ends what nobody comes back to. */
export class TestChats {
  private readonly chats = new Map<string, TestChat>();

  /** Starts one; resolves when its page shows how that came out. */
  async start(app: App, wish: TestChatWish): Promise<void> {
    const chat = new TestChat(app, wish, () => this.tell());
    this.chats.set(chat.id, chat);
    await chat.start();
  }

  find(id: string): TestChat | undefined {
    return this.chats.get(id);
  }

  /** Those that go on, the newest first. */
  get running(): readonly TestChat[] {
    return [...this.chats.values()].filter(({ isRunning }) => isRunning).reverse();
  }

  /** The one that a contact belongs to. */
  runningOn(connection: Connection, contactId: string): TestChat | undefined {
    return this.running.find(
      (chat) => chat.wish.connection.id === connection.id && chat.has(contactId),
    );
  }

  dispose(): void {
    for (const chat of this.chats.values()) chat.dispose();
  }

  /** For the manifest's menus. */
  private tell(): void {
    const hasRunning = this.running.length > 0;
    void commands.executeCommand("setContext", "contactChains.hasTestChat", hasRunning);
  }
}
