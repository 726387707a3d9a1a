package io.overture.push;

import io.overture.engine.Effect;

/** Sends frames to tabs, at this node or another. Fire and forget: what matters is in the visitor's value. */
public interface Push {

    /** To every tab of {@link Effect.ForHer#to()}, wherever its socket is. */
    void send(Effect.ForHer effect);
}
