package io.overture.client;

import io.overture.client.History.Note;
import io.overture.client.History.Order;
import io.overture.client.History.Piece;
import io.overture.client.History.Talk;
import io.overture.client.Profile.Contacts;
import io.overture.client.Profile.Favourites;
import io.overture.client.Profile.Occasion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Records for tests. */
public final class Records {

    public static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);

    private Records() {}

    /** One that says everything a record can say. */
    public static ClientRecord whole(String id) {
        return new ClientRecord(
                id,
                new Profile(
                        "Hélène Aubert",
                        "Madame",
                        "vic",
                        "fr-FR",
                        Map.of("ring", "52", "wrist", "15.5 cm"),
                        new Favourites(List.of("watches/dress"), List.of("W-100")),
                        List.of(new Occasion("birthday", "--06-14"), new Occasion("wedding", "2027-09-04")),
                        "call",
                        "camille",
                        new Contacts("helene@example.com", "+33 1 00 00 00 00"),
                        AT.plus(Duration.ofDays(3))),
                new History(
                        List.of(new Order("T-1", AT.minus(Duration.ofDays(40)), List.of(piece("W-100", "12500.5")))),
                        List.of(new Note("n-1", AT, "camille", "Asked about the strap\nin blue")),
                        List.of(new Talk("t-1", AT, "camille", "The Méridienne, for her brother")),
                        List.of(AT.minus(Duration.ofDays(50)), AT),
                        List.of(new Dealing("e-1", Dealing.Type.SERVICE_COMPLETED, AT, "T-1", "W-100", "A new crown")),
                        AT.minus(Duration.ofDays(9))));
    }

    public static Piece piece(String item, String price) {
        return new Piece(item, "Méridienne", "watches/dress", BigMoney.of(CurrencyUnit.EUR, new BigDecimal(price)));
    }
}
