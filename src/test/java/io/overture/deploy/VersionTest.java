package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file that states the release's version states the same one, and the page on making a release names it. */
class VersionTest {

    private static final Pattern POM = Pattern.compile("<artifactId>overture</artifactId>\\s*<version>([^<]+)<");
    private static final Path PAGE = Path.of("docs/development.md");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    helm/overture/Chart.yaml                | version: VERSION
                    helm/overture/Chart.yaml                | appVersion: VERSION
                    k8s/base/kustomization.yaml             | newTag: VERSION
                    k8s/components/jvm/kustomization.yaml   | newTag: VERSION-jvm
                    docker/compose.yaml                     | image: overture:VERSION
                    beacon/package.json                     | "version": "VERSION",
                    console/package.json                    | "version": "VERSION",
                    """, quoteCharacter = '\'')
    void it_is_the_same_everywhere(String file, String line) {
        var stated = line.replace("VERSION", version());

        assertThat(Documents.text(Path.of(file)).lines().map(String::strip)).contains(stated);
        assertThat(Documents.text(PAGE)).contains("`" + file + "`");
    }

    private static String version() {
        var pom = POM.matcher(Documents.text(Path.of("pom.xml")));
        assertThat(pom.find()).isTrue();
        return pom.group(1).replace("-SNAPSHOT", "");
    }
}
