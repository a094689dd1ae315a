/** Has the browser save a text file, made on this machine. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun when the task after the click runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
