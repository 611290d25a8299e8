import type { Frame } from "playwright-core";

async function find(frame: Frame, text: string): Promise<void> {
  await frame.locator("main h1").click();
  const { keyboard } = frame.page();
  await keyboard.press("Control+F");
  await keyboard.type(text);
  await frame.locator(".count:not(:empty)").waitFor();
}

/** What a person does before a picture is taken, by the picture's name. */
export const steps: Readonly<Record<string, (frame: Frame) => Promise<void>>> = {
  "Personal data hidden, one message revealed": (frame) =>
    frame.getByRole("button", { name: "Reveal" }).first().click(),
  "Find, with matches": (frame) => find(frame, "transfer"),
  "Find, with none": (frame) => find(frame, "no such words"),
  "Filter, open": async (frame) => {
    await frame.getByRole("button", { name: "Filter the transcript" }).click();
    for (const group of ["System", "Bot", "Events"])
      await frame.getByRole("menuitemcheckbox", { name: group }).click();
  },
  "Contacts, open": async (frame) => {
    await frame.locator(".node").nth(1).click();
    await frame.getByRole("button", { name: "Go to a contact" }).click();
  },
};
