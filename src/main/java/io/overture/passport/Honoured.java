package io.overture.passport;

/** What became of a passport that was shown here. */
public sealed interface Honoured {

    /** It is part of the visitor's session. */
    record Done() implements Honoured {}

    record Refused(Refusal why) implements Honoured {}
}
