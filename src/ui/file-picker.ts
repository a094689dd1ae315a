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
