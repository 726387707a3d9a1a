package io.overture.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command has around it.
 *
 * @param environment a variable's value; empty when it is not set, or set to nothing
 * @param out results only
 * @param err everything else
 */
record Terminal(Function<String, Optional<String>> environment, InputStream in, PrintWriter out, PrintWriter err) {

    static Terminal ofThisProcess() {
        return new Terminal(
                name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()),
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    Optional<String> variable(String name) {
        return environment.apply(name);
    }
}
