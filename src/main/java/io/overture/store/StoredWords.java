package io.overture.store;

import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Message;
import io.overture.visitor.Outcome;
import io.overture.visitor.Stage;
import io.overture.visitor.Verdict;
import java.util.List;

/** The words of the enums in a visitor. What is stored under a word means the same for ever, whatever its constant is called. */
final class StoredWords {

    private static final Words<Verdict> EVERY_VERDICT = Words.of(Verdict.class, verdict -> switch (verdict) {
        case OFFERED -> "OFFERED";
        case ALERTED -> "ALERTED";
        case LIMITS -> "LIMITS";
        case SPENT -> "SPENT";
        case OUTWEIGHED -> "OUTWEIGHED";
        case UNREACHABLE -> "UNREACHABLE";
        case PACING -> "PACING";
        case HOLDOUT -> "HOLDOUT";
    });

    /** Format 1 has no word for a moment that is spent. */
    static final Kind<Verdict> VERDICT = EVERY_VERDICT.before(
            2, EVERY_VERDICT.as(verdict -> verdict, verdict -> verdict == Verdict.SPENT ? Verdict.LIMITS : verdict));

    static final Words<Outcome> OUTCOME = Words.of(Outcome.class, outcome -> switch (outcome) {
        case ACCEPTED -> "ACCEPTED";
        case DECLINED -> "DECLINED";
        case DISMISSED -> "DISMISSED";
        case EXPIRED -> "EXPIRED";
        case WITHDRAWN -> "WITHDRAWN";
    });

    static final Words<CheckoutStep> CHECKOUT_STEP = Words.of(CheckoutStep.class, step -> switch (step) {
        case BEGIN_CHECKOUT -> "BEGIN_CHECKOUT";
        case ADD_SHIPPING_INFO -> "ADD_SHIPPING_INFO";
        case ADD_PAYMENT_INFO -> "ADD_PAYMENT_INFO";
    });

    static final Words<Stage.Ending> ENDING = Words.of(Stage.Ending.class, ending -> switch (ending) {
        case BY_ADVISOR -> "BY_ADVISOR";
        case BY_VISITOR -> "BY_VISITOR";
        case SILENCE -> "SILENCE";
        case UNMET -> "UNMET";
    });

    static final Words<Message.Author> AUTHOR = Words.of(Message.Author.class, author -> switch (author) {
        case VISITOR -> "VISITOR";
        case ADVISOR -> "ADVISOR";
    });

    private StoredWords() {}

    static List<Words<?>> all() {
        return List.of(EVERY_VERDICT, OUTCOME, CHECKOUT_STEP, ENDING, AUTHOR);
    }
}
