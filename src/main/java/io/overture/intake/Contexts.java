package io.overture.intake;

import io.overture.visitor.Context;
import io.overture.wire.Fields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a browser says of where and how she visits. */
final class Contexts {

    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    private Contexts() {}

    static @Nullable Context read(@Nullable Fields said) {
        if (said == null) {
            return null;
        }
        return new Context(
                said.text("language"),
                said.text("timeZone"),
                said.text("country"),
                said.text("market"),
                said.text("device"),
                host(said.text("referrer")),
                campaign(said.object("campaign")));
    }

    private static Context.@Nullable Campaign campaign(@Nullable Fields said) {
        return said == null ? null : new Context.Campaign(said.text("source"), said.text("medium"), said.text("name"));
    }

    /** Of scheme, whoever logs in, the host, its port, and the rest, which may hold anything; none of which is kept but the host. */
    static @Nullable String host(@Nullable String referrer) {
        int from = referrer == null ? -1 : authority(referrer);
        if (referrer == null || from < 0) {
            return null;
        }
        int at = referrer.indexOf('@', from);
        var behind = at < 0 || first(referrer, from, "/?#") < at ? null : host(referrer, at + 1);
        return behind == null ? host(referrer, from) : behind;
    }

    /** Where what follows {@code ://} begins; negative when it is no address. */
    private static int authority(String referrer) {
        int colon = referrer.indexOf(':');
        if (colon < 1 || !referrer.startsWith("://", colon) || !isLetter(referrer.charAt(0))) {
            return -1;
        }
        for (int i = 1; i < colon; i++) {
            char each = referrer.charAt(i);
            if (!isLetter(each) && !isDigit(each) && "+.-".indexOf(each) < 0) {
                return -1;
            }
        }
        return colon + "://".length();
    }

    /** The host that begins here, when all that follows is right. */
    private static @Nullable String host(String referrer, int from) {
        int bracket = referrer.startsWith("[", from) ? first(referrer, from + 1, "]/?#") : referrer.length();
        if (referrer.startsWith("]", bracket) && isRest(referrer, bracket + 1)) {
            return lowerCase(referrer, from, bracket + 1);
        }
        int end = first(referrer, from, "/?#:");
        return end > from && isRest(referrer, end) ? lowerCase(referrer, from, end) : null;
    }

    /** A port or none, then the end or a path, a query, a fragment, in one line. */
    private static boolean isRest(String referrer, int from) {
        int at = from;
        if (referrer.startsWith(":", at)) {
            at++;
            while (at < referrer.length() && isDigit(referrer.charAt(at))) {
                at++;
            }
        }
        return at == referrer.length()
                || ("/?#".indexOf(referrer.charAt(at)) >= 0 && first(referrer, at, LINE_ENDS) == referrer.length());
    }

    /** Where the first of these stands; the end when none does. */
    private static int first(String text, int from, String of) {
        int at = from;
        while (at < text.length() && of.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static String lowerCase(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
