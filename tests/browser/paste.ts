import type { Page } from "@playwright/test";

/** Pastes a text where the focus is, over what an input holds. */
export async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const field = document.activeElement;
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (!field?.dispatchEvent(event)) return;
    if (field instanceof HTMLInputElement) field.select();
    document.execCommand("insertText", false, pasted);
  }, text);
}
