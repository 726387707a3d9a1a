package io.overture.traffic;

import io.overture.site.Origin;
import io.overture.wire.Flaw;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of strangers, made fit to be kept, counted and shown: bounded, of few characters, and about nobody. */
final class Sanitised {

    static final String NO_ORIGIN = "none";
    private static final int LONGEST_ORIGIN = 100;
    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_POINTER = 160;
    private static final char BETWEEN = '|';

    /** As GA4 wants names to be, which an e-mail address or a telephone number is not. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}|[A-Za-z][A-Za-z0-9_]{0,30}");

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{5,}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,5}");

    private Sanitised() {}

    static String name(String name) {
        return isName(name) ? name : Kind.OTHER;
    }

    /** As browsers write it; {@link Kind#OTHER} for what is no origin of the web. */
    static String origin(@Nullable String origin) {
        if (origin == null || origin.equals("null")) {
            return NO_ORIGIN;
        }
        return origin.length() > LONGEST_ORIGIN
                ? Kind.OTHER
                : Origin.parse(origin).map(Origin::text).orElse(Kind.OTHER);
    }

    /** Reason, pointer and detail in one; the same mistake at another index is the same. */
    static String fault(Refusal reason, Flaw flaw) {
        var pointer = new StringBuilder();
        for (var step : flaw.pointer().split("/", -1)) {
            if (pointer.length() >= LONGEST_POINTER) {
                break;
            }
            if (!step.isEmpty()) {
                pointer.append('/').append(INDEX.matcher(step).matches() ? "*" : isName(step) ? step : "?");
            }
        }
        var detail = flaw.detail().replace(BETWEEN, ' ');
        return reason.word()
                + BETWEEN
                + pointer
                + BETWEEN
                + detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
    }

    /** The three parts of a fault; of {@link Kind#OTHER} the first alone. */
    static String[] parts(String fault) {
        return fault.split("\\|", 3);
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !LONG_NUMBER.matcher(text).find();
    }
}
