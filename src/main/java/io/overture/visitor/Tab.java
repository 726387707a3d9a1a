package io.overture.visitor;

/** An open page of hers: a socket of a node's incarnation. Live only while that incarnation is. */
public record Tab(String node, String socket) {}
