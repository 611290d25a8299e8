import type {
  AssociatedContactSummary,
  Contact as SdkContact,
  CreatePersistentContactAssociationResponse,
} from "@aws-sdk/client-connect";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toAssociatedContacts, toContact, toContinuedFrom } from "../../../src/aws/fromSdk";
import type { AssociationIntent } from "../../../src/domain/association";
import { Failure, type FailureKind } from "../../../src/domain/failure";
import type { ConnectGateway, TranscriptFile } from "../../../src/domain/gateway";
import { deliver } from "../../../src/emulator/delivery";
import { respond } from "../../../src/emulator/respond";
import type { Sandbox } from "../../../src/emulator/state";
import { signedFor } from "../emulator/support/asking";

export const INSTANCE = "a0000000-0000-4000-8000-000000000001";

/** As much of an instance as a plan, its association and its transcripts need. */
export type Asked = Pick<
  ConnectGateway,
  "associate" | "associatedContacts" | "describeContact" | "transcriptFile"
>;

const kinds: Readonly<Record<number, FailureKind>> = { 400: "invalidRequest", 404: "notFound" };

interface Question {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

function answerTo(sandbox: Sandbox, { operation, method, path, body }: Question): unknown {
  const { answer } = respond(sandbox, {
    method,
    url: path,
    headers: signedFor("connect"),
    body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
  });
  const said: unknown = JSON.parse(answer.body.toString());
  if (answer.status === 200) return said;
  const { Message: message = "" } = said as { readonly Message?: string };
  const name = answer.headers["x-amzn-errortype"] ?? "";
  throw new Failure(kinds[answer.status] ?? "serviceError", operation, { name, message });
}

const ask = (sandbox: Sandbox, question: Question): Promise<unknown> =>
  new Promise((resolve) => resolve(answerTo(sandbox, question)));

/** A record as it is on the wire: its times are seconds since the epoch, of which the SDK makes dates. */
type WireContact = Omit<SdkContact, "InitiationTimestamp" | "DisconnectTimestamp"> & {
  readonly InitiationTimestamp?: number;
  readonly DisconnectTimestamp?: number;
};

const dateOf = (seconds: number | undefined): Date | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000);

const fromWire = (contact: WireContact): SdkContact => ({
  ...contact,
  InitiationTimestamp: dateOf(contact.InitiationTimestamp),
  DisconnectTimestamp: dateOf(contact.DisconnectTimestamp),
});

function storedFile(
  sandbox: Sandbox,
  { bucket, key }: { readonly bucket: string; readonly key: string },
): TranscriptFile {
  const { answer } = respond(sandbox, {
    method: "GET",
    url: `/${bucket}/${key}`,
    headers: signedFor("s3"),
    body: Buffer.alloc(0),
  });
  const { body, status } = answer;
  return status === 200
    ? { kind: "text", text: body.toString(), bytes: body.length, bucket, key }
    : { kind: "missing", bucket, key };
}

/** The emulator asked as a function, without SDK and socket: for thousands of worlds. */
export const askedInProcess = (sandbox: Sandbox): Asked => ({
  describeContact: async (id) => {
    const path = `/contacts/${INSTANCE}/${encodeURIComponent(id)}`;
    const said = await ask(sandbox, { operation: "DescribeContact", method: "GET", path });
    return toContact(fromWire((said as { readonly Contact: WireContact }).Contact));
  },
  associatedContacts: async (id) => {
    const path = `/contact/associated/${INSTANCE}?contactId=${encodeURIComponent(id)}`;
    const said = await ask(sandbox, { operation: "ListAssociatedContacts", method: "GET", path });
    const { ContactSummaryList: list } = said as {
      readonly ContactSummaryList: readonly AssociatedContactSummary[];
    };
    return toAssociatedContacts(list, () => undefined);
  },
  associate: async (intent: AssociationIntent) => {
    const said = await ask(sandbox, {
      operation: "CreatePersistentContactAssociation",
      method: "POST",
      path: `/contact/persistent-contact-association/${INSTANCE}/${intent.currentContactId}`,
      body: {
        RehydrationType: intent.rehydrationType,
        SourceContactId: intent.sourceContactId,
        ClientToken: intent.clientToken,
      },
    });
    const response = said as CreatePersistentContactAssociationResponse;
    return { continuedFromContactId: toContinuedFrom(response), attempts: 1 };
  },
  transcriptFile: ({ storedTranscript }) =>
    Promise.resolve(
      storedTranscript.kind === "stored"
        ? storedFile(sandbox, storedTranscript)
        : { kind: "missing" },
    ),
});

/** An address at which one emulator after the other answers. */
export interface Address {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves whichever emulator is the current one, over real sockets. */
export async function serve(current: () => Sandbox): Promise<Address> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "GET", url = "/", headers } = request;
      const body = Buffer.concat(chunks);
      deliver(request, response, respond(current(), { method, url, headers, body }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
