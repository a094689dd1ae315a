/** Where the default model lies: beside the page. */

/** Name of a folder in public/models/, put in at build time from public/models/models.json. */
declare const DEFAULT_MODEL: string;

/** Absolute, with a trailing slash. */
export function defaultModelUrl(): string {
  return new URL(`./models/${DEFAULT_MODEL}/`, document.baseURI).href;
}
