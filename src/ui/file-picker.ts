/** Lets the user choose one text file; nothing happens when the choice is called off. */
export function openFilePicker(take: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".txt,.md,.text,text/plain,text/markdown";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) take(file);
  });
  input.click();
}

/** Lets the user choose a folder; takes the files that lie in it, not those of folders within. */
export function openFolderPicker(take: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.webkitdirectory = true;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])].filter(({ webkitRelativePath }) => webkitRelativePath.split("/").length <= 2);
    if (files.length > 0) take(files);
  });
  input.click();
}
