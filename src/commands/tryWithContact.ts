import { isRehydrationType } from "../domain/association";
import type { App } from "./app";
import { continueFrom } from "./continuePastChat";

/** From over an action of a flow: continues a past chat as the action would, so that its rehydration type is offered first. */
export const tryWithContact = (app: App, rehydrationType: unknown): Promise<void> =>
  continueFrom(app, isRehydrationType(rehydrationType) ? { rehydrationType } : {});
