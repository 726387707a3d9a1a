package io.overture.intake;

import io.overture.engine.Input;
import io.overture.visitor.Tab;
import io.overture.wire.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame of a visitor's browser. */
sealed interface Frame {

    /** Not JSON, or of a type nobody knows: whoever sends it does not speak this language. */
    record Garbled() implements Frame {}

    /** Of a known type, with something wrong in it. */
    record Invalid(Frame said, Echo echo, List<Flaw> flaws) implements Frame {
        boolean isHello() {
            return said instanceof Hello;
        }

        /** How many events are lost with it. */
        int events() {
            return said instanceof Happened(Batch batch) ? batch.size() : 0;
        }
    }

    record Hello(Speaker speaker) implements Frame {}

    /** What she may say once she has been greeted. */
    sealed interface Said extends Frame {
        Echo echo();
    }

    record Happened(Batch batch) implements Said {
        @Override
        public Echo echo() {
            return new Echo(batch.source(), batch.seq(), null);
        }
    }

    record Answered(
            String id, Input.Response response, @Nullable String channel) implements Said {
        @Override
        public Echo echo() {
            return Echo.of(id);
        }
    }

    record Asked(String id, @Nullable String item, @Nullable String channel, Input.Reply reply) implements Said {
        @Override
        public Echo echo() {
            return Echo.of(id);
        }
    }

    record Wrote(String conversation, String id, String text) implements Said {
        @Override
        public Echo echo() {
            return Echo.of(id);
        }
    }

    /** Something she does in a conversation without a word; it is not answered. */
    @FunctionalInterface
    non-sealed interface Gesture extends Said {
        Input by(Tab tab);

        @Override
        default Echo echo() {
            return Echo.NONE;
        }
    }

    /** What of a frame its answer repeats, so that the browser knows which one is meant. */
    record Echo(
            @Nullable String source,
            @Nullable Long seq,
            @Nullable String id) {
        static final Echo NONE = new Echo(null, null, null);

        static Echo of(String id) {
            return new Echo(null, null, id);
        }
    }
}
