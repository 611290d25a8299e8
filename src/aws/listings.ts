import {
  type ConnectClient,
  ListAssociatedContactsCommand,
  ListContactFlowsCommand,
  ListInstancesCommand,
  ListInstanceStorageConfigsCommand,
  ListQueuesCommand,
  ListUsersCommand,
} from "@aws-sdk/client-connect";
import type { Instance } from "../domain/contact";
import type { AssociatedContact } from "../domain/gateway";
import type { ContactFlow } from "../domain/testChat/customerChat";
import type { Caller } from "./caller";
import {
  toAssociatedContacts,
  toContactFlows,
  toInstances,
  toQueueNames,
  toTranscriptStorages,
  toUserNames,
  type TranscriptStorage,
} from "./fromSdk";
import { nonEmpty } from "./present";

// Listings of the service, each read to its end in pages as large as it gives them (domain.md §3.1).

type Connect = Caller<ConnectClient>;

/** The instances of the client's Region. */
export const listInstances = (
  connect: Connect,
  signal: AbortSignal,
): Promise<readonly Instance[]> =>
  allPages((page) => {
    const command = new ListInstancesCommand({ ...page, MaxResults: 10 });
    return connect.call(
      {
        operation: "ListInstances",
        send: (client, options) => client.send(command, options),
        read: ({ InstanceSummaryList: items, NextToken }, dropped) => ({
          items: toInstances(items, dropped),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });

export const listAssociatedContacts = (
  connect: Connect,
  input: { readonly InstanceId: string; readonly ContactId: string },
  signal: AbortSignal,
): Promise<readonly AssociatedContact[]> =>
  allPages((page) => {
    const command = new ListAssociatedContactsCommand({ ...input, ...page, MaxResults: 100 });
    return connect.call(
      {
        operation: "ListAssociatedContacts",
        send: (client, options) => client.send(command, options),
        read: ({ ContactSummaryList: items, NextToken }, dropped) => ({
          items: toAssociatedContacts(items, dropped),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });

/** Login names by user id. */
export const listAgentNames = async (
  connect: Connect,
  InstanceId: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> => {
  const names = await allPages((page) => {
    const command = new ListUsersCommand({ InstanceId, ...page, MaxResults: 1000 });
    return connect.call(
      {
        operation: "ListUsers",
        send: (client, options) => client.send(command, options),
        read: ({ UserSummaryList: items, NextToken }, dropped) => ({
          items: toUserNames(items, dropped),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });
  return new Map(names);
};

export const listQueueNames = async (
  connect: Connect,
  InstanceId: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> => {
  const names = await allPages((page) => {
    const command = new ListQueuesCommand({ InstanceId, ...page, MaxResults: 1000 });
    return connect.call(
      {
        operation: "ListQueues",
        send: (client, options) => client.send(command, options),
        read: ({ QueueSummaryList: items, NextToken }, dropped) => ({
          items: toQueueNames(items, dropped),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });
  return new Map(names);
};

/** The flows that inbound contacts begin with. */
export const listChatFlows = (
  connect: Connect,
  InstanceId: string,
  signal: AbortSignal,
): Promise<readonly ContactFlow[]> =>
  allPages((page) => {
    const command = new ListContactFlowsCommand({
      InstanceId,
      ...page,
      ContactFlowTypes: ["CONTACT_FLOW"],
      MaxResults: 1000,
    });
    return connect.call(
      {
        operation: "ListContactFlows",
        send: (client, options) => client.send(command, options),
        read: ({ ContactFlowSummaryList: items, NextToken }, dropped) => ({
          items: toContactFlows(items, dropped),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });

/** The first store of chat transcripts; the service supports no second one (domain.md §1.5). */
export const findTranscriptStorage = async (
  connect: Connect,
  InstanceId: string,
  signal: AbortSignal,
): Promise<TranscriptStorage | undefined> => {
  const storages = await allPages((page) => {
    const command = new ListInstanceStorageConfigsCommand({
      InstanceId,
      ...page,
      ResourceType: "CHAT_TRANSCRIPTS",
      MaxResults: 10,
    });
    return connect.call(
      {
        operation: "ListInstanceStorageConfigs",
        send: (client, options) => client.send(command, options),
        read: ({ StorageConfigs: items, NextToken }) => ({
          items: toTranscriptStorages(items),
          nextToken: nonEmpty(NextToken),
        }),
      },
      signal,
    );
  });
  return storages[0];
};

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
}

/** A token that comes a second time ends the listing, so that no answer can keep us going for ever. */
export async function allPages<Item>(
  fetchPage: (page: { readonly NextToken?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let page = await fetchPage({});
  items.push(...page.items);
  while (page.nextToken !== undefined && !seen.has(page.nextToken)) {
    seen.add(page.nextToken);
    page = await fetchPage({ NextToken: page.nextToken });
    items.push(...page.items);
  }
  return items;
}
