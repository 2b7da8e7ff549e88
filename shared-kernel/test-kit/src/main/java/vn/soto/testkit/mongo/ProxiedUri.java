package vn.soto.testkit.mongo;

import com.mongodb.ConnectionString;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The URI of a server as reached through a proxy on this machine. */
final class ProxiedUri {

    private ProxiedUri() {}

    /** The same user, database and options, but directly and to the proxy. */
    static String of(ConnectionString server, int port) {
        String[] parts = server.getConnectionString().split("\\?", 2);
        String place = parts[0].replace(String.join(",", server.getHosts()), "127.0.0.1:" + port);
        if (place.indexOf('/', "mongodb://".length()) < 0) {
            place += "/";
        }
        Stream<String> options = parts.length == 1 ? Stream.empty() : Arrays.stream(parts[1].split("&", -1));
        return Stream.concat(options.filter(ProxiedUri::isKept), Stream.of("directConnection=true"))
                .collect(Collectors.joining("&", place + "?", ""));
    }

    private static boolean isKept(String option) {
        return !option.isEmpty() && !option.startsWith("replicaSet=") && !option.startsWith("directConnection=");
    }
}
