package io.overture.catalog;

import io.overture.document.Errors;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A fixing as it is kept: what {@link RatesReader} reads. */
final class FixingJson {

    private FixingJson() {}

    static String of(Fixing fixing) {
        var rates = new TreeMap<String, String>();
        fixing.rates().forEach((currency, rate) -> rates.put(currency.getCode(), rate.toPlainString()));
        return "{\"base\":\"%s\",\"at\":\"%s\",\"rates\":{%s}}"
                .formatted(
                        fixing.base().getCode(),
                        fixing.at(),
                        rates.entrySet().stream()
                                .map(rate -> "\"%s\":%s".formatted(rate.getKey(), rate.getValue()))
                                .collect(Collectors.joining(",")));
    }

    /** Nothing, when another release wrote what this one does not read. */
    static Optional<Fixing> read(String json) {
        return RatesReader.read(json.getBytes(StandardCharsets.UTF_8), new Errors()).stream()
                .findFirst();
    }
}
