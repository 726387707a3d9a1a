import { House } from '../house';
import { arrive } from '../sign-in/arrive';
import { Door } from '../views/door';
import { Near } from './near';

customElements.define('ov-door', Door);
customElements.define('overture-near', Near);

const page = Object.assign(new Near(), { house: new House() });
document.title = page.house.words.near.title;
document.body.prepend(page);
void arrive().then(({ config, issuer, access }) => {
  page.issuer = issuer;
  if (access) page.enter(access);
  page.config = config;
});
