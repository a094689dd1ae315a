/** Lets the user choose files, or a folder with all that is in it; nothing happens when the choice is called off. */
export function pickFiles(what: "files" | "folder", take: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = what === "folder";
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  input.click();
}
