/** Where the default model lies: beside the main page. */

/** Name of a folder in public/models/, put in at build time from public/models/models.json. */
declare const DEFAULT_MODEL: string;

/** Absolute, with a trailing slash. `siteUrl`: the address of the main page. */
export function defaultModelUrl(siteUrl: string): string {
  return new URL(`./models/${DEFAULT_MODEL}/`, siteUrl).href;
}
