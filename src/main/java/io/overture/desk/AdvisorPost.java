package io.overture.desk;

/** Sends frames to advisors. Fire and forget: what matters is told again when a console says hello. */
public interface AdvisorPost {

    /** To every console of hers that is open, at whichever node; frames of one node arrive in the order they are sent. */
    void send(String advisor, String frame);
}
