import type { QuickPick, QuickPickItem } from "vscode";
import { QuickInputButtons, window } from "vscode";

export type StepAnswer<T> =
  | { readonly kind: "picked"; readonly value: T }
  | { readonly kind: "back" }
  | { readonly kind: "cancelled" };

export interface StepItem<T> extends QuickPickItem {
  /** Absent on separators. */
  readonly value?: T;
}

export interface QuickPickStep<T> {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  /** Fills the list; may call `show` more than once as more becomes known. The signal is aborted when the step is left. */
  readonly load: (
    show: (items: readonly StepItem<T>[]) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** An item for what was typed, shown above the others: such as a contact id that is not listed. */
  readonly typed?: (text: string) => StepItem<T> | undefined;
}

/** Shows one step of a multi-step quick pick. Rejects when `load` rejects. */
export function askStep<T>(step: QuickPickStep<T>): Promise<StepAnswer<T>> {
  return new Promise((resolve, reject) => {
    const pick = window.createQuickPick<StepItem<T>>();
    const abort = new AbortController();
    const disposables: { dispose(): void }[] = [pick];
    const finish = (end: () => void) => {
      abort.abort();
      for (const each of disposables.splice(0)) each.dispose();
      end();
    };
    dress(pick, step);
    const show = keepTypedOnTop(pick, step, disposables);
    disposables.push(
      pick.onDidTriggerButton(() => finish(() => resolve({ kind: "back" }))),
      pick.onDidHide(() => finish(() => resolve({ kind: "cancelled" }))),
      pick.onDidAccept(() => {
        const value = pick.activeItems[0]?.value;
        if (value !== undefined) finish(() => resolve({ kind: "picked", value }));
      }),
    );
    pick.show();
    step.load(show, abort.signal).then(
      () => (pick.busy = false),
      (error: unknown) => {
        if (!abort.signal.aborted) finish(() => reject(error));
      },
    );
  });
}

function dress<T>(pick: QuickPick<StepItem<T>>, step: QuickPickStep<T>): void {
  pick.title = step.title;
  pick.step = step.step;
  pick.totalSteps = step.totalSteps;
  pick.placeholder = step.placeholder;
  pick.buttons = step.step > 1 ? [QuickInputButtons.Back] : [];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  pick.busy = true;
}

/** Returns the way to set the listed items; what is typed stays above them. */
function keepTypedOnTop<T>(
  pick: QuickPick<StepItem<T>>,
  { typed }: QuickPickStep<T>,
  disposables: { dispose(): void }[],
): (items: readonly StepItem<T>[]) => void {
  let listed: readonly StepItem<T>[] = [];
  const draw = () => {
    const own = typed?.(pick.value.trim());
    const [active] = pick.activeItems;
    pick.items = own === undefined ? listed : [own, ...listed];
    const same = pick.items.find(
      (item) => item.value !== undefined && item.value === active?.value,
    );
    if (same !== undefined) pick.activeItems = [same];
  };
  if (typed !== undefined) disposables.push(pick.onDidChangeValue(draw));
  return (items) => {
    listed = items;
    draw();
  };
}
