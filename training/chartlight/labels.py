"""The label space. The same words stand in the model's manifest and in src/core/types.ts."""

TYPES = ("medication", "disease", "symptom")
ASSERTIONS = ("present", "absent", "possible", "hypothetical", "past", "other-person", "allergy")

# Tag 0 is outside; type k has B at 1 + 2k and I at 2 + 2k.
TAGS = ("O", *(f"{bio}-{name}" for name in TYPES for bio in "BI"))

# Which types the notes of a guideline label. The others are out of the softmax in training, and never found in decoding.
GUIDELINE_TYPES = {
    "clinical": TYPES,
    "bc5cdr": ("medication", "disease"),
    "ncbi_disease": ("disease",),
    "biored": ("medication", "disease"),
    "maccrobat2020": TYPES,
}

IGNORE = -100  # a word without a label of this kind


def covered_types(guideline: str) -> tuple[bool, ...]:
    """One answer per TYPES."""
    return tuple(name in GUIDELINE_TYPES[guideline] for name in TYPES)


def begin_tag(type_name: str) -> int:
    return 1 + 2 * TYPES.index(type_name)


def inside_tag(type_name: str) -> int:
    return 2 + 2 * TYPES.index(type_name)
