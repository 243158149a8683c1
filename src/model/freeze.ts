/** Values that are frozen to their last value already. */
const done = new WeakSet<object>();

/** Notes that a value is frozen to its last value, so that nobody looks again. */
export function alreadyFrozen<T extends object>(root: T): T {
  done.add(root);
  return root;
}

/** Freezes a record and everything it holds, so that no reader of a catalogue can change what another reads. */
export function deepFreeze<T extends object>(root: T): T {
  if (done.has(root)) return root;
  const pending: unknown[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) continue;
    Object.freeze(value);
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) pending.push(child);
  }
  return root;
}
