package io.overture.store;

import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Memory;
import io.overture.visitor.Visitor;
import io.overture.visitor.Visitor.Withdrawal;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest word on consent and the last withdrawal; format 1 has the instant of the latter alone. */
final class StoredConsent {

    private StoredConsent() {}

    static void word(Out out, ConsentWord word) throws IOException {
        out.open(3);
        out.flag(word.consent().analyticsStorage());
        out.flag(word.consent().personalizationStorage());
        out.instant(word.at());
        out.close();
    }

    static ConsentWord word(In in) throws IOException {
        in.open();
        var word = new ConsentWord(new Consent(in.next(In::flag), in.next(In::flag)), in.next(In::instant));
        in.close();
        return word;
    }

    static void withdrawal(Out out, Withdrawal withdrawal) throws IOException {
        out.open(2);
        out.instant(withdrawal.at());
        out.instant(withdrawal.heard());
        out.close();
    }

    static Withdrawal withdrawal(In in) throws IOException {
        in.open();
        var withdrawal = new Withdrawal(in.next(In::instant), in.next(In::instant));
        in.close();
        return withdrawal;
    }

    /** For a release of format 1, which remembers a withdrawal for a day from the one instant it knows. */
    static @Nullable Instant withdrawn(Visitor visitor) {
        var withdrawal = visitor.withdrawal();
        return withdrawal == null ? null : withdrawal.heard();
    }

    static Withdrawal withdrawalOfFormat1(In in) throws IOException {
        var at = in.instant();
        return new Withdrawal(at, at);
    }

    /** Who is forgotten has denied: it is not known of whom the house erased, and doubt keeps nothing. */
    static @Nullable ConsentWord wordOfFormat1(Memory memory, @Nullable Withdrawal withdrawal) {
        return withdrawal == null || !memory.journalId().isEmpty()
                ? null
                : new ConsentWord(new Consent(false, false), withdrawal.at());
    }
}
