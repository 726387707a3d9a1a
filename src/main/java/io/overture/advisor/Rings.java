package io.overture.advisor;

import io.overture.desk.Call;
import io.smallrye.mutiny.Uni;

/** Calls as they ring at an advisor who was not there when they began to. */
@FunctionalInterface
interface Rings {

    /** The frame for this advisor. */
    Uni<String> frame(Call call, String advisor);
}
