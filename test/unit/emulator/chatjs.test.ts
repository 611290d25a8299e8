import assert from "node:assert/strict";
import { CreateParticipantCommand } from "@aws-sdk/client-connect";
import type { Item } from "@aws-sdk/client-connectparticipant";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../host/browser";
import { C1, C2, Chatting, gist, InstanceId } from "./support/chatting";

interface Answer {
  readonly data: { readonly Transcript: Item[]; readonly NextToken?: string };
}

/** As much of the library as a chat widget needs. */
interface Session {
  connect(): Promise<{ readonly connectSuccess: boolean }>;
  sendMessage(message: { contentType: string; message: string }): Promise<unknown>;
  sendEvent(event: { contentType: string }): Promise<unknown>;
  sendAttachment(file: { attachment: File }): Promise<unknown>;
  getTranscript(question: object): Promise<Answer>;
  disconnectParticipant(): Promise<unknown>;
  onMessage(listener: (news: { readonly data: Item }) => void): void;
  onChatRehydrated(listener: (news: { readonly data: Item }) => void): void;
  onDeepHeartbeatSuccess(listener: () => void): void;
  onEnded(listener: () => void): void;
}

interface Widget {
  readonly connect: {
    readonly ChatSession: {
      setGlobalConfig(config: object): void;
      create(options: object): Session;
    };
  };
  session: Session;
  tell(name: string, item?: Item): void;
}

/** Runs in the page. */
const openSession = async ({
  endpoint,
  chatDetails,
}: {
  readonly endpoint: string;
  readonly chatDetails: object;
}): Promise<boolean> => {
  const widget = window as typeof window & Widget;
  const { ChatSession } = widget.connect;
  ChatSession.setGlobalConfig({ endpoint, region: "us-east-1" });
  const session = ChatSession.create({ chatDetails, type: "CUSTOMER", disableCSM: true });
  session.onMessage(({ data }) => widget.tell("message", data));
  session.onChatRehydrated(({ data }) => widget.tell("rehydrated", data));
  session.onDeepHeartbeatSuccess(() => widget.tell("heartbeat"));
  session.onEnded(() => widget.tell("ended"));
  widget.session = session;
  return (await session.connect()).connectSuccess;
};

/** Runs in the page: pages back as Amazon Connect's own widget does. */
const readBack = async (): Promise<Item[][]> => {
  const { session } = window as typeof window & Widget;
  const pages: Item[][] = [];
  let nextToken: string | undefined;
  do {
    const { data } = await session.getTranscript({
      scanDirection: "BACKWARD",
      sortOrder: "ASCENDING",
      maxResults: 30,
      ...(nextToken !== undefined && { nextToken }),
    });
    pages.push(data.Transcript);
    nextToken = data.NextToken;
  } while (nextToken);
  return pages;
};

/** What the library told the page, and a way to wait for it. */
class Heard {
  readonly news: string[] = [];
  #notify: () => void = () => undefined;

  tell(name: string, item?: Item): void {
    this.news.push(item ? `${name}: ${gist(item)}` : name);
    this.#notify();
  }

  async until(wanted: string): Promise<void> {
    while (!this.news.includes(wanted)) {
      await new Promise<void>((resolve) => (this.#notify = resolve));
    }
  }
}

describe("emulator: amazon-connect-chatjs in Chromium", () => {
  let chatting: Chatting;
  let browser: Browser;
  let page: Page;
  let shop: Server;
  let heard: Heard;
  const errors: string[] = [];

  before(async () => {
    [chatting, browser] = await Promise.all([Chatting.open(), launchBrowser()]);
    const library = "node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js";
    page = await browser.newPage();
    page.on("pageerror", ({ message }) => errors.push(message));
    heard = new Heard();
    await page.exposeFunction("tell", heard.tell.bind(heard));
    // A real server of this machine: Chromium lets no page from elsewhere ask 127.0.0.1.
    shop = createServer((_, response) => response.end("<!doctype html><title>Shop</title>"));
    await once(shop.listen(0, "127.0.0.1"), "listening");
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
    await page.evaluate(await readFile(library, "utf8"));
  });
  after(async () => {
    await Promise.all([browser.close(), chatting.close()]);
    shop.close();
  });

  const botIn = async (ContactId: string) => {
    const { ParticipantCredentials } = await chatting.connect.send(
      new CreateParticipantCommand({
        InstanceId,
        ContactId,
        ParticipantDetails: { ParticipantRole: "CUSTOM_BOT", DisplayName: "Helper" },
      }),
    );
    return chatting.join(ParticipantCredentials?.ParticipantToken ?? "");
  };

  it("starts, sends words and a file, hears, reads what was continued, and ends, unchanged", async () => {
    const PersistentChat = { SourceContactId: C2, RehydrationType: "FROM_SEGMENT" } as const;
    const { ContactId, ParticipantId, ParticipantToken } = await chatting.start({ PersistentChat });
    const chatDetails = {
      contactId: ContactId,
      participantId: ParticipantId,
      participantToken: ParticipantToken,
    };
    const endpoint = chatting.emulator.url;
    assert.equal(await page.evaluate(openSession, { endpoint, chatDetails }), true);
    for (const news of ["message: participant.joined", "rehydrated: chat.rehydrated", "heartbeat"])
      await heard.until(news);

    const bot = await botIn(ContactId);
    await page.evaluate(async (typing) => {
      const { session } = window as typeof window & Widget;
      await session.sendEvent({ contentType: typing });
      await session.sendMessage({ contentType: "text/plain", message: "It is me again" });
    }, "application/vnd.amazonaws.connect.event.typing");
    await heard.until("message: It is me again");
    await bot.say("Welcome back");
    await heard.until("message: Welcome back");
    await page.evaluate(() => {
      const { session } = window as typeof window & Widget;
      return session.sendAttachment({
        attachment: new File(["%PDF-1.7"], "bill.pdf", { type: "application/pdf" }),
      });
    });
    await heard.until("message: application/pdf");

    const pages = await page.evaluate(readBack);
    const [current = [], ...past] = pages;
    assert.deepEqual(current.map(gist), [
      "participant.joined",
      "chat.rehydrated",
      "participant.joined",
      "It is me again",
      "Welcome back",
      "application/pdf",
    ]);
    assert.deepEqual(
      past
        .toReversed()
        .flat()
        .map(({ Id, RelatedContactId }) => [RelatedContactId, Id]),
      [
        ...(await chatting.stored(C1)).map(({ Id }) => [C1, Id]),
        ...(await chatting.stored(C2)).map(({ Id }) => [C2, Id]),
      ],
    );

    await page.evaluate(() => (window as typeof window & Widget).session.disconnectParticipant());
    await heard.until("ended");
    assert.equal((await chatting.describe(ContactId)).DisconnectReason, "CUSTOMER_DISCONNECT");
    assert.deepEqual(errors, []);
  });
});
