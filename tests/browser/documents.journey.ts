/** Documents: the secretariat enters one and gives its files; the staff prepares with it; all read it once it is released. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { isSoundHere } from "./axe.ts";
import { expect, speak, test } from "./conference.ts";
import { office } from "./hall.ts";
import { pdf } from "./paper.ts";
import { type Tongue, wording, words } from "./words.ts";

const PDF = pdf(["Provisional agenda", "Adoption of the report", "Closing"]);
const TEXT = Buffer.from("مشروع جدول الأعمال المؤقت");
const TITLE = { en: "Provisional agenda", ar: "جدول الأعمال المؤقت" };

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({
      path: `${process.env.SHOTS}/documents-${name}.png`,
      fullPage: true,
    });
}

const papers = (page: Page, tongue: Tongue) =>
  page.getByRole("region", { name: words(tongue, "documents-title") });

/** A PDF is read page by page, by its picture and by its words. */
async function reads(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "agenda final.pdf" });
  const first = dialog.getByRole("region", {
    name: wording("en", "reader-page", { number: 1, count: 3 }),
  });
  await expect(first).toContainText("Provisional agenda");
  const ink = () =>
    first.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value, at) => at % 4 === 0 && value < 64) ?? false;
    });
  await expect.poll(ink, "the first page is drawn").toBe(true);
  const told = dialog.getByRole("status");
  await dialog.getByRole("button", { name: words("en", "reader-after") }).click();
  await expect(told).toHaveText(wording("en", "reader-page", { number: 2, count: 3 }));
  await dialog.getByRole("button", { name: words("en", "reader-larger") }).click();
  await expect(dialog.getByText("Adoption of the report")).toBeAttached();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
    await isSoundHere(page, `a PDF that is read at ${width} px`);
    await shot(page, `reader-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a document is the staff’s until it is released, and is read and withdrawn in every lobby at once", async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const page = await office(conference);
  const interpreter = await conference.enter("interpreter");
  await speak(interpreter, "ar");
  const iraq = await conference.enter("iraq");
  await speak(iraq, "en");
  await expect(papers(page, "en")).toContainText(words("en", "documents-none"));

  // Entered and given by keyboard and file chooser, in two languages.
  await papers(page, "en")
    .getByRole("button", { name: words("en", "documents-add") })
    .press("Enter");
  let dialog = page.getByRole("dialog");
  await dialog
    .getByRole("button", { name: words("en", "documents-save") })
    .click();
  await expect(
    dialog.getByText(words("en", "documents-title-needed")),
  ).toBeVisible();
  for (const [language, title] of Object.entries(TITLE))
    await dialog
      .getByLabel(wording("en", "documents-title-in", { language }))
      .fill(title);
  await dialog
    .getByLabel(words("en", "documents-symbol"))
    .fill("E/ESCWA/2021/1");
  const file = (language: string) =>
    dialog.getByLabel(wording("en", "documents-file-in", { language }));
  await file("en").setInputFiles({
    name: "agenda.png",
    mimeType: "image/png",
    buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"),
  });
  await isSoundHere(page, "the form of a document");
  await dialog
    .getByRole("button", { name: words("en", "documents-save") })
    .click();
  await expect(dialog.getByRole("alert")).toContainText("agenda.png");
  // What was typed is there still; another file is taken.
  await expect(
    dialog.getByLabel(wording("en", "documents-title-in", { language: "ar" })),
  ).toHaveValue(TITLE.ar);
  await file("en").setInputFiles({
    name: "agenda final.pdf",
    mimeType: "application/pdf",
    buffer: PDF,
  });
  await file("ar").setInputFiles({
    name: "جدول.txt",
    mimeType: "text/plain",
    buffer: TEXT,
  });
  await dialog
    .getByLabel(words("en", "documents-official-language"))
    .selectOption("en");
  await dialog
    .getByRole("button", { name: words("en", "documents-save") })
    .click();
  await expect(dialog).toBeHidden();
  const held = papers(page, "en")
    .getByRole("listitem")
    .filter({ hasText: TITLE.en })
    .first();
  await expect(held).toContainText("E/ESCWA/2021/1");
  await expect(held).toContainText(words("en", "documents-held"));

  // The booths prepare with it; a delegation has not heard of it.
  await expect(papers(interpreter, "ar")).toContainText(TITLE.ar);
  await expect(papers(interpreter, "ar")).toContainText(
    words("ar", "documents-held"),
  );
  await expect(papers(iraq, "en")).toHaveCount(0);

  await held
    .getByRole("button", {
      name: wording("en", "documents-change-of", { title: TITLE.en }),
    })
    .click();
  dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("agenda final.pdf");
  await dialog
    .getByLabel(words("en", "documents-release"))
    .selectOption("released");
  await dialog
    .getByRole("button", { name: words("en", "documents-save") })
    .click();
  await expect(dialog).toBeHidden();
  await expect(papers(iraq, "en")).toContainText(TITLE.en);
  await expect(papers(iraq, "en")).not.toContainText(
    words("en", "documents-held"),
  );
  const coming = iraq.waitForEvent("download");
  await papers(iraq, "en")
    .getByRole("link", { name: /English/ })
    .press("Enter");
  await reads(iraq);
  await iraq
    .getByRole("dialog")
    .getByRole("link", { name: words("en", "reader-take") })
    .click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("agenda final.pdf");
  expect(await readFile(await download.path())).toEqual(PDF);
  await iraq.keyboard.press("Escape");
  await papers(iraq, "en")
    .getByRole("link", { name: /Arabic|العربية/ })
    .click();
  await expect(iraq.getByRole("dialog")).toContainText(TEXT.toString());
  await isSoundHere(iraq, "a text that is read");
  await iraq.keyboard.press("Escape");
  await expect(iraq.getByRole("dialog")).toHaveCount(0);

  for (const [tongue, width] of [
    ["ar", 1440],
    ["ar", 360],
    ["fr", 320],
    ["en", 360],
  ] as const) {
    await iraq.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
    await speak(iraq, tongue);
    await expect(papers(iraq, tongue)).toBeVisible();
    await isSoundHere(
      iraq,
      `the lobby with a document at ${width} px in ${tongue}`,
    );
    await shot(iraq, `lobby-${tongue}-${width}`);
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
    await speak(page, tongue);
    await expect(papers(page, tongue)).toBeVisible();
    await isSoundHere(
      page,
      `the secretariat with a document at ${width} px in ${tongue}`,
    );
    await papers(page, tongue)
      .getByRole("button", { name: words(tongue, "documents-add") })
      .click();
    await isSoundHere(
      page,
      `the form of a document at ${width} px in ${tongue}`,
    );
    await shot(page, `form-${tongue}-${width}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await shot(page, `office-${tongue}-${width}`);
  }

  await speak(page, "en");
  await page
    .getByRole("button", {
      name: wording("en", "documents-change-of", { title: TITLE.en }),
    })
    .click();
  dialog = page.getByRole("dialog");
  await dialog.getByLabel(words("en", "documents-withdraw")).check();
  await dialog
    .getByRole("button", { name: words("en", "documents-save") })
    .click();
  await expect(dialog).toBeHidden();
  for (const reader of [iraq, interpreter])
    await expect(reader.getByText("E/ESCWA/2021/1")).toHaveCount(0);
});

test("an Arabic PDF and a file of a word processor are read by their words, also where their pages tell none", async ({
  conference,
}) => {
  const page = await office(conference);
  const add = async (title: string, language: string, name: string, buffer: Buffer) => {
    await papers(page, "en").getByRole("button", { name: words("en", "documents-add") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(wording("en", "documents-title-in", { language: "en" })).fill(title);
    const file = dialog.getByLabel(wording("en", "documents-file-in", { language }));
    await file.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await dialog.getByLabel(words("en", "documents-release")).selectOption("released");
    await dialog.getByRole("button", { name: words("en", "documents-save") }).click();
    await expect(dialog).toBeHidden();
  };
  const fixture = (name: string) => readFile(new URL(`../fixtures/${name}`, import.meta.url));
  await add("Note", "ar", "مذكرة.pdf", await fixture("pdf/libreoffice.pdf"));
  await add("Programme", "fr", "programme.docx", await fixture("docx/libreoffice.docx"));
  await add("Scan", "en", "scan.pdf", await fixture("pdf/empty.pdf"));

  for (const [tongue, width] of [["ar", 360], ["fr", 1440]] as const) {
    const iraq = await conference.enter("iraq", { viewport: { width, height: 740 } });
    await speak(iraq, tongue);
    const paper = (title: string) => papers(iraq, tongue).getByRole("listitem").filter({ hasText: title }).getByRole("link").first();
    await paper("Note").press("Enter");
    const dialog = iraq.getByRole("dialog");
    await expect(dialog.locator("canvas").first()).toBeVisible();
    const text = dialog.getByRole("button", { name: words(tongue, "reader-text"), exact: true });
    await expect(text).toHaveAttribute("aria-pressed", "false");
    await text.press("Enter");
    await expect(text).toHaveAttribute("aria-pressed", "true");
    const read = dialog.getByRole("region", { name: words(tongue, "reader-text"), exact: true });
    await expect(read).toContainText("إعلان المؤتمر الإقليمي لاستعراض الاتفاق");
    await expect(read.locator("p")).toHaveCSS("direction", "rtl");
    await isSoundHere(iraq, `a PDF by its words at ${width} px in ${tongue}`);
    await shot(iraq, `text-${tongue}-${width}`);
    await dialog.getByRole("button", { name: words(tongue, "reader-pages"), exact: true }).press("Enter");
    await expect(dialog.locator("canvas").first()).toBeVisible();
    await iraq.keyboard.press("Escape");

    await paper("Programme").press("Enter");
    await expect(dialog.getByRole("region", { name: words(tongue, "reader-text") })).toContainText("Lebanon");
    await isSoundHere(iraq, `a DOCX by its words at ${width} px in ${tongue}`);
    await iraq.keyboard.press("Escape");

    await paper("Scan").press("Enter");
    await dialog.getByRole("button", { name: words(tongue, "reader-text"), exact: true }).click();
    await expect(dialog.getByRole("status")).toHaveText(words(tongue, "reader-wordless"));
  }
});
