import assert from "node:assert/strict";
import { readItems } from "../../../src/domain/parseTranscript";
import { answerWith, lastQuestion } from "../../../src/domain/testChat/question";

const INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";

const ask = (Id: string, ...titles: string[]) => ({
  Id,
  ContentType: INTERACTIVE,
  ParticipantRole: "SYSTEM",
  Content: JSON.stringify({
    templateType: "QuickReply",
    data: { content: { title: Id, elements: titles.map((title) => ({ title })) } },
  }),
});

const say = (ParticipantRole: string, Content: string, ContentType = "text/plain") => ({
  ParticipantRole,
  Content,
  ContentType,
});

const after = (...said: readonly object[]) => lastQuestion(readItems(said, { contactId: "c1" }));

describe("The question of a chat", () => {
  it("is the last that was asked", () => {
    assert.equal(after(say("AGENT", "Hello")), undefined);
    assert.equal(after(ask("q1", "Yes"), ask("q2", "Yes"))?.item.id, "q2");
  });

  it("is answered by whatever the customer says, and by nobody else", () => {
    const response = say("CUSTOMER", '{"action":"Yes"}', `${INTERACTIVE}.response`);
    for (const answer of [say("CUSTOMER", "Hm"), response])
      assert.equal(after(ask("q", "Yes"), say("AGENT", "Well?"), answer)?.isAnswered, true);
    assert.equal(after(say("CUSTOMER", "Hm"), ask("q", "Yes"))?.isAnswered, false);
    assert.equal(after(ask("q", "Yes"), say("AGENT", "Well?"))?.isAnswered, false);
  });

  it("is answered with an option that it has, while it is open", () => {
    const open = after(ask("q", "Yes", "No"));
    assert.deepEqual(answerWith(open, "q", 1), {
      text: "No",
      answer: { contentType: "text/plain", content: "No" },
    });
    assert.equal(answerWith(open, "q", 2), undefined);
    assert.equal(answerWith(open, "other", 0), undefined);
    assert.equal(answerWith(after(ask("q", "Yes"), say("CUSTOMER", "Hm")), "q", 0), undefined);
    assert.equal(answerWith(undefined, "q", 0), undefined);
  });
});
