package io.overture.book;

import java.util.List;
import java.util.Set;

/**
 * What a book finds where it is in force, as far as its conditions and offers rest on it.
 *
 * @param shops the sites served
 * @param channels that some desk serves; empty when there are no desks, and so nothing is known of channels
 */
public record House(List<Shop> shops, Set<String> channels) {

    /**
     * One site.
     *
     * @param prices whether anybody says what its items cost, so that somebody else than the browser is believed
     * @param clients whether anybody can be known there
     */
    public record Shop(String site, boolean prices, boolean clients) {}

    public House {
        shops = List.copyOf(shops);
        channels = Set.copyOf(channels);
    }
}
