"""The label space. The same words stand in the model's manifest and in src/core/types.ts."""

TYPES = ("medication", "disease", "symptom")
ASSERTIONS = ("present", "absent", "possible", "hypothetical", "past", "other-person", "allergy")

# Tag 0 is outside; type k has B at 1 + 2k and I at 2 + 2k.
TAGS = ("O", *(f"{bio}-{name}" for name in TYPES for bio in "BI"))

IGNORE = -100  # a word without a label of this kind


def begin_tag(type_name: str) -> int:
    return 1 + 2 * TYPES.index(type_name)


def inside_tag(type_name: str) -> int:
    return 2 + 2 * TYPES.index(type_name)
