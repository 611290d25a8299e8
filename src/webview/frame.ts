import { html, render } from "lit/html.js";

/** A part of the page's frame. */
export function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}`);
  return found;
}

/** The parts that the page is drawn into. */
export function frame(): void {
  render(
    html`<main>
        <div class="above"></div>
        <section class="transcript" hidden>
          <div class="transcriptHead"></div>
          <div class="bar">
            <div class="sticky" aria-hidden="true" hidden></div>
            <div class="tools"></div>
            <div class="menuPlace" hidden></div>
            <div class="find" hidden></div>
          </div>
          <div class="rows" role="list"></div>
        </section>
        <div class="chatPlace" hidden></div>
      </main>
      <div class="aloud" role="status" aria-live="polite"></div>
      <div class="toast" aria-hidden="true"></div>`,
    document.body,
  );
}
