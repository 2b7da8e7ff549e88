package vn.soto.e2e.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** compose.yaml as parsed: anchors are resolved, variables are not. */
record ComposeFile(Path file, String text, Map<String, Object> content) {

    static ComposeFile read(Path file) {
        try {
            String text = Files.readString(file);
            return new ComposeFile(file, text, new Yaml().load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Map<String, Object>> services() {
        return maps(content, "services");
    }

    /** Names defined under a heading such as {@code secrets}. */
    Collection<String> defined(String heading) {
        return maps(content, heading).keySet();
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> maps(Map<String, Object> in, String field) {
        return (Map<String, Map<String, Object>>) in.getOrDefault(field, Map.of());
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) service.getOrDefault("environment", Map.of());
    }

    /** Entries of a list, each a name or an object with the name as {@code source}. */
    List<String> used(Map<String, Object> service, String field) {
        return switch (service.getOrDefault(field, List.of())) {
            case List<?> list -> list.stream().map(ComposeFile::name).toList();
            case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList();
            default -> List.of();
        };
    }

    private static String name(Object entry) {
        return entry instanceof Map<?, ?> map ? String.valueOf(map.get("source")) : String.valueOf(entry);
    }

    /** Files defined under {@code secrets} or {@code configs}, as paths relative to the folder of compose.yaml. */
    Stream<Path> files(String heading) {
        return maps(content, heading).values().stream().map(each -> Path.of(String.valueOf(each.get("file"))));
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name));
    }

    /** A file that compose.yaml names, relative to its folder. */
    Path resolve(Path named) {
        return file.resolveSibling(named);
    }
}
