package io.overture.deploy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What sources say of interfaces and their methods, in the order they stand there: by binary name, {@code a.B$C}, and
 * {@code a.B$C#method}. A class file keeps neither the order nor the words.
 */
record JavadocOf(Map<String, String> comments) {

    static JavadocOf interfacesUnder(Path sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                var files = Files.walk(sources)) {
            var those = files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(those));
            var reader = new Reader(DocTrees.instance(task));
            for (var unit : task.parse()) {
                reader.scan(unit, null);
            }
            return new JavadocOf(reader.comments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods of an interface that stand in its source, in that order. */
    List<String> methods(String binaryName) {
        return comments.keySet().stream()
                .filter(name -> name.startsWith(binaryName + "#"))
                .map(name -> name.substring(binaryName.length() + 1))
                .toList();
    }

    List<String> interfaces() {
        return comments.keySet().stream().filter(name -> !name.contains("#")).toList();
    }

    String of(String name) {
        return Optional.ofNullable(comments.get(name)).orElse("");
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Map<String, String> comments = new LinkedHashMap<>();
        private final DocTrees docs;
        private String inside = "";

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            var around = inside;
            var unit = getCurrentPath().getCompilationUnit();
            inside = around.isEmpty()
                    ? unit.getPackageName() + "." + tree.getSimpleName()
                    : around + "$" + tree.getSimpleName();
            comments.put(inside, words());
            super.visitClass(tree, nothing);
            inside = around;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            if (tree.getBody() == null) {
                comments.put(inside + "#" + tree.getName(), words());
            }
            return null;
        }

        private String words() {
            return Optional.ofNullable(docs.getDocComment(getCurrentPath()))
                    .map(comment -> Prose.plain(comment.split("\n *@", 2)[0]))
                    .orElse("");
        }
    }
}
