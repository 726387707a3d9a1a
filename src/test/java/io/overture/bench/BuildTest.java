package io.overture.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @Test
    void settings_and_options_come_before_the_jar_and_after_what_all_have(@TempDir Path folder) throws IOException {
        var jar = Files.createFile(folder.resolve("quarkus-run.jar"));

        var build = Build.of(folder + "@overture.trace.share=0.01,-XX:+UseSerialGC");

        assertTrue(build.onJvm());
        var command = build.command();
        assertEquals(Build.JVM, command.subList(0, Build.JVM.size()));
        assertEquals(
                "-Doverture.trace.share=0.01 -XX:+UseSerialGC -jar " + jar,
                String.join(" ", command.subList(Build.JVM.size(), command.size())));
    }

    @Test
    void what_cannot_be_started_is_refused(@TempDir Path folder) {
        assertThrows(IllegalArgumentException.class, () -> Build.of(folder.toString()));
    }
}
