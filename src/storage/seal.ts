/** A secret under a passphrase: PBKDF2-SHA-256 makes the key, AES-GCM-256 encrypts. */

import * as v from "valibot";

/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA256. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
/** NIST SP 800-38D, section 8.2: 96 bits. A key never encrypts twice, since each seal has its own salt. */
const IV_BYTES = 12;
/** AES-GCM appends the tag of 16 bytes, and nobody's key has 10,000 characters. */
const DATA_BYTES = { least: 17, most: 10_000 };

const bytes = (least: number, most: number) =>
  v.pipe(
    v.custom<Uint8Array<ArrayBuffer>>((input) => input instanceof Uint8Array && input.buffer instanceof ArrayBuffer),
    v.check(({ byteLength }) => byteLength >= least && byteLength <= most),
  );

/** What is stored. `version` 1 fixes the two algorithms and the iterations. */
export const sealedSchema = v.strictObject({
  version: v.literal(1),
  salt: bytes(SALT_BYTES, SALT_BYTES),
  iv: bytes(IV_BYTES, IV_BYTES),
  data: bytes(DATA_BYTES.least, DATA_BYTES.most),
});
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** WebCrypto, of a page (in a secure context) or of Node. */
export type SealCrypto = Pick<Crypto, "subtle" | "getRandomValues">;

export interface SealOptions {
  readonly passphrase: string;
  /** Whose secret it is; bound to the seal, so that one record can't be put in another's place. */
  readonly owner: string;
}

/** Salt and IV are fresh each time: the same secret sealed twice shows no likeness. */
export async function seal(crypto: SealCrypto, secret: string, { passphrase, owner }: SealOptions): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(crypto, passphrase, salt);
  const data = await crypto.subtle.encrypt(parameters(iv, owner), key, new TextEncoder().encode(secret));
  return { version: 1, salt, iv, data: new Uint8Array(data) };
}

/** Undefined when the passphrase or the owner is another, or the record was changed: AES-GCM can't tell these apart. */
export async function unseal(crypto: SealCrypto, { salt, iv, data }: Sealed, { passphrase, owner }: SealOptions): Promise<string | undefined> {
  const key = await keyOf(crypto, passphrase, salt);
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters(iv, owner), key, data));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

/** Composed, so that one passphrase typed on two keyboards is one. */
async function keyOf({ subtle }: SealCrypto, passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", iterations: ITERATIONS, salt };
  return subtle.deriveKey(derivation, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const parameters = (iv: Uint8Array<ArrayBuffer>, owner: string): AesGcmParams => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(owner) });
