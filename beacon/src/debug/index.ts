import { later } from '../guard';
import type { Inspected, Watch } from '../watch';
import { Record } from './record';
import { overlay } from './view';
import { remedy } from './words';

/** Many things happen in one go; they are drawn together. */
const BREATH = 100;

/**
 * Told what the script sees and does: warns once in the console when the server refuses this page, and draws the overlay
 * where it was asked for. Asked for by the address, which anybody can write, it waits until the server has taken
 * something of this page, and so knows its origin.
 */
export default (host: Inspected): Watch => {
  const record = new Record();
  let warned = false;
  let drawn: (() => void) | undefined;
  let due = false;

  const warn = (why: unknown) => {
    if (!warned) console.warn('Overture: ' + remedy(why, host.site(), host.server, location.origin));
    warned = true;
  };
  const draw = () => {
    due = false;
    if (!host.asked || (host.asked == 'address' && !record.allowed)) return;
    drawn ||= overlay(host, record);
    drawn();
  };
  const soon = () => {
    if (!due) later(draw, BREATH);
    due = true;
  };

  record.tell('consent', host.consent());
  if (host.asked == 'address' && record.consent?.analytics_storage != 'granted')
    console.info('Overture: the overlay opens once consent is given and the server has answered. With data-debug on the tag it opens at once.');
  soon();
  return (kind, ...about) => {
    record.tell(kind, ...about);
    if (kind == 'refused') warn(about[0]);
    soon();
  };
};
