package io.overture.client;

import io.overture.visitor.Client;
import io.overture.visitor.Language;
import io.overture.wire.Unicode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * What a token whose signature holds says (RFC 7519): for whom it is, for how long, and who she is. Clocks may differ by
 * a minute either way.
 */
final class Claims {

    private static final long SLACK = Duration.ofMinutes(1).toSeconds();
    private static final long LONGEST_LIFE = Duration.ofHours(1).toSeconds();
    private static final int MOST_SUBJECT = 128;
    private static final int MOST_TIER = 32;
    private static final int MOST_FAVOURITES = 32;
    private static final int MOST_FAVOURITE = 100;
    private static final int MOST_LANGUAGE = 35;
    /** Of the shape of a tag, though it may mean no language: she is who she is all the same. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /** Who she is, and until when that may be believed. */
    record Identified(Client client, Instant until) {}

    private final JwtClaims claims;

    private Claims(JwtClaims claims) {
        this.claims = claims;
    }

    static Identified check(String payload, String site, Instant now) throws WrongToken {
        var claims = new Claims(parsed(payload));
        claims.checkAudience(site);
        long expiry = claims.checkTime(now.getEpochSecond());
        return new Identified(claims.client(), Instant.ofEpochSecond(expiry + SLACK));
    }

    private static JwtClaims parsed(String payload) throws WrongToken {
        try {
            return JwtClaims.parse(payload);
        } catch (InvalidJwtException e) {
            throw new WrongToken(Fault.MALFORMED);
        }
    }

    private void checkAudience(String site) throws WrongToken {
        List<String> audience = read(Fault.AUDIENCE, claims::getAudience);
        if (audience == null || !audience.contains(site)) {
            throw new WrongToken(Fault.AUDIENCE);
        }
    }

    /** Answers when it expires, in epoch seconds. */
    private long checkTime(long now) throws WrongToken {
        var expiry = read(Fault.NO_EXPIRY, claims::getExpirationTime);
        if (expiry == null) {
            throw new WrongToken(Fault.NO_EXPIRY);
        }
        if (expiry.getValue() <= now - SLACK) {
            throw new WrongToken(Fault.EXPIRED);
        }
        if (expiry.getValue() > now + LONGEST_LIFE + SLACK) {
            throw new WrongToken(Fault.TOO_LONG);
        }
        if (isAhead(read(Fault.NOT_YET, claims::getNotBefore), now)
                || isAhead(read(Fault.NOT_YET, claims::getIssuedAt), now)) {
            throw new WrongToken(Fault.NOT_YET);
        }
        return expiry.getValue();
    }

    private static boolean isAhead(@Nullable NumericDate date, long now) {
        return date != null && date.getValue() > now + SLACK;
    }

    private Client client() throws WrongToken {
        var subject = text("sub", Fault.SUBJECT, MOST_SUBJECT);
        if (subject == null) {
            throw new WrongToken(Fault.SUBJECT);
        }
        var language = text("language", Fault.LANGUAGE, MOST_LANGUAGE);
        if (language != null
                && Language.of(language).isEmpty()
                && !WORDS.matcher(language).matches()) {
            throw new WrongToken(Fault.LANGUAGE);
        }
        return new Client(subject, text("tier", Fault.TIER, MOST_TIER), favourites(), language);
    }

    private List<String> favourites() throws WrongToken {
        if (!claims.hasClaim("favourite_categories")) {
            return List.of();
        }
        List<String> favourites = read(Fault.FAVOURITES, () -> claims.getStringListClaimValue("favourite_categories"));
        if (favourites == null || favourites.size() > MOST_FAVOURITES) {
            throw new WrongToken(Fault.FAVOURITES);
        }
        for (var each : favourites) {
            if (each.isEmpty() || each.length() > MOST_FAVOURITE || !Unicode.isWhole(each)) {
                throw new WrongToken(Fault.FAVOURITES);
            }
        }
        return List.copyOf(favourites);
    }

    /** A claim of 1 to {@code most} characters; null when it is not there. */
    private @Nullable String text(String name, Fault fault, int most) throws WrongToken {
        var text = read(fault, () -> claims.getStringClaimValue(name));
        if (text != null && (text.isEmpty() || text.length() > most || !Unicode.isWhole(text))) {
            throw new WrongToken(fault);
        }
        return text;
    }

    /** A claim of another JSON type than it should have is that claim's fault. */
    private static <T> @Nullable T read(Fault fault, Claim<T> claim) throws WrongToken {
        try {
            return claim.read();
        } catch (MalformedClaimException | RuntimeException e) {
            throw new WrongToken(fault);
        }
    }

    private interface Claim<T> {
        @Nullable
        T read() throws MalformedClaimException;
    }
}
