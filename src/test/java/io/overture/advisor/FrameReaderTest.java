package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.overture.desk.Standing;
import io.overture.desk.Task;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Flaw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame of a console: what it says, and everything that can be wrong with it. */
class FrameReaderTest {

    private static final String HANDLE = Handle.of("v".repeat(22)).value();
    private static final VisitorKey HER = VisitorKey.of("demo", "v".repeat(22));

    static Stream<Arguments> valid() {
        return Stream.of(
                arguments("{'type': 'hello', 'device': 'd1'}", new Frame.Hello(List.of())),
                arguments(
                        "{'type': 'hello', 'device': 'd1', 'talks': [{'id': 'c1', 'epoch': 'e1', 'offset': 4}]}",
                        new Frame.Hello(List.of(new Frame.Had("c1", "e1", 4)))),
                arguments(
                        "{'type': 'hello', 'device': 'd1', 'talks': [{'id': 'c1', 'epoch': '', 'offset': 4.001}]}",
                        new Frame.Hello(List.of(new Frame.Had("c1", "", 4)))),
                arguments(
                        "{'type': 'presence', 'ref': 'r', 'state': 'busy'}",
                        new Frame.Present("r", Standing.State.BUSY)),
                arguments("{'type': 'claim', 'ref': 'r', 'conversation': 'c1'}", new Frame.Claim("r", "c1")),
                arguments(
                        "{'type': 'say', 'ref': 'r', 'conversation': 'c1', 'id': 'm1', 'text': ' Good evening '}",
                        new Frame.Say("r", "c1", "m1", "Good evening")),
                arguments("{'type': 'typing', 'ref': 'r', 'conversation': 'c1'}", new Frame.Typing("r", "c1")),
                arguments(
                        "{'type': 'seen', 'ref': 'r', 'conversation': 'c1', 'offset': 3}",
                        new Frame.Seen("r", "c1", 3)),
                arguments(
                        "{'type': 'note', 'ref': 'r', 'conversation': 'c1', 'text': 'Size 52'}",
                        new Frame.Note("r", "c1", "Size 52")),
                arguments(
                        "{'type': 'transfer', 'ref': 'r', 'conversation': 'c1'}",
                        new Frame.Transfer("r", "c1", null, null)),
                arguments(
                        "{'type': 'transfer', 'ref': 'r', 'conversation': 'c1', 'to': {'desk': 'night'}, 'note': ' '}",
                        new Frame.Transfer("r", "c1", new Frame.Target(true, "night"), null)),
                arguments(
                        "{'type': 'transfer', 'ref': 'r', 'conversation': 'c1', 'to': {'advisor': 'kenji'}, 'note': 'Watches'}",
                        new Frame.Transfer("r", "c1", new Frame.Target(false, "kenji"), "Watches")),
                arguments(
                        "{'type': 'handoff', 'ref': 'r', 'conversation': 'c1', 'channel': 'video'}",
                        new Frame.Handoff("r", "c1", "video")),
                arguments("{'type': 'end', 'ref': 'r', 'conversation': 'c1'}", new Frame.End("r", "c1", false)),
                arguments(
                        "{'type': 'end', 'ref': 'r', 'conversation': 'c1', 'complaint': true}",
                        new Frame.End("r", "c1", true)),
                arguments(
                        "{'type': 'invite', 'ref': 'r', 'site': 'demo', 'handle': '" + HANDLE + "'}",
                        new Frame.Invite("r", HER, null)),
                arguments(
                        "{'type': 'invite', 'ref': 'r', 'site': 'demo', 'channel': 'call', 'handle': '" + HANDLE + "'}",
                        new Frame.Invite("r", HER, "call")),
                arguments("{'type': 'tasks', 'ref': 'r'}", new Frame.ListTasks("r")),
                arguments(
                        "{'type': 'task', 'ref': 'r', 'id': 'unmet:c1', 'state': 'dismissed', 'note': 'Reached her'}",
                        new Frame.Settle("r", "unmet:c1", Task.State.DISMISSED, "Reached her")),
                arguments("{'type': 'watch', 'ref': 'r', 'most': 20}", new Frame.Watch("r", 20)));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_frame_says_what_it_says(String text, Frame expected) {
        var frame = FrameReader.read(json(text));

        assertThat(frame).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': 'hello'} | /device",
                "{'type': 'hello', 'device': 'd 1'} | /device",
                "{'type': 'hello', 'device': 'd', 'talks': {}} | /talks",
                "{'type': 'hello', 'device': 'd', 'talks': [{}]} | /talks/0/id /talks/0/offset",
                "{'type': 'hello', 'device': 'd', 'talks': [{'id': 'c', 'epoch': '!', 'offset': -1}]} | /talks/0/epoch /talks/0/offset",
                "{'type': 'presence', 'state': 'asleep'} | /ref /state",
                "{'type': 'claim', 'ref': 'r'} | /conversation",
                "{'type': 'say', 'ref': 'r'} | /conversation /id /text",
                "{'type': 'say', 'ref': 'r', 'conversation': 'c', 'id': 'm', 'text': ' '} | /text",
                "{'type': 'typing', 'ref': 'r', 'conversation': 7} | /conversation",
                "{'type': 'seen', 'ref': 'r', 'conversation': 'c', 'offset': 0} | /offset",
                "{'type': 'note', 'ref': 'r', 'conversation': 'c'} | /text",
                "{'type': 'transfer', 'ref': 'r', 'conversation': 'c', 'to': {}} | /to",
                "{'type': 'transfer', 'ref': 'r', 'conversation': 'c', 'to': {'desk': 'd', 'advisor': 'a'}} | /to",
                "{'type': 'transfer', 'ref': 'r', 'conversation': 'c', 'to': 'kenji', 'note': 7} | /to /note",
                "{'type': 'handoff', 'ref': 'r', 'conversation': 'c', 'channel': 'Video'} | /channel",
                "{'type': 'end', 'ref': 'r', 'conversation': 'c', 'complaint': 'yes'} | /complaint",
                "{'type': 'invite', 'ref': 'r', 'handle': 'x', 'channel': 'V'} | /site /handle /channel",
                "{'type': 'tasks'} | /ref",
                "{'type': 'task', 'ref': 'r', 'state': 'open'} | /id /state",
                "{'type': 'watch', 'ref': 'r', 'most': 101} | /most",
                "{'type': 'watch', 'ref': 'r', 'ref': 'r', 'most': 1} | /ref"
            })
    void everything_wrong_is_named_by_its_place(String text, String pointers) {
        var frame = FrameReader.read(json(text));

        assertThat(frame)
                .isInstanceOfSatisfying(
                        Frame.Invalid.class,
                        invalid -> assertThat(invalid.flaws())
                                .extracting(Flaw::pointer)
                                .containsExactlyInAnyOrder(pointers.split(" ")));
    }

    @Test
    void what_is_too_long_is_refused() {
        var text = json("{'type': 'say', 'ref': 'r', 'conversation': 'c', 'id': 'm', 'text': '%s'}"
                .formatted("a".repeat(FrameReader.LONGEST_TEXT + 1)));

        var frame = FrameReader.read(text);

        assertThat(frame).isInstanceOfSatisfying(Frame.Invalid.class, invalid -> {
            assertThat(invalid.ref()).isEqualTo("r");
            assertThat(invalid.flaws()).extracting(Flaw::pointer).containsExactly("/text");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{'type': 'shout'}", "{'type': 7}", "{}"})
    void another_language_is_not_understood(String text) {
        var frame = FrameReader.read(json(text));

        assertThat(frame).isEqualTo(new Frame.Garbled());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
