import type { QuickInputButton, QuickPick, QuickPickItem } from "vscode";
import { QuickInputButtons, window } from "vscode";

export type StepAnswer<T> =
  | { readonly kind: "picked"; readonly value: T }
  | { readonly kind: "back" }
  | { readonly kind: "cancelled" };

export interface StepItem<T> extends QuickPickItem {
  /** Absent on separators. */
  readonly value?: T;
}

/** A button in the title of a step. */
export interface StepButton extends QuickInputButton {
  readonly press: () => void;
}

/** Puts buttons into the title, and waits for one of them or for something else; with none, the step goes on by itself. */
export type Offer = (buttons: readonly StepButton[]) => void;

export interface QuickPickStep<T> {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  /** Fills the list; may call `show` more than once as more becomes known. The signal is aborted when the step is left. */
  readonly load: (
    show: (items: readonly StepItem<T>[]) => void,
    signal: AbortSignal,
    offer: Offer,
  ) => Promise<void>;
  /** Which of the items is active at first; the first one unless given. */
  readonly preselected?: (value: T) => boolean;
  /** An item for what was typed, shown above the others: such as a contact id that is not listed. */
  readonly typed?: (text: string) => StepItem<T> | undefined;
}

/** Shows one step of a multi-step quick pick. Rejects when `load` rejects while the step is shown. */
export const askStep = <T>(step: QuickPickStep<T>): Promise<StepAnswer<T>> =>
  ask(step, window.createQuickPick<StepItem<T>>(), ({ activeItems }) => activeItems[0]?.value);

/** A question of its own, whose answers are known; undefined where the person changed their mind. */
export async function askOne<T>(
  question: Pick<QuickPickStep<T>, "title" | "placeholder"> & {
    readonly items: readonly StepItem<T>[];
  },
): Promise<T | undefined> {
  const { items, ...words } = question;
  const load = (show: (items: readonly StepItem<T>[]) => void): Promise<void> => {
    show(items);
    return Promise.resolve();
  };
  const answer = await askStep<T>({ ...words, step: 1, totalSteps: 1, load });
  return answer.kind === "picked" ? answer.value : undefined;
}

/** The same for several at once; nothing chosen is no answer. */
export function askManyStep<T>(step: QuickPickStep<T>): Promise<StepAnswer<readonly T[]>> {
  const pick = window.createQuickPick<StepItem<T>>();
  const load: QuickPickStep<T>["load"] = (show, ...rest) => {
    const showWithBoxes: typeof show = (items) => {
      // What only says something needs no box to tick.
      pick.canSelectMany = items.some(({ value }) => value !== undefined);
      show(items);
    };
    return step.load(showWithBoxes, ...rest);
  };
  return ask({ ...step, load }, pick, ({ selectedItems }) => {
    const values = selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return values.length > 0 ? values : undefined;
  });
}

async function ask<T, V>(
  step: QuickPickStep<T>,
  pick: QuickPick<StepItem<T>>,
  valueOf: (pick: QuickPick<StepItem<T>>) => V | undefined,
): Promise<StepAnswer<V>> {
  const abort = new AbortController();
  dress(pick, step);
  const answer = answerOf(pick, valueOf);
  try {
    pick.show();
    const loading = step.load(showerOf(pick, step), abort.signal, offererOf(pick)).then(() => {
      pick.busy = false;
      return answer;
    });
    return await Promise.race([answer, loading]);
  } finally {
    abort.abort();
    pick.dispose();
  }
}

/** Listeners go with the quick pick. */
const answerOf = <T, V>(
  pick: QuickPick<StepItem<T>>,
  valueOf: (pick: QuickPick<StepItem<T>>) => V | undefined,
): Promise<StepAnswer<V>> =>
  new Promise((resolve) => {
    pick.onDidTriggerButton((button) => {
      if (isStepButton(button)) button.press();
      else resolve({ kind: "back" });
    });
    pick.onDidHide(() => resolve({ kind: "cancelled" }));
    pick.onDidAccept(() => {
      const value = valueOf(pick);
      if (value !== undefined) resolve({ kind: "picked", value });
    });
  });

function dress<T>(pick: QuickPick<StepItem<T>>, step: QuickPickStep<T>): void {
  pick.title = step.title;
  // VS Code would say "(1/1)".
  if (step.totalSteps > 1) {
    pick.step = step.step;
    pick.totalSteps = step.totalSteps;
  }
  pick.placeholder = step.placeholder;
  pick.buttons = step.step > 1 ? [QuickInputButtons.Back] : [];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  pick.busy = true;
}

const isStepButton = (button: QuickInputButton): button is StepButton => "press" in button;

const offererOf = <T>(pick: QuickPick<StepItem<T>>): Offer => {
  const { buttons } = pick;
  return (offered) => {
    pick.buttons = [...buttons, ...offered];
    pick.busy = offered.length === 0;
  };
};

/** Returns the way to set the listed items; what is typed stays above them, and the active item stays active. */
function showerOf<T>(
  pick: QuickPick<StepItem<T>>,
  { typed, preselected }: QuickPickStep<T>,
): (items: readonly StepItem<T>[]) => void {
  let listed: readonly StepItem<T>[] = [];
  const isPreselected = ({ value }: StepItem<T>): boolean =>
    value !== undefined && preselected?.(value) === true;
  const draw = () => {
    const own = typed?.(pick.value.trim());
    pick.items = own === undefined ? listed : [own, ...listed];
  };
  if (typed !== undefined) pick.onDidChangeValue(draw);
  return (items) => {
    const activeIndex = listed.findIndex((item) => item === pick.activeItems[0]);
    const again = items.length === listed.length ? items[activeIndex] : undefined;
    const active = listed.length === 0 ? items.find(isPreselected) : again;
    listed = items;
    draw();
    if (active !== undefined) pick.activeItems = [active];
  };
}
