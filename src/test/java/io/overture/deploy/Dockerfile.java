package io.overture.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The instructions of a Dockerfile, continued lines joined. */
record Dockerfile(Path file, List<Instruction> instructions) {

    record Instruction(String word, String rest) {

        /** What follows the flags. */
        List<String> arguments() {
            return Arrays.stream(rest.split("\\s+"))
                    .filter(part -> !part.startsWith("--"))
                    .toList();
        }

        Optional<String> flag(String name) {
            return Arrays.stream(rest.split("\\s+"))
                    .filter(part -> part.startsWith("--" + name + "="))
                    .map(part -> part.substring(name.length() + 3))
                    .findFirst();
        }
    }

    static Dockerfile read(Path file) {
        var joined = Documents.text(file).replaceAll("\\\\\\n\\s*", " ");
        var instructions = new ArrayList<Instruction>();
        joined.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var parts = line.strip().split("\\s+", 2);
            instructions.add(new Instruction(parts[0], parts[1]));
        });
        return new Dockerfile(file, List.copyOf(instructions));
    }

    Stream<Instruction> all(String word) {
        return instructions.stream().filter(each -> each.word().equals(word));
    }

    /** Of the stage that becomes the image. */
    Stream<Instruction> last(String word) {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).word().equals("FROM")) {
                from = i;
            }
        }
        return instructions.subList(from, instructions.size()).stream()
                .filter(each -> each.word().equals(word));
    }

    List<String> stages() {
        return all("FROM")
                .map(Instruction::arguments)
                .filter(words -> words.size() == 3)
                .map(words -> words.get(2))
                .toList();
    }

    /** Images of others that stages begin with, as they are unless a build says otherwise. */
    List<String> bases() {
        var said = new HashMap<String, String>();
        all("ARG").map(arg -> arg.rest().split("=", 2)).forEach(arg -> said.put("${" + arg[0] + "}", arg[1]));
        return foreign().map(image -> said.getOrDefault(image, image)).toList();
    }

    /** What stages begin with that is none of them, as it is written. */
    Stream<String> foreign() {
        return all("FROM").map(from -> from.arguments().getFirst()).filter(image -> !stages().contains(image));
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
