/** Small schemas that several wire formats share. A field that is missing or of another kind reads as undefined. */

import * as v from "valibot";

export const text = v.fallback(v.optional(v.nullish(v.string())), undefined);
export const count = v.fallback(v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))), undefined);

/** The value when it has the form, else undefined. */
export function read<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}

/** The sum of what is given; undefined when nothing is. */
export function sum(...counts: readonly (number | undefined)[]): number | undefined {
  const given = counts.filter((value) => value !== undefined);
  return given.length === 0 ? undefined : given.reduce((a, b) => a + b, 0);
}

const modelList = v.object({ data: v.array(v.object({ id: v.string() })) });

/** `{"data":[{"id"}]}`, as OpenAI, its kin and Anthropic list models. */
export const readModelIds = (body: unknown): readonly string[] | undefined => read(modelList, body)?.data.map(({ id }) => id);
