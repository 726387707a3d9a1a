package io.overture.deploy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The metrics a PromQL expression asks for. */
final class Expressions {
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w:])(?:overture_|http_|jvm_|process_|system_)[a-z0-9_]+(?![\\w(])");

    private static final Pattern SELECTED =
            Pattern.compile("\\b((?:overture_|http_|jvm_|process_|system_)[a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern CHOSEN = Pattern.compile("(\\w+)=~?\"([^\"]*)\"");
    /** Labels that say of whom it is, not what. */
    private static final Set<String> OF_THE_TARGET = Set.of("region", "namespace", "job", "instance");

    private Expressions() {}

    /** A metric, and one value of a label that is asked for. */
    record Series(String metric, String label, String value) {
        boolean isIn(String line) {
            return (line.startsWith(metric + "{") || line.startsWith(metric + " "))
                    && (label.isEmpty() || line.contains("%s=\"%s\"".formatted(label, value)));
        }
    }

    /** What has to be there for an expression to mean something: each metric, with each value it is chosen by. */
    static Set<Series> series(String expression) {
        var all = new LinkedHashSet<Series>();
        metrics(expression).forEach(metric -> all.add(new Series(metric, "", "")));
        SELECTED.matcher(expression)
                .results()
                .forEach(selected -> CHOSEN.matcher(selected.group(2))
                        .results()
                        .filter(chosen -> !OF_THE_TARGET.contains(chosen.group(1)))
                        .flatMap(chosen -> Arrays.stream(chosen.group(2).split("\\|"))
                                .map(value -> new Series(selected.group(1), chosen.group(1), value)))
                        .forEach(all::add));
        return all;
    }

    static Set<String> metrics(String expression) {
        var names = new TreeSet<String>();
        METRIC.matcher(STRING.matcher(expression).replaceAll("")).results().forEach(match -> names.add(match.group()));
        return names;
    }
}
