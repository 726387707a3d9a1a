package io.overture.engine;

import io.overture.visitor.Beacon;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Seqs;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is kept without consent. Whose word counts is decided by when it was said, not by when it came: the newest wins,
 * for both storages, and whatever was said under an older one is treated as the newest says. A batch that does not tell when
 * consent was given speaks with its arrival; after a withdrawal it is believed only when it was made after it, as far as
 * its number and its events show.
 */
final class Discretion {

    private final Turn turn;

    Discretion(Turn turn) {
        this.turn = turn;
    }

    /** Hears what a batch says of consent. What speaks against keeping it; empty: nothing does. */
    Optional<Receipt> against(Input.Arrived arrived) {
        var beacon = arrived.beacon();
        var said = beacon.standing();
        if (!said.consent().analyticsStorage()) {
            return Optional.of(denied(said, beacon, arrived.via()));
        }
        var standing = turn.visitor.standing(beacon.source(), beacon.seq());
        if (standing == Seqs.Standing.NEW && !isOfBefore(beacon)) {
            if (said.saidAt() != null || isNews(beacon)) {
                hear(said);
            }
            if (!turn.visitor.isDenied()) {
                return Optional.empty();
            }
        }
        if (turn.visitor.isDenied()) {
            tell(arrived.via());
            return Optional.of(Receipt.WITHHELD);
        }
        return Optional.of(
                switch (standing) {
                    case NEW -> Receipt.WITHHELD;
                    case REPEATED -> Receipt.REPEATED;
                    case TOO_FAR_BEHIND -> Receipt.TOO_FAR_BEHIND;
                });
    }

    /** Hears what a greeting says of consent. What speaks against letting it in; empty: nothing does. */
    Optional<Receipt> against(Input.Greeted greeted) {
        var said = greeted.standing();
        if (!said.consent().analyticsStorage()) {
            return Optional.of(denied(said, null, greeted.tab()));
        }
        hear(said);
        if (turn.visitor.isDenied()) {
            tell(greeted.tab());
            return Optional.of(Receipt.WITHHELD);
        }
        return Optional.empty();
    }

    /** Whether she may be recognised by what she shows: a word of consent that is known, and not one that comes with it. */
    boolean mayBeRecognised(Beacon.Standing said) {
        var known = turn.visitor.consent();
        return said.consent().personalizationStorage()
                && known != null
                && known.consent().analyticsStorage()
                && known.consent().personalizationStorage();
    }

    /** Whatever else a tab says after a withdrawal leads to nothing; it is told why. */
    Receipt withheld(Input.FromTab said) {
        if (said instanceof Input.Answered answered) {
            turn.say(new Effect.Withdraw(answered.invitation(), Effect.Reason.WITHDRAWN, List.of(said.tab())));
        }
        tell(said.tab());
        return Receipt.WITHHELD;
    }

    /** The house erases her, which says nothing of her consent. */
    Receipt erased(@Nullable String client) {
        boolean isMeant = client == null || client.equals(turn.visitor.memory().clientId());
        if (turn.isNobody() || !isMeant) {
            return Receipt.WITHHELD;
        }
        forget(null);
        return Receipt.TAKEN;
    }

    private void hear(Beacon.Standing said) {
        turn.visitor = turn.visitor.said(word(said));
    }

    private ConsentWord word(Beacon.Standing said) {
        return new ConsentWord(said.consent(), said.saidAt() == null ? turn.now : said.saidAt());
    }

    /** Whether a batch that does not tell when consent was given says something new of it. */
    private boolean isNews(Beacon beacon) {
        var known = turn.visitor.consent();
        if (known == null || !turn.visitor.isDenied()) {
            return known == null || !known.consent().equals(beacon.standing().consent());
        }
        var withdrawal = turn.visitor.withdrawal();
        return !turn.visitor.isOvertaken(beacon.source(), beacon.seq())
                && beacon.events().stream()
                        .anyMatch(event -> withdrawal == null || event.at().isAfter(withdrawal.heard()));
    }

    /** Whether all of a batch is from before the last withdrawal, its word included. */
    private boolean isOfBefore(Beacon beacon) {
        var withdrawal = turn.visitor.withdrawal();
        var saidAt = beacon.standing().saidAt();
        return withdrawal != null
                && (saidAt == null || !saidAt.isAfter(withdrawal.at()))
                && beacon.events().stream().allMatch(turn.visitor::isForgotten);
    }

    /** @param by the batch that says so; null: a greeting does */
    private Receipt denied(Beacon.Standing said, @Nullable Beacon by, @Nullable Tab tab) {
        var visitor = turn.visitor;
        // What was granted before may still be under way, and would be told apart only by when this was said.
        boolean leavesNothing = by == null || said.saidAt() == null;
        if (turn.isNobody() && visitor.consent() == null && visitor.withdrawal() == null && leavesNothing) {
            return Receipt.WITHHELD;
        }
        var word = word(said);
        var newest = word.newest(visitor.consent());
        boolean isRepeat = by != null
                && said.saidAt() == null
                && visitor.withdrawal() != null
                && visitor.standing(by.source(), by.seq()) != Seqs.Standing.NEW;
        if (isRepeat || newest.equals(visitor.consent()) || newest.consent().analyticsStorage()) {
            return Receipt.WITHHELD;
        }
        if (turn.isNobody()) {
            turn.visitor = visitor.forgotten(newest, turn.now, turn.facts.ids().get());
        } else {
            tellOthers(newest, tab);
            forget(newest);
        }
        if (by != null) {
            turn.visitor = turn.visitor.heard(by, turn.now);
        }
        return Receipt.WITHHELD;
    }

    /** @param word null: the house does it */
    private void forget(@Nullable ConsentWord word) {
        var visitor = turn.visitor;
        var invitation = visitor.invitation();
        if (invitation != null) {
            turn.say(new Effect.Withdraw(invitation.id(), Effect.Reason.WITHDRAWN, visitor.tabs()));
        }
        var conversation = visitor.conversation();
        if (conversation != null) {
            turn.say(new Effect.Stands(
                    conversation.in(new Stage.Over(Stage.Ending.BY_VISITOR, false), turn.now), false, visitor.tabs()));
        }
        turn.entries.clear();
        turn.entries.add(new Entry.Forgotten());
        turn.visitor = visitor.forgotten(word, turn.now, turn.facts.ids().get());
    }

    private void tellOthers(ConsentWord word, @Nullable Tab by) {
        turn.say(new Effect.ConsentDenied(
                word.at(),
                turn.visitor.tabs().stream().filter(tab -> !tab.equals(by)).toList()));
    }

    private void tell(@Nullable Tab tab) {
        var word = turn.visitor.consent();
        if (tab != null && word != null) {
            turn.say(new Effect.ConsentDenied(word.at(), List.of(tab)));
        }
    }
}
