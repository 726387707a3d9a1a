package io.overture.flow;

import io.overture.engine.Entry;
import io.overture.engine.Input;
import io.overture.engine.Step;
import io.overture.visitor.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes of an invitation or of a visitor's own request, to whose trace a step belongs.
 *
 * @param id of the invitation or the request
 * @param begins whether it begins with this step
 */
record Journey(String id, boolean begins) {

    /** Of a step; what begins counts before what goes on. */
    static Optional<Journey> of(Step step, List<Input> inputs) {
        return Stream.of(
                        step.entries().stream().map(Journey::begun),
                        step.entries().stream().map(Journey::goingOn),
                        inputs.stream().map(Journey::goingOn))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a visitor is in the middle of. */
    static Optional<String> underWay(Visitor visitor) {
        var conversation = visitor.conversation();
        var invitation = visitor.invitation();
        if (conversation != null && conversation.isBeforeHer()) {
            return Optional.of(conversation.id());
        }
        return invitation == null ? Optional.empty() : Optional.of(invitation.id());
    }

    /** Whether an input belongs to it. */
    boolean has(Input input) {
        return goingOn(input).filter(each -> each.id().equals(id)).isPresent();
    }

    private static Optional<Journey> begun(Entry entry) {
        return switch (entry) {
            case Entry.InvitationOffered offered -> Optional.of(new Journey(offered.id(), true));
            case Entry.AdvisorRequested asked -> Optional.of(new Journey(asked.id(), true));
            default -> Optional.empty();
        };
    }

    private static Optional<Journey> goingOn(Entry entry) {
        return Optional.ofNullable(
                        switch (entry) {
                            case Entry.InvitationShown shown -> shown.id();
                            case Entry.InvitationClosed closed -> closed.id();
                            case Entry.AdvisorJoined joined -> joined.id();
                            case Entry.AdvisorCalledAnew anew -> anew.id();
                            case Entry.ConversationEnded ended -> ended.id();
                            case Entry.ConversationRated rated -> rated.id();
                            default -> null;
                        })
                .map(its -> new Journey(its, false));
    }

    private static Optional<Journey> goingOn(Input input) {
        return Optional.ofNullable(
                        switch (input) {
                            case Input.InConversation in -> in.conversation();
                            case Input.Answered answered -> answered.invitation();
                            case Input.Asked asked -> asked.id();
                            case Input.SlotLost lost -> lost.offer();
                            case Input.SlotYielded yielded -> yielded.offer();
                            default -> null;
                        })
                .map(its -> new Journey(its, false));
    }
}
