package io.overture.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** What Kubernetes would be given, as {@code kubectl kustomize} builds it from a folder of this tree, or Helm from its chart. */
record Manifests(List<JsonNode> all) {
    static final Path TREE = Path.of("k8s");

    /** What a node takes at most for what is under way once its grace is over. */
    static final Duration FINISHING = Duration.ofSeconds(2);

    static final List<String> REGIONS = List.of("eu-west", "us-east", "ap-northeast", "me-central");

    private static final Map<Path, Manifests> BUILT = new ConcurrentHashMap<>();

    static Manifests of(Path folder) {
        return BUILT.computeIfAbsent(folder, Manifests::build);
    }

    static Manifests overlay(String region) {
        return of(TREE.resolve("overlays").resolve(region));
    }

    /** Every way a region can be built, by a name. */
    static Stream<Arguments> regions() {
        return Tool.here()
                .flatMap(tool -> REGIONS.stream()
                        .flatMap(region -> Choice.USUAL.stream()
                                .map(choice -> Arguments.of(
                                        region + choice.words + tool.words(), tool.region(region, choice)))));
    }

    /** The region as its operator would change it. */
    static Manifests changed(String how, String region, String line, String lines) {
        var copy = Path.of("target/k8s-" + how);
        try (var files = Files.walk(TREE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(TREE.relativize(file));
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.writeString(to, Files.readString(file).replace(line, lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(copy.resolve("overlays").resolve(region));
    }

    private static Manifests build(Path folder) {
        var command = Commands.find("kubectl")
                .map(kubectl -> List.of(kubectl.toString(), "kustomize", folder.toString()))
                .or(() ->
                        Commands.find("kustomize").map(alone -> List.of(alone.toString(), "build", folder.toString())))
                .orElseThrow(() -> new AssertionError(
                        "Neither kubectl (1.27 or newer) nor kustomize (5 or newer) is on the PATH: install one."));
        var outcome = Commands.run(command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(folder + " cannot be built: " + outcome.said());
        }
        return new Manifests(Documents.yaml(outcome.printed()));
    }

    /** With what another file has. */
    Manifests and(Path file) {
        return new Manifests(Stream.concat(all.stream(), Documents.yaml(Documents.text(file)).stream())
                .toList());
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(each -> each.path("kind").asText().equals(kind));
    }

    /** By its name, or by the name its generator was given, which a digest follows. */
    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(each -> name(each).equals(name))
                .findFirst()
                .or(() -> ofKind(kind)
                        .filter(each -> name(each).matches(name + "-[a-z0-9]{10}"))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("No %s %s".formatted(kind, name)));
    }

    JsonNode deployment() {
        return one("Deployment", "overture");
    }

    JsonNode pod() {
        return deployment().at("/spec/template/spec");
    }

    JsonNode container() {
        return pod().at("/containers/0");
    }

    Map<String, String> settings() {
        return Documents.texts(one("ConfigMap", "overture-settings").path("data"));
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
