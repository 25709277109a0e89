export type CameraState = 'off' | 'starting' | 'working' | 'blocked';

export interface Camera {
  /** Shows what the camera sees; the person's own side for the face. */
  show(side: 'user' | 'environment'): void;
  stop(): void;
  /** A still of what is seen, once the camera is ready; null if there is none within 3 seconds. */
  take(): Promise<HTMLCanvasElement | null>;
}

/**
 * The browser's camera in the given video element. Runs in the frame's page, sent there as text: it must not refer to
 * anything outside itself.
 */
export function createCamera(video: HTMLVideoElement, changed: (state: CameraState) => void): Camera {
  let stream: MediaStream | null = null;
  let shown: 'user' | 'environment' | null = null;
  let ready: Promise<boolean> = Promise.resolve(false);

  function end(): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    video.hidden = true;
  }

  async function open(side: 'user' | 'environment'): Promise<boolean> {
    try {
      // Absent in an insecure page, whatever the types say.
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      const opened = await devices?.getUserMedia({ video: { facingMode: side, width: { ideal: 1280 } }, audio: false });
      if (opened === undefined) throw new Error('No camera');
      if (shown !== side) {
        for (const track of opened.getTracks()) track.stop();
        return false;
      }
      stream = opened;
      video.srcObject = opened;
      video.classList.toggle('mirrored', side === 'user');
      video.hidden = false;
      await video.play();
      changed('working');
      return true;
    } catch {
      if (shown === side) changed('blocked');
      return false;
    }
  }

  return {
    show(side) {
      if (shown === side) return;
      end();
      shown = side;
      changed('starting');
      ready = open(side);
    },
    stop() {
      end();
      shown = null;
      changed('off');
    },
    async take() {
      const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3000));
      if (!(await Promise.race([ready, late])) || video.videoWidth === 0) return null;
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      return canvas;
    },
  };
}
