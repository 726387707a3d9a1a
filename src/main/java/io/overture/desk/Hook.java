package io.overture.desk;

import io.overture.visitor.VisitorKey;

/**
 * Something a contact centre is to be told.
 *
 * @param id the same at every try, so that it can be told apart
 * @param turn of the conversation
 * @param desk whose contact centre it is
 * @param channel she asked for
 * @param body a CloudEvent as JSON; empty once it is over
 * @param tries so far, this one included
 */
record Hook(
        String id,
        VisitorKey about,
        String conversation,
        int turn,
        String desk,
        String channel,
        String body,
        int tries) {}
