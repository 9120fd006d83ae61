/** Asking by voice, only where the browser understands it on the device itself: elsewhere the sound would go to a server. The keyboard has a microphone of its own. */
import { pressed } from './dom.ts';

interface Recognition extends EventTarget {
  lang: string;
  processLocally: boolean;
  start(): void;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
}

interface RecognitionMaker {
  new (): Recognition;
  available?(wish: { langs: string[]; processLocally: true }): Promise<string>;
}

export async function startVoice(): Promise<void> {
  const maker = (globalThis as { SpeechRecognition?: RecognitionMaker }).SpeechRecognition;
  const button = document.querySelector<HTMLElement>('[data-voice]');
  const lang = document.documentElement.lang;
  if (!maker?.available || !button || !('processLocally' in maker.prototype)) return;
  if ((await maker.available({ langs: [lang], processLocally: true }).catch(() => 'unavailable')) !== 'available') return;
  button.hidden = false;
  document.addEventListener('click', (event) => {
    if (pressed(event, '[data-voice]')) hear(new maker(), lang, button);
  });
}

function hear(recognition: Recognition, lang: string, button: HTMLElement): void {
  const question = document.querySelector<HTMLTextAreaElement>('form[data-ask] textarea');
  if (!question) return;
  recognition.lang = lang;
  recognition.processLocally = true;
  recognition.onresult = ({ results }) => {
    question.value = [question.value, results[0]?.[0]?.transcript ?? ''].filter(Boolean).join(' ');
    question.focus();
  };
  recognition.onend = () => button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-pressed', 'true');
  recognition.start();
}
