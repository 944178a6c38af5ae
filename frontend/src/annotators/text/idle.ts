/** Work for the time when nothing else is to be done. */

/** How long work waits after a disturbance, so that no frame of a scroll is lost to it. */
const QUIET = 200;

const patient = typeof requestIdleCallback === "function";

/** Calls `step` in idle time until it answers false. */
export class Idle {
  private idle = 0;
  private timer = 0;
  private disturbed = 0;
  private readonly step: () => boolean;

  constructor(step: () => boolean) {
    this.step = step;
  }

  start(): void {
    if (patient) this.idle = requestIdleCallback(() => this.run());
    else this.timer = window.setTimeout(() => this.run(), 30);
  }

  /** Somebody is scrolling or coding: what is left waits. */
  readonly disturb = (): void => {
    this.disturbed = performance.now();
  };

  private run(): void {
    const wait = this.disturbed + QUIET - performance.now();
    if (this.disturbed > 0 && wait > 0) this.timer = window.setTimeout(() => this.start(), wait);
    else if (this.step()) this.start();
  }

  stop(): void {
    if (patient) cancelIdleCallback(this.idle);
    clearTimeout(this.timer);
  }
}
