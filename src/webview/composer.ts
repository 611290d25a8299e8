import type { TemplateResult } from "lit/html.js";
import { html, nothing, render } from "lit/html.js";
import type { ChatView, ProofView } from "../panel/protocol";
import type { Intents } from "./controls";
import { actionButton, actionLink } from "./controls";

/** Others are told that the customer types at most once in so many ms. */
const typingEvery = 5_000;

type Outgoing = ChatView["outgoing"][number];

const outgoing = (message: Outgoing, intents: Intents): TemplateResult =>
  html`<li data-failed=${String(message.failed)}>
    <p class="text" dir="auto">${message.text}</p>
    <p class="quiet">
      <span>${message.state}</span> ${message.buttons.map((button) => actionLink(button, intents))}
    </p>
  </li>`;

/** Leads up to the proof, which the reader at the end does not see. */
const proven = ({ verdict }: ProofView): TemplateResult =>
  html`<button
    type="button"
    class="link proven"
    @click=${() => document.querySelector(".proof")?.scrollIntoView({ block: "center" })}
  >
    <span class="dot" data-tone=${verdict.tone} aria-hidden="true"></span>${verdict.text}
  </button>`;

export interface ComposerParts {
  readonly place: HTMLElement;
  readonly intents: Intents;
  /** Leads to the newest message. */
  readonly goToNewest: () => void;
  /** Called when something was typed. */
  readonly changed: () => void;
}

/** Where the customer of a test chat writes. */
export class Composer {
  private view: ChatView | undefined;
  private proof: ProofView | undefined;
  private isAway = false;
  private typedAt = -typingEvery;

  constructor(private readonly parts: ComposerParts) {}

  /** What was typed and not sent. */
  get draft(): string {
    return this.input?.value ?? "";
  }

  set draft(text: string) {
    if (this.input !== null) this.input.value = text;
  }

  show(view: ChatView | undefined, proof?: ProofView): void {
    const couldWrite = this.view !== undefined && this.view.composer.disabled === undefined;
    this.view = view;
    this.proof = proof;
    this.parts.place.hidden = view === undefined;
    render(view === undefined ? nothing : this.section(view), this.parts.place);
    const canWrite = view !== undefined && view.composer.disabled === undefined;
    if (canWrite && !couldWrite && document.activeElement === document.body)
      this.input?.focus({ preventScroll: true });
  }

  /** Whether there is something newer than what is in sight. */
  setAway(isAway: boolean): void {
    if (this.isAway === isAway) return;
    this.isAway = isAway;
    this.show(this.view, this.proof);
  }

  private get input(): HTMLTextAreaElement | null {
    return this.parts.place.querySelector("textarea");
  }

  private section(view: ChatView): TemplateResult {
    const { intents, goToNewest } = this.parts;
    return html`<section class="chat" aria-label=${view.title}>
      <p class="chatState">
        <span class="dot" data-tone=${view.state.tone} aria-hidden="true"></span>
        <span class="state">${view.state.text}</span>
        <span class="typing quiet">${view.typing}</span>
        ${this.proof === undefined ? nothing : proven(this.proof)}
        ${
          this.isAway
            ? html`<button type="button" class="link newest" @click=${goToNewest}>
                ${view.newest}
              </button>`
            : nothing
        }
      </p>
      ${
        view.outgoing.length === 0
          ? nothing
          : html`<ul class="outgoing">
              ${view.outgoing.map((message) => outgoing(message, intents))}
            </ul>`
      }
      <form class="composer" @submit=${(event: SubmitEvent) => this.onSubmit(event)}>
        ${this.box(view.composer)}
      </form>
      ${
        view.composer.disabled === undefined
          ? nothing
          : html`<p class="why quiet" id="why">${view.composer.disabled}</p>`
      }
      <p class="buttons">${view.buttons.map((button) => actionButton(button, intents))}</p>
    </section>`;
  }

  private box({ label, placeholder, send, disabled }: ChatView["composer"]): TemplateResult {
    const isDisabled = disabled !== undefined;
    return html`<textarea
        rows="1"
        dir="auto"
        aria-label=${label}
        aria-describedby=${isDisabled ? "why" : nothing}
        placeholder=${isDisabled ? "" : placeholder}
        ?disabled=${isDisabled}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        @input=${() => this.onInput()}
      ></textarea>
      <button type="submit" class="button primary" ?disabled=${isDisabled}>${send}</button>`;
  }

  private onKey(event: KeyboardEvent): void {
    // Enter then belongs to what a text is being composed with.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.send();
  }

  private onInput(): void {
    this.parts.changed();
    if (this.draft === "" || performance.now() - this.typedAt < typingEvery) return;
    this.typedAt = performance.now();
    this.parts.intents.act({ action: "type" });
  }

  private send(): void {
    const text = this.draft;
    if (text.trim() === "" || this.view?.composer.disabled !== undefined) return;
    this.draft = "";
    this.typedAt = -typingEvery;
    this.parts.changed();
    this.parts.intents.act({ action: "sendMessage", text });
  }
}
