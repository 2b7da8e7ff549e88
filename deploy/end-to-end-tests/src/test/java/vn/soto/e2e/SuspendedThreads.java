package vn.soto.e2e;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.harness.AllInOne;

/** Threads of a running process that stand still wherever they were, as a debugger stops them. */
final class SuspendedThreads {

    /** The option of a process that lets its threads be suspended, through a port of the system's choice. */
    static final String OPTION = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    private static final Pattern PORT = Pattern.compile("Listening for transport dt_socket at address: (\\d+)");

    private SuspendedThreads() {}

    /** Suspends the threads with such names for ever; returns the names. */
    static List<String> of(AllInOne product, String prefix) {
        Matcher port = PORT.matcher(product.output());
        if (!port.find()) {
            throw new AssertionError("started without " + OPTION + "\n" + product.output());
        }
        // It ends with the process, and without it the threads would go on.
        VirtualMachine process = attached(port.group(1));
        List<ThreadReference> threads = process.allThreads().stream()
                .filter(thread -> thread.name().startsWith(prefix))
                .toList();
        threads.forEach(ThreadReference::suspend);
        return threads.stream().map(ThreadReference::name).toList();
    }

    private static VirtualMachine attached(String port) {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port);
        try {
            return sockets.attach(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
