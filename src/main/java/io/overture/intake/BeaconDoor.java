package io.overture.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.flow.Unavailable;
import io.overture.push.Departure;
import io.overture.trace.Traceparent;
import io.overture.trace.Traces;
import io.overture.traffic.Refusal;
import io.overture.traffic.Traffic;
import io.overture.wire.Flaw;
import io.overture.wire.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/beacons}. A plain route: this is the busiest door of the house, and the layers above it would cost a
 * quarter of each request.
 */
@ApplicationScoped
public class BeaconDoor {

    static final String PATH = "/v1/beacons";
    private static final Logger LOG = Logger.getLogger(BeaconDoor.class);

    /**
     * After the doorway, and before anybody looks for credentials: this door reads none, and what is done to read none would be
     * done for each beacon.
     */
    private static final int BEFORE_CREDENTIALS = -9_000;

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration ELSEWHERE = Duration.ofSeconds(1);

    private final Flow flow;
    private final Reception reception;
    private final Rates rates;
    private final Callers callers;
    private final Tally tally;
    private final Departure departure;
    private final Traces traces;
    private final InstantSource clock;

    @Inject
    public BeaconDoor(
            Flow flow,
            Reception reception,
            Rates rates,
            Callers callers,
            MeterRegistry meters,
            Traffic traffic,
            Departure departure,
            Traces traces) {
        this(flow, reception, rates, callers, new Tally(meters, traffic), departure, traces, InstantSource.system());
    }

    BeaconDoor(
            Flow flow,
            Reception reception,
            Rates rates,
            Callers callers,
            Tally tally,
            Departure departure,
            Traces traces,
            InstantSource clock) {
        this.flow = flow;
        this.reception = reception;
        this.rates = rates;
        this.callers = callers;
        this.tally = tally;
        this.departure = departure;
        this.traces = traces;
        this.clock = clock;
    }

    void open(@Observes Router router) {
        router.route(PATH).order(BEFORE_CREDENTIALS).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        var exchange = new Exchange(routing);
        if (departure.stage() != Departure.Stage.SERVING) {
            exchange.isTheLast();
        }
        var method = exchange.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            exchange.preflight();
        } else if (!method.equals(HttpMethod.POST)) {
            exchange.allow("POST, OPTIONS");
            answer(exchange, Answer.NOT_ALLOWED);
        } else {
            Body.read(exchange.request(), received -> handle(exchange, received));
        }
    }

    private void handle(Exchange exchange, Body.Received received) {
        if (received instanceof Body.Received.TooLarge(boolean ended) && !ended) {
            exchange.hangUpAfterwards();
        }
        if (!MediaType.isUnderstood(
                exchange.header(HttpHeaders.CONTENT_TYPE), exchange.header(HttpHeaders.CONTENT_ENCODING))) {
            tally.refused(Refusal.UNSUPPORTED, null, exchange.origin());
            answer(exchange, Answer.UNSUPPORTED);
            return;
        }
        switch (received) {
            case Body.Received.TooLarge tooLarge -> {
                tally.refused(Refusal.TOO_LARGE, null, exchange.origin());
                answer(exchange, Answer.TOO_LARGE);
            }
            case Body.Received.Whole(byte[] bytes) -> {
                switch (BeaconReader.read(bytes, clock.instant())) {
                    case Decoded.Invalid<BeaconReader.Sent>(List<Flaw> flaws, BeaconReader.@Nullable Sent said) ->
                        invalid(exchange, flaws, said);
                    case Decoded.Valid<BeaconReader.Sent>(BeaconReader.Sent sent) ->
                        submit(exchange, sent, bytes.length);
                }
            }
        }
    }

    private void invalid(Exchange exchange, List<Flaw> flaws, BeaconReader.@Nullable Sent said) {
        tally.invalid(
                said == null ? null : said.speaker().site(),
                exchange.origin(),
                flaws,
                said == null ? 0 : said.batch().size());
        tally.answered(Answer.INVALID);
        exchange.answer(Answer.INVALID, flaws);
    }

    private void submit(Exchange exchange, BeaconReader.Sent sent, int bytes) {
        var speaker = exchange.asksForPrivacy() ? sent.speaker().impersonal() : sent.speaker();
        var admitted = reception.admit(speaker, exchange.origin());
        if (admitted.isEmpty()) {
            tally.turnedAway(speaker.site(), exchange.origin());
            answer(exchange, Answer.REFUSED);
            return;
        }
        if (!rates.beacon(admitted.get().key(), callers.address(exchange.request()), bytes)) {
            tally.refused(Refusal.TOO_FAST, admitted.get().key().site(), exchange.origin());
            tally.answered(Answer.TOO_FAST);
            exchange.answer(Answer.TOO_FAST, Rates.RETRY);
            return;
        }
        if (departure.stage() == Departure.Stage.CLOSING) {
            tally.refused(Refusal.UNAVAILABLE, admitted.get().key().site(), exchange.origin());
            tally.answered(Answer.UNAVAILABLE);
            exchange.answer(Answer.UNAVAILABLE, ELSEWHERE);
            return;
        }
        tally.tooOld(sent.batch().tooOld());
        var guest = reception.greet(admitted.get());
        var inbound = traces.follows(guest.key()) ? traces.sent(exchange.header(Traceparent.HEADER)) : null;
        flow.submit(
                guest.key(),
                new Input.Arrived(guest.beacon(sent.batch())),
                inbound,
                new Waiting(exchange, guest, sent.batch()));
    }

    /** Whoever sent a beacon, until its step has ended. */
    private final class Waiting implements Flow.Sender {

        private final Exchange exchange;
        private final Guest guest;
        private final Batch batch;

        Waiting(Exchange exchange, Guest guest, Batch batch) {
            this.exchange = exchange;
            this.guest = guest;
            this.batch = batch;
        }

        @Override
        public void taken(Receipt receipt) {
            folded(exchange, guest, batch, receipt);
        }

        @Override
        public void refused(Throwable why) {
            tally.refused(Refusal.UNAVAILABLE, guest.key().site(), exchange.origin());
            failed(exchange, why);
        }
    }

    private void folded(Exchange exchange, Guest guest, Batch batch, Receipt receipt) {
        tally.received(receipt, guest, exchange.origin(), batch);
        answer(exchange, Answer.FOLDED);
    }

    private void failed(Exchange exchange, Throwable failure) {
        tally.answered(Answer.UNAVAILABLE);
        if (failure instanceof Unavailable unavailable) {
            exchange.answer(Answer.UNAVAILABLE, unavailable.retryAfter());
        } else {
            RequestId.log(exchange.id(), () -> {
                LOG.errorf("a beacon could not be taken: %s", failure.getClass().getName());
                LOG.debug("a beacon could not be taken", failure);
            });
            exchange.answer(Answer.UNAVAILABLE, AFTER_A_FAULT);
        }
    }

    private void answer(Exchange exchange, Answer answer) {
        tally.answered(answer);
        exchange.answer(answer);
    }
}
