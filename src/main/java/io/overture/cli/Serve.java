package io.overture.cli;

import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** {@code overture serve}: the service, as without arguments. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Starts a node.",
        description = "Starts a node. So does overture without a command; settings are in docs/settings.md.")
final class Serve implements Runnable {

    @Override
    public void run() {
        Quarkus.run();
    }
}
