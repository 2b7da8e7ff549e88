package vn.soto.verifier;

import java.nio.file.Path;
import java.util.List;

/** The two file arguments of a command that copies. */
record FilePair(Path source, Path destination) {

    static FilePair of(String command, List<String> arguments) {
        if (arguments.size() != 2) {
            throw new UsageException(command);
        }
        return new FilePair(path(arguments.getFirst()), path(arguments.getLast()));
    }

    static Path path(String text) {
        return Path.of(text).toAbsolutePath();
    }
}
