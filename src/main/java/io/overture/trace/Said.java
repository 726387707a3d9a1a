package io.overture.trace;

import io.opentelemetry.api.common.AttributeKey;

/** What a span may say: words of the house and figures. Nothing by which a person could be known has a name here. */
public final class Said {

    public static final AttributeKey<String> SITE = AttributeKey.stringKey("overture.site");
    public static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("overture.trigger");
    public static final AttributeKey<String> RECEIPT = AttributeKey.stringKey("overture.receipt");
    public static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("overture.outcome");
    public static final AttributeKey<String> FRAME = AttributeKey.stringKey("overture.frame");
    public static final AttributeKey<String> DESK = AttributeKey.stringKey("overture.desk");
    public static final AttributeKey<Long> INPUTS = AttributeKey.longKey("overture.inputs");
    public static final AttributeKey<Long> ROUND_TRIPS = AttributeKey.longKey("overture.round_trips");
    public static final AttributeKey<Long> CONFLICTS = AttributeKey.longKey("overture.conflicts");
    /** Sockets that were found open where something was delivered. */
    public static final AttributeKey<Long> SOCKETS = AttributeKey.longKey("overture.sockets");

    public static final AttributeKey<Long> TURN = AttributeKey.longKey("overture.turn");
    public static final AttributeKey<Long> ROUND = AttributeKey.longKey("overture.round");
    /** Advisors a conversation rings at. */
    public static final AttributeKey<Long> ADVISORS = AttributeKey.longKey("overture.advisors");

    public static final AttributeKey<Long> TRIES = AttributeKey.longKey("overture.tries");

    private Said() {}
}
