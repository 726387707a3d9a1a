package io.overture.executable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import java.lang.foreign.Arena;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** One class for each of {@link Rules} that breaks it and no other, and what must not be taken for an offence. */
final class Offenders {

    private Offenders() {}

    static Class<?> of(Rules rule) {
        return switch (rule) {
            case NOTHING_ALIVE_IN_A_STATIC_FIELD -> Alive.class;
            case NO_CHANCE_THAT_ALL_NODES_SHARE -> Shared.class;
            case NOTHING_OF_THE_BUILDING_MACHINE_IN_A_STATIC_FIELD -> OfThisMachine.class;
            case NOTHING_LOOKED_UP_BY_NAME -> ByName.class;
            case NO_FOREIGN_MEMORY_AND_NO_SERIALIZED_OBJECTS -> Foreign.class;
            case NO_WORDS_OF_THE_PLATFORM -> Worded.class;
            case WHAT_IS_WRITTEN_AS_JSON_IS_REGISTERED -> Bound.class;
        };
    }

    static final class Alive {
        static final SecureRandom SECRET = new SecureRandom();
        static final Buffer NOTHING = Buffer.buffer();
        final SecureRandom fine = new SecureRandom();
    }

    static final class Shared {
        static int chance() {
            return RandomGenerator.getDefault().nextInt();
        }
    }

    static final class OfThisMachine {
        static final int LANES = Runtime.getRuntime().availableProcessors();

        static int fine() {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    static final class ByName {
        static Class<?> find(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }

    static final class Foreign {
        static Arena memory() {
            return Arena.ofAuto();
        }
    }

    static final class Worded {
        static String language(Locale locale) {
            return locale.getDisplayLanguage();
        }
    }

    static final class Bound {
        record Told(String what) {}

        @RegisterForReflection
        record Fine(String what) {}

        static String tell(ObjectMapper json) throws JsonProcessingException {
            return json.writeValueAsString(new Told("")) + json.writeValueAsString(new Fine(""));
        }
    }

    static final class Caching {
        static Cache<String, String> cache() {
            return Caffeine.newBuilder()
                    .maximumWeight(1)
                    .weigher((String key, String value) -> 1)
                    .build();
        }
    }
}
