package io.overture.store;

import io.overture.visitor.SharedValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;

/** The kinds that are no records: {@link Out} says how each is written. */
final class Kinds {

    static final Kind<String> TEXT = new Kind<>() {
        @Override
        public void write(Out out, String value) throws IOException {
            out.text(value);
        }

        @Override
        public String read(In in) throws IOException {
            return in.text();
        }
    };

    /** What other visitors' values say too. */
    static final Kind<String> SHARED_TEXT = TEXT.as(SharedValues::shared, text -> text);

    static final Kind<Long> NUMBER = new Kind<>() {
        @Override
        public void write(Out out, Long value) throws IOException {
            out.number(value);
        }

        @Override
        public Long read(In in) throws IOException {
            return in.number();
        }
    };

    static final Kind<Integer> COUNT = new Kind<>() {
        @Override
        public void write(Out out, Integer value) throws IOException {
            out.number(value);
        }

        @Override
        public Integer read(In in) throws IOException {
            return in.count();
        }
    };

    static final Kind<Boolean> FLAG = new Kind<>() {
        @Override
        public void write(Out out, Boolean value) throws IOException {
            out.flag(value);
        }

        @Override
        public Boolean read(In in) throws IOException {
            return in.flag();
        }
    };

    static final Kind<Instant> INSTANT = new Kind<>() {
        @Override
        public void write(Out out, Instant value) throws IOException {
            out.instant(value);
        }

        @Override
        public Instant read(In in) throws IOException {
            return in.instant();
        }
    };

    static final Kind<Duration> DURATION = new Kind<>() {
        @Override
        public void write(Out out, Duration value) throws IOException {
            out.number(value.toMillis());
        }

        @Override
        public Duration read(In in) throws IOException {
            return Duration.ofMillis(in.number());
        }
    };

    static final Kind<BigDecimal> AMOUNT = new Kind<>() {
        @Override
        public void write(Out out, BigDecimal value) throws IOException {
            out.text(value.toString());
        }

        @Override
        public BigDecimal read(In in) throws IOException {
            return switch (in.text()) {
                case "0" -> BigDecimal.ZERO;
                case "1" -> BigDecimal.ONE;
                case String amount -> new BigDecimal(amount);
            };
        }
    };

    static final Kind<BigMoney> MONEY = new Kind<>() {
        @Override
        public void write(Out out, BigMoney value) throws IOException {
            out.text(value.toString());
        }

        @Override
        public BigMoney read(In in) throws IOException {
            return BigMoney.parse(in.text());
        }
    };

    static final Kind<List<String>> TEXTS = list(TEXT);

    private Kinds() {}

    static <V> Kind<List<V>> list(Kind<V> each) {
        return new ListOf<>(each);
    }

    static <V> Kind<Set<V>> set(Kind<V> each) {
        return list(each).as(HashSet::new, List::copyOf);
    }

    static <K, V> Kind<Map<K, V>> map(Kind<K> key, Kind<V> value) {
        return new MapOf<>(key, value);
    }

    private record ListOf<V>(Kind<V> each) implements Kind<List<V>> {

        @Override
        public void write(Out out, List<V> values) throws IOException {
            out.list(values, each);
        }

        @Override
        public List<V> read(In in) throws IOException {
            return in.list(each);
        }
    }

    private record MapOf<K, V>(Kind<K> key, Kind<V> value) implements Kind<Map<K, V>> {

        @Override
        public void write(Out out, Map<K, V> values) throws IOException {
            out.map(values, key, value);
        }

        @Override
        public Map<K, V> read(In in) throws IOException {
            return in.map(key, value);
        }
    }
}
