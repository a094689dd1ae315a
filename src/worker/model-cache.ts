/** The model's files in Cache Storage. Where there is no room, or no Cache Storage, everything goes on without it. */

const CACHE_NAME = "chartlight-models";

export interface ModelCache {
  /** The stored bytes, or undefined; also when the store can't be read. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Does nothing when the store is full. */
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes every entry whose key begins with `root` and is not among `keys`. */
  keepOnly(root: string, keys: ReadonlySet<string>): Promise<void>;
}

/** Keys are absolute URLs. */
export async function openModelCache(): Promise<ModelCache> {
  const store = await orUndefined(() => caches.open(CACHE_NAME));
  return {
    async get(key) {
      return orUndefined(async () => {
        const response = await store?.match(key);
        return response && new Uint8Array(await response.arrayBuffer());
      });
    },
    async put(key, bytes) {
      await orUndefined(() => store?.put(key, new Response(bytes)));
    },
    async delete(key) {
      await orUndefined(() => store?.delete(key));
    },
    async keepOnly(root, keys) {
      const stored = (await orUndefined(() => store?.keys())) ?? [];
      const old = stored.filter(({ url }) => url.startsWith(root) && !keys.has(url));
      await Promise.all(old.map(({ url }) => orUndefined(() => store?.delete(url))));
    },
  };
}

/** A cache is a convenience: a full disk or a refused permission must not stop the reading. */
async function orUndefined<T>(act: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
