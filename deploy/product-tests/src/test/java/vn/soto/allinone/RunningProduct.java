package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.allinone.account.Passwords;
import vn.soto.allinone.account.QuickPasswords;
import vn.soto.contracts.access.Role;
import vn.soto.harness.ProductClient;

/**
 * The all-in-one in this process, over an empty ledger, on a free port. An accounts file of an earlier version has an
 * account of each role, and the role counts as long as the ledger grants none.
 */
record RunningProduct(ConfigurableApplicationContext context, Path data) implements AutoCloseable {

    static RunningProduct start(Path data, String... settings) {
        return start(data, ProductLog.product(), settings);
    }

    /** The same with a clock of the caller's. */
    static RunningProduct startAt(Clock clock, Path data, String... settings) {
        SpringApplication application = ProductLog.product();
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("clockOfTheTest", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
        return start(data, application, settings);
    }

    private static RunningProduct start(Path data, SpringApplication application, String... settings) {
        if (Files.notExists(data.resolve("accounts"))) {
            DataFolder.ensure(data);
            AccountsFile.create(data.resolve("accounts"));
        }
        return startAsItIs(data, application, settings);
    }

    /** The same with the accounts of its data folder, or those that the product makes. */
    static RunningProduct startAsItIs(Path data, String... settings) {
        return startAsItIs(data, ProductLog.product(), settings);
    }

    private static RunningProduct startAsItIs(Path data, SpringApplication application, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--soto.demo=false",
                "--soto.warm-up=false",
                "--soto.data=" + data,
                "--spring.main.register-shutdown-hook=false"));
        arguments.addAll(List.of(settings));
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        "passwordsOfTheTest",
                        Passwords.class,
                        QuickPasswords::make,
                        definition -> definition.setPrimary(true)));
        return new RunningProduct(application.run(arguments.toArray(String[]::new)), data);
    }

    int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** Requests by the accounts of its data folder; whoever closes it closes the product. */
    ProductClient client() {
        URI address = URI.create("http://127.0.0.1:" + port());
        return new ProductClient(data) {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public void close() {
                super.close();
                RunningProduct.this.close();
            }
        };
    }

    /** A connection whose reads end after a minute at the latest. */
    Socket connect() {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
            socket.setSoTimeout(60_000);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header that signs a role in. */
    String authorization(Role role) {
        return authorization(AccountsFile.nameOf(role));
    }

    /** The header that signs an account in. */
    String authorization(String name) {
        AccountsFile.Line account = AccountsFile.read(data.resolve("accounts")).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String pair = account.name() + ":" + account.password();
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one request as it is, and returns all that comes back until the connection ends. */
    String exchange(byte[] request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "reset: " + e.getMessage();
        }
    }

    String exchange(String request) {
        return exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        context.close();
    }
}
