import { randomUUID } from "node:crypto";
import { assembleTranscript } from "../../domain/assembleTranscript";
import type { Contact } from "../../domain/contact";
import { Failure } from "../../domain/failure";
import type { Lineage } from "../../domain/history";
import type { CustomerChat, OutgoingMessage } from "../../domain/testChat/customerChat";
import type { Proof } from "../../domain/testChat/proof";
import { answerWith } from "../../domain/testChat/question";
import type { Conversation, TranscriptItem, TranscriptPart } from "../../domain/transcript";
import { triedProof, type Try } from "../../domain/tries";
import type {
  AssociationReport,
  PanelContent,
  ProofState,
  TestChatLine,
} from "../../panel/content";
import { madeFrom, sentIntent } from "../../panel/content";
import type { PanelPage } from "../../panel/openPanel";
import type { App } from "../app";
import type { ConfirmedAssociation } from "../associate";
import { sendAndNote } from "../associate";
import { HeardChat } from "./heardChat";
import { Outbox } from "./outbox";
import { proveAssociation } from "./proveAssociation";
import { startAndNote } from "./startAndNote";
import { startReport } from "./startReport";
import type { TestChatWish } from "./testChatWish";

/** A chat in which the person is the customer, from its start to its end, with the page that shows it. */
export class TestChat {
  readonly id = randomUUID();
  private readonly abort = new AbortController();
  private readonly outbox = new Outbox(() => this.draw());
  private readonly heard = new HeardChat({
    describe: (contactId, read) => this.describe(contactId, read),
    changed: () => this.drawAnew(),
    said: (item) => this.said(item),
    lineChanged: (line) => this.lineChanged(line),
  });
  private chat: CustomerChat | undefined;
  private page: PanelPage | undefined;
  private past: readonly TranscriptPart<Contact>[] = [];
  private conversation: Conversation<Contact> | undefined;
  private association: AssociationReport | undefined;
  private lineage: Lineage | undefined;
  /** What was continued last, as the notebook has it. */
  private tried: Try | undefined;
  private proof: ProofState | undefined;
  private isDrawing = false;

  /** `changed` is called when it begins and when it ends. */
  constructor(
    private readonly app: App,
    readonly wish: TestChatWish,
    private readonly changed: () => void,
  ) {}

  /** The session's first contact; undefined until it is started. */
  get contactId(): string | undefined {
    return this.chat?.contactId;
  }

  /** The contact that the session is on. */
  get currentContactId(): string | undefined {
    return this.heard.latestContactId ?? this.contactId;
  }

  get isRunning(): boolean {
    return this.chat !== undefined && this.heard.now.kind !== "ended";
  }

  has(contactId: string): boolean {
    return contactId === this.contactId || this.heard.has(contactId);
  }

  show(): void {
    if (this.page?.isShown === true) this.page.reveal();
    else this.page = this.app.panels.showApart(this.content());
  }

  /** Starts it; again with the same client token where that failed. */
  async start(): Promise<void> {
    const { connection } = this.wish;
    this.heard.line({ kind: "starting" });
    this.show();
    try {
      const { chat, tried } = await startAndNote(this.app, this.wish, this.signal);
      this.chat = chat;
      this.tried = tried;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.heard.line({ kind: "notStarted", failure: error });
      return;
    }
    this.chat.open(this.heard);
    this.changed();
    await Promise.all([
      this.continueFromStart(this.chat),
      this.app.chats.readNames(connection).then(() => this.draw()),
      this.app.tree.reread(connection),
    ]);
  }

  /** The same again of what failed: the start, or the association with its client token. */
  async retry(): Promise<void> {
    const { association } = this;
    if (this.heard.now.kind === "notStarted") await this.start();
    else if (association?.outcome.kind === "failed") {
      const intent = sentIntent(association);
      const { connection } = this.wish;
      if (intent) await this.associate({ connection, plan: association.plan, intent });
    }
  }

  send(text: string): Promise<void> {
    return this.deliver({ text, clientToken: randomUUID() });
  }

  /** Takes an option of the question that is open; nothing where that is another one, or is being answered. */
  async answer(itemId: string, option: number): Promise<void> {
    const message = this.outbox.isSending
      ? undefined
      : answerWith(this.heard.question, itemId, option);
    if (message) await this.deliver({ ...message, clientToken: randomUUID() });
  }

  async sendAgain(clientToken: string): Promise<void> {
    const message = this.outbox.find(clientToken);
    if (message !== undefined) await this.deliver(message);
  }

  discard(clientToken: string): void {
    this.outbox.remove(clientToken);
  }

  async type(): Promise<void> {
    try {
      await this.chat?.type(this.signal);
    } catch (error) {
      // A courtesy, after which nobody asks.
      if (!(error instanceof Failure)) throw error;
    }
  }

  async end(): Promise<void> {
    await this.chat?.end(this.signal);
  }

  /** Continues a past chat in this one, and reads back what that brought. */
  async associate(confirmed: ConfirmedAssociation): Promise<void> {
    const { connection, plan, intent } = confirmed;
    const { chats, tree } = this.app;
    const [lineage, current] = await Promise.all([
      chats.lineage(connection, intent.sourceContactId, this.signal),
      chats.contact(connection, intent.currentContactId, this.signal),
    ]);
    this.lineage = lineage;
    const report = { intent, plan, current };
    this.report({ ...report, outcome: { kind: "pending" } });
    const { outcome, tried } = await sendAndNote(this.app, confirmed, current);
    this.tried = tried;
    this.report({ ...report, outcome });
    if (madeFrom(outcome) === undefined) return;
    await Promise.all([tree.rereadChain(connection, intent.currentContactId), this.prove()]);
  }

  /** Reads back what the association brought. */
  async prove(): Promise<void> {
    const { association, chat } = this;
    if (association === undefined || chat === undefined) return;
    const { connection } = this.wish;
    const subject = { connection, chat, plan: association.plan };
    await proveAssociation(this.app, subject, this.signal, (proof, past = this.past) => {
      this.proof = proof;
      this.past = past;
      this.drawAnew();
      if (proof.kind === "ready" && proof.isFinal) this.noteProof(proof.proof);
    });
  }

  dispose(): void {
    this.abort.abort();
    this.heard.dispose();
    this.chat?.dispose();
  }

  private get signal(): AbortSignal {
    return this.abort.signal;
  }

  private noteProof(proof: Proof): void {
    if (this.tried) void this.app.notebook.note({ ...this.tried, proof: triedProof(proof) });
  }

  private async continueFromStart(chat: CustomerChat): Promise<void> {
    const { plan, ...wish } = this.wish;
    if (plan === undefined) return;
    const { lineage, report } = await startReport(this.app, { ...wish, plan, chat }, this.signal);
    this.lineage = lineage;
    this.report(report);
    await this.heard.settle();
    if (madeFrom(report.outcome) !== undefined) await this.prove();
  }

  private async deliver(message: OutgoingMessage): Promise<void> {
    const { chat } = this;
    if (chat !== undefined)
      await this.outbox.deliver(message, () => chat.send(message, this.signal));
  }

  private describe(contactId: string, read: (contact: Contact) => void): void {
    const { connection } = this.wish;
    this.inBackground(this.app.chats.contact(connection, contactId, this.signal).then(read));
  }

  private said(item: TranscriptItem): void {
    this.outbox.heard(item.id);
    this.page?.announce(item);
  }

  private lineChanged({ kind }: TestChatLine): void {
    if (kind !== "ended") return;
    this.changed();
    const { connection } = this.wish;
    if (this.contactId !== undefined) this.app.chats.forgetChain(connection, this.contactId);
    this.inBackground(this.app.tree.reread(connection));
  }

  /** What is shown is right without it, only less complete. */
  private inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.signal.aborted) this.app.log.warn(`Test chat: ${String(error)}`);
    });
  }

  private report(association: AssociationReport): void {
    this.association = association;
    this.draw();
  }

  private drawAnew(): void {
    this.conversation = undefined;
    this.draw();
  }

  /** Once for all that happens at one moment. */
  private draw(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    queueMicrotask(() => {
      this.isDrawing = false;
      this.page?.update(this.content());
    });
  }

  private content(): PanelContent {
    const { association, lineage, contactId, wish } = this;
    const { question } = this.heard;
    return {
      connection: wish.connection,
      names: this.app.chats.knownNames(wish.connection),
      ...(lineage && { lineage }),
      ...(association && { association }),
      ...(contactId !== undefined && {
        conversation: { kind: "ready", conversation: this.spoken(contactId) },
      }),
      testChat: {
        id: this.id,
        ...(contactId !== undefined && { contactId }),
        displayName: wish.intent.displayName,
        flowName: wish.flow.name,
        line: this.heard.now,
        ...(question && { question }),
        ...(this.heard.typedBy && { typing: this.heard.typedBy }),
        outgoing: this.outbox.waiting,
        ...(this.proof && { proof: this.proof }),
      },
    };
  }

  private spoken(contactId: string): Conversation<Contact> {
    this.conversation ??= assembleTranscript([...this.past, ...this.heard.partsOf(contactId)]);
    return this.conversation;
  }
}
