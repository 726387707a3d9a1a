const NARROW = "\u202f";

/** 12500 → "12 500 €", with spaces that never break. */
export function euros(amount) {
  return money(amount, "EUR");
}

export function money(amount, currency) {
  const rounded = Math.round(amount * 100) / 100;
  const [whole, cents] = (Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(2)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW);
  return `${grouped}${cents ? `.${cents}` : ""}\u00a0${currency === "EUR" ? "€" : currency}`;
}
