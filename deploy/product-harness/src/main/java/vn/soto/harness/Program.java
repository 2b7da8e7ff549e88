package vn.soto.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A packaged program, started by the script that starts it for users: from files of its own, not from jars in a jar. */
public final class Program {

    /** The script; its arguments are a jar and the arguments of the program. */
    public static final Path START = root().resolve("deploy/bin/_start");

    private Program() {}

    /** The top level of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("soto.root", "../.."));
    }

    /**
     * Same for the same bytes.
     *
     * @param property system property with the path of the packaged program
     */
    static String identity(String property) {
        // Not optimised, a cryptographic hash of so many bytes takes a second.
        try (CheckedInputStream bytes = new CheckedInputStream(Files.newInputStream(jar(property)), new CRC32C())) {
            long length = bytes.transferTo(OutputStream.nullOutputStream());
            return length + "-" + Long.toHexString(bytes.getChecksum().getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param property system property with the path of the packaged program */
    public static Path jar(String property) {
        String name = System.getProperty(property);
        if (name == null || Files.notExists(Path.of(name))) {
            throw new IllegalStateException(property + " names a packaged program: " + name);
        }
        return Path.of(name).toAbsolutePath().normalize();
    }

    /** The exit value of a process that was told to end; fails with its output if it still runs after five minutes. */
    public static int awaitExit(Process process, Supplier<String> output) {
        try {
            if (process.waitFor(5, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("still running:\n" + output.get());
    }

    /** @param options of the JVM */
    public static ProcessBuilder builder(List<String> command, List<String> options) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SOTO_JAVA_OPTIONS", String.join(" ", options));
        return builder;
    }
}
