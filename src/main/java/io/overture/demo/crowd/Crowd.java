package io.overture.demo.crowd;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The crowd as a whole: called, sent away, gone with the node. */
@Singleton
public class Crowd {

    /** Of a number that keeps the demo's machine idle. */
    public static final int MOST = 100;
    /** What fills a boutique without filling a screen. */
    public static final int USUAL = 12;

    private static final Logger LOG = Logger.getLogger(Crowd.class);
    /** They do not all come through the door at once. */
    private static final int LAST_ARRIVAL_SECONDS = 30;

    private final SecureRandom random = new SecureRandom();
    private final Vertx vertx;
    /** One event loop for all of them, whoever calls. */
    private final Context context;

    private final CrowdConfig config;
    private List<Member> members = List.of();
    private @Nullable WebSocketClient client;

    Crowd(Vertx vertx, CrowdConfig config) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.members() > 0 && ConfigUtils.isProfileActive("demo")) {
            call(Math.min(config.members(), MOST), config.seed());
        }
    }

    /** Replaces the one there was. */
    public synchronized void call(int size, long seed) {
        sendAway();
        var opened = vertx.createWebSocketClient();
        client = opened;
        var arrivals = new SplittableRandom(seed);
        members = IntStream.range(0, size)
                .mapToObj(number -> new Member(
                        new Storyteller(seed, number)::next,
                        () -> opened.connect(address()),
                        context,
                        InstantSource.system(),
                        this::secret))
                .toList();
        members.forEach(member -> member.begin(Duration.ofMillis(arrivals.nextLong(LAST_ARRIVAL_SECONDS * 1000L))));
        LOG.infof("event=crowd_called members=%d seed=%d", size, seed);
    }

    public synchronized void sendAway() {
        if (!members.isEmpty()) {
            members.forEach(Member::leave);
            members = List.of();
            LOG.info("event=crowd_sent_away");
        }
        if (client != null) {
            client.close();
            client = null;
        }
    }

    public synchronized int size() {
        return members.size();
    }

    /** The seed that is used when none is asked for. */
    public long seed() {
        return config.seed();
    }

    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        sendAway();
    }

    @PreDestroy
    void stop() {
        sendAway();
    }

    /** This node's own public door, known once it is open. */
    private static WebSocketConnectOptions address() {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        return new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setURI("/v1/visitor")
                .addSubProtocol("overture.v1")
                .addHeader("Origin", "http://localhost:" + port);
    }

    /** Identifiers are secrets, whoever bears them: not drawn from the seed. */
    private String secret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
