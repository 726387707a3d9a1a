package io.overture.visitor;

/** Where a conversation goes on in the house's own tool: an address behind one quiet button. */
public record Handoff(String channel, String url) {}
