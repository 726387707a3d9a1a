package io.overture.store;

import static io.overture.store.Kinds.INSTANT;

import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Withdrawal;

/** The newest word on consent and the last withdrawal. */
final class StoredConsent {

    static final Shape<ConsentWord> WORD = row -> {
        row.open(3);
        var analyticsStorage = row.flag(word -> word.consent().analyticsStorage());
        var personalizationStorage = row.flag(word -> word.consent().personalizationStorage());
        var at = row.instant(ConsentWord::at);
        return row.isWritten()
                ? row.written()
                : new ConsentWord(new Consent(analyticsStorage, personalizationStorage), at);
    };

    private static final Shape<Withdrawal> EVERY_WITHDRAWAL = row -> {
        row.open(2);
        var at = row.instant(Withdrawal::at);
        var heard = row.instant(Withdrawal::heard);
        return row.isWritten() ? row.written() : new Withdrawal(at, heard);
    };

    /** Format 1 has one instant, from which it remembers a withdrawal for a day. */
    static final Kind<Withdrawal> WITHDRAWAL =
            EVERY_WITHDRAWAL.before(2, INSTANT.as(at -> new Withdrawal(at, at), Withdrawal::heard));

    private StoredConsent() {}
}
