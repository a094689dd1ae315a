import type { Notice, ViewStore } from "./view-store.ts";

export interface Notices {
  /** One notice at a time about one thing: a newer one takes the place of the older. */
  readonly show: (notice: Omit<Notice, "id">) => void;
  readonly dismiss: (id: number) => void;
  readonly clear: (about: Notice["about"]) => void;
}

export function createNotices(view: ViewStore): Notices {
  let lastId = 0;
  const keepOnly = (wanted: (notice: Notice) => boolean) => {
    const { notices } = view.getState();
    if (!notices.every(wanted)) view.setState({ notices: notices.filter(wanted) });
  };
  return {
    show(notice) {
      const others = view.getState().notices.filter(({ about }) => about !== notice.about);
      view.setState({ notices: [...others, { ...notice, id: ++lastId }] });
    },
    dismiss: (id) => keepOnly((notice) => notice.id !== id),
    clear: (about) => keepOnly((notice) => notice.about !== about),
  };
}
