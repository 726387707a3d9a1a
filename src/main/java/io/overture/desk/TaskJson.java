package io.overture.desk;

import io.overture.client.Form;
import io.overture.client.JsonBody;
import io.overture.wire.JsonOut;
import java.math.BigDecimal;

/** A task as Redis keeps it. */
final class TaskJson {

    private static final int LONGEST = 4_000;
    private static final String YES = "yes";

    private TaskJson() {}

    static String of(Task task) {
        return JsonOut.object(out -> out.text("id", task.id())
                .text("kind", task.kind().word())
                .text("title", task.title())
                .text("owner", task.owner().key())
                .text("client", task.client())
                .text("handle", task.handle())
                .text("site", task.site())
                .text("item", task.item())
                .text("note", task.note())
                .instant("at", task.at())
                .instant("due", task.due())
                .text("weight", task.weight().toPlainString())
                .text("standing", task.standing().toPlainString())
                .text("priced", task.isPriced() ? YES : null)
                .text("promised", task.isPromised() ? YES : null)
                .text("state", task.state().word())
                .text("settledBy", task.settledBy()));
    }

    static Task read(String json) {
        var form = Form.ofOurs(JsonBody.stored(json));
        var client = form.text("client", LONGEST);
        var title = form.neededText("title", LONGEST);
        var standing = form.text("standing", LONGEST);
        boolean isPromised = form.text("promised", LONGEST) != null;
        return new Task(
                form.neededText("id", LONGEST),
                form.neededWord("kind", Task.Kind.BY_WORD, Task.Kind.FOLLOW_UP),
                title,
                Task.Owner.ofKey(form.neededText("owner", LONGEST)),
                client,
                form.text("handle", LONGEST),
                form.text("site", LONGEST),
                form.text("item", LONGEST),
                form.text("note", LONGEST),
                form.neededInstant("at"),
                form.instant("due"),
                new BigDecimal(form.neededText("weight", LONGEST)),
                // The release before kept neither.
                standing != null ? new BigDecimal(standing) : client == null ? BigDecimal.ZERO : BigDecimal.ONE,
                isPromised || standing == null && title.equals("promised"),
                form.neededWord("state", Task.State.BY_WORD, Task.State.OPEN),
                form.text("settledBy", LONGEST),
                form.text("priced", LONGEST) != null);
    }
}
