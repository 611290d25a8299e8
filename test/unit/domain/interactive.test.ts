import assert from "node:assert/strict";
import fc from "fast-check";
import {
  readCarouselChoice,
  readInteractive,
  readInteractiveResponse,
  takes,
} from "../../../src/domain/interactive";

const plain = (content: string) => ({ contentType: "text/plain", content });

const answersOf = (content: string) =>
  readInteractive(content)?.options.map(({ answer }) => answer);

const template = (templateType: string, content: object) =>
  JSON.stringify({ templateType, version: "1.0", data: { content } });

describe("An interactive message", () => {
  it("asks a question with options", () => {
    const content = {
      title: "Which bill?",
      subtitle: "Tap one",
      elements: [{ title: "March", subtitle: "42.10 EUR" }, { title: "April" }],
    };
    assert.deepEqual(readInteractive(template("ListPicker", content)), {
      templateType: "ListPicker",
      title: "Which bill?",
      subtitle: "Tap one",
      options: [
        { title: "March", subtitle: "42.10 EUR", answer: plain("March") },
        { title: "April", subtitle: undefined, answer: plain("April") },
      ],
    });
  });

  it("may offer times, or whole templates side by side", () => {
    const times = template("TimePicker", {
      title: "When?",
      timeslots: [{ date: "2026-04-07T10:00+00:00" }],
    });
    const cards = template("Carousel", {
      title: "Plans",
      elements: [
        { templateType: "Panel", data: { content: { title: "Small", subtitle: "1 GB" } } },
      ],
    });
    assert.deepEqual(readInteractive(times)?.options, [
      {
        title: "2026-04-07T10:00+00:00",
        subtitle: undefined,
        answer: plain("2026-04-07T10:00+00:00"),
      },
    ]);
    assert.deepEqual(readInteractive(cards)?.options, [{ title: "Small", subtitle: "1 GB" }]);
  });

  it("offers what is on a carousel's cards, after each card", () => {
    const element = {
      templateIdentifier: "hotel-1",
      templateType: "Panel",
      data: { content: { title: "Bel Air", elements: [{ title: "Book" }] } },
    };
    const options = readInteractive(
      template("Carousel", { title: "Hotels", elements: [element] }),
    )?.options;
    const content = '{"templateIdentifier":"hotel-1","listTitle":"Bel Air","selectionText":"Book"}';
    assert.deepEqual(options, [
      { title: "Bel Air", subtitle: undefined },
      { title: "Book", subtitle: undefined, card: "Bel Air", answer: plain(content) },
    ]);
    assert.deepEqual(readCarouselChoice(content), { card: "Bel Air", title: "Book" });
    for (const other of ["Book", "{}", '{"listTitle":"Bel Air"}', "{"])
      assert.equal(readCarouselChoice(other), undefined);
  });

  it("is answered by a response where an option asks for more of them", () => {
    const paged = {
      title: "Which bill?",
      preIndex: -1,
      nextIndex: 5,
      listId: "bills",
      referenceId: "r-1",
      elements: [{ title: "March" }, { title: "Show more", actionDetail: "SHOW_MORE" }],
    };
    const [, more] = answersOf(template("ListPicker", paged)) ?? [];
    assert.equal(
      more?.contentType,
      "application/vnd.amazonaws.connect.message.interactive.response",
    );
    assert.deepEqual(JSON.parse(more.content), {
      version: "1.0",
      data: {
        actionName: "SHOW_MORE",
        preIndex: -1,
        nextIndex: 5,
        listId: "bills",
        templateType: "ListPicker",
        referenceId: "r-1",
      },
      action: "SHOW_MORE",
    });
    const other = { ...paged, elements: [{ title: "March", actionDetail: "OTHER" }] };
    assert.deepEqual(answersOf(template("ListPicker", other)), [plain("March")]);
  });

  it("is not answered by a link, a view, a template that nobody knows, or nothing", () => {
    const link = { title: "Terms", type: "hyperlink", url: "https://example.com" };
    const elements = [link, { title: "" }, {}, { title: "Yes", type: "action" }];
    assert.deepEqual(answersOf(template("Panel", { title: "Terms?", elements })), [
      undefined,
      undefined,
      undefined,
      plain("Yes"),
    ]);
    for (const type of ["ViewResource", "AppleForm"])
      assert.deepEqual(answersOf(template(type, { title: "?", elements: [{ title: "Yes" }] })), [
        undefined,
      ]);
  });

  it("knows which option words or a response take", () => {
    const elements = [{ title: "Yes" }, { title: "No" }];
    const options =
      readInteractive(template("QuickReply", { title: "?", elements }))?.options ?? [];
    const taken = (kind: "message" | "interactiveResponse", content: string) =>
      options.map((option) => takes(option, { kind, content }));
    assert.deepEqual(taken("message", "No"), [false, true]);
    assert.deepEqual(taken("interactiveResponse", '{"action":"Yes"}'), [true, false]);
    assert.deepEqual(taken("message", '{"action":"Yes"}'), [false, false]);
    assert.deepEqual(taken("message", "no"), [false, false]);
  });

  it("is answered with what was chosen", () => {
    const action = JSON.stringify({ templateType: "QuickReply", action: "Yes" });
    assert.deepEqual(readInteractiveResponse(action), {
      templateType: "QuickReply",
      chosen: "Yes",
    });
    const titled = template("ListPicker", { title: "March" });
    assert.equal(readInteractiveResponse(titled)?.chosen, "March");
  });

  it("is nothing where its content is something else, and never throws", () => {
    for (const content of ["", "hello", "{}", "[]", "null", '{"templateType":"Panel"}'])
      assert.equal(readInteractive(content), undefined);
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, odd) => {
        readInteractive(text);
        readInteractiveResponse(text);
        readInteractive(template("Panel", { title: odd, elements: [odd], timeslots: odd }));
        readInteractiveResponse(JSON.stringify({ action: odd, data: odd }));
        readCarouselChoice(text);
        readInteractive(template("Carousel", { elements: [{ data: { content: odd } }, odd] }));
      }),
    );
  });
});
