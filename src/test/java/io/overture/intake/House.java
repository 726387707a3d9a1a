package io.overture.intake;

import io.overture.site.Origin;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Client;
import java.util.List;
import java.util.Optional;

/** A house with one site, where the token {@code a.b.c} is Ada's. */
final class House {

    static final String ORIGIN = "https://demo.example";
    static final Client ADA = new Client("ada", "vic", List.of(), null);

    private House() {}

    static Sites sites() {
        var origin = new Origin("https", "demo.example", 443);
        return new Sites(List.of(new Site("demo", List.of(origin), Optional.empty(), true)));
    }

    static Reception reception() {
        return new Reception(sites(), (site, token) -> token.equals("a.b.c") ? Optional.of(ADA) : Optional.empty());
    }

    static LimitsConfig limits(int beaconsAtOnce, int newVisitors, int sockets, int framesAtOnce) {
        return new LimitsConfig() {
            @Override
            public double beaconsPerSecond() {
                return 0.001;
            }

            @Override
            public int beaconsAtOnce() {
                return beaconsAtOnce;
            }

            @Override
            public int newVisitorsPerMinute() {
                return newVisitors;
            }

            @Override
            public int socketsPerAddress() {
                return sockets;
            }

            @Override
            public double framesPerSecond() {
                return 0.001;
            }

            @Override
            public int framesAtOnce() {
                return framesAtOnce;
            }
        };
    }
}
