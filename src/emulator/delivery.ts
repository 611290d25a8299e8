import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpAnswer } from "./http";
import type { Reply } from "./respond";

const start = (response: ServerResponse, { status, headers, body }: HttpAnswer): void => {
  // An answer to HEAD says the length that GET would have.
  response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
};

export const send = (response: ServerResponse, answer: HttpAnswer): void => {
  start(response, answer);
  response.end(answer.body);
};

const sendHalf = (response: ServerResponse, answer: HttpAnswer): void => {
  const bytes = Buffer.from(answer.body);
  start(response, answer);
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
};

/** Brings an answer to the client as far as its delivery says. */
export const deliver = (
  request: IncomingMessage,
  response: ServerResponse,
  { answer, delivery }: Reply,
): void => {
  switch (delivery) {
    case "whole":
      send(response, answer);
      return;
    case "half":
      sendHalf(response, answer);
      return;
    case "nothing":
      request.socket.destroy();
      return;
    case "never":
      // The connection stays open until the client gives up or the emulator closes.
      return;
  }
};
