package io.overture.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Helm's own library in a process of its own, since Go's runtime takes signals that the JVM lives by. It is asked by a line of
 * JSON and answers by one, until its input ends; that is with this JVM at the latest.
 */
final class HelmProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param values files, the later ones before the earlier; null: the chart is judged and nothing rendered */
    record Question(
            String chart,
            String release,
            String namespace,
            @Nullable List<String> values) {}

    /** @param refused what Helm says is wrong; empty when nothing is */
    record Answer(String printed, String refused) {}

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    HelmProcess() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HelmProcess.class.getName())
                    .redirectError(Path.of("target/helm.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    synchronized Answer ask(Question question) {
        try {
            questions.println(JSON.writeValueAsString(question));
            var answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("Helm is gone: see target/helm.log");
            }
            return JSON.readValue(answer, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] none) throws IOException {
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(JSON.writeValueAsString(answer(JSON.readValue(line, Question.class))));
        }
    }

    private static Answer answer(Question question) {
        var helm = new Helm(Path.of(question.chart()));
        try {
            if (question.values() == null) {
                var judged = helm.lint().strict().call();
                return new Answer(String.join("\n", judged.getMessages()), judged.isFailed() ? "failed" : "");
            }
            var template = helm.template().withName(question.release()).withNamespace(question.namespace());
            question.values().forEach(file -> template.withValuesFile(Path.of(file)));
            return new Answer(template.call(), "");
        } catch (IllegalStateException e) {
            return new Answer("", Objects.toString(e.getMessage()));
        }
    }
}
