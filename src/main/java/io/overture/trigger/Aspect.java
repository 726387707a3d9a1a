package io.overture.trigger;

/**
 * A part of a visitor that a condition looks at; what did not change need not be looked at again. In the order of how
 * seldom a condition holds that looks at it and no further.
 */
enum Aspect {
    CLIENT,
    CONTEXT,
    SEARCHES,
    CHECKOUT,
    CART,
    LOOKS,
    ENGAGED,
    OCCURRENCES,
    VIEWS,
    STAKE,
    MEMORY,
    BEGAN,
    ACTIVE
}
