/** A PDF as pages that can be drawn. Its reader is a chunk of its own, with its worker, which only whoever opens one fetches. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// The build for browsers of some years: the other one calls what those that conferences meet do not have yet.
GlobalWorkerOptions.workerSrc = worker;

/** Most pixels of a page that is drawn: more, and a phone has no memory for it. */
const PIXELS_MAX = 8_000_000;

/** A page, in CSS pixels at the size of the paper. */
export interface Sheet {
  number: number;
  width: number;
  height: number;
}

/** A document that was opened. */
export class Pdf {
  readonly sheets: readonly Sheet[];
  readonly #task: PDFDocumentLoadingTask;
  readonly #document: PDFDocumentProxy;

  private constructor(task: PDFDocumentLoadingTask, document: PDFDocumentProxy, sheets: readonly Sheet[]) {
    this.#task = task;
    this.#document = document;
    this.sheets = sheets;
  }

  /** Opens the document at an address. Fails where it is none that can be shown. */
  static async open(url: string): Promise<Pdf> {
    // In one piece: its parts one by one would be more calls than a person may make. Nothing in it runs: what is compiled
    // as it runs, the page forbids.
    const task = getDocument({ url, disableRange: true, useWasm: false, enableXfa: false });
    const document = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
    const sheets = numbers.map(async (number): Promise<Sheet> => {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: CSS_SCALE });
      return { number, width, height };
    });
    return new Pdf(task, document, await Promise.all(sheets));
  }

  /** Draws a page so large, and lays its text over it, for who selects it and who hears it. What is under way ends with the signal. */
  async draw(
    number: number,
    scale: number,
    canvas: HTMLCanvasElement,
    text: HTMLElement,
    signal: AbortSignal,
  ): Promise<void> {
    const page: PDFPageProxy = await this.#document.getPage(number);
    const viewport = page.getViewport({ scale: CSS_SCALE * scale });
    const most = Math.sqrt(PIXELS_MAX / (viewport.width * viewport.height));
    const ratio = Math.min(devicePixelRatio, most);
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    if (signal.aborted) return;
    const drawing = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
    signal.addEventListener('abort', () => {
      drawing.cancel();
      layer.cancel();
    });
    text.replaceChildren();
    await Promise.all([drawing.promise, layer.render()]);
  }

  /** Lets go of it, and of its worker. */
  close(): void {
    void this.#task.destroy();
  }
}

/** Points of a PDF are 1/72 inch, CSS pixels 1/96. */
const CSS_SCALE = 96 / 72;
