package io.overture.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** What a command shows at the door: a value of the header {@code Authorization}. */
final class Credentials {

    private static final int LONGEST = 16 * 1024;

    private Credentials() {}

    /** Empty when there are none, which the service will say something about. */
    static Optional<String> of(Optional<Path> tokenFile, Terminal terminal) throws Trouble {
        if (tokenFile.isPresent()) {
            return Optional.of(bearer(read(tokenFile.get()), tokenFile.get().toString()));
        }
        var token = terminal.variable("OVERTURE_TOKEN");
        if (token.isPresent()) {
            return Optional.of(bearer(token.get(), "OVERTURE_TOKEN"));
        }
        var user = terminal.variable("OVERTURE_USER");
        return user.map(
                name -> basic(name, terminal.variable("OVERTURE_PASSWORD").orElse("")));
    }

    private static String read(Path file) throws Trouble {
        try (var text = Files.newInputStream(file)) {
            return new String(text.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read (--token-file)");
        }
    }

    /** Says where a token is that is none, and never the token. */
    private static String bearer(String text, String from) throws Trouble {
        var token = text.strip();
        if (token.isEmpty() || token.chars().anyMatch(each -> each <= ' ' || each > '~')) {
            throw new Trouble(from + " holds no token: one line of printable ASCII without spaces");
        }
        return "Bearer " + token;
    }

    private static String basic(String name, String password) {
        var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
