/** Reads an answer aloud, only with voices that live on the device: others send the text to a server. */
import { answerOf, pressed, textBlocks, textOf } from './dom.ts';

/** The button that was pressed, and what stood on it. */
let reading: { readonly button: HTMLElement; readonly words: string } | null = null;

export function showListen(root: ParentNode): void {
  if (!('speechSynthesis' in window)) return;
  for (const button of root.querySelectorAll<HTMLElement>('[data-listen]')) {
    const answer = answerOf(button);
    button.hidden = !answer || !voiceFor(langOf(answer));
  }
}

export function startListening(): void {
  if (!('speechSynthesis' in window)) return;
  speechSynthesis.addEventListener('voiceschanged', () => showListen(document));
  addEventListener('pagehide', stop);
  document.addEventListener('click', (event) => {
    const button = pressed(event, '[data-listen]');
    if (!button) return;
    const again = button === reading?.button;
    stop();
    if (!again) read(button);
  });
}

function read(button: HTMLElement): void {
  const answer = answerOf(button);
  if (!answer) return;
  reading = { button, words: button.textContent ?? '' };
  button.textContent = button.dataset.stop ?? '';
  for (const block of textBlocks(answer)) {
    const voice = voiceFor(langOf(block));
    if (!voice) continue;
    const spoken = new SpeechSynthesisUtterance(textOf(block));
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onend = () => {
      if (!speechSynthesis.pending && !speechSynthesis.speaking) stop();
    };
    speechSynthesis.speak(spoken);
  }
}

function stop(): void {
  if (reading) reading.button.textContent = reading.words;
  reading = null;
  speechSynthesis.cancel();
}

function langOf(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang;
}

/** The same language; for one that is written in two ways (zh-Hans) its spoken half. */
function voiceFor(lang: string): SpeechSynthesisVoice | undefined {
  const [language] = lang.split('-');
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.replace('_', '-').split('-')[0] === language);
}
