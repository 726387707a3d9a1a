package io.overture.intake;

import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.wire.Flaws;
import io.overture.wire.TreeFields;
import io.overture.wire.TreeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Beacons as they were read from a tree, kept to compare with. */
final class TreeBeacons {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22,64}");
    private static final String SECRET_RULE = "must be 22 to 64 characters of A-Z a-z 0-9 _ -";
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final String SOURCE_RULE = "must be 1 to 32 characters of A-Z a-z 0-9 _ -";
    private static final String GRANTED = "granted";

    /** Scheme, whoever logs in, the host, its port, and the rest. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\\[[^\\]/?#]*]|[^/?#:]+)(?::\\d*)?(?:[/?#].*)?");

    private TreeBeacons() {}

    static Decoded<BeaconReader.Sent> read(byte[] body, Instant now) {
        var flaws = new Flaws();
        var document = TreeText.read(body, flaws);
        var fields = document.isPresent() ? TreeFields.root(document.get(), flaws) : null;
        if (fields == null) {
            return new Decoded.Invalid<>(flaws.all(), null);
        }
        return Decoded.of(new BeaconReader.Sent(speaker(fields, now), batch(fields, now)), flaws);
    }

    static Speaker speaker(TreeFields fields, Instant now) {
        var consent = fields.object("consent");
        return new Speaker(
                fields.requiredText("site", 1, 64),
                fields.requiredId("visitor", SECRET, SECRET_RULE),
                fields.requiredId("session", SECRET, SECRET_RULE),
                consent(consent),
                consent == null ? null : saidAt(consent, fields, now),
                fields.text("client"),
                context(fields.object("context")),
                Boolean.TRUE.equals(fields.flag("signedOut")));
    }

    private static @Nullable Instant saidAt(TreeFields consent, TreeFields fields, Instant now) {
        var at = consent.integer("at", 0, TreeFields.MOST_INTEGER);
        if (at == null) {
            return null;
        }
        var sentAt = fields.integer("sentAt", 0, TreeFields.MOST_INTEGER);
        return new Shift(now, sentAt == null ? now.toEpochMilli() : sentAt).ofAnyAge(at);
    }

    private static Consent consent(@Nullable TreeFields said) {
        return said == null
                ? new Consent(false, false)
                : new Consent(
                        GRANTED.equals(said.text("analytics_storage")),
                        GRANTED.equals(said.text("personalization_storage")));
    }

    static Batch batch(TreeFields fields, Instant now) {
        var source = fields.requiredId("source", SOURCE, SOURCE_RULE);
        long seq = fields.requiredInteger("seq", 1, TreeFields.MOST_INTEGER);
        var shift = new Shift(now, fields.requiredInteger("sentAt", 0, TreeFields.MOST_INTEGER));
        var said = fields.required("events") ? fields.objects("events", Batch.MOST_EVENTS) : null;
        var all = said == null ? List.<TreeFields>of() : said;
        var events = new ArrayList<Event>(all.size());
        for (var each : all) {
            TreeEvents.EventReader.read(each, shift).ifPresent(events::add);
        }
        return new Batch(source, seq, events, all.size() - events.size());
    }

    private static @Nullable Context context(@Nullable TreeFields said) {
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

    private static Context.@Nullable Campaign campaign(@Nullable TreeFields said) {
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
