package io.overture.demo.crowd;

import java.time.Duration;

/** Something a visitor does that a shop measures. */
sealed interface Deed {

    record Opens(String path) implements Deed {}

    record Lists(String category) implements Deed {}

    record Views(Piece piece) implements Deed {}

    /** Unfolds a topic of a piece, such as its sizing. */
    record Looks(Piece piece, String topic) implements Deed {}

    /** Stayed with a piece until now, touching the page. */
    record Stays(Piece piece, Duration time) implements Deed {}

    record Wishes(Piece piece) implements Deed {}

    record Adds(Piece piece) implements Deed {}

    record BeginsCheckout(Piece piece) implements Deed {}

    /** A search that finds nothing. */
    record Misses(String term) implements Deed {}
}
