package io.overture.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What nodes say of themselves at their metrics endpoints, added up. */
final class Scrape {

    private final List<String> lines;

    private Scrape(List<String> lines) {
        this.lines = lines;
    }

    static Scrape of(List<Integer> managementPorts) {
        return new Scrape(managementPorts.stream()
                .map(port -> Web.get("http://127.0.0.1:" + port + "/q/metrics", "identity"))
                .flatMap(body -> new String(body, StandardCharsets.UTF_8).lines())
                .toList());
    }

    /** A counter over all of its labels. */
    double sum(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(Scrape::value)
                .sum();
    }

    /** What a line says, without the exemplar that a counter has where traces are on. */
    static double value(String line) {
        int exemplar = line.indexOf(" # ");
        var sample = exemplar < 0 ? line : line.substring(0, exemplar);
        return Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1));
    }
}
