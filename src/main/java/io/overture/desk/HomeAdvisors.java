package io.overture.desk;

import io.overture.flow.Flow;
import io.overture.trigger.Book;
import io.overture.visitor.Passport;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The name of the advisor whom a visitor has at home, by the passport they came with. Asked only of those who have a tier
 * and no id here, so that without passports it costs nothing; not had at once, the ring goes without it.
 */
public final class HomeAdvisors {

    private final Flow flow;

    public HomeAdvisors(Flow flow) {
        this.flow = flow;
    }

    public Uni<Optional<String>> of(Call call) {
        if (call.client() != null || call.tier().equals(Book.UNKNOWN)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return flow.look(call.about())
                .map(found -> found.map(Visitor::session)
                        .map(Session::passport)
                        .map(Passport::advisor)
                        .map(Passport.OwnAdvisor::name))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
