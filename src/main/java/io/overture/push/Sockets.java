package io.overture.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.store.Nodes;
import io.overture.visitor.Tab;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open at this node. */
@ApplicationScoped
public class Sockets {

    private final Map<String, Socket> byId = new ConcurrentHashMap<>();
    private final String node;
    private final MeterRegistry meters;
    private volatile boolean leaving;

    @Inject
    public Sockets(Nodes nodes, MeterRegistry meters) {
        this.node = nodes.self();
        this.meters = meters;
        meters.gaugeMapSize("overture.sockets.open", List.of(), byId);
        Arrays.stream(CloseCode.values()).forEach(this::closed);
    }

    /** A new socket of whom no place is kept. */
    public Socket open(Wire wire) {
        return open(wire, List.of());
    }

    /**
     * A new socket; on a node that is leaving it is closed again at once.
     *
     * @param places where it is opened from, as {@link Tab#places} has them
     */
    public Socket open(Wire wire, List<String> places) {
        var socket = new Socket(Tab.of(node, UUID.randomUUID().toString(), places), wire, this::count);
        byId.put(socket.tab().socket(), socket);
        if (leaving) {
            socket.close(CloseCode.RESTARTING);
        }
        return socket;
    }

    /** The wire is gone. */
    public void closed(Socket socket) {
        byId.remove(socket.tab().socket());
    }

    /** Of visitors and advisors. */
    public int count() {
        return byId.size();
    }

    /** Sends to those of them that are here; answers how many are. */
    public int send(Collection<String> ids, List<String> frames) {
        int here = 0;
        for (var id : ids) {
            var socket = byId.get(id);
            if (socket != null) {
                frames.forEach(socket::send);
                here++;
            }
        }
        return here;
    }

    /** Lets nobody in any more. */
    void leave() {
        leaving = true;
    }

    /** Lets everybody in again. */
    void stay() {
        leaving = false;
    }

    List<Socket> all() {
        return List.copyOf(byId.values());
    }

    private void count(CloseCode code) {
        closed(code).increment();
    }

    private Counter closed(CloseCode code) {
        return meters.counter("overture.sockets.closed", "reason", code.word());
    }
}
