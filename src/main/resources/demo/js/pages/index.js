// Addresses and their pages. A page is made anew at each visit: `{title, markup, enter?(main), tell?()}`, where
// `enter` wires what was drawn and `tell` reports the view to the data layer.

import { category, find } from "../catalogue.js";
import { cartPage } from "./cart.js";
import { addressPage, deliveryPage, paymentPage } from "./checkout.js";
import { homePage } from "./home.js";
import { listPage } from "./list.js";
import { lostPage } from "./lost.js";
import { orderPage } from "./order.js";
import { piecePage } from "./piece.js";
import { pressPage } from "./press.js";
import { searchPage } from "./search.js";
import { signInPage } from "./sign-in.js";
import { wishesPage } from "./wishes.js";

const FIXED = {
  "": homePage,
  cart: cartPage,
  checkout: addressPage,
  "checkout/delivery": deliveryPage,
  "checkout/payment": paymentPage,
  order: orderPage,
  "press/noon": pressPage,
  search: searchPage,
  "sign-in": signInPage,
  wishes: wishesPage,
};

export function pageFor(url) {
  const path = url.pathname.replace(/^\/demo\/?/, "").replace(/\/$/, "");
  if (Object.hasOwn(FIXED, path)) return FIXED[path](url);
  if (category(path)) return listPage(category(path));
  const piece = path.startsWith("piece/") && find(path.slice("piece/".length));
  return piece ? piecePage(piece) : lostPage();
}
