package io.overture.flow;

import io.overture.engine.Input;
import io.overture.offer.Wish;
import io.overture.trigger.Book;
import io.overture.trigger.Service;
import io.overture.visitor.Due;
import io.overture.visitor.Invitation;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step that made an offer, or a promise, needs of an advisor. */
final class Wishes {

    private Wishes() {}

    /** Empty: the step made no offer that needs a slot. */
    static Optional<Wish> of(VisitorKey key, Visitor before, Visitor after, Book book) {
        var invitation = after.invitation();
        var session = after.session();
        if (invitation == null || session == null || !invitation.isSlotHeld() || isMade(before, invitation.id())) {
            return Optional.empty();
        }
        var client = session.client();
        return Optional.of(new Wish(
                invitation.id(),
                key,
                session.language(),
                invitation.channels(),
                category(session, invitation),
                client == null ? null : client.id(),
                book.relationship(session.standing()),
                invitation.weight(),
                moment(session, invitation),
                after.tabs().isEmpty() ? List.of() : after.tabs().getLast().places()));
    }

    /** What a visitor is told will be seen to who was not before: a task without desks, else what she asked to have later. */
    static List<Due.Promise> promised(Visitor before, Visitor after, Service service) {
        return after.due().stream()
                .filter(due -> due instanceof Due.Promised
                        || due instanceof Due.Wanted wanted && !service.hasDesks() && wanted.isFirstOfOwn())
                .filter(due -> !before.due().contains(due))
                .map(Due.Promise.class::cast)
                .toList();
    }

    /** Where the page is that asked for it. */
    static List<String> places(List<Input> inputs, Due.Promise promise) {
        return inputs.stream()
                .filter(input ->
                        input instanceof Input.Asked asked && asked.id().equals(promise.asked()))
                .map(input -> ((Input.Asked) input).tab().places())
                .findFirst()
                .orElse(List.of());
    }

    private static String moment(Session session, Invitation invitation) {
        var held = session.moments().get(invitation.trigger());
        return invitation.trigger() + "@" + (held == null ? "" : held.since().toEpochMilli());
    }

    /** Whether an offer is hers: open, or answered already. */
    static boolean isMade(Visitor visitor, String offer) {
        var invitation = visitor.invitation();
        var conversation = visitor.conversation();
        return invitation != null && invitation.id().equals(offer)
                || conversation != null && conversation.id().equals(offer);
    }

    private static @Nullable String category(Session session, Invitation invitation) {
        var interest =
                invitation.item() == null ? null : session.attention().items().get(invitation.item());
        return interest == null ? null : interest.item().category().path();
    }
}
