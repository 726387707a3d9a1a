package io.overture.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any record there is by looking at its components, so that one added later is covered without a word
 * here. Words are few and meet again; amounts, instants and numbers include the odd ones.
 */
public final class AnyRecord {

    private static final List<String> WORDS =
            List.of("a", "b", "W-100", "montres", "watches/dive", "fr-FR", "sizing", "vic", "π ✓ 宝石", "");

    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, 23L, 24L, 65_536L, Long.MAX_VALUE, Long.MIN_VALUE);

    private final Random random;
    private final Instant around;
    private final Supplier<String> words;
    private final int mostInList;
    private final int mostInMap;

    public AnyRecord(Random random, Instant around) {
        this(random, around, () -> WORDS.get(random.nextInt(WORDS.size())), 4, 4);
    }

    /**
     * @param words in place of the few that meet again
     * @param mostInMap and in a set, whose order from two on is the platform's own
     */
    AnyRecord(Random random, Instant around, Supplier<String> words, int mostInList, int mostInMap) {
        this.random = random;
        this.around = around;
        this.words = words;
        this.mostInList = mostInList;
        this.mostInMap = mostInMap;
    }

    public <T> T of(Class<T> type) {
        return type.cast(any(type));
    }

    private @Nullable Object component(RecordComponent component) {
        return isNullable(component.getAnnotatedType()) && random.nextInt(3) == 0
                ? null
                : any(component.getGenericType());
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return one(Arrays.asList(plain.getEnumConstants()));
        }
        return plain.isSealed() ? any(one(Arrays.asList(plain.getPermittedSubclasses()))) : simple(plain);
    }

    private Object container(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return random.nextBoolean() ? Optional.of(any(of[0])) : Optional.empty();
        }
        var list = new ArrayList<Object>();
        var map = new HashMap<Object, Object>();
        for (int i = random.nextInt((type == List.class ? mostInList : mostInMap) + 1); i > 0; i--) {
            if (type == Map.class) {
                map.put(any(of[0]), any(of[1]));
            } else {
                list.add(any(of[0]));
            }
        }
        return type == Map.class ? map : type == Set.class ? new HashSet<>(list) : list;
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(this::component).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + type, e);
        }
    }

    private Object simple(Class<?> type) {
        if (type == String.class) {
            return words.get();
        } else if (type == Instant.class) {
            return random.nextInt(8) == 0 ? Instant.EPOCH : around.plusMillis(random.nextLong(-3_600_000, 3_600_000));
        } else if (type == Duration.class) {
            return Duration.ofMillis(random.nextInt(600_000));
        } else if (type == BigDecimal.class) {
            return amount();
        } else if (type == BigMoney.class) {
            return BigMoney.of(one(List.of(CurrencyUnit.EUR, CurrencyUnit.JPY)), amount());
        } else if (type == boolean.class) {
            return random.nextInt(6) != 0;
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt(40);
        } else if (type == long.class) {
            return one(NUMBERS);
        }
        throw new IllegalStateException("nothing known of " + type);
    }

    private BigDecimal amount() {
        return new BigDecimal(new BigInteger(random.nextInt(1, 60), random), random.nextInt(7));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
