import type {
  CreatePersistentContactAssociationRequest,
  CreatePersistentContactAssociationResponse,
} from "@aws-sdk/client-connect";
import { say } from "../chats";
import { continuedContact, refuse } from "../continuation";
import { once } from "../once";
import { endOf, findContact, findInstance } from "../records";
import { REHYDRATED } from "../seed/turns";
import type { State } from "../state";
import type { FromWire, Run } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<CreatePersistentContactAssociationRequest>;

const checkTarget = (target: ContactRecord, now: number): void => {
  if (target.channel !== "CHAT") refuse(`Contact ${target.id} is not a chat.`);
  if (endOf(target, now) !== undefined) refuse(`Contact ${target.id} has ended.`);
  if (target.persistent || target.relatedContactId !== undefined) {
    refuse(`Contact ${target.id} is persistent already; persistence is set only once.`);
  }
};

const associate = (state: State, instance: InstanceRecord, input: Input) => {
  const now = state.clock.now();
  const target = findContact(instance, input.InitialContactId);
  findContact(instance, input.SourceContactId);
  checkTarget(target, now);
  const from = continuedContact(state, instance, {
    sourceId: input.SourceContactId,
    type: input.RehydrationType,
    target,
  });
  target.relatedContactId = from.id;
  target.persistent = true;
  state.changes += 1;
  const chat = state.chats.get(target.initialContactId);
  // A customer who is still to join hears of it then.
  if (chat?.isUnderWay) say(chat, REHYDRATED, now);
  return { ContinuedFromContactId: from.id };
};

export const createPersistentContactAssociation: Run<
  CreatePersistentContactAssociationRequest,
  CreatePersistentContactAssociationResponse
> = (input, state) => {
  const instance = findInstance(state, input.InstanceId);
  const wish = {
    operation: "CreatePersistentContactAssociation",
    owner: instance.id,
    token: input.ClientToken,
    input: [input.InitialContactId, input.SourceContactId, input.RehydrationType],
  };
  return once(state, wish, () => associate(state, instance, input));
};
