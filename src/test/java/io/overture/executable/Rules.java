package io.overture.executable;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What may not be in code that becomes a native executable. Its classes are initialised while it is built, so that what
 * their static fields hold then is what every node starts with; and it can look up by name only what it was told of.
 */
enum Rules {
    /** The build refuses these in its heap; a seed that all nodes share would be worse. */
    NOTHING_ALIVE_IN_A_STATIC_FIELD(noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(assignableTo(RandomGenerator.class)
                    .or(assignableTo(Thread.class))
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(Cleaner.class))
                    .or(assignableTo(AutoCloseable.class))
                    .or(assignableTo(Buffer.class))
                    .or(assignableTo(ByteBuf.class)))),

    /** Generators of {@code java.util.random} take their first seed while the executable is built. */
    NO_CHANCE_THAT_ALL_NODES_SHARE(
            noCodeUnits().should(callAnyOf(Map.of("java.util.random.RandomGenerator", Set.of("getDefault", "of"))))),

    NOTHING_OF_THE_BUILDING_MACHINE_IN_A_STATIC_FIELD(noCodeUnits()
            .that(describe("are static initializers", JavaStaticInitializer.class::isInstance))
            .should(callAnyOf(Map.of(
                    "java.lang.System", Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime"),
                    "java.lang.Runtime", Set.of("availableProcessors", "maxMemory"),
                    "java.time.Instant", Set.of("now"),
                    "java.time.ZoneId", Set.of("systemDefault"),
                    "java.util.Locale", Set.of("getDefault"),
                    "java.util.UUID", Set.of("randomUUID"),
                    "java.net.InetAddress", Set.of("getLocalHost", "getByName"),
                    "java.lang.ProcessHandle", Set.of("current"),
                    "org.eclipse.microprofile.config.ConfigProvider", Set.of("getConfig"))))),

    NOTHING_LOOKED_UP_BY_NAME(noCodeUnits()
            .should(callAnyOf(Map.of(
                    "java.lang.Class",
                    Set.of("forName", "newInstance", "getDeclaredConstructor", "getMethod", "getDeclaredField"),
                    "java.lang.ClassLoader",
                    Set.of("loadClass"),
                    "java.util.ServiceLoader",
                    Set.of("load", "loadInstalled"),
                    "java.lang.reflect.Proxy",
                    Set.of("newProxyInstance"),
                    "java.lang.invoke.MethodHandles",
                    Set.of("lookup", "privateLookupIn"),
                    "java.lang.System",
                    Set.of("load", "loadLibrary"))))),

    /** The executable has no way to them. */
    NO_FOREIGN_MEMORY_AND_NO_SERIALIZED_OBJECTS(noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")),

    /** It knows the names of things in the language of the machine that built it. */
    NO_WORDS_OF_THE_PLATFORM(noCodeUnits()
            .should(callAnyOf(Map.of(
                    "java.util.ResourceBundle", Set.of("getBundle"),
                    "java.util.Locale", Set.of("getDisplayName", "getDisplayLanguage", "getDisplayCountry"),
                    "java.util.Currency", Set.of("getDisplayName", "getSymbol"),
                    "java.time.format.DateTimeFormatter",
                            Set.of("ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime", "ofPattern"),
                    "java.text.NumberFormat",
                            Set.of("getInstance", "getCurrencyInstance", "getNumberInstance", "getPercentInstance"))))),

    /** Jackson reads an object's fields by reflection. */
    WHAT_IS_WRITTEN_AS_JSON_IS_REGISTERED(noCodeUnits()
            .that(describe("bind JSON", Rules::binds))
            .should(handle("objects of ours that are not registered", Rules::unregistered)));

    private static final Set<String> BINDING = Set.of(
            "writeValue",
            "writeValueAsString",
            "writeValueAsBytes",
            "readValue",
            "treeToValue",
            "valueToTree",
            "convertValue",
            "entity",
            "ok");
    private static final Set<String> BINDERS = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.ObjectReader",
            "com.fasterxml.jackson.databind.ObjectWriter",
            "jakarta.ws.rs.core.Response",
            "jakarta.ws.rs.core.Response$ResponseBuilder");

    final ArchRule rule;

    Rules(ArchRule rule) {
        this.rule = rule;
    }

    private static boolean binds(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> BINDING.contains(call.getName())
                        && BINDERS.contains(call.getTargetOwner().getFullName()));
    }

    /** Values it makes or is handed, as far as they could be what is bound: a body that is text needs nothing. */
    private static Stream<JavaClass> unregistered(JavaCodeUnit unit) {
        var made = unit.getConstructorCallsFromSelf().stream().map(JavaAccess::getTargetOwner);
        var handed = unit.isConstructor() ? unit.getRawParameterTypes().stream() : Stream.<JavaClass>empty();
        return Stream.concat(made, handed)
                .filter(JavaClass::isRecord)
                .filter(type -> type.getPackageName().startsWith("io.overture"))
                .filter(type -> !Registered.covers(type));
    }

    private static ArchCondition<JavaCodeUnit> callAnyOf(Map<String, Set<String>> methods) {
        return new ArchCondition<>("call any of " + methods) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getCallsFromSelf().stream()
                        .filter(call -> methods.getOrDefault(
                                        call.getTargetOwner().getFullName(), Set.of())
                                .contains(call.getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(unit, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaCodeUnit> handle(
            String what, java.util.function.Function<JavaCodeUnit, Stream<JavaClass>> types) {
        return new ArchCondition<>("handle " + what) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                types.apply(unit)
                        .forEach(type -> events.add(SimpleConditionEvent.satisfied(
                                unit, unit.getFullName() + " handles " + type.getFullName())));
            }
        };
    }
}
