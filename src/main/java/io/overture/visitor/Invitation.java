package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one invitation that is open with her.
 *
 * <pre>
 *   offered ──shown──▶ shown ──accepted──▶ a conversation
 *      │                 │ ───declined, dismissed──▶ quiet for days
 *      └────expired──────┴───expired, withdrawn────▶ gone
 * </pre>
 *
 * @param trigger whose moment it answers
 * @param item the piece it is about
 * @param weight of the moment when it was offered, in the book's currency
 * @param language of {@code copy}, BCP 47
 * @param channels the first is the one proposed
 * @param offeredAt when it was committed; it expires a stated time later
 * @param deliveredAt when it was last sent to her tabs
 * @param shownAt when a visible, focused tab first said so
 * @param isSlotHeld whether an advisor's slot is held for it
 * @param advisor who invites her in person; null when the house does
 */
public record Invitation(
        String id,
        String trigger,
        @Nullable String item,
        BigDecimal weight,
        Copy copy,
        String language,
        List<String> channels,
        Instant offeredAt,
        Instant expiresAt,
        Instant deliveredAt,
        @Nullable Instant shownAt,
        boolean isSlotHeld,
        @Nullable Attendant advisor) {

    public Invitation {
        channels = List.copyOf(channels);
    }

    public boolean isShown() {
        return shownAt != null;
    }

    public Invitation shown(Instant at) {
        return at(deliveredAt, at);
    }

    public Invitation delivered(Instant at) {
        return at(at, shownAt);
    }

    private Invitation at(Instant delivered, @Nullable Instant shown) {
        return new Invitation(
                id,
                trigger,
                item,
                weight,
                copy,
                language,
                channels,
                offeredAt,
                expiresAt,
                delivered,
                shown,
                isSlotHeld,
                advisor);
    }
}
