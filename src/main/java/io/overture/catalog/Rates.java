package io.overture.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Every fixing that is kept, by its day. */
record Rates(NavigableMap<LocalDate, Fixing> fixings) {

    static final Rates NONE = new Rates(new TreeMap<>());

    static Rates of(Collection<Fixing> fixings) {
        var byDay = new TreeMap<LocalDate, Fixing>();
        fixings.forEach(fixing -> byDay.put(fixing.at(), fixing));
        return new Rates(byDay);
    }

    /** What counts on a day: the last fixing on or before it. */
    Optional<Fixing> on(LocalDate day) {
        return Optional.ofNullable(fixings.floorEntry(day)).map(NavigableMap.Entry::getValue);
    }
}
