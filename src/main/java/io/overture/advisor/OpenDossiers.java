package io.overture.advisor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.desk.AdvisorPost;
import io.overture.dossier.Dossiers;
import io.overture.dossier.Role;
import io.overture.roster.Seat;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Dossiers on the way to the consoles of whoever attends. One that cannot be had now comes with the next change. */
final class OpenDossiers {

    private static final Logger LOG = Logger.getLogger(OpenDossiers.class);

    private final Dossiers dossiers;
    private final AdvisorPost post;

    OpenDossiers(Dossiers dossiers, AdvisorPost post) {
        this.dossiers = dossiers;
        this.post = post;
    }

    /** Opened on a claim, which is noted, and sent to every console of hers. */
    void open(VisitorKey about, String conversation, Seat seat) {
        var advisor = seat.advisor().id();
        send(advisor, dossiers.open(about, conversation, role(seat), advisor));
    }

    /** As it stands now, to every console of hers. */
    void renew(VisitorKey about, String conversation, Seat seat) {
        send(seat.advisor().id(), dossiers.of(about, conversation, role(seat)));
    }

    /** As it stands now, for one console. */
    Uni<String> frame(VisitorKey about, String conversation, Seat seat) {
        return dossiers.of(about, conversation, role(seat)).map(OpenDossiers::frame);
    }

    /** What the roster says of her, so that every node decides alike. */
    private static Role role(Seat seat) {
        return seat.advisor().partner() ? Role.PARTNER : Role.ADVISOR;
    }

    private void send(String advisor, Uni<ObjectNode> dossier) {
        dossier.map(OpenDossiers::frame)
                .subscribe()
                .with(frame -> post.send(advisor, frame), away -> LOG.debug("a dossier cannot be had now", away));
    }

    private static String frame(ObjectNode dossier) {
        var frame = JsonNodeFactory.instance.objectNode().put("type", "dossier");
        frame.setAll(dossier);
        return frame.toString();
    }
}
