package vn.soto.edge;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import vn.soto.issuer.TestIssuer;

/** {@link TestIssuer} as a process, which ends with this one. */
final class RealIssuer implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final int port;

    RealIssuer() {
        try {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            process = new ProcessBuilder(
                            java.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            classPath(),
                            TestIssuer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
            port = Integer.parseInt(line(TestIssuer.READY).substring(TestIssuer.READY.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() throws IOException {
        try (InputStream written = TestIssuer.class.getResourceAsStream("class-path")) {
            Path own = Path.of(TestIssuer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own
                    + File.pathSeparator
                    + new String(Objects.requireNonNull(written).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(String begin) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(begin)) {
                return line;
            }
            all.append(line).append('\n');
        }
        throw new IOException("the issuer ended: " + all);
    }

    String name() {
        return "http://127.0.0.1:" + port;
    }

    /** Makes a new key and withdraws the old one. */
    void changeKey() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            line("new key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
