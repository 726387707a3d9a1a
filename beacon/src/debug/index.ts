import { later, safe } from '../guard';
import type { Watch } from '../watch';
import { Record } from './record';
import { readTag } from './tag';
import { overlay } from './view';
import { remedy } from './words';

/** Many things happen in one go; they are drawn together. */
const BREATH = 100;
/** A page that has named no site by then has probably forgotten it. */
const NAMED_BY = 10000;

/**
 * Told what the script sees and does: warns once in the console when the server refuses this page, and draws the overlay
 * where it is wanted. Wanted by the address, which anybody can write, it waits until the server has taken something of
 * this page, and so knows its origin.
 *
 * @param heard what was told before this module was there
 */
export default (heard: unknown[][], here = import.meta.url): Watch => {
  const tag = readTag(here);
  const record = new Record(tag.site);
  const byAddress = /[?&]overture=debug/.test(location.search);
  let warned = false;
  let drawn: (() => void) | undefined;
  let due = false;

  const warn = () => {
    if (!warned) console.warn('Overture: ' + remedy(record.refused, record.site, tag.server, location.origin));
    warned = true;
  };
  const draw = safe(() => {
    due = false;
    if (tag.debug || (byAddress && record.allowed)) (drawn ||= overlay(tag, record))();
  });
  const soon = () => {
    if (!due) later(draw, BREATH);
    due = true;
  };
  const watch: Watch = safe((kind, ...about) => {
    record.tell(kind, ...about);
    if (record.refused !== undefined) warn();
    soon();
  });

  for (const [kind, ...about] of heard) watch(kind as string, ...about);
  later(() => record.site || warn(), NAMED_BY);
  if (byAddress && !tag.debug && !record.allowed)
    console.info('Overture: the overlay opens once consent is given and the server has answered; with data-debug on the tag, at once.');
  soon();
  return watch;
};
