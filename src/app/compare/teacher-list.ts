/** The teachers that the user has put on the list. None is there, and none is called, before the user says so. */

import type { Preset } from "../../teacher/presets.ts";
import type { CompareStore } from "./compare-store.ts";
import { choiceOf, type TeacherChoice } from "./teacher-choice.ts";

export interface TeacherList {
  readonly add: (preset: Preset) => void;
  /** What the test of the connection said no longer holds. */
  readonly change: (id: string, change: Partial<Omit<TeacherChoice, "id">>) => void;
  readonly remove: (id: string) => void;
}

/** `leaving` is told of a teacher before it goes. */
export function createTeacherList(store: CompareStore, { newId, leaving }: { readonly newId: () => string; readonly leaving: (id: string) => void }): TeacherList {
  return {
    add: (preset) => store.setState(({ teachers }) => ({ teachers: [...teachers, choiceOf(preset, newId())] })),
    change: (id, change) =>
      store.setState(({ teachers, checks }) => ({
        checks: without(checks, id),
        teachers: teachers.map((choice) => (choice.id === id ? { ...choice, ...change } : choice)),
      })),
    remove(id) {
      leaving(id);
      store.setState(({ teachers, checks }) => ({ checks: without(checks, id), teachers: teachers.filter((choice) => choice.id !== id) }));
    },
  };
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
