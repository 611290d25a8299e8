import type { Disposable, Event, Terminal } from "vscode";
import { env, EventEmitter, l10n, ThemeIcon, window } from "vscode";
import type { SignIn } from "../domain/failure";
import { shellQuote } from "./shellQuote";

const commands: Readonly<Record<SignIn["kind"], string>> = {
  sso: "aws sso login",
  login: "aws login",
};

/** Undefined where the profile's name can't be passed to this shell safely. */
export function signInCommand({ kind, profile }: SignIn, shellPath: string): string | undefined {
  const name = shellQuote(profile, shellPath);
  return name === undefined ? undefined : `${commands[kind]} --profile ${name}`;
}

/** Terminals in which the AWS CLI begins a session; it is told nothing but the profile's name. */
export class SignIns {
  private readonly ended = new EventEmitter<void>();
  private readonly terminals = new Map<string, Terminal>();
  private readonly closing: Disposable;

  /** Fires when such a terminal was closed, however its command ended. */
  readonly onDidEnd: Event<void> = this.ended.event;

  constructor() {
    this.closing = window.onDidCloseTerminal((closed) => {
      for (const [profile, terminal] of this.terminals)
        if (terminal === closed) {
          this.terminals.delete(profile);
          this.ended.fire();
        }
    });
  }

  /** Runs the command in the profile's terminal; false where it can't be passed the name safely. */
  start(signIn: SignIn): boolean {
    const command = signInCommand(signIn, env.shell);
    if (command === undefined) return false;
    const terminal = this.terminals.get(signIn.profile) ?? this.open(signIn.profile);
    terminal.show();
    terminal.sendText(command);
    return true;
  }

  dispose(): void {
    this.closing.dispose();
    this.ended.dispose();
  }

  private open(profile: string): Terminal {
    const terminal = window.createTerminal({
      name: l10n.t("Sign in: {0}", profile),
      iconPath: new ThemeIcon("account"),
      isTransient: true,
    });
    this.terminals.set(profile, terminal);
    return terminal;
  }
}
