import type { Browser, Page } from "playwright-core";

/** As much of Chromium's trace as is looked at; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Processor time of the thread; not every Chromium tells it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of the longest task on the page's main thread during the work. */
export async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, {
    categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"],
  });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const tasks = traceEvents.filter(isTask).filter(isOnOneOf(mainThreads(traceEvents)));
  if (tasks.length === 0) throw new Error("The trace has no tasks.");
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => Math.min(dur, tdur))) / 1000;
}

const isTask = ({ name, ph }: TraceEvent): boolean =>
  ph === "X" && (name === "RunTask" || name === "ThreadControllerImpl::RunTask");

const mainThreads = (events: readonly TraceEvent[]): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

const isOnOneOf =
  (threads: ReadonlySet<string>) =>
  (event: TraceEvent): boolean =>
    threads.has(threadOf(event));
