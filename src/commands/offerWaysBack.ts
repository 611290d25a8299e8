import { ThemeIcon, type Disposable } from "vscode";
import { waysBackOf, type WayBack } from "../domain/waysBack";
import { wayBackLabel } from "../wording/waysBack";
import type { App } from "./app";
import { actOn, type Failed } from "./failureActions";
import type { Offer, StepButton } from "./quickPickStep";

/** Another connection is no way back for whoever is about to add one: in a quick pick that is the step before. */
type WayInPlace = Exclude<WayBack, "addConnection">;

const icons: Readonly<Record<WayInPlace, string>> = {
  copyIamStatement: "copy",
  openAwsConfig: "go-to-file",
  retry: "refresh",
  signIn: "sign-in",
};

/**
 * Offers the ways back from a failure as buttons of a quick pick's step. Resolves when it is time to try again: that was
 * chosen, or there may be other credentials now. Resolves too when the step is left.
 */
export async function offerWaysBack(
  app: App,
  failed: Failed,
  { offer, signal }: { readonly offer: Offer; readonly signal: AbortSignal },
): Promise<void> {
  const ways = waysBackOf(failed.failure).filter((way) => way !== "addConnection");
  const watchers: Disposable[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const again = (): void => resolve();
      watchers.push(app.signIns.onDidEnd(again), app.credentialFiles.onDidChange(again));
      signal.addEventListener("abort", again, { once: true });
      const press = (way: WayInPlace): void => {
        actOn(app, way, { ...failed, retry: again }).catch(reject);
      };
      offer(ways.map((way) => buttonOf(way, press)));
    });
  } finally {
    for (const watcher of watchers) watcher.dispose();
    offer([]);
  }
}

const buttonOf = (way: WayInPlace, press: (way: WayInPlace) => void): StepButton => ({
  iconPath: new ThemeIcon(icons[way]),
  tooltip: wayBackLabel(way),
  press: () => press(way),
});
