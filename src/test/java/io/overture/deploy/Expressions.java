package io.overture.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The metrics a PromQL expression asks for. */
final class Expressions {
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w:])(?:overture_|http_|jvm_|process_|system_)[a-z0-9_]+(?![\\w(])");

    private Expressions() {}

    static Set<String> metrics(String expression) {
        var names = new TreeSet<String>();
        METRIC.matcher(STRING.matcher(expression).replaceAll("")).results().forEach(match -> names.add(match.group()));
        return names;
    }
}
