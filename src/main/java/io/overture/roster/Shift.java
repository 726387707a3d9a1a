package io.overture.roster;

import java.time.LocalTime;

/**
 * A stretch of opening hours by the clock on the wall. One that ends when it begins, or before, ends the next day:
 * midnight to midnight is the whole day.
 */
public record Shift(LocalTime from, LocalTime until) {

    public boolean endsNextDay() {
        return !until.isAfter(from);
    }
}
