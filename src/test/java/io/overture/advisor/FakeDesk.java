package io.overture.advisor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.desk.AdvisorPost;
import io.overture.desk.Boutique;
import io.overture.desk.Call;
import io.overture.desk.Calls;
import io.overture.desk.Here;
import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.overture.desk.Talks;
import io.overture.desk.Transcript;
import io.overture.desk.Transcripts;
import io.overture.dossier.Dossiers;
import io.overture.dossier.Role;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything behind the socket: remembers what it was asked for, and answers as a test says. */
@SuppressWarnings("NullAway.Init")
final class FakeDesk implements Flow, Calls, Reach, AdvisorPost {

    Desks desks = Desks.NONE;
    Call call;
    Visitor visitor = Visitor.NOBODY;
    Staff staff = Staff.NOBODY;
    List<Call> ringing = List.of();
    List<String> attended = List.of();
    List<Here> here = List.of();
    long boutiqueVersion = 1;
    Runnable changed = () -> {};
    Function<Input, Uni<Receipt>> answers = input -> Uni.createFrom().item(Receipt.TAKEN);
    RuntimeException away;
    List<Tab> closed = List.of();

    final List<Input> inputs = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final Map<String, List<String>> posted = new HashMap<>();
    final FakeTasks tasks = new FakeTasks();
    final FakeClients clients = new FakeClients();

    final Talks talks = (conversation, advisor, epoch, offset) -> Uni.createFrom()
            .item(Optional.of("{\"type\":\"talk\",\"conversation\":\"%s\",\"epoch\":\"e1\",\"offset\":%d}"
                    .formatted(conversation, offset)));
    Transcripts transcripts = new Transcripts() {
        @Override
        public Uni<Transcript> since(String conversation, String epoch, long offset) {
            return Uni.createFrom().item(new Transcript("e1", false, offset, List.of()));
        }
    };

    final Boutique boutique = new Boutique() {
        @Override
        public View view(Seat seat, int most) {
            return new View(boutiqueVersion, here);
        }

        @Override
        public void onChange(Runnable listener) {
            changed = listener;
        }
    };

    final Dossiers dossiers = new Dossiers() {
        @Override
        public Uni<ObjectNode> open(VisitorKey about, String conversation, Role role, String who) {
            log.add("opened by " + who + " as " + role);
            return of(about, conversation, role);
        }

        @Override
        public Uni<ObjectNode> of(VisitorKey about, String conversation, Role role) {
            return Uni.createFrom().item(JsonNodeFactory.instance.objectNode().put("conversation", conversation));
        }
    };

    void stands(Standing.State camille, int taken) {
        staff = new Staff(Map.of("camille", new Standing(camille, true, taken)));
    }

    @Override
    public Uni<Receipt> submit(VisitorKey key, Input input) {
        inputs.add(input);
        return answers.apply(input);
    }

    @Override
    public Uni<Optional<Visitor>> look(VisitorKey key) {
        return Uni.createFrom().item(Optional.of(visitor));
    }

    @Override
    public int underWay() {
        return 0;
    }

    @Override
    public Uni<Optional<Call>> find(String conversation) {
        return Uni.createFrom()
                .item(Optional.of(call).filter(each -> each.conversation().equals(conversation)));
    }

    @Override
    public Uni<List<Call>> ringing(String advisor) {
        return Uni.createFrom().item(ringing);
    }

    @Override
    public Uni<List<String>> attendedBy(String advisor) {
        return Uni.createFrom().item(attended);
    }

    @Override
    public Uni<Void> note(String conversation, String by, String text) {
        notes.add(by + ": " + text);
        return done();
    }

    @Override
    public void send(String advisor, String frame) {
        posted.computeIfAbsent(advisor, who -> new ArrayList<>()).add(frame);
    }

    @Override
    public Uni<Void> arrived(Console console) {
        log.add(console.advisor() + " arrived");
        return away == null ? done() : Uni.createFrom().failure(away);
    }

    @Override
    public Uni<Void> left(Console console) {
        log.add(console.advisor() + " left");
        return done();
    }

    @Override
    public Uni<Void> renew(Collection<Console> consoles) {
        log.add(consoles.size() + " renewed");
        return done();
    }

    @Override
    public Uni<Void> is(String advisor, Standing.State state) {
        log.add(advisor + " is " + state.word());
        return done();
    }

    @Override
    public Uni<Staff> staff() {
        return Uni.createFrom().item(staff);
    }

    static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
