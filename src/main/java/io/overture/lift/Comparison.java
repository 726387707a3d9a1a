package io.overture.lift;

import java.util.Optional;

/** The two arms side by side: those held back (control), and those invited (treatment). */
public final class Comparison {

    private final Arm control;
    private final Arm treatment;

    private Comparison(Arm control, Arm treatment) {
        this.control = control;
        this.treatment = treatment;
    }

    public static Comparison of(Sample control, Sample treatment) {
        return new Comparison(Arm.of(control), Arm.of(treatment));
    }

    /**
     * The same without what a covariate explains (CUPED; Deng, Xu, Kohavi and Walker 2013): {@code y − θ·(x − x̄)}, where θ
     * is the outcome's regression on the covariate over all units of both arms as one sample. A covariate that never
     * varies explains nothing.
     *
     * @param ofControl what was known before the moment of the control's units
     * @param ofTreatment the same of the treatment's
     */
    public Comparison adjusted(Covariate ofControl, Covariate ofTreatment) {
        var before = control.raw();
        var treated = treatment.raw();
        long n = before.n() + treated.n();
        var both = ofControl.plus(ofTreatment);
        double outcomes = before.mean() * before.n() + treated.mean() * treated.n();
        double variance = both.variance(n);
        double theta = variance > 0 ? both.covariance(n, outcomes) / variance : 0;
        return new Comparison(
                Arm.adjusted(before, ofControl, theta, both.mean(n)),
                Arm.adjusted(treated, ofTreatment, theta, both.mean(n)));
    }

    /** Treatment less control. */
    public Effect difference() {
        double c = control.adjusted().errorSquared();
        double t = treatment.adjusted().errorSquared();
        return effect(treatment.adjusted().mean() - control.adjusted().mean(), c + t);
    }

    /**
     * The difference as a share of the control's mean, as it was: an adjusted mean would be the wrong measure. Its error is
     * by the delta method. Nothing when that mean is not clearly positive.
     */
    public Optional<Effect> relative() {
        var base = control.raw();
        if (!base.isClearlyPositive()) {
            return Optional.empty();
        }
        double mean = base.mean();
        double share = difference().difference() / mean;
        double ofControl = control.adjusted().errorSquared()
                + share * share * base.errorSquared()
                + 2 * share * control.covariance() / base.n();
        return Optional.of(effect(share, (treatment.adjusted().errorSquared() + ofControl) / (mean * mean)));
    }

    private Effect effect(double difference, double errorSquared) {
        long n = control.raw().n() + treatment.raw().n();
        return new Effect(difference, Math.max(0, errorSquared), degreesOfFreedom(), n);
    }

    private double degreesOfFreedom() {
        double c = control.adjusted().errorSquared();
        double t = treatment.adjusted().errorSquared();
        double spread =
                c * c / (control.raw().n() - 1) + t * t / (treatment.raw().n() - 1);
        return (c + t) * (c + t) / spread;
    }
}
