package io.overture.visitor;

import java.time.Instant;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** An order, as her browser told it. */
public record Purchase(
        @Nullable String transactionId,
        Instant at,
        @Nullable BigMoney value,
        List<String> items) {

    public Purchase {
        items = List.copyOf(items);
    }
}
