/** Milliseconds of one slice where the browser does not tell how much time it has. */
const SLICE = 8;
/** A page that is never idle works on all the same, a slice at a time. */
const PATIENCE = 2000;

/**
 * Takes the steps of some work while the page has nothing else to do, and stops between two steps when it has.
 *
 * @param isWanted asked before each slice; the work is dropped as soon as it answers false
 * @param done called after the last step
 * @param isUrgent asked before each slice: whether the reader waits for it, so that it goes on between two frames, idle or not. Default no
 */
export function whileIdle(steps: Iterator<unknown>, isWanted: () => boolean, done: () => void, isUrgent = (): boolean => false): void {
  const work = (hasTime: () => boolean): void => {
    if (!isWanted()) return;
    do {
      if (steps.next().done) {
        done();
        return;
      }
    } while (hasTime());
    next();
  };
  const next = (): void => {
    if (typeof requestIdleCallback === 'function' && !isUrgent())
      requestIdleCallback(
        (deadline) => {
          const end = performance.now() + SLICE;
          work(() => (deadline.didTimeout ? performance.now() < end : deadline.timeRemaining() > 0));
        },
        { timeout: PATIENCE },
      );
    else
      setTimeout(() => {
        const end = performance.now() + SLICE;
        work(() => performance.now() < end);
      }, SLICE);
  };
  next();
}
