package io.overture.ops.doctor;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** One thing to look at; a bean, found by this type. */
interface Check {

    /** What it looks at, in case it fails itself. */
    String id();

    /** What there is to say, what is well included. Need not bother about time, nor about failing. */
    Uni<List<Finding>> look();
}
