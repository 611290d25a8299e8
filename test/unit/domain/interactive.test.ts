import assert from "node:assert/strict";
import fc from "fast-check";
import { readInteractive, readInteractiveResponse } from "../../../src/domain/interactive";

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
        { title: "March", subtitle: "42.10 EUR" },
        { title: "April", subtitle: undefined },
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
      { title: "2026-04-07T10:00+00:00", subtitle: undefined },
    ]);
    assert.deepEqual(readInteractive(cards)?.options, [{ title: "Small", subtitle: "1 GB" }]);
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
      }),
    );
  });
});
