package io.overture.lift;

/**
 * How two arms differ, and how sure that is.
 *
 * @param difference treatment less control; of a relative effect, as a share of the control's mean
 * @param errorSquared the square of its standard error
 * @param degreesOfFreedom Satterthwaite's (1946); not a number where nothing varies
 * @param n units of both arms
 */
public record Effect(double difference, double errorSquared, double degreesOfFreedom, long n) {

    public double standardError() {
        return Math.sqrt(errorSquared);
    }
}
