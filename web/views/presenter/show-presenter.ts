import { speakAtFirst } from '../../ui/speak.js';
import { applyTheme } from '../../ui/theme.js';
import { PresenterView } from './presenter-view.js';

/** Show a presenter's window as the document's. It connects to no patient: what it shows, the other window tells. */
export function showPresenter(meeting: string): void {
  applyTheme();
  const view = new PresenterView();
  view.meeting = meeting;
  void speakAtFirst().then(() => document.body.prepend(view));
}
