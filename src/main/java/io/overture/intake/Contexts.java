package io.overture.intake;

import io.overture.visitor.Context;
import io.overture.wire.Fields;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser says of where and how she visits. */
final class Contexts {

    /** Scheme, whoever logs in, the host, its port, and the rest, which may hold anything and is not kept. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\\[[^\\]/?#]*]|[^/?#:]+)(?::\\d*)?(?:[/?#].*)?");

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

    static @Nullable String host(@Nullable String referrer) {
        if (referrer == null) {
            return null;
        }
        var address = ADDRESS.matcher(referrer);
        return address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
