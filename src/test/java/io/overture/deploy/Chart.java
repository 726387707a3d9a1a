package io.overture.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.jni.NativeLibrary;
import io.overture.deploy.HelmProcess.Answer;
import io.overture.deploy.HelmProcess.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Helm's chart of a region, as Helm reads it. */
final class Chart {
    static final Path TREE = Path.of("helm/overture");
    static final String NOT_HERE = "Helm's library has nothing for this kind of machine";

    /**
     * The chart in files of its own, but for the line that says which Kubernetes it needs: the library takes itself to speak
     * to 1.20 and cannot be told otherwise.
     */
    private static final Path COPY = Path.of("target/helm-chart");

    private static final Map<List<String>, Answer> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** False only where the library has no build for the machine; where our builds run there is one, or tests fail. */
    static boolean isReadable() {
        return (System.getProperty("os.name") + " " + System.getProperty("os.arch")).equals("Linux amd64")
                || ServiceLoader.load(NativeLibrary.class).findFirst().isPresent();
    }

    /** A region's values, and more of them as YAML. */
    static Manifests of(String region, String... more) {
        return rendered("overture", "overture", Stream.concat(Stream.of(values(region)), Stream.of(more)));
    }

    /** The chart's own values, and more of them as YAML. */
    static Manifests ofDefaults(String... more) {
        return rendered("overture", "overture", Stream.of(more));
    }

    static Manifests released(String name, String namespace, String... values) {
        return rendered(name, namespace, Stream.of(values));
    }

    /** What Helm says is wrong with these values; empty when nothing is. */
    static String refusal(String... values) {
        return render("overture", "overture", Stream.of(values)).refused();
    }

    /** What {@code helm lint --strict} says. */
    static Answer judged() {
        return Held.HELM.ask(new Question(TREE.toString(), "", "", null));
    }

    static JsonNode about() {
        return Documents.yaml(Documents.text(TREE.resolve("Chart.yaml"))).getFirst();
    }

    static String values(String region) {
        return Documents.text(Path.of("helm/values", region + ".yaml"));
    }

    private static Manifests rendered(String release, String namespace, Stream<String> values) {
        var answer = render(release, namespace, values);
        if (!answer.refused().isEmpty()) {
            throw new AssertionError("The chart cannot be rendered: " + answer.refused());
        }
        return new Manifests(Documents.yaml(answer.printed()).stream()
                .filter(JsonNode::isObject)
                .toList());
    }

    private static Answer render(String release, String namespace, Stream<String> values) {
        var key = Stream.concat(Stream.of(release, namespace), values).toList();
        return RENDERED.computeIfAbsent(key, each -> {
            var files = each.subList(2, each.size()).stream().map(Chart::file).toList();
            return Held.HELM.ask(new Question(COPY.toString(), release, namespace, files));
        });
    }

    private static String file(String values) {
        try {
            var folder = Files.createDirectories(Path.of("target/helm-values"));
            var name = UUID.nameUUIDFromBytes(values.getBytes(StandardCharsets.UTF_8));
            return Files.writeString(folder.resolve(name + ".yaml"), values).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begun by the first that asks. */
    private static final class Held {
        static final HelmProcess HELM = begin();

        private static HelmProcess begin() {
            try (var files = Files.walk(TREE)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var to = COPY.resolve(TREE.relativize(file));
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.writeString(to, Documents.text(file).replaceAll("(?m)^kubeVersion:.*\n", ""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new HelmProcess();
        }
    }
}
