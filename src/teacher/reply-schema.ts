/** The form of a teacher's reply: as JSON schema for the provider, as valibot schema at our border. */

import * as v from "valibot";
import { ASSERTIONS, ENTITY_TYPES } from "../core/types.ts";

/**
 * The subset that every provider's structured output takes: objects, arrays, strings, enums, all keys required, no
 * further keys, no lengths, patterns or numbers. Quotes, never offsets: models count badly.
 */
export const REPLY_JSON_SCHEMA = {
  type: "object",
  properties: {
    mentions: {
      type: "array",
      items: {
        type: "object",
        properties: {
          quote: { type: "string" },
          type: { type: "string", enum: [...ENTITY_TYPES] },
          assertion: { type: "string", enum: [...ASSERTIONS] },
        },
        required: ["quote", "type", "assertion"],
        additionalProperties: false,
      },
    },
  },
  required: ["mentions"],
  additionalProperties: false,
} as const;

/** One mention. Further keys are ignored. */
export const quotedMentionSchema = v.object({
  quote: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  type: v.picklist(ENTITY_TYPES),
  assertion: v.picklist(ASSERTIONS),
});

/** The frame: an object with `mentions`, or the bare list. The mentions are parsed one by one. */
export const replyFrameSchema = v.union([v.object({ mentions: v.array(v.unknown()) }), v.array(v.unknown())]);
