/** A promise with what settles it at hand. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A rejection that nobody waits for is no error of the page: whoever rejects tells it. */
export function deferred(): Deferred {
  const nothing = (): void => undefined;
  let [resolve, reject]: [() => void, (error: unknown) => void] = [nothing, nothing];
  const promise = new Promise<void>((done, failed) => {
    [resolve, reject] = [done, failed];
  });
  promise.catch(nothing);
  return { promise, resolve, reject };
}
