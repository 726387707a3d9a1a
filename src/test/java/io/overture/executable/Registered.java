package io.overture.executable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Classes whose members may be looked up by name: those that say so, or that another names. */
final class Registered {

    private Registered() {}

    static boolean covers(JavaClass type) {
        return type.tryGetAnnotationOfType(RegisterForReflection.class)
                .map(said -> said.targets().length == 0 && said.classNames().length == 0)
                .orElse(false);
    }

    /** Full names of the others that classes name. */
    static List<String> named(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.tryGetAnnotationOfType(RegisterForReflection.class).stream())
                .flatMap(said -> Stream.concat(
                        Arrays.stream(said.targets()).map(Class::getName), Arrays.stream(said.classNames())))
                .toList();
    }
}
