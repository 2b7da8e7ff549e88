package vn.soto.commandnode.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads secrets from the environment, or from a file it names; never from the command line, which every user of the
 * machine can read.
 */
record Secrets(Map<String, String> environment) {

    private static final int SHORTEST = 16;

    String password(String name) {
        String password = value(name);
        if (password.length() < SHORTEST) {
            throw new UsageException(name + " is shorter than " + SHORTEST + " characters", null);
        }
        return password;
    }

    String value(String name) {
        String file = environment.getOrDefault(name + "_FILE", "");
        String value = file.isEmpty() ? environment.getOrDefault(name, "") : read(name, file);
        if (value.isBlank()) {
            throw new UsageException("set " + name + ", or " + name + "_FILE to a file that holds it", null);
        }
        return value.strip();
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UsageException(name + "_FILE: " + file + " cannot be read", e);
        }
    }
}
