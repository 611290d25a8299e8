/** Everything that can be come to, each by its key with a start that leads there; the starts are among it. Linear in what there is. */
export function walk<State>(
  starts: Iterable<State>,
  keyOf: (state: State) => string,
  nextOf: (state: State) => Iterable<State>,
): ReadonlyMap<string, State> {
  const reached = new Map<string, State>();
  const open = Array.from(starts, (state) => ({ state, start: state }));
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { state, start } = here;
    const key = keyOf(state);
    if (reached.has(key)) continue;
    reached.set(key, start);
    for (const next of nextOf(state)) open.push({ state: next, start });
  }
  return reached;
}
