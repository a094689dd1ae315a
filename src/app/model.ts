/** Which model reads, and on what device: the shipped one, or one from a folder of the user's own. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { Result } from "../core/failure.ts";
import type { DeviceChoice, ModelSource } from "../worker/api.ts";
import type { EngineClient } from "./engine-client.ts";
import { factsOf, loadModelFacts, type ModelFacts } from "./model-facts.ts";
import type { Notices } from "./notices.ts";

export interface ModelState {
  readonly device: DeviceChoice;
  readonly source: ModelSource;
  /** Undefined while they are fetched. */
  readonly facts: Result<ModelFacts> | undefined;
}

export interface Model {
  readonly store: StoreApi<ModelState>;
  /** Loads the model (again), on the given device. */
  readonly start: (device: DeviceChoice) => void;
  /** Reads with the model of this folder from now on, until the page closes or the shipped one is asked for. */
  readonly openFolder: (files: readonly File[]) => void;
  readonly openShipped: () => void;
}

export interface ModelOptions {
  readonly engine: EngineClient;
  readonly notices: Notices;
  /** Absolute URL of the shipped model's folder, with a trailing slash. */
  readonly shippedUrl: string;
  readonly device: DeviceChoice;
}

/** Starts nothing, but asks for the shipped model's facts at once, so that opening the panel makes no request. */
export function createModel({ engine, notices, shippedUrl, device }: ModelOptions): Model {
  const shipped: ModelSource = { kind: "server", url: shippedUrl };
  const shippedFacts = loadModelFacts(shippedUrl);
  const store = createStore<ModelState>(() => ({ device, source: shipped, facts: undefined }));

  const start = (next: DeviceChoice) => {
    store.setState({ device: next });
    notices.clear("device");
    engine.start(next, store.getState().source);
  };
  const switchTo = (source: ModelSource, facts: Promise<Result<ModelFacts>>) => {
    store.setState({ source, facts: undefined });
    void facts.then((known) => store.getState().source === source && store.setState({ facts: known }));
    start(store.getState().device);
  };
  void shippedFacts.then((facts) => store.getState().source === shipped && store.setState({ facts }));
  return {
    store,
    start,
    openFolder(chosen) {
      // A folder is chosen with all that is in it; of folders within it a model needs nothing.
      const files = chosen.filter(({ webkitRelativePath }) => webkitRelativePath.split("/").length <= 2);
      const manifest = files.find(({ name }) => name === "manifest.json");
      switchTo({ kind: "folder", files }, factsOf(() => (manifest === undefined ? Promise.resolve("") : manifest.text()), undefined));
    },
    openShipped: () => switchTo(shipped, shippedFacts),
  };
}
