package io.overture.lift;

import static io.overture.document.Numbers.real;

import io.overture.document.Fields;
import io.overture.document.Place;
import io.overture.document.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is to be estimated, from which sums, and how. */
record LiftQuestion(Comparison arms, Method method, double alpha, boolean isRelative) {

    private static final double ALPHA = 0.05;
    private static final double LEAST_ALPHA = 1e-6;
    private static final double TUNING = 5_000;
    private static final double MOST_TUNING = 1e12;

    private static final Map<String, Function<Place, Sample>> METRICS =
            Map.of("mean", SumsReader::amounts, "proportion", SumsReader::share);

    static LiftQuestion read(Place root) {
        var fields =
                Fields.of(root, "metric", "method", "alpha", "tuning", "relative", "control", "treatment", "adjust");
        Function<Place, Sample> sums =
                fields.needed("metric", SumsReader::amounts, place -> Texts.oneOf(METRICS, SumsReader::amounts, place));
        var control = fields.needed("control", SumsReader.STAND_IN, sums);
        var treatment = fields.needed("treatment", SumsReader.STAND_IN, sums);
        var raw = Comparison.of(control, treatment);
        double tuning = fields.optional("tuning", TUNING, place -> real(1, MOST_TUNING, place));
        var alwaysValid = new Method.AlwaysValid(tuning);
        Map<String, Method> methods = Map.of("fixed", new Method.Fixed(), "always_valid", alwaysValid);
        return new LiftQuestion(
                fields.optional("adjust", raw, place -> adjusted(control.n(), treatment.n(), raw, place)),
                fields.optional("method", alwaysValid, place -> Texts.oneOf(methods, alwaysValid, place)),
                fields.optional("alpha", ALPHA, place -> real(LEAST_ALPHA, 1 - LEAST_ALPHA, place)),
                fields.optional("relative", false, Texts::isTrue));
    }

    private static Comparison adjusted(long control, long treatment, Comparison raw, Place place) {
        var fields = Fields.of(place, "control", "treatment");
        return raw.adjusted(
                fields.needed("control", SumsReader.NOTHING, at -> SumsReader.covariate(control, at)),
                fields.needed("treatment", SumsReader.NOTHING, at -> SumsReader.covariate(treatment, at)));
    }

    /** Nothing when it is to be relative to a control that is not clearly above nothing. */
    Optional<Estimate> answer() {
        var effect = isRelative ? arms.relative() : Optional.of(arms.difference());
        return effect.map(found -> method.estimate(found, alpha));
    }
}
