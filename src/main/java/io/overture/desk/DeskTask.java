package io.overture.desk;

import io.overture.store.JsonOut;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;

/** What an advisor's console reads of a task: one JSON object, {@code type} first. */
final class DeskTask {

    private DeskTask() {}

    /** Somebody waits for an advisor: {@code {type: "wanted", id, visitor, trigger?, item?, channels, …}}. */
    static String of(VisitorKey about, Due.Wanted wanted) {
        return JsonOut.object(out -> out.text("type", "wanted")
                .text("id", wanted.conversation())
                .text("visitor", about.handle().value())
                .text("trigger", wanted.request().trigger())
                .text("item", wanted.request().item())
                .texts("channels", wanted.request().channels())
                .text("language", wanted.request().language())
                .text("client", wanted.client())
                .text("tier", wanted.tier())
                .amount("weight", wanted.request().weight())
                .instant("at", wanted.waiting().since()));
    }

    /** Something worth knowing, of which she was told nothing: {@code {type: "alert", id, visitor, trigger, …}}. */
    static String of(VisitorKey about, Due.Alert alert) {
        return JsonOut.object(out -> out.text("type", "alert")
                .text("id", alert.id())
                .text("visitor", about.handle().value())
                .text("trigger", alert.trigger())
                .text("item", alert.item())
                .text("language", alert.language())
                .text("client", alert.client())
                .text("tier", alert.tier())
                .amount("weight", alert.weight())
                .instant("at", alert.at()));
    }

    /** Something she wrote: {@code {id, text, at}}. */
    static String of(Due.Said said) {
        return JsonOut.object(out -> out.text("id", said.message().id())
                .text("text", said.message().text())
                .instant("at", said.message().at()));
    }
}
