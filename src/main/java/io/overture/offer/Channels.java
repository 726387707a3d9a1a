package io.overture.offer;

import java.util.List;

/** The ways to an advisor, as the wire and the book name them. */
public final class Channels {

    public static final String CHAT = "chat";

    public static final List<String> ALL = List.of(CHAT, "call", "voice", "video", "appointment");

    private Channels() {}
}
