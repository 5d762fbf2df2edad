import type { Store } from '../../src/ports/store.ts';

/** A store whose time can be made to pass. */
export interface PassingTime {
  readonly store: Store;
  readonly now: () => Date;
  /** Whatever was stored until now is so many hours older from now on. */
  pass(hours: number): Promise<void>;
}

const hour = 60 * 60 * 1000;

/**
 * The store of a real server, whose clock nobody can set: every time that it tells is put forward by what has passed
 * until then.
 */
export function passingTime(store: Store): PassingTime {
  const passed: { readonly from: number; readonly by: number }[] = [];

  function put(time: Date): Date {
    const ahead = passed.filter(({ from }) => from <= time.getTime());
    return new Date(time.getTime() + ahead.reduce((sum, { by }) => sum + by, 0));
  }
  function putBoth<T extends { readonly modified: Date; readonly now: Date }>(told: T): T {
    return { ...told, modified: put(told.modified), now: put(told.now) };
  }

  return {
    now: () => put(new Date()),
    async pass(hours) {
      // Servers tell whole seconds, and the time of a list is that before it was begun: what is stored before `from`, and
      // what is told after it, are kept a second apart.
      await new Promise((resolve) => setTimeout(resolve, 2200));
      const from = Math.floor(Date.now() / 1000) * 1000 - 1000;
      passed.push({ from, by: hours * hour });
    },
    store: {
      ...store,
      async read(path, limit) {
        const stored = await store.read(path, limit);
        return stored && putBoth(stored);
      },
      async stat(path) {
        const stored = await store.stat(path);
        return stored && putBoth(stored);
      },
      async list() {
        const { objects, now } = await store.list();
        return {
          objects: objects.map((object) => ({ ...object, modified: put(object.modified) })),
          now: put(now),
        };
      },
      async unfinished() {
        const uploads = await store.unfinished();
        return uploads.map((upload) => ({ ...upload, since: put(upload.since) }));
      },
    },
  };
}
