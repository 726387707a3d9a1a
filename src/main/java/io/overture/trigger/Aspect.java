package io.overture.trigger;

/** A part of a visitor that a condition looks at; what did not change need not be looked at again. */
public enum Aspect {
    ATTENTION,
    CART,
    CHECKOUT,
    BEGAN,
    ACTIVE,
    STAKE,
    SEARCHES,
    OCCURRENCES,
    CLIENT,
    CONTEXT,
    MEMORY
}
