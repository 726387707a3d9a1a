package io.overture.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The executable. Without arguments it serves; with them it is one command, and the service is not started. */
@QuarkusMain
public final class Overture {

    Overture() {}

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
        } else {
            System.exit(Commands.run(Terminal.ofThisProcess(), args));
        }
    }
}
