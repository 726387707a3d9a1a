package io.overture.aftercare;

import io.overture.client.ClientRecord;
import io.overture.desk.Task;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.visitor.Language;
import io.overture.visitor.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who owns a relationship: her own advisor, else the first desk that serves her language, else the first of the site. */
final class Owners {

    /** Where what nobody owns is kept, in a house without desks. */
    static final Task.Owner HOUSE = Task.Owner.desk("house");

    private Owners() {}

    static Task.Owner of(Desks desks, Optional<ClientRecord> client, @Nullable String site) {
        var advisor = client.map(ClientRecord::profile)
                .map(profile -> profile.advisor())
                .orElse(null);
        if (advisor != null && (desks.isEmpty() || desks.advisor(advisor).isPresent())) {
            return Task.Owner.advisor(advisor);
        }
        var language = client.map(ClientRecord::profile)
                .map(profile -> profile.language())
                .orElse(Session.DEFAULT_LANGUAGE);
        var here = desks.all().stream()
                .filter(desk ->
                        site == null || desk.sites().isEmpty() || desk.sites().contains(site))
                .toList();
        return first(here, desk -> desk.languages().stream().anyMatch(language::equalsIgnoreCase))
                .or(() -> first(here, desk -> desk.languages().stream().anyMatch(each -> isNear(each, language))))
                .or(() -> first(here, desk -> true))
                .or(() -> first(desks.all(), desk -> true))
                .map(desk -> Task.Owner.desk(desk.id()))
                .orElse(HOUSE);
    }

    private static Optional<Desk> first(List<Desk> desks, Predicate<Desk> fitting) {
        return desks.stream().filter(fitting).findFirst();
    }

    private static boolean isNear(String spoken, String wanted) {
        var hers = Language.of(wanted);
        return Language.of(spoken)
                .filter(theirs -> hers.filter(theirs::isAkin).isPresent())
                .isPresent();
    }
}
