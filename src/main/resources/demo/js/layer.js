// The shop's measurement, as GA4 documents it. The beacon listens to this; it is not called by it,
// save for the few events GA4 has no name for.

const CURRENCY = "EUR";

function item(piece, { variant, quantity = 1 } = {}) {
  return {
    item_id: piece.id,
    item_name: piece.name,
    item_brand: "Aurelle",
    item_category: piece.category,
    item_category2: piece.line,
    item_variant: variant ?? piece.variants[0].name,
    price: piece.price,
    quantity,
  };
}

const total = (items) => items.reduce((sum, it) => sum + it.price * it.quantity, 0);

function ecommerce(event, items, more = {}) {
  // GA4 asks for the reset, so that one event's items do not leak into the next.
  window.dataLayer.push({ ecommerce: null });
  window.dataLayer.push({ event, ecommerce: { currency: CURRENCY, value: total(items), items, ...more } });
}

const lineItems = (lines) => lines.map((l) => item(l.piece, l));

export const measure = {
  list: (id, name, pieces) =>
    ecommerce(
      "view_item_list",
      pieces.map((p) => item(p)),
      { item_list_id: id, item_list_name: name },
    ),
  select: (piece) => ecommerce("select_item", [item(piece)]),
  piece: (piece) => ecommerce("view_item", [item(piece)]),
  wish: (piece) => ecommerce("add_to_wishlist", [item(piece)]),
  unwish: (piece) => window.overture("track", "remove_from_wishlist", { items: [item(piece)] }),
  add: (line) => ecommerce("add_to_cart", lineItems([line])),
  remove: (line) => ecommerce("remove_from_cart", lineItems([line])),
  bag: (lines) => ecommerce("view_cart", lineItems(lines)),
  checkout: (lines) => ecommerce("begin_checkout", lineItems(lines)),
  shipping: (lines, tier) => ecommerce("add_shipping_info", lineItems(lines), { shipping_tier: tier }),
  payment: (lines, type) => ecommerce("add_payment_info", lineItems(lines), { payment_type: type }),
  purchase: (lines, order) => ecommerce("purchase", lineItems(lines), { transaction_id: order, shipping: 0, tax: 0 }),
  search: (term, results) => window.gtag("event", "search", { search_term: term, results }),
  login: () => window.gtag("event", "login", { method: "demo" }),
  detail: (piece, topic) => window.overture("track", "view_detail", { topic, item_id: piece.id }),
  variant: (piece, variant) => window.overture("track", "select_variant", { item_id: piece.id, variant }),
  // What she has engraved is hers: the option is told, its words never.
  customize: (piece, option) => window.overture("track", "customize_item", { item_id: piece.id, option }),
};
