package io.overture.flow;

import io.overture.engine.Input;
import io.overture.visitor.Stage;
import io.overture.visitor.Visitor;

/** What a trace calls the things that happen to a visitor. */
final class Naming {

    private Naming() {}

    /** @param before what the input found */
    static String of(Input input, Visitor before) {
        return switch (input) {
            case Input.Arrived arrived -> "beacon";
            case Input.Greeted greeted -> "greeting";
            case Input.Missed missed -> "missed";
            case Input.Left left -> "left";
            case Input.Answered answered -> answered.response().word();
            case Input.Asked asked -> "request";
            case Input.Honoured honoured -> "passport";
            case Input.Returned elsewhere -> "elsewhere";
            case Input.Told told -> "told";
            case Input.Woken woken -> "alarm";
            case Input.Erased erased -> "erasure";
            case Input.Invited invited -> "invited";
            case Input.SlotLost lost -> "slot lost";
            case Input.SlotYielded yielded -> "slot yielded";
            case Input.Wrote wrote -> "message";
            case Input.Saw saw -> "seen";
            case Input.Typed typed -> "typing";
            case Input.Hung hung -> "ended";
            case Input.Rated rated -> "rated";
            case Input.Claimed claimed -> "claim";
            case Input.Spoke spoke -> isFirstWord(before) ? "first word" : "word";
            case Input.Read read -> "seen";
            case Input.Wording wording -> "typing";
            case Input.Pointed pointed -> "pointed";
            case Input.Transferred transferred -> "transfer";
            case Input.Finished finished -> "ended";
            case Input.Nobody nobody -> "nobody there";
            case Input.Lost lost -> "advisor lost";
            case Input.HandedOver over -> "handed over";
        };
    }

    private static boolean isFirstWord(Visitor before) {
        var conversation = before.conversation();
        return conversation != null && conversation.stage() instanceof Stage.Joined joined && !joined.spoke();
    }
}
