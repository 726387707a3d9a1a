package io.overture.deploy;

import static io.overture.deploy.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A bill of materials as {@code ./dev build} leaves it, CycloneDX in JSON. */
record Bill(List<Component> components) {

    static final Path FOLDER = Path.of("target/sbom");

    /** What may be shipped with the service as it is: nothing that asks for the sources of what it is linked with. */
    private static final Set<String> ACCEPTED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "ISC",
            "MIT",
            "MIT-0");

    /** Names that are given in full, and what they are. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "GPL-2.0-with-classpath-exception");

    /** @param name with its group: {@code io.vertx:vertx-core}, {@code @lit/reactive-element} */
    record Component(String name, String version, Set<String> licences) {

        /** One that names no licence is not accepted either. */
        boolean isAccepted() {
            return !licences.isEmpty() && ACCEPTED.containsAll(licences);
        }
    }

    static Bill of(String part) {
        return of(Documents.json(Documents.text(FOLDER.resolve(part + ".json"))));
    }

    static Bill of(JsonNode bill) {
        return new Bill(each(bill.path("components")).map(Bill::component).toList());
    }

    private static Component component(JsonNode component) {
        var group = component.path("group").asText();
        var name = component.path("name").asText();
        return new Component(
                group.isEmpty() ? name : group + ":" + name,
                component.path("version").asText(),
                each(component.path("licenses")).map(Bill::licence).collect(Collectors.toSet()));
    }

    private static String licence(JsonNode choice) {
        var licence = choice.path("license");
        var name = choice.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText()));
        return ALSO_CALLED.getOrDefault(name, name);
    }

    /** What may not be shipped before somebody has looked at it: {@code a:b (AGPL-3.0)}. */
    List<String> unwanted() {
        return components.stream()
                .filter(each -> !each.isAccepted())
                .map(each -> each.name() + " " + each.licences())
                .toList();
    }
}
