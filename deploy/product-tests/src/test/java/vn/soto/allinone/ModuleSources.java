package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sources of all modules, as files and as syntax trees. */
final class ModuleSources {

    /** The root of the repository; Maven runs the tests of a module in the module's folder. */
    private static final Path ROOT = Path.of("..", "..");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final int AT_ONCE = 300;

    private ModuleSources() {}

    static List<Path> files() {
        return files("/src/main/java/");
    }

    static List<Path> testFiles() {
        return files("/src/test/java/");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains(folder))
                    .sorted()
                    .toList();
            assertThat(sources).as("sources of all modules").hasSizeGreaterThan(500);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes every file, parsed but not compiled, to {@code reader}; few trees are in memory at a time. */
    static void parse(List<Path> files, BiConsumer<CompilationUnitTree, DocTrees> reader) {
        try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null)) {
            for (int from = 0; from < files.size(); from += AT_ONCE) {
                List<Path> some = files.subList(from, Math.min(from + AT_ONCE, files.size()));
                parse(manager, manager.getJavaFileObjectsFromPaths(some), reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void parse(
            @Nullable JavaFileManager manager,
            Iterable<? extends JavaFileObject> files,
            BiConsumer<CompilationUnitTree, DocTrees> reader) {
        JavacTask parser = (JavacTask) COMPILER.getTask(null, manager, null, List.of("-proc:none"), null, files);
        DocTrees trees = DocTrees.instance(parser);
        try {
            parser.parse().forEach(unit -> reader.accept(unit, trees));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
