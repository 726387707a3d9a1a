package io.overture.store;

import java.util.Set;

/** The nodes that run: each keeps a lease of six seconds, renewed every two. */
public interface Nodes {

    /** This node's incarnation: new at every start. */
    String self();

    /** Incarnations whose lease runs, this one always among them. */
    Set<String> live();
}
