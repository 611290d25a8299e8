import type { LogOutputChannel, TreeView } from "vscode";
import type { Accounts } from "../connections/accounts";
import type { CredentialFiles } from "../connections/credentialFiles";
import type { ConnectionStore } from "../connections/connectionStore";
import type { Failures } from "../connections/failures";
import type { FilterStore } from "../connections/filterStore";
import type { Gateways } from "../connections/gateways";
import type { Notebook } from "../connections/notebook/notebook";
import type { Sandbox } from "../connections/sandbox";
import type { SignIns } from "../connections/signIns";
import type { Transcripts } from "../connections/transcripts";
import type { Connection } from "../domain/connection";
import type { Panels } from "../panel/panels";
import type { ChatNode } from "../views/chatNode";
import type { Chats } from "../views/chats";
import type { ChatTree } from "../views/chatTree";
import type { TryTree } from "../views/tries/tryTree";
import type { FreshTexts } from "./documents/freshTexts";
import type { RecordDocuments } from "./records/recordDocuments";
import type { TestChats } from "./testChat/testChats";

/** What commands act on. */
export interface App {
  /** The Sandbox and what the person added. */
  readonly connections: () => readonly Connection[];
  readonly connectionStore: ConnectionStore;
  readonly filters: FilterStore;
  readonly accounts: Accounts;
  readonly gateways: Gateways;
  readonly failures: Failures;
  readonly signIns: SignIns;
  readonly credentialFiles: Pick<CredentialFiles, "onDidChange">;
  readonly sandbox: Sandbox;
  /** What time it is where the connection leads to: the Sandbox has a clock of its own. Milliseconds since the epoch, UTC. */
  readonly now: (connection: Connection) => number;
  readonly chats: Chats;
  readonly transcripts: Transcripts;
  readonly tree: ChatTree;
  readonly view: TreeView<ChatNode>;
  readonly notebook: Notebook;
  readonly tries: TryTree;
  readonly records: RecordDocuments;
  readonly freshTexts: FreshTexts;
  readonly panels: Pick<
    Panels,
    "ask" | "show" | "showApart" | "pin" | "hidePersonal" | "hidesPersonal"
  >;
  readonly testChats: TestChats;
  readonly log: LogOutputChannel;
}
