package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Whatever arrives, the decoder answers, and what it lets through keeps every bound. */
class BeaconFuzzTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1e12",
            "1e999999999",
            "-1e-999999999",
            "1e99999999999",
            "0.0000001",
            "9007199254740993",
            "123456789012345678901234567890",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"EUR\"",
            "[]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "[null]",
            "[1, \"a\", {}]",
            "{\"a\": {\"a\": {\"a\": {\"a\": {}}}}}",
            "\"" + "x".repeat(513) + "\"",
            "\"" + "y".repeat(5000) + "\"",
            "1764000000000",
            "NaN",
            "{\"a\":1,\"a\":1}");

    @Property(tries = 4000)
    void spoilt_values(@ForAll long seed) {
        var random = new Random(seed);
        var root = Documents.read(Documents.BEACON);
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoil(root, random);
        }

        var decoded = BeaconReader.read(root.toString().getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(breaches(decoded)).isEmpty();
    }

    @Property(tries = 4000)
    void spoilt_bytes(@ForAll long seed) {
        var random = new Random(seed);
        var bytes = Documents.BEACON.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        var decoded = BeaconReader.read(bytes, NOW);

        assertThat(breaches(decoded)).isEmpty();
    }

    @Property
    void anything_at_all(@ForAll byte[] bytes) {
        var decoded = BeaconReader.read(bytes, NOW);

        assertThat(breaches(decoded)).isEmpty();
    }

    private static void spoil(JsonNode root, Random random) {
        var containers = new ArrayList<JsonNode>();
        collect(root, containers);
        var odd = ODD.get(random.nextInt(ODD.size()));
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                object.putRawValue(names.get(random.nextInt(names.size())), new RawValue(odd));
            }
            case ArrayNode array
            when !array.isEmpty() -> array.setRawValue(random.nextInt(array.size()), new RawValue(odd));
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(each -> collect(each, containers));
        }
    }

    private static List<Object> breaches(Decoded<BeaconReader.Sent> decoded) {
        return switch (decoded) {
            case Decoded.Invalid<BeaconReader.Sent> invalid ->
                invalid.flaws().isEmpty() ? List.of("refused without a reason") : List.of();
            case Decoded.Valid<BeaconReader.Sent> valid -> breaches(valid.value());
        };
    }

    private static List<Object> breaches(BeaconReader.Sent sent) {
        var found = new ArrayList<Object>();
        var batch = sent.batch();
        if (batch.seq() < 1 || batch.source().isEmpty() || batch.events().size() > Batch.MOST_EVENTS) {
            found.add(batch);
        }
        if (sent.speaker().visitor().length() < 22 || sent.speaker().site().isEmpty()) {
            found.add(sent.speaker());
        }
        batch.events().stream().filter(event -> !isBounded(event)).forEach(found::add);
        return found;
    }

    private static boolean isBounded(Event event) {
        return !event.name().isEmpty()
                && event.name().length() <= 40
                && !event.at().isAfter(NOW)
                && !event.at().isBefore(NOW.minus(Duration.ofHours(24)))
                && event.params().size() <= 8
                && event.params().values().stream().allMatch(value -> value.length() <= 64)
                && amounts(event.meaning()).allMatch(BeaconFuzzTest::isBounded);
    }

    private static boolean isBounded(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(new BigDecimal("1e12")) <= 0 && amount.scale() <= 6;
    }

    private static Stream<BigDecimal> amounts(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Viewed viewed -> viewed.items().stream().flatMap(BeaconFuzzTest::amounts);
            case Meaning.Wished wished -> wished.items().stream().flatMap(BeaconFuzzTest::amounts);
            case Meaning.AddedToCart added -> lines(added.lines());
            case Meaning.RemovedFromCart removed -> lines(removed.lines());
            case Meaning.CartShown shown -> lines(shown.lines().orElse(List.of()));
            case Meaning.Refunded back -> Stream.concat(amount(back.value()), lines(back.lines()));
            case Meaning.Purchased bought -> Stream.concat(amount(bought.value()), lines(bought.lines()));
            case Meaning.Engaged engaged ->
                Stream.of(BigDecimal.valueOf(engaged.time().toSeconds()));
            case Meaning.Searched searched -> Stream.of(BigDecimal.valueOf(searched.results()));
            case Meaning.Looked looked -> Stream.of();
            case Meaning.Other other -> Stream.of();
        };
    }

    private static Stream<BigDecimal> lines(List<Line> lines) {
        return lines.stream().flatMap(line -> Stream.concat(Stream.of(line.quantity()), amounts(line.item())));
    }

    private static Stream<BigDecimal> amounts(Item item) {
        return amount(item.price());
    }

    private static Stream<BigDecimal> amount(@Nullable BigMoney money) {
        return money == null ? Stream.of() : Stream.of(money.getAmount());
    }
}
