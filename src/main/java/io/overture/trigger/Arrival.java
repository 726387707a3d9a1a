package io.overture.trigger;

import io.overture.visitor.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where she came from. Each list is any of its values, without regard to case; an empty one does not matter.
 *
 * @param referrerHosts a host, or a domain above it
 */
public record Arrival(List<String> sources, List<String> mediums, List<String> campaigns, List<String> referrerHosts)
        implements Condition {

    private static final Context.Campaign NO_CAMPAIGN = new Context.Campaign(null, null, null);

    public Arrival {
        sources = List.copyOf(sources);
        mediums = List.copyOf(mediums);
        campaigns = List.copyOf(campaigns);
        referrerHosts = List.copyOf(referrerHosts);
    }

    @Override
    public Spans holds(Scene scene) {
        var context = scene.session().context();
        var campaign = context.campaign() == null ? NO_CAMPAIGN : context.campaign();
        return Spans.when(Setting.isOneOf(campaign.source(), sources)
                && Setting.isOneOf(campaign.medium(), mediums)
                && Setting.isOneOf(campaign.name(), campaigns)
                && (referrerHosts.isEmpty() || isUnderOne(context.referrer())));
    }

    private boolean isUnderOne(@Nullable String host) {
        for (int i = 0; i < referrerHosts.size(); i++) {
            if (isUnder(host, referrerHosts.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnder(@Nullable String host, String domain) {
        if (host == null || !host.regionMatches(true, host.length() - domain.length(), domain, 0, domain.length())) {
            return false;
        }
        return host.length() == domain.length() || host.charAt(host.length() - domain.length() - 1) == '.';
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.CONTEXT);
    }

    @Override
    public String words() {
        return Words.of("source")
                .with("source", sources)
                .with("medium", mediums)
                .with("campaign", campaigns)
                .with("referrerHost", referrerHosts)
                .toString();
    }
}
