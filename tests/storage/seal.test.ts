import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { seal, sealedSchema, unseal } from "../../src/storage/seal.ts";

const crypto = globalThis.crypto;
const secret = "sk-not-a-real-key-🫀";
const options = { passphrase: "four plain words here", owner: "openai" };

describe("seal", () => {
  it("gives the secret back to the passphrase, however its accents were typed", async () => {
    const sealed = await seal(crypto, secret, { ...options, passphrase: "crème brûlée for two" });
    expect(await unseal(crypto, sealed, { ...options, passphrase: "crème brûlée for two".normalize("NFD") })).toBe(secret);
  });

  it("gives nothing to another passphrase, for another owner, or from a changed record", async () => {
    const sealed = await seal(crypto, secret, options);
    const flipped = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 3 ? byte ^ 1 : byte));
    expect(await unseal(crypto, sealed, { ...options, passphrase: "four plain words Here" })).toBeUndefined();
    expect(await unseal(crypto, sealed, { ...options, owner: "anthropic" })).toBeUndefined();
    for (const part of ["salt", "iv", "data"] as const) expect(await unseal(crypto, { ...sealed, [part]: flipped(sealed[part]) }, options)).toBeUndefined();
  });

  it("shares nothing between two seals, and shows nothing of the secret", async () => {
    const [one, other] = await Promise.all([seal(crypto, secret, options), seal(crypto, secret, options)]);
    for (const part of ["salt", "iv", "data"] as const) expect(one[part]).not.toEqual(other[part]);
    expect(new TextDecoder().decode(one.data)).not.toContain("sk-");
    expect(JSON.stringify(one)).not.toContain(options.passphrase);
  });

  it("uses 600,000 rounds of PBKDF2-SHA-256 and AES-GCM-256", async () => {
    // Opened by hand, from the written parameters alone.
    const { salt, iv, data } = await seal(crypto, secret, options);
    const bytes = (text: string) => new TextEncoder().encode(text);
    const typed = await crypto.subtle.importKey("raw", bytes(options.passphrase), "PBKDF2", false, ["deriveBits"]);
    const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", iterations: 600_000, salt }, typed, 256);
    const key = await crypto.subtle.importKey("raw", bits, "AES-GCM", false, ["decrypt"]);
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes("openai") }, key, data);
    expect(new TextDecoder().decode(opened)).toBe(secret);
  });

  it("reads only what it writes", async () => {
    const sealed = await seal(crypto, secret, options);
    const reads = (record: unknown): boolean => v.safeParse(sealedSchema, record).success;
    expect(reads(sealed)).toBe(true);
    for (const other of [undefined, {}, { ...sealed, version: 2 }, { ...sealed, salt: new Uint8Array(8) }, { ...sealed, iv: [...sealed.iv] }, { ...sealed, data: new Uint8Array(3) }, { ...sealed, more: 1 }]) {
      expect(reads(other)).toBe(false);
    }
  });
});
