/** What the pages gain from a script: each of them works without it. Words come from the page, never from here. */
import { startAsking } from './ask.ts';
import { startEmbedded } from './embedded.ts';
import { startExit } from './exit.ts';
import { startKeeping } from './keep.ts';
import { showListen, startListening } from './listen.ts';
import { showShare, startSharing } from './share.ts';
import { startVoice } from './voice.ts';

startExit();
startAsking((answer) => {
  showShare(answer);
  showListen(answer);
});
startSharing();
startListening();
startVoice();
startEmbedded();
startKeeping();
