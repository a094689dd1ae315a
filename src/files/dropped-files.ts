/** What was dropped on the page, folders opened to their depths. */

import { Failure } from "../core/failure.ts";
import { fileSource, type FileSource } from "./file-source.ts";

/** To be called while the drop event is handled: the browser forgets the items afterwards. Never rejects. */
export function droppedFiles(data: DataTransfer): Promise<readonly FileSource[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  // A browser without entries, or a drop that has none, still has files.
  if (entries.length === 0) return Promise.resolve([...data.files].map((file) => fileSource(file)));
  return Promise.all(entries.map(sourcesOf)).then((sources) => sources.flat());
}

async function sourcesOf(entry: FileSystemEntry): Promise<readonly FileSource[]> {
  const path = entry.fullPath.replace(/^\//, "");
  try {
    if (isFile(entry)) return [fileSource(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path)];
    if (isFolder(entry)) {
      const found: FileSource[] = [];
      for await (const child of childrenOf(entry)) found.push(...(await sourcesOf(child)));
      return found;
    }
    return [];
  } catch {
    return [unreadable(path)];
  }
}

/** A folder answers in portions of a hundred or so, the last one empty. */
async function* childrenOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    yield* some;
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const unreadable = (path: string): FileSource => ({
  path,
  sizeBytes: 0,
  bytes: () => Promise.reject(new Failure("file-unreadable", "It could not be opened. Check that you may read it.")),
});
