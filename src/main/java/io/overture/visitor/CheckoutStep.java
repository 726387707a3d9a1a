package io.overture.visitor;

import java.util.Optional;

/** GA4's steps of a checkout, in order. */
public enum CheckoutStep {
    BEGIN_CHECKOUT("begin_checkout"),
    ADD_SHIPPING_INFO("add_shipping_info"),
    ADD_PAYMENT_INFO("add_payment_info");

    private final String event;

    CheckoutStep(String event) {
        this.event = event;
    }

    public String event() {
        return event;
    }

    public static Optional<CheckoutStep> ofEvent(String name) {
        for (var step : values()) {
            if (step.event.equals(name)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
