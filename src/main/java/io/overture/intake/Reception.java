package io.overture.intake;

import io.overture.client.Tokens;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lets in who speaks for a site of ours from a page of that site, and sees who she is. */
@Singleton
public class Reception {

    private final Sites sites;
    private final BiFunction<Site, String, Optional<Client>> identity;

    @Inject
    public Reception(Sites sites, Tokens tokens) {
        this(sites, tokens::verify);
    }

    Reception(Sites sites, BiFunction<Site, String, Optional<Client>> identity) {
        this.sites = sites;
        this.identity = identity;
    }

    /** Who may come in; who she is has not been looked at, since a signature costs more than a limit. */
    record Admitted(Site site, VisitorKey key, Speaker speaker) {}

    /** Empty: an unknown site, or an origin that is absent, {@code null} or not the site's. */
    Optional<Admitted> admit(Speaker speaker, @Nullable String origin) {
        return sites.find(speaker.site())
                .filter(site -> site.allowsOrigin(origin))
                .map(site -> new Admitted(site, VisitorKey.of(site.key(), speaker.visitor()), speaker));
    }

    /** For whom the limits let in. */
    Guest greet(Admitted admitted) {
        var speaker = admitted.speaker();
        return new Guest(
                admitted.key(),
                Handle.digest(speaker.session()),
                new Beacon.Standing(
                        speaker.consent(),
                        speaker.saidAt(),
                        client(admitted.site(), speaker),
                        speaker.context(),
                        speaker.signedOut()));
    }

    private @Nullable Client client(Site site, Speaker speaker) {
        var token = speaker.client();
        var consent = speaker.consent();
        if (token == null || !consent.analyticsStorage() || !consent.personalizationStorage()) {
            return null;
        }
        return identity.apply(site, token).orElse(null);
    }
}
