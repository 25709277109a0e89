const encoder = new TextEncoder();

/** A stream of a server that says what a test tells it to, until its request is aborted. */
export class FakeStream {
  readonly body: ReadableStream<Uint8Array>;
  /** The page has ended it: nobody reads any more. */
  isClosed = false;
  readonly #signal: AbortSignal;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#controller = controller),
      cancel: () => this.#close(),
    });
    // As fetch does.
    signal.addEventListener('abort', () => {
      if (this.#controller !== null) this.#controller.error(signal.reason);
      this.#close();
    });
  }

  /** The answer to the request, where it is one of `fetch`. */
  response(contentType = 'text/event-stream'): Response {
    return new Response(this.body, { headers: { 'content-type': contentType } });
  }

  /** An event with that state, and more fields. */
  says(verificationState: string, more: Record<string, unknown> = {}): this {
    return this.event(JSON.stringify({ verificationState, ...more }));
  }

  /** An event with that data, which may have several lines. */
  event(data: string): this {
    return this.text(`${data.split('\n').map((line) => `data: ${line}\n`).join('')}\n`);
  }

  beat(): this {
    return this.text(': \n\n');
  }

  text(text: string): this {
    return this.bytes(encoder.encode(text));
  }

  bytes(bytes: Uint8Array): this {
    if (!this.isClosed) this.#controller?.enqueue(bytes);
    return this;
  }

  end(): void {
    if (!this.isClosed) this.#controller?.close();
    this.#close();
  }

  break(): void {
    if (!this.isClosed) this.#controller?.error(new TypeError('network error'));
    this.#close();
  }

  /** Whether its request has been aborted. */
  get isAborted(): boolean {
    return this.#signal.aborted;
  }

  #close(): void {
    this.isClosed = true;
    this.#controller = null;
  }
}
