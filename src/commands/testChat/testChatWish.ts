import type { Connection } from "../../domain/connection";
import type { AssociationPlan } from "../../domain/plan";
import type { ChatIntent, ContactFlow } from "../../domain/testChat/customerChat";

/** What a person confirmed to start. */
export interface TestChatWish {
  readonly connection: Connection;
  readonly flow: ContactFlow;
  /** With the client token that is kept over retries. */
  readonly intent: ChatIntent;
  /** What it is to continue from its start. */
  readonly plan?: AssociationPlan;
}
