package io.overture.deploy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What makes a region's manifests: the same tests are held against what either of them makes. */
enum Tool {
    KUSTOMIZE {
        @Override
        Manifests base() {
            return Manifests.of(Manifests.TREE.resolve("base"));
        }

        @Override
        Manifests region(String region, Choice choice) {
            return choice == Choice.AS_IT_IS
                    ? Manifests.overlay(region)
                    : Manifests.changed(choice.name().toLowerCase(Locale.ROOT), region, choice.line, choice.lines);
        }
    },
    HELM {
        /** Kustomize's has a storefront, which a chart cannot: a region could not take it out again. */
        private static final String STOREFRONT = """
                sites:
                  maison:
                    origins: [https://www.maison.example]
                    identitySecret: {name: overture-site-maison, key: identity-secret}
                """;

        @Override
        Manifests base() {
            return Chart.ofDefaults(STOREFRONT).and(NAMESPACE);
        }

        @Override
        Manifests region(String region, Choice choice) {
            return Chart.of(region, choice.values).and(NAMESPACE);
        }
    };

    /** A release cannot bring the namespace it is recorded in: the page for operators has this made before. */
    private static final Path NAMESPACE = Manifests.TREE.resolve("base/namespace.yaml");

    abstract Manifests base();

    abstract Manifests region(String region, Choice choice);

    /** All of them, but for Helm where its library does not run; {@link ChartTest} says so there. */
    static Stream<Tool> here() {
        return Stream.of(values()).filter(tool -> tool != HELM || Chart.isReadable());
    }

    /** {@code , by Helm} */
    String words() {
        return this == KUSTOMIZE ? "" : ", by Helm";
    }
}
